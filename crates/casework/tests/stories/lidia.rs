//! TEST-01 "Lidia" (invented), 24, domestic work, victim of trafficking.

use casework::{
    Id,
    class::Class,
    due::DueWhat,
    lists::{AlertKind, FormalStatus, LegalBasis, ReferralStatus, RiskLevel, TipConclusion},
    lists::{Theme, TipPrecondition, VulnerabilityCategory as Category},
    refusal::Why,
    sop::FloorReason,
};
use serde_json::{Value, json};

use crate::{packages::*, plans::*, story::*, telling::*};

const CONSULATE: Id = Id([64; 16]);
const LAWYER: Id = Id([65; 16]);

/// D0: the hotline, the flight, the search for her. D1: registered with an alias.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
fn registered_with_an_alias() -> Story {
    let mut story = Story::begins();
    let call = with(
        arrival(),
        json!({"channel": "hotline", "delivery_model": "remote",
        "immediate_needs": ["danger_now"], "request": "I left the house"}),
    );
    let contact = json!({"safe_channel": ["phone_call"], "phone": "0100", "may_leave_message": false,
        "code_word": "bread"});
    story.does(DESK, "reception", "receive_arrival", call).does(
        WORKER,
        "registration",
        "set_safe_contact",
        contact,
    );
    let alert = story.case().reception.alerts[0].alert.clone();
    assert_eq!(
        (alert.kind, alert.theme),
        (AlertKind::DangerNow, Theme::SupervisorNow)
    );
    no_message_reaches_her(&mut story);
    // D0 + 3 h: the outreach team is there.
    story.hours(3).does(
        WORKER,
        "reception",
        "give_help",
        json!({"service_type": "accompaniment",
        "modality": "accompaniment", "what": "met her at the station"}),
    );
    let search = json!({"danger_sources": ["employer"], "threat_detail": "drives around and asks",
        "current_safety": "immediate_danger", "suicidal": false, "action_taken": "another quarter"});
    story.does(WORKER, "reception", "report_danger", search);
    let screened = |level: &str| {
        with(
            screening(level),
            json!({"entry_route": "hotline", "initial_concerns": ["labour_exploitation", "vot_potential"]}),
        )
    };
    story.is_refused(
        WORKER,
        "screening",
        "screen",
        screened("high"),
        Why::BelowFloor,
    );
    story.does(WORKER, "screening", "screen", screened("urgent"));
    assert_eq!(due_on_day(&story, story.now, DueWhat::Registration), 0);
    story.hours(18);
    for scope in ["registration", "case_management", "health_data"] {
        agrees(&mut story, scope, &[]);
    }
    agrees(&mut story, "referral", &[SHELTER]);
    story.does(
        WORKER,
        "consent",
        "record_consent",
        refuses("authority_report"),
    );
    let named = json!({"preferred_name": "Lidia Invented", "alias": "Rosa", "nationality": ["eth"],
        "languages": ["am"], "dob": "2002-01-15", "dob_confidence": "stated"});
    story.does(
        WORKER,
        "registration",
        "record_identity",
        with(identity(), named),
    );
    register(&mut story);
    story
}

/// Phone only, no messages, never an SMS.
fn no_message_reaches_her(story: &mut Story) {
    let by = |mode: &str, kind: &str| json!({"mode": mode, "contact_type": kind, "reached": false, "next_contact_due": "2026-03-03"});
    for (mode, kind) in [
        ("sms", "message"),
        ("phone_call", "message"),
        ("email", "message"),
        ("home_visit", "visit"),
    ] {
        story.is_refused(
            WORKER,
            "review",
            "record_contact",
            by(mode, kind),
            Why::ChannelUnsafe,
        );
    }
    story.does(WORKER, "review", "record_contact", by("phone_call", "call"));
}

/// D2: the interview, its conclusion, and what the supervisor confirms.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
fn interviewed(story: &mut Story) {
    let safe_for_now = json!({"danger_sources": ["employer", "trafficker_or_recruiter"],
        "current_safety": "at_risk", "asked_in_private": true, "location_known_to_perpetrator": false});
    let interview = json!({"preconditions": TipPrecondition::CODES,
        "act_finding": "credible", "act_items": ["recruitment", "transport"],
        "means_finding": "strong", "means_items": ["deception", "other_coercion"],
        "purpose_finding": "strong", "purpose_items": ["servitude"],
        "planned": false, "live_control": true, "smuggling_facts": false});
    story.is_refused(
        WORKER,
        "assessment",
        "screen_tip",
        interview.clone(),
        Why::ConsentMissing,
    );
    agrees(story, "vot_screening", &[]);
    let overheard = with(
        interview.clone(),
        json!({"preconditions": ["private_room"]}),
    );
    story.is_refused(
        WORKER,
        "assessment",
        "screen_tip",
        overheard,
        Why::PreconditionsMissing,
    );
    story
        .does(WORKER, "assessment", "check_safety", safe_for_now)
        .does(WORKER, "assessment", "screen_tip", interview);
    let tip = story.case().assessment.tip[0].clone();
    assert_eq!(tip.screening.proposed, Some(TipConclusion::VotAssessed));
    let id = tip.screening.screening;
    let concluded = json!({"screening": id, "conclusion": "vot_assessed"});
    let confirmed = json!({"screening": id, "agrees": true});
    story.does(WORKER, "assessment", "conclude_tip", concluded);
    story.is_refused(
        MANAGER,
        "assessment",
        "confirm_tip",
        confirmed.clone(),
        Why::ConfirmerNeeded,
    );
    story.does(SUPERVISOR, "assessment", "confirm_tip", confirmed);
    let case = story.case();
    assert!(
        case.assessment
            .categories
            .contains(&Category::VotIdentified)
    );
    assert!(case.assessment.protect_as_victim());
    assert_eq!(
        case.assessment.formal_status, None,
        "only the authority recognises"
    );
    // Urgent while the danger lasted; high by floor from now on.
    assert!(!floor_reasons(story).contains(&FloorReason::DangerNow));
    assert!(floor_reasons(story).contains(&FloorReason::TraffickingLiveControl));
    let medium = risk("medium", "in a safe place");
    story.is_refused(WORKER, "screening", "decide_risk", medium, Why::BelowFloor);
    story.does(
        WORKER,
        "screening",
        "decide_risk",
        risk("high", "is searched for"),
    );
    assert_eq!(story.case().risk(), Some(RiskLevel::High));
    assess(
        story,
        &["safety", "documentation", "legal_migration_status"],
    );
    approve_the(story, "assessment");
}

struct Referrals {
    shelter: Id,
    passport: Id,
    police: Id,
    claim: Id,
}

/// D3: safe house 30 days, passport 60 days, wage claim 180 days.
fn planned(story: &mut Story) -> Referrals {
    story.does(WORKER, "planning", "start_plan", json!({}));
    let house = aim(story, "safety", "short", 30);
    let passport = aim(story, "documentation", "medium", 60);
    let wages = aim(story, "legal_migration_status", "medium", 180);
    let house = act(story, house, "safe_house", Some(SHELTER));
    let passport = act(story, passport, "consular_liaison", Some(CONSULATE));
    let wages = act(story, wages, "compensation_claim", Some(LAWYER));
    finish(story);
    let without = story.is_refused(
        WORKER,
        "approval",
        "submit",
        json!({"subject": "plan"}),
        Why::GateNotMet,
    );
    assert_eq!(
        without.missing[0].what,
        casework::refusal::MissingWhat::SafetyPlan
    );
    story.does(WORKER, "assessment", "make_safety_plan", safety_plan());
    approve_the(story, "plan");
    let of = |service: &str, to: Id, action: Id| {
        with(referral(service, to), json!({"plan_action_ref": action}))
    };
    let authority = with(
        referral("tip_national_referral", POLICE),
        json!({"authority": true}),
    );
    Referrals {
        shelter: draft(story, of("safe_house", SHELTER, house)),
        passport: draft(story, of("consular_liaison", CONSULATE, passport)),
        police: draft(story, authority),
        claim: draft(story, of("compensation_claim", LAWYER, wages)),
    }
}

/// D3 to D75: what leaves, when she agrees to it, and never before.
fn carried_out(story: &mut Story, referrals: &Referrals, d0: jiff::Timestamp) {
    assert_eq!(sends(story, referrals.shelter), LegalBasis::Consent);
    waits(story, referrals.police, Why::ConsentRefused);
    waits(story, referrals.claim, Why::ConsentMissing);
    let reported = json!({"formal_status": "referred_to_authority", "authority": "police"});
    let reports = |story: &mut Story| {
        let body = reported.clone();
        story.tries(WORKER, "assessment", "change_formal_status", body)
    };
    assert_eq!(reports(story).unwrap_err().why, Why::ConsentRefused);
    on_day(story, d0, 20);
    story.does(
        WORKER,
        "consent",
        "record_consent",
        refuses("consular_contact"),
    );
    waits(story, referrals.passport, Why::ConsentRefused);
    let shown = |story: &Story| {
        let case = story.case();
        let known = case.implementation.referral(referrals.passport).unwrap();
        known.shown_status(&case, story.now)
    };
    assert_eq!(shown(story), ReferralStatus::ConsentPending);
    on_day(story, d0, 26);
    agrees(story, "consular_contact", &[]);
    agrees(story, "referral", &[SHELTER, LAWYER]);
    sends(story, referrals.passport);
    sends(story, referrals.claim);
    for day in [30, 45, 69] {
        on_day(story, d0, day);
        waits(story, referrals.police, Why::ConsentRefused);
        assert!(reports(story).is_err(), "no authority before D70");
    }
    on_day(story, d0, 70);
    agrees(story, "authority_report", &[]);
    sends(story, referrals.police);
    reports(story).unwrap();
    on_day(story, d0, 75);
    let recognised =
        json!({"formal_status": "recognised", "authority": "national referral mechanism"});
    story.does(WORKER, "assessment", "change_formal_status", recognised);
    let (_, status) = story.case().assessment.formal_status.unwrap();
    assert_eq!(status, FormalStatus::Recognised);
}

/// The whole story, to its closure on D210.
pub fn lidia() -> Story {
    let mut story = registered_with_an_alias();
    let d0 = story.case().arrived_at().unwrap();
    on_day(&mut story, d0, 2);
    interviewed(&mut story);
    on_day(&mut story, d0, 3);
    let referrals = planned(&mut story);
    carried_out(&mut story, &referrals, d0);
    for week in 11..30 {
        on_day(&mut story, d0, 7 * week);
        reached(&mut story, 7);
        let next = due_on_day(&story, d0, DueWhat::Contact);
        assert!(next <= 7 * (week + 1), "weekly while the risk is high");
    }
    on_day(&mut story, d0, 209);
    all_done(&mut story);
    on_day(&mut story, d0, 210);
    close(&mut story, "objectives_met");
    story
}

#[test]
fn the_story_runs_from_the_hotline_to_its_closure() {
    let story = lidia();
    assert_eq!(story.case().registration.shown_name(), Some("Rosa"));
    let legal: Option<Value> = story
        .case()
        .registration
        .identity
        .map(|(_, who)| json!(who.legal_name));
    assert_eq!(legal, Some(Value::Null), "the legal name may stay empty");
    assert!(story.case().closure.retention_from().is_some());
}

#[test]
fn a_colleague_outside_the_theme_sees_no_trace_of_trafficking() {
    let story = lidia();
    let seen = story.case_for(all_but(Class::Trafficking));
    assert!(seen.assessment.tip.is_empty() && seen.assessment.formal_status.is_none());
    assert!(!seen.assessment.protect_as_victim());
    let of_theme = |kind: AlertKind| kind == AlertKind::SuspectedTrafficking;
    assert!(
        !seen
            .reception
            .alerts
            .iter()
            .any(|known| of_theme(known.alert.kind))
    );
    let hidden = [Category::VotIdentified, Category::VotPotential];
    for category in hidden {
        assert!(!seen.assessment.categories.contains(&category));
        assert!(!seen.screening.concerns.contains(&category));
    }
    let police = |to: Id| to == POLICE;
    assert!(
        !seen
            .implementation
            .referrals
            .iter()
            .any(|known| police(known.referral.to_agency))
    );
    let reader = story.case();
    assert!(
        reader
            .implementation
            .referrals
            .iter()
            .any(|known| police(known.referral.to_agency))
    );
}
