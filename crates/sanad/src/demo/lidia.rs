//! TEST-01 "Lidia" (section 9) on day 26: the consulate may be asked from today, if she agrees.

use anyhow::Context;
use casework::{Id, lists::TipPrecondition};
use serde_json::json;

use super::{
    course::Course,
    picture,
    script::{Scene, Script},
    stories::{agrees, aim, somebody, supervised},
};

/// Where the house is looked for, nobody asks twice.
pub fn tell(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "Rosa (Lidia Invented)", "sex": "f", "age": 24, "from": "eth", "speaks": ["am"], "kind": "violence", "risk": "high", "was": "urgent", "days": 26});
    let mut her = somebody(scene, script, "worker", 101, line)?;
    lidia_arrives(&mut her)?;
    let papers = lidia_is_heard(&mut her)?;
    lidia_plans(&mut her, papers)?;
    her.on(6, 11);
    let mut no = her.consent("consular_contact", &[]);
    no["decision"] = json!("refused");
    her.does("consent.record_consent", no)?;
    for (day, note) in [
        (
            19,
            "Called at the agreed hour; asked for bread. Sleeps, eats, is bored: good signs.",
        ),
        (
            12,
            "The house mother says she laughs in the kitchen. No calls from outside.",
        ),
        (
            5,
            "Afraid of the consulate, with reason. The lawyer will explain what it may and may not be told.",
        ),
    ] {
        her.on(day, 15);
        her.does("review.record_contact", json!({"mode": "phone_call", "contact_type": "call", "reached": true, "safety_now": "safe",
            "wellbeing": 2, "progress_note": note, "next_contact_due": scene.day(day - 7)}))?;
    }
    picture::lidia_goes_on(&mut her, papers)?;
    picture::lidia_means(&mut her)?;
    her.on(1, 16);
    her.does("reception.write_note", json!({"text": "The lawyer explained the travel paper: name and date of birth only, no address, no reason. She wants to decide today whether the consulate may be asked.", "about": ["trafficking"]}))?;
    supervised(&mut her, &[24, 12], "high")?;
    her.life.into_script(script);
    Ok(())
}

fn lidia_arrives(her: &mut Course<'_>) -> anyhow::Result<()> {
    her.on(26, 8);
    let arrived = her.life.does("desk", "reception.receive_arrival", json!({"delivery_model": "remote", "channel": "hotline", "language": "am",
        "sex_observed": "female", "age_band": "from18_to59", "immediate_needs": ["danger_now"], "request": "I left the house", "action_taken": "stayed on the line, agreed on a word"}))?;
    her.life.does("supervisor", "reception.answer_alert", json!({"alert": arrived.nth(1), "what_was_done": "Outreach sent to the station; night place asked."}))?;
    her.does("registration.set_safe_contact", json!({"safe_channel": ["phone_call"], "phone": "0100 555 010", "may_leave_message": false, "code_word": "bread", "unsafe_notes": "never an SMS; hang up if a man answers"}))?;
    let told = her.does("reception.report_danger", json!({"danger_sources": ["employer"], "threat_detail": "The employer drives around the station and asks for her.", "current_safety": "immediate_danger", "suicidal": false, "action_taken": "met her at the side door, other quarter"}))?;
    her.life.does("supervisor", "reception.answer_alert", json!({"alert": told.nth(1), "what_was_done": "Moved the same hour; the driver knows no name."}))?;
    her.does("screening.screen", json!({"entry_route": "hotline", "eligibility_criteria": ["vulnerable_to_violence"], "eligibility_result": "eligible", "complaint_route_explained": true,
        "intl_protection_concern": false, "initial_concerns": ["labour_exploitation", "vot_potential"], "initial_risk": "urgent", "risk_reason": "is being looked for by her employer"}))?;
    her.on(25, 10);
    for scope in [
        "registration",
        "case_management",
        "health_data",
        "vot_screening",
    ] {
        let yes = her.consent(scope, &[]);
        her.does("consent.record_consent", yes)?;
    }
    let mut no = her.consent("authority_report", &[]);
    no["decision"] = json!("refused");
    her.does("consent.record_consent", no)?;
    let staff = her.life.scene.staff;
    her.does("registration.record_identity", json!({"preferred_name": "Lidia Invented", "alias": "Rosa", "sex": "female", "nationality": ["eth"], "languages": ["am"], "dob": "2002-01-15", "dob_confidence": "stated"}))?;
    her.does(
        "registration.resolve_duplicate",
        json!({"duplicate_outcome": "none_found"}),
    )?;
    let worker = json!({"worker": staff.id("worker")?});
    her.life
        .does("manager", "registration.assign_worker", worker)?;
    her.does("registration.complete_registration", json!({}))
        .map(drop)
}

/// Day 2: the interview, the conclusion, and who confirms it.
fn lidia_is_heard(her: &mut Course<'_>) -> anyhow::Result<Id> {
    her.on(24, 9);
    let threat = her.does("assessment.check_safety", json!({"danger_sources": ["employer", "trafficker_or_recruiter"], "threat_detail": "They hold her passport and know her village.", "current_safety": "at_risk", "asked_in_private": true, "location_known_to_perpetrator": false, "about": ["trafficking"]}))?;
    her.life.does("supervisor", "reception.answer_alert", json!({"alert": threat.nth(3), "what_was_done": "Nobody outside the two of us learns the village; the embassy is told nothing."}))?;
    let heard = her.does("assessment.screen_tip", json!({"preconditions": TipPrecondition::CODES, "act_finding": "credible", "act_items": ["recruitment", "transport"],
        "means_finding": "strong", "means_items": ["deception", "other_coercion"], "purpose_finding": "strong", "purpose_items": ["servitude"], "planned": false, "live_control": true, "smuggling_facts": false,
        "evidence": "Promised a shop; kept in a house for eleven months, papers and wages withheld, door locked at night."}))?;
    her.life.does("tip", "reception.answer_alert", json!({"alert": heard.nth(1), "what_was_done": "Read the same hour; woman interpreter kept for all talks."}))?;
    let screening = heard.nth(0);
    her.does(
        "assessment.conclude_tip",
        json!({"screening": screening, "conclusion": "vot_assessed"}),
    )?;
    her.life.does(
        "supervisor",
        "assessment.confirm_tip",
        json!({"screening": screening, "agrees": true}),
    )?;
    her.does(
        "screening.decide_risk",
        json!({"risk_level": "high", "risk_reason": "in a protected place, still looked for"}),
    )?;
    let strong = picture::lidia_begins(her)?;
    her.found(true)?;
    her.does("assessment.answer_need", json!({"domain": "documentation", "status": "need", "severity": "serious", "urgency": "within2_weeks"}))?;
    her.does("approval.submit", json!({"subject": "assessment"}))?;
    her.life.does(
        "supervisor",
        "approval.approve",
        json!({"subject": "assessment", "comment": "Thank you for the pace of this interview."}),
    )?;
    strong.first().copied().context("she has strong risks")
}

/// Day 3: a safe house, a passport, wages.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
fn lidia_plans(her: &mut Course<'_>, papers: Id) -> anyhow::Result<()> {
    let scene = her.life.scene;
    her.on(23, 10);
    her.does("assessment.make_safety_plan", json!({"warning_signs": "the white van; calls without a number", "safe_places": "the house, the library by day", "who_to_call": "the centre; the hotline at night", "steps": "leave by the garden, ask for bread", "code_word": "bread", "copy_given": "no_unsafe", "about": ["trafficking"]}))?;
    her.does("planning.start_plan", json!({}))?;
    let house = scene.staff.partner("House of the Fig")?;
    let lawyers = scene.staff.partner("Lawyers")?;
    let unit = scene.staff.partner("Anti-trafficking")?;
    let safe = aim(
        her,
        "safety",
        "to sleep where nobody finds me",
        "has lived 30 days in the safe house",
        "30 days",
        30,
        ("safe_house", house),
    )?;
    let wages = aim(
        her,
        "legal_migration_status",
        "what I worked for",
        "has a claim for eleven months of wages filed",
        "1 claim",
        170,
        ("compensation_claim", lawyers),
    )?;
    her.answers.push(papers);
    let passport = aim(
        her,
        "documentation",
        "my own passport in my own bag",
        "holds a new passport",
        "1 passport",
        60,
        ("consular_liaison", lawyers),
    )?;
    agrees(her, "no_unsafe")?;
    her.life
        .does("supervisor", "approval.approve", json!({"subject": "plan"}))?;
    for (action, to, service, ask, sends) in [
        (
            safe,
            house,
            "safe_house",
            "A protected place, no address to anybody.",
            true,
        ),
        (
            wages,
            lawyers,
            "compensation_claim",
            "Wages of eleven months; she decides when.",
            false,
        ),
        (
            passport,
            lawyers,
            "consular_liaison",
            "A travel paper; name and birth date only.",
            false,
        ),
        (
            Id::default(),
            unit,
            "tip_national_referral",
            "To be sent only if she agrees.",
            false,
        ),
    ] {
        let mut body = json!({"to_agency": to, "service_type": service, "reason": ask, "urgency": "within72h", "data_shared": ["need_only"], "channel": "accompanied"});
        if action != Id::default() {
            body["plan_action_ref"] = json!(action);
        }
        if sends {
            let yes = her.consent("referral", &[to]);
            her.does("consent.record_consent", yes)?;
        }
        let drafted = her.does("implementation.draft_referral", body)?;
        if sends {
            her.does(
                "implementation.send_referral",
                json!({"referral": drafted.nth(0)}),
            )?;
            her.does("implementation.record_referral_answer", json!({"referral": drafted.nth(0), "status": "in_service", "note": "In the house since noon."}))?;
        }
    }
    Ok(())
}
