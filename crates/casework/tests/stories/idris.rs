//! TEST-02 "Idris" (invented), stated age 16 years 330 days, alone.

use casework::{
    class::{Class, Classes},
    due::DueWhat,
    lists::{AlertKind, ChildDecision, Status, Theme, TracingStatus},
    refusal::Why,
    sop::FloorReason,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::{story::*, telling::*};

const CHILD: Classes = Classes::of(Class::Child);

fn why_blocked(story: &Story, decision: ChildDecision) -> Option<Why> {
    casework::child::blocked(&story.case(), decision, story.now).map(|refusal| refusal.why)
}

/// The services that would carry out return, transfer, placement and reunification.
const LIFE_CHANGING: [&str; 4] = [
    "travel_assistance",
    "onward_transport",
    "alternative_care",
    "reunification",
];

fn service(kind: &str, status: &str) -> Value {
    json!({"service_type": kind, "modality": "service", "provider": "child office",
        "direct_or_referral": "direct", "status": status})
}

/// D0, 19:00: brought by volunteers; his assent, and two staff in his best interests.
fn arrived() -> Story {
    let mut story = Story::begins();
    story.hours(10).does(
        DESK,
        "reception",
        "receive_arrival",
        arrival_of_child("from15_to17"),
    );
    let alert = story.case().reception.alerts[0].alert.clone();
    assert_eq!(
        (alert.kind, alert.theme),
        (AlertKind::ChildAlone, Theme::ChildProtection)
    );
    assert_eq!(floor_reasons(&story), [FloorReason::UnaccompaniedChild]);
    story.is_refused(
        WORKER,
        "screening",
        "screen",
        screening("medium"),
        Why::BelowFloor,
    );
    let route = json!({"entry_route": "community", "initial_concerns": ["unaccompanied_child"]});
    story.does(
        WORKER,
        "screening",
        "screen",
        with(screening("high"), route),
    );
    let identity = with(
        identity(),
        json!({"preferred_name": "Idris Invented", "sex": "male", "dob": "2009-04-06"}),
    );
    let record = |story: &mut Story| {
        story.tries(WORKER, "registration", "record_identity", identity.clone())
    };
    assert_eq!(record(&mut story).unwrap_err().why, Why::ConsentMissing);
    let basis = json!({"scope": "registration", "legal_basis": "best_interests_child",
        "reason": "no guardian is known", "assent": "given_verbally"});
    story.does(WORKER, "consent", "propose_substitute", basis);
    let id = story.case().consents.substitutes[0].substitute.substitute;
    let second = json!({"substitute": id, "reason": "he is alone"});
    story.is_refused(
        WORKER,
        "consent",
        "confirm_substitute",
        second.clone(),
        Why::TwoStaffNeeded,
    );
    assert_eq!(record(&mut story).unwrap_err().why, Why::ConsentMissing);
    story.does(CHILD_FOCAL_POINT, "consent", "confirm_substitute", second);
    record(&mut story).unwrap();
    let contact = json!({"safe_channel": ["in_person_centre"], "may_leave_message": false});
    story.does(WORKER, "registration", "set_safe_contact", contact);
    register(&mut story);
    story
}

/// D1: the guardian authority is told; the police say another age. D2: BIA, emergency care.
fn cared_for(story: &mut Story, d0: Timestamp) {
    on_day(story, d0, 1);
    let told = json!({"authority": "guardianship office", "what": "a boy of 16, alone"});
    let police = json!({"said_by": "police", "age_said": 19});
    story.does(WORKER, "child", "tell_authority", told).does(
        WORKER,
        "registration",
        "dispute_age",
        police,
    );
    let case = story.case();
    assert!(case.registration.age_disputed() && case.is_child(story.now));
    let said = case.registration.age_disputes[0].1.age_said;
    let claimed = case.registration.identity.as_ref().unwrap().1.dob;
    assert_eq!((said, claimed), (19, Some("2009-04-06".parse().unwrap())));
    on_day(story, d0, 2);
    assert_eq!(due_on_day(story, d0, DueWhat::Bia), 2, "48 h for high risk");
    for kind in LIFE_CHANGING {
        story.is_refused(
            WORKER,
            "implementation",
            "record_service",
            service(kind, "planned"),
            Why::BiaNeeded,
        );
    }
    story.does(
        WORKER,
        "implementation",
        "record_service",
        service("foster_care", "scheduled"),
    );
    let bia = json!({"child_view": "I want to go to school", "care_now": "none",
        "recommended_actions": "emergency foster care", "bid_needed": true,
        "bid_reason": "durable_solution_for_uasc", "allows": ["temporary_care"]});
    story
        .does(WORKER, "child", "open_bia", json!({}))
        .does(WORKER, "child", "record_bia", bia);
    assert!(dues(story, DueWhat::Bia).is_empty());
    for kind in LIFE_CHANGING {
        story.is_refused(
            WORKER,
            "implementation",
            "record_service",
            service(kind, "planned"),
            Why::BidNeeded,
        );
    }
}

/// D5: he agrees to tracing. D12: an uncle. D30: the uncle is not safe.
fn traced(story: &mut Story, d0: Timestamp) {
    let start = json!({"who": "an uncle in the north"});
    story.is_refused(
        WORKER,
        "child",
        "start_tracing",
        start.clone(),
        Why::ConsentMissing,
    );
    on_day(story, d0, 5);
    agrees(story, "tracing", &[]);
    story.does(WORKER, "child", "start_tracing", start);
    on_day(story, d0, 12);
    let found = |result: &str| json!({"result": result, "who": "his uncle"});
    story.does(WORKER, "child", "record_tracing", found("found_safe"));
    on_day(story, d0, 30);
    story.does(WORKER, "child", "record_tracing", found("found_unsafe"));
    let (_, status) = story.case().child.tracing.unwrap();
    assert_eq!(status, TracingStatus::FoundUnsafe);
    let without = story.case_for(all_but(Class::Child));
    assert!(without.child.tracing.is_none() && without.child.traced.is_empty());
    assert_eq!(story.case_for(CHILD).child.traced.len(), 2);
}

/// D45: the panel; then school and foster care, with contact weekly and two-weekly.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
fn settled(story: &mut Story, d0: Timestamp) {
    on_day(story, d0, 45);
    let panel = json!({"participants": ["supervisor", "psychologist", "focal_point", "person"],
        "options": "uncle, foster family, group home", "decision_text": "stays in foster care, school",
        "allows": ["temporary_care", "placement"]});
    story.is_refused(
        WORKER,
        "child",
        "hold_bid_panel",
        panel.clone(),
        Why::ConfirmerNeeded,
    );
    story.does(SUPERVISOR, "child", "hold_bid_panel", panel);
    assert_eq!(why_blocked(story, ChildDecision::Placement), None);
    for decision in [
        ChildDecision::Return,
        ChildDecision::Transfer,
        ChildDecision::Reunification,
    ] {
        assert_eq!(why_blocked(story, decision), Some(Why::BiaNeeded));
    }
    story.does(
        WORKER,
        "implementation",
        "record_service",
        service("alternative_care", "planned"),
    );
    assess(story, &["education_language", "child_care_guardianship"]);
    let checked = json!({"current_safety": "safe", "asked_in_private": true});
    let skipped = json!({"why": "no_indication"});
    story
        .does(WORKER, "assessment", "check_safety", checked)
        .does(WORKER, "assessment", "skip_tip", skipped)
        .does(WORKER, "assessment", "make_safety_plan", safety_plan());
    approve_the(story, "assessment");
    story.does(WORKER, "planning", "start_plan", json!({}));
    let school = aim(story, "education_language", "short", 20);
    act(story, school, "school_enrolment", None);
    agree_on_plan(story);
    for week in 7..12 {
        on_day(story, d0, 7 * week);
        reached(story, 7);
        assert!(due_on_day(story, d0, DueWhat::Contact) <= 7 * (week + 1));
    }
    story.is_refused(
        WORKER,
        "review",
        "hold_review",
        review("medium", "continue"),
        Why::BelowFloor,
    );
    story.does(
        SUPERVISOR,
        "review",
        "hold_review",
        review("medium", "continue"),
    );
    for fortnight in 6..28 {
        on_day(story, d0, 14 * fortnight);
        reached(story, 14);
        assert!(due_on_day(story, d0, DueWhat::Contact) <= 14 * (fortnight + 1));
    }
}

/// The whole story, to the day he turned 18.
pub fn idris() -> Story {
    let mut story = arrived();
    let d0 = story.case().arrived_at().unwrap();
    cared_for(&mut story, d0);
    traced(&mut story, d0);
    settled(&mut story, d0);
    on_day(&mut story, d0, 399);
    assert!(dues(&story, DueWhat::AdultConsent).is_empty());
    on_day(&mut story, d0, 400);
    story
}

#[test]
fn he_turns_eighteen_and_his_case_stays_open() {
    let mut story = idris();
    let d0 = story.case().arrived_at().unwrap();
    let birthday: Timestamp = "2027-04-06T00:00:00Z".parse().unwrap();
    for what in [DueWhat::AdultConsent, DueWhat::PlanReviewAtEighteen] {
        let all = dues(&story, what);
        let by = birthday + SignedDuration::from_hours(30 * 24);
        assert_eq!((all.len(), all[0].at), (1, by), "due D430");
    }
    assert!(!story.case().is_child(story.now));
    assert_eq!(story.case().status(), Some(Status::Open));
    agrees(&mut story, "registration", &[]);
    assert!(dues(&story, DueWhat::AdultConsent).is_empty());
    on_day(&mut story, d0, 460);
    assert_eq!(
        story.case().status(),
        Some(Status::Open),
        "never closed by itself"
    );
}

#[test]
fn he_counts_as_a_child_of_sixteen_on_the_day_he_was_registered() {
    let case = idris().case();
    let registered = casework::case::day_of(case.registration.registered_at.unwrap());
    let age = case.registration.age_on(registered);
    assert!(age.is_some_and(|age| (12..=17).contains(&age)), "{age:?}");
}
