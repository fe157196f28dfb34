//! TEST-01, TEST-02, TEST-04 and TEST-05 of section 9, each half-way, at a day on which there is
//! something to do.

use casework::{Id, lists::TipPrecondition};
use serde_json::{Value, json};

use super::{
    course::{Course, Days},
    script::{Scene, Script},
    words::Person,
};

/// Lidia on day 26, Idris on day 31, Bakary on day 10, Sami on day 15.
pub fn tell(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    lidia(scene, script)?;
    idris(scene, script)?;
    bakary(scene, script)?;
    sami(scene, script)
}

/// Somebody with a history of their own.
pub fn somebody<'s>(
    scene: &'s Scene<'s>,
    script: &mut Script,
    worker: &'static str,
    n: usize,
    line: Value,
) -> anyhow::Result<Course<'s>> {
    let person: Person = serde_json::from_value(line)?;
    let lane = script.lane();
    Course::new(scene, lane, &person, worker, n)
}

/// Where the house is looked for, nobody asks twice.
fn lidia(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "Rosa (Lidia Invented)", "sex": "f", "age": 24, "from": "eth", "speaks": ["am"], "kind": "violence", "risk": "high", "was": "urgent", "days": 26});
    let mut her = somebody(scene, script, "worker", 101, line)?;
    lidia_arrives(&mut her)?;
    lidia_is_heard(&mut her)?;
    lidia_plans(&mut her)?;
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
fn lidia_is_heard(her: &mut Course<'_>) -> anyhow::Result<()> {
    her.on(24, 9);
    her.does("assessment.check_safety", json!({"danger_sources": ["employer", "trafficker_or_recruiter"], "threat_detail": "They hold her passport and know her village.", "current_safety": "at_risk", "asked_in_private": true, "location_known_to_perpetrator": false, "about": ["trafficking"]}))?;
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
    her.found(true)?;
    her.does("assessment.answer_need", json!({"domain": "documentation", "status": "need", "severity": "serious", "urgency": "within2_weeks"}))?;
    her.does("approval.submit", json!({"subject": "assessment"}))?;
    her.life.does("supervisor", "approval.approve", json!({"subject": "assessment", "comment": "Thank you for the pace of this interview."})).map(drop)
}

/// Day 3: a safe house, a passport, wages.
fn lidia_plans(her: &mut Course<'_>) -> anyhow::Result<()> {
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

/// A goal, its objective and the referral planned for it; answers the action.
pub fn aim(
    course: &mut Course<'_>,
    domain: &str,
    words: &str,
    text: &str,
    target: &str,
    days: i64,
    (service, to): (&str, Id),
) -> anyhow::Result<Id> {
    let scene = course.life.scene;
    let begun = course.life.days_ago();
    let goal = course.does(
        "planning.set_goal",
        json!({"domain": domain, "in_person_words": words, "priority": 1}),
    )?;
    let horizon = if days <= 30 { "short" } else { "medium" };
    let due = scene.day(begun - days);
    let objective = course.does("planning.set_objective", json!({"goal": goal.nth(0), "text": text, "indicator": "seen and noted", "baseline": "none", "target": target, "due": due, "horizon": horizon}))?;
    let action = course.does("planning.plan_action", json!({"objective": objective.nth(0), "action_type": "referral", "service_type": service, "recipient": to, "responsible": "caseworker", "start": scene.day(begun), "due": due}))?;
    Ok(action.nth(0))
}

/// Watched, dated, agreed, sent for approval.
pub fn agrees(course: &mut Course<'_>, copy: &str) -> anyhow::Result<()> {
    let scene = course.life.scene;
    let begun = course.life.days_ago();
    course.does("planning.plan_monitoring", json!({"how": "talks and calls", "how_often": "weekly", "by_whom": "caseworker", "feedback_channel": "in_person_centre", "info_sharing_summary": "partners learn what the request says"}))?;
    course.does(
        "planning.set_review_date",
        json!({"review_date": scene.day(begun - 28)}),
    )?;
    course.does("planning.record_agreement", json!({"agreed_how": "signature", "agreed_on": scene.day(begun), "language": course.person.speaks[0], "copy_given": copy}))?;
    course
        .does("approval.submit", json!({"subject": "plan"}))
        .map(drop)
}

/// Reviews with the supervisor on these days.
pub fn supervised(course: &mut Course<'_>, days: &[i64], level: &str) -> anyhow::Result<()> {
    let scene = course.life.scene;
    for day in days {
        course.on(*day, 17);
        course.life.does("supervisor", "review.hold_review", json!({"meeting_type": "case_management", "participants": ["caseworker", "supervisor"],
            "goal_progress": "Goals looked at one by one.", "risk_level_new": level, "risk_reason": "the same dangers, held", "decision": "continue", "next_review_on": scene.day(day - 13)}))?;
    }
    Ok(())
}

/// He says sixteen, the police say nineteen; yesterday the uncle turned out not to be safe.
fn idris(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "إدريس Invented", "sex": "m", "age": 16, "from": "sdn", "speaks": ["ar"], "kind": "alone", "risk": "high", "days": 31, "stage": "assess_sent_risk", "seen": 4, "next": 3});
    let mut he = somebody(scene, script, "colleague", 102, line)?;
    he.registered()?;
    he.on(30, 9);
    he.does("registration.dispute_age", json!({"said_by": "police at the station", "age_said": 19, "dissent": "He counts his school years on his fingers: sixteen."}))?;
    let days = Days {
        assessed: 29,
        planned: 27,
        started: 26,
    };
    he.assessed(days)?;
    he.on(27, 10);
    he.does("child.record_bia", json!({"child_view": "I want to go to school, and not to the uncle before I know him.", "care_now": "foster", "tracing_status": "not_started",
        "recommended_actions": "Foster care goes on; panel on where he lives in the long run.", "bid_needed": true, "bid_reason": "durable_solution_for_uasc", "allows": ["temporary_care"]}))?;
    he.on(26, 10);
    let yes = he.consent("tracing", &[]);
    he.does("consent.record_consent", yes)?;
    he.does("child.start_tracing", json!({"who": "an uncle in the north", "what_is_known": "drives a lorry, a scar on the hand"}))?;
    he.on(19, 12);
    he.does("child.record_tracing", json!({"result": "found_safe", "who": "his uncle", "safety_note": "Says the right names; visit to come."}))?;
    for (day, note) in [
        (
            18,
            "Wants to call the uncle today. We wait for the visit first.",
        ),
        (11, "First school report, proud and shy."),
        (
            4,
            "Quiet. Asked whether he must go to the uncle. Told: nobody decides without him.",
        ),
    ] {
        he.on(day, 14);
        he.does("review.record_contact", json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true, "safety_now": "safe", "wellbeing": 2, "progress_note": note, "next_contact_due": scene.day(day - 7)}))?;
    }
    supervised(&mut he, &[30, 17, 5], "high")?;
    he.on(1, 11);
    he.does("child.record_tracing", json!({"result": "found_unsafe", "who": "his uncle", "safety_note": "The visit: two boys work for him at night. Not before a best-interests step."}))?;
    he.life.into_script(script);
    Ok(())
}

/// Found at the gate; on his feet; this morning back in hospital.
fn bakary(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "Bakary Invented", "sex": "m", "age": 41, "from": "gmb", "speaks": ["en", "wo"], "kind": "health", "risk": "medium", "days": 10});
    let mut he = somebody(scene, script, "worker", 104, line)?;
    let hospital = scene.staff.partner("Regional Hospital")?;
    he.life.on(10, 2, 10);
    he.life.does("desk", "reception.receive_arrival", json!({"delivery_model": "individual_care", "channel": "in_person_centre", "language": "other", "sex_observed": "male", "age_band": "from18_to59",
        "immediate_needs": ["medical"], "request": "cannot speak", "action_taken": "recovery position, ambulance called 02:12"}))?;
    he.does("registration.register_emergency", json!({"danger": "unconscious at the gate", "minimum_data": "man of about forty, found 02:10"}))?;
    let drafted = he.does("implementation.draft_referral", json!({"to_agency": hospital, "service_type": "specialist_care", "reason": "Unconscious, found at the gate.", "urgency": "now1h", "data_shared": ["need_only"], "channel": "phone"}))?;
    let made = he.does("consent.make_override", json!({"recipient": hospital, "danger": "may die", "why_not_asked": "unconscious", "minimum_data": ["need_only", "health_facts"], "what_was_shared": "how and when he was found", "capacity": "in_doubt"}))?;
    he.does(
        "implementation.send_referral",
        json!({"referral": drafted.nth(0)}),
    )?;
    he.life.on(10, 11, 0);
    he.life.does(
        "supervisor",
        "consent.countersign_override",
        json!({"override_id": made.nth(0), "comment": "Right, and no word too much."}),
    )?;
    he.does("implementation.record_referral_answer", json!({"referral": drafted.nth(0), "status": "in_service", "note": "Admitted; sugar, they say."}))?;
    he.on(8, 9);
    he.does(
        "consent.tell_person",
        json!({"override_id": made.nth(0), "in_their_words": "You did well. Thank you."}),
    )?;
    he.admitted("no")?;
    let days = Days {
        assessed: 7,
        planned: 6,
        started: 6,
    };
    he.assessed(days)?;
    he.on(6, 15);
    he.does("planning.start_plan", json!({}))?;
    let clinic = scene.staff.partner("Hill Clinic")?;
    let action = aim(
        &mut he,
        "health",
        "to know my sugar and not to fall down",
        "measures his sugar on 25 of 30 days",
        "25 days",
        30,
        ("primary_care", clinic),
    )?;
    agrees(&mut he, "yes")?;
    he.life
        .does("supervisor", "approval.approve", json!({"subject": "plan"}))?;
    he.on(5, 10);
    let yes = he.consent("referral", &[clinic]);
    he.does("consent.record_consent", yes)?;
    let control = he.does("implementation.draft_referral", json!({"plan_action_ref": action, "to_agency": clinic, "service_type": "primary_care", "reason": "Diabetes, first control and a meter.", "urgency": "within72h", "data_shared": ["name", "health_facts"], "channel": "in_system"}))?;
    he.does(
        "implementation.send_referral",
        json!({"referral": control.nth(0)}),
    )?;
    he.does("implementation.record_referral_answer", json!({"referral": control.nth(0), "status": "accepted", "note": "Thursday, nine o'clock."}))?;
    he.on(3, 14);
    he.does("review.record_contact", json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true, "safety_now": "safe", "wellbeing": 3, "progress_note": "Walks slowly, jokes fast. Wrote his first numbers into the little book.", "next_contact_due": scene.day(-4)}))?;
    he.life.minutes_ago(150);
    he.does("review.record_trigger", json!({"trigger": "relapse", "text": "In hospital again since the night; the meter was left at the flat.", "about": ["health"]}))?;
    he.life.into_script(script);
    Ok(())
}

/// A single room, a safety reason, and no more than that leaves this house.
fn sami(scene: &Scene<'_>, script: &mut Script) -> anyhow::Result<()> {
    let line = json!({"name": "سامي Invented", "sex": "m", "age": 27, "from": "irq", "speaks": ["ar", "en"], "kind": "asylum", "risk": "medium", "days": 15});
    let mut he = somebody(scene, script, "worker", 105, line)?;
    he.registered()?;
    he.on(10, 9);
    let days = Days {
        assessed: 10,
        planned: 9,
        started: 8,
    };
    he.assessed(days)?;
    he.on(9, 9);
    he.does("registration.record_sogi", json!({"sexual_orientation": "gay", "why_needed": "a single room, and another interpreter", "hide_from": "the interpreter of the first talk"}))?;
    he.does("reception.report_interpreter", json!({"interpreter_ref": "interpreter A", "why_unsafe": "of his community; he is afraid of talk", "replaced_by": "interpreter B", "interview_unreliable": true, "about": ["sogi"]}))?;
    he.does("planning.start_plan", json!({}))?;
    let house = scene.staff.partner("Blue Door")?;
    let lawyers = scene.staff.partner("Lawyers")?;
    let room = aim(
        &mut he,
        "shelter",
        "a door and nobody behind it",
        "has a single room for 60 nights",
        "60 nights",
        60,
        ("rent_support", house),
    )?;
    aim(
        &mut he,
        "legal_migration_status",
        "to say it once, to the right person",
        "has had his asylum interview with a lawyer beside him",
        "1 interview",
        90,
        ("representation", lawyers),
    )?;
    agrees(&mut he, "no_unsafe")?;
    he.life
        .does("supervisor", "approval.approve", json!({"subject": "plan"}))?;
    he.on(7, 10);
    let yes = he.consent("referral", &[house]);
    he.does("consent.record_consent", yes)?;
    let asked = he.does("implementation.draft_referral", json!({"plan_action_ref": room, "to_agency": house, "service_type": "rent_support", "reason": "single room, safety reason", "urgency": "within72h", "data_shared": ["name", "need_only"], "channel": "phone"}))?;
    he.does(
        "implementation.send_referral",
        json!({"referral": asked.nth(0)}),
    )?;
    he.does("implementation.record_referral_answer", json!({"referral": asked.nth(0), "status": "in_service", "note": "Room 4, since the evening."}))?;
    he.on(4, 11);
    he.does("review.record_contact", json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true, "safety_now": "safe", "wellbeing": 3, "progress_note": "Reads the lawyer's questions aloud, in two languages.", "next_contact_due": scene.day(-3)}))?;
    he.life.minutes_ago(47);
    he.does("reception.report_danger", json!({"danger_sources": ["community"], "threat_detail": "A neighbour waited at his door this morning and said he would come back with others.", "current_safety": "at_risk", "suicidal": false, "action_taken": "Sits with us; another room is being looked for today."}))?;
    he.life.into_script(script);
    Ok(())
}
