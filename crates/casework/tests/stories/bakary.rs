//! TEST-04 "Unknown man", later "Bakary" (invented), 41, medical emergency.

use casework::{
    Id,
    due::DueWhat,
    lists::{LegalBasis, RiskLevel, Status, Step, StepState},
    refusal::Why,
};
use jiff::SignedDuration;
use serde_json::json;

use crate::{packages::*, plans::*, story::*, telling::*};

const HOSPITAL: Id = Id([66; 16]);

/// D0, 02:10: unconscious at the gate. Help first; the supervisor countersigns at 11:00.
fn unknown_man() -> Story {
    let mut story = Story::begins();
    story.now = "2026-03-02T02:10:00Z".parse().unwrap();
    let d0 = story.now;
    let found = with(
        arrival(),
        json!({"immediate_needs": ["medical"], "language": "other",
        "request": "cannot speak", "action_taken": "ambulance called"}),
    );
    let emergency = json!({"danger": "unconscious", "minimum_data": "man, about 40, found 02:10"});
    let aid =
        json!({"service_type": "first_aid", "modality": "service", "what": "recovery position"});
    story
        .does(DESK, "reception", "receive_arrival", found)
        .does(WORKER, "registration", "register_emergency", emergency)
        .does(WORKER, "reception", "give_help", aid);
    assert!(
        story.case().registration.identity.is_none(),
        "no name was needed"
    );
    assert_eq!(due_on_day(&story, d0, DueWhat::CompleteOrPurge), 7);
    let in_doubt = with(consent("registration"), json!({"capacity": "in_doubt"}));
    story.is_refused(
        WORKER,
        "consent",
        "record_consent",
        in_doubt,
        Why::CapacityInDoubt,
    );
    let to_hospital = with(
        referral("specialist_care", HOSPITAL),
        json!({"data_shared": ["need_only"]}),
    );
    let id = draft(&mut story, to_hospital);
    waits(&mut story, id, Why::ConsentMissing);
    let saving = json!({"recipient": HOSPITAL, "danger": "may die", "why_not_asked": "unconscious",
        "minimum_data": ["need_only", "health_facts"], "what_was_shared": "state when found"});
    story.does(WORKER, "consent", "make_override", saving);
    assert_eq!(sends(&mut story, id), LegalBasis::VitalInterest);
    let made = story.case().consents.overrides[0].made.id;
    assert_eq!(
        dues(&story, DueWhat::Countersign)[0].at,
        d0 + SignedDuration::from_hours(24)
    );
    story.now = "2026-03-02T11:00:00Z".parse().unwrap();
    let signs = json!({"override_id": made, "comment": "right"});
    story.is_refused(
        WORKER,
        "consent",
        "countersign_override",
        signs.clone(),
        Why::SupervisorNeeded,
    );
    story.does(SUPERVISOR, "consent", "countersign_override", signs);
    assert!(dues(&story, DueWhat::Countersign).is_empty());
    story
}

/// The whole story, to its closure on D120.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
pub fn bakary() -> Story {
    let mut story = unknown_man();
    let d0 = story.case().arrived_at().unwrap();
    on_day(&mut story, d0, 2);
    let made = story.case().consents.overrides[0].made.id;
    let told = json!({"override_id": made, "in_their_words": "thank you"});
    story.does(WORKER, "consent", "tell_person", told);
    assert!(dues(&story, DueWhat::TellPerson).is_empty());
    let photo = json!({"kept_where": "safe"});
    story
        .does(WORKER, "screening", "screen", screening("medium"))
        .does(WORKER, "consent", "record_consent", refuses("photo"));
    agrees(&mut story, "registration", &[]);
    agrees(&mut story, "health_data", &[]);
    story.is_refused(
        WORKER,
        "registration",
        "keep_photo",
        photo,
        Why::ConsentRefused,
    );
    let named = json!({"preferred_name": "Bakary Invented", "sex": "male", "dob": "1985-01-01"});
    let contact = json!({"safe_channel": ["phone_call"], "may_leave_message": true});
    story
        .does(
            WORKER,
            "registration",
            "record_identity",
            with(identity(), named),
        )
        .does(WORKER, "registration", "set_safe_contact", contact);
    register(&mut story);
    assert!(dues(&story, DueWhat::CompleteOrPurge).is_empty());
    assert_eq!(
        due_on_day(&story, d0, DueWhat::Assessment),
        7,
        "counted from D0"
    );
    on_day(&mut story, d0, 3);
    let checked = json!({"current_safety": "safe", "asked_in_private": true});
    story
        .does(WORKER, "assessment", "check_safety", checked)
        .does(
            WORKER,
            "assessment",
            "skip_tip",
            json!({"why": "no_indication"}),
        );
    assess(&mut story, &["health", "shelter", "legal_migration_status"]);
    story.does(
        WORKER,
        "approval",
        "submit",
        json!({"subject": "assessment"}),
    );
    on_day(&mut story, d0, 4);
    story.does(WORKER, "planning", "start_plan", json!({}));
    let insulin = aim(&mut story, "health", "short", 20);
    act(&mut story, insulin, "medicines", None);
    agree_on_plan(&mut story);
    relapsed(&mut story, d0);
    for month in 1..4 {
        on_day(&mut story, d0, 30 * month);
        reached(&mut story, 14);
    }
    story.does(
        WORKER,
        "screening",
        "decide_risk",
        risk("low", "stable for two months"),
    );
    assert_eq!(story.case().risk(), Some(RiskLevel::Low));
    on_day(&mut story, d0, 119);
    all_done(&mut story);
    on_day(&mut story, d0, 120);
    close(&mut story, "objectives_met");
    story
}

/// D10: relapse, and a review it forces. D11: version 2 of the plan.
fn relapsed(story: &mut Story, d0: jiff::Timestamp) {
    on_day(story, d0, 10);
    let relapse = json!({"trigger": "relapse", "text": "in hospital again", "about": ["health"]});
    story.does(WORKER, "review", "record_trigger", relapse);
    assert_eq!(due_on_day(story, d0, DueWhat::TriggerReview), 12);
    story.hours(20).does(
        WORKER,
        "review",
        "hold_review",
        review("medium", "adjust_plan"),
    );
    assert!(dues(story, DueWhat::TriggerReview).is_empty());
    assert_eq!(
        story.case().step(Step::Planning).state(),
        StepState::RevisitDue
    );
    on_day(story, d0, 11);
    revise(story);
    agree_on_plan(story);
    assert_eq!(story.case().planning.version, 2);
    assert_eq!(story.case().step(Step::Planning).state(), StepState::Done);
}

#[test]
fn the_override_stays_on_file_and_the_case_ends_well() {
    let story = bakary();
    let case = story.case();
    assert_eq!(case.status(), Some(Status::Closed));
    let known = &case.consents.overrides[0];
    assert!(known.countersigned.is_some() && known.told.is_some());
}

#[test]
fn without_his_consent_the_temporary_record_would_go_on_the_seventh_day() {
    let mut story = unknown_man();
    let d0 = story.case().arrived_at().unwrap();
    on_day(&mut story, d0, 8);
    let purge = dues(&story, DueWhat::CompleteOrPurge);
    assert!(purge[0].at < story.now);
    story.does(
        MANAGER,
        "reception",
        "purge_inquiry",
        json!({"sex": "male"}),
    );
    assert_eq!((story.last.events.len(), story.last.beside.len()), (0, 1));
}
