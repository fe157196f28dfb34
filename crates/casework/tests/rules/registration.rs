//! Registration: consent and eligibility first, gate G1 in words, ages, emergencies.

use casework::{
    class::{Class, Classes},
    decide::Beside,
    floors,
    lists::Status,
    refusal::{MissingWhat as M, Why},
    registration::Worker,
    sop::FloorReason,
};
use serde_json::json;

use crate::story::*;

#[test]
fn nothing_is_recorded_before_eligibility_and_consent() {
    for (kind, body) in [
        ("record_identity", identity()),
        ("record_background", json!({})),
    ] {
        let mut story = Story::begins();
        story.does(DESK, "reception", "receive_arrival", arrival());
        story.is_refused(WORKER, "registration", kind, body.clone(), Why::NotEligible);
        story.does(WORKER, "screening", "screen", screening("low"));
        story.is_refused(
            WORKER,
            "registration",
            kind,
            body.clone(),
            Why::ConsentMissing,
        );
        story.does(WORKER, "consent", "record_consent", consent("registration"));
        story.does(WORKER, "registration", kind, body);
    }
}

#[test]
fn health_journey_and_photo_need_their_own_consent() {
    for (kind, scope, body) in [
        (
            "record_health",
            "health_data",
            json!({"pregnant": "declined"}),
        ),
        (
            "record_journey",
            "journey_interview",
            json!({"travelling": "alone"}),
        ),
        ("keep_photo", "photo", json!({"kept_where": "safe"})),
    ] {
        let mut story = identified();
        let refusal = story.is_refused(
            WORKER,
            "registration",
            kind,
            body.clone(),
            Why::ConsentMissing,
        );
        assert_eq!(refusal.which, Some(("consent_scope", scope)));
        story.does(WORKER, "consent", "record_consent", consent(scope));
        story.does(WORKER, "registration", kind, body);
    }
}

#[test]
fn restricted_facts_are_for_their_readers() {
    let mut story = identified();
    story.does(WORKER, "consent", "record_consent", consent("health_data"));
    story.does(
        WORKER,
        "registration",
        "record_health",
        json!({"pregnant": true}),
    );
    story.does(
        WORKER,
        "registration",
        "record_sogi",
        json!({"sexual_orientation": "x", "why_needed": "housing"}),
    );
    let general = story.case_for(Classes::GENERAL).registration;
    assert!(general.health.is_none() && general.sogi.is_none());
    assert!(
        story
            .case_for(Classes::of(Class::Health))
            .registration
            .health
            .is_some()
    );
    assert!(
        story
            .case_for(Classes::of(Class::Sogi))
            .registration
            .sogi
            .is_some()
    );
}

#[test]
fn g1_names_everything_that_is_missing() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    let all = [
        M::Eligibility,
        M::RegistrationConsent,
        M::Identity,
        M::DuplicateCheck,
        M::Worker,
        M::SafeContact,
    ];
    story.misses(
        WORKER,
        "registration",
        "complete_registration",
        json!({}),
        &all,
    );
    let mut story = identified();
    story.misses(
        WORKER,
        "registration",
        "complete_registration",
        json!({}),
        &[M::DuplicateCheck, M::Worker, M::SafeContact],
    );
}

#[test]
fn unsure_the_duty_worker_and_no_contact_satisfy_g1() {
    let mut story = identified();
    story
        .does(
            WORKER,
            "registration",
            "resolve_duplicate",
            json!({"duplicate_outcome": "unsure_review_later"}),
        )
        .does(
            MANAGER,
            "registration",
            "assign_worker",
            json!({"worker": "duty"}),
        )
        .does(
            WORKER,
            "registration",
            "set_safe_contact",
            json!({"safe_channel": ["none_contact_unsafe"], "may_leave_message": false}),
        )
        .does(WORKER, "registration", "complete_registration", json!({}));
    let case = story.case();
    assert_eq!(case.status(), Some(Status::Open));
    assert_eq!(
        case.registration.worker.as_ref().unwrap().1.worker,
        Worker::Duty
    );
    let code = case.registration.code.unwrap();
    assert_eq!(story.last.beside, [Beside::ClaimCode(code)]);
    story.is_refused(
        WORKER,
        "registration",
        "complete_registration",
        json!({}),
        Why::AlreadyDone,
    );
}

#[test]
fn a_confirmed_substitute_stands_for_consent_in_g1() {
    let mut story = Story::begins();
    story.does(
        DESK,
        "reception",
        "receive_arrival",
        arrival_of_child("from15_to17"),
    );
    let child = with(
        screening("high"),
        json!({"initial_concerns": ["unaccompanied_child"]}),
    );
    story.does(WORKER, "screening", "screen", child);
    let substitute = json!({"scope": "registration", "legal_basis": "best_interests_child", "reason": "no guardian"});
    story.does(WORKER, "consent", "propose_substitute", substitute);
    story.is_refused(
        WORKER,
        "registration",
        "record_identity",
        identity(),
        Why::ConsentMissing,
    );
    let id = story.case().consents.substitutes[0]
        .substitute
        .substitute
        .to_string();
    story.does(
        CHILD_FOCAL_POINT,
        "consent",
        "confirm_substitute",
        json!({"substitute": id, "reason": "yes"}),
    );
    story.does(
        WORKER,
        "registration",
        "record_identity",
        with(identity(), json!({"dob": "2009-05-01"})),
    );
    complete(&mut story);
    assert_eq!(story.case().status(), Some(Status::Open));
}

#[test]
fn no_contact_stands_alone_and_a_birth_date_says_how_sure_it_is() {
    let mut story = identified();
    let both = json!({"safe_channel": ["none_contact_unsafe", "sms"], "may_leave_message": false});
    story.is_refused(
        WORKER,
        "registration",
        "set_safe_contact",
        both,
        Why::NoneWithOthers,
    );
    let mut unsure = identity();
    unsure.as_object_mut().unwrap().remove("dob_confidence");
    story.is_refused(
        WORKER,
        "registration",
        "record_identity",
        unsure,
        Why::TextNeeded,
    );
    let mut alias = identity();
    alias.as_object_mut().unwrap().remove("dob");
    alias.as_object_mut().unwrap().remove("dob_confidence");
    story.does(
        WORKER,
        "registration",
        "record_identity",
        with(alias, json!({"alias": "Noor"})),
    );
    assert_eq!(story.case().registration.shown_name(), Some("Noor"));
}

#[test]
fn same_or_not_same_needs_a_reason() {
    for outcome in ["same", "not_same"] {
        let mut story = identified();
        story.is_refused(
            WORKER,
            "registration",
            "resolve_duplicate",
            json!({"duplicate_outcome": outcome}),
            Why::ReasonNeeded,
        );
        let reasoned = json!({"duplicate_outcome": outcome, "duplicate_reason": "another mother",
            "other_code": "K7Q-0001"});
        story.does(WORKER, "registration", "resolve_duplicate", reasoned);
    }
}

#[test]
fn a_late_pregnancy_alone_is_a_reason_for_care_and_told_to_those_who_read_it() {
    for (said, found) in [
        (json!(true), true),
        (json!(false), false),
        (json!("declined"), false),
    ] {
        let mut story = registered("low");
        let facts = json!({"pregnant": true, "late_pregnancy_alone": said});
        story
            .does(WORKER, "consent", "record_consent", consent("health_data"))
            .does(WORKER, "registration", "record_health", facts);
        let floors = floors::floors(&story.case(), &story.sop, story.now);
        let alone = (floors.iter()).find(|floor| floor.reason == FloorReason::LatePregnancyAlone);
        let health = Classes::of(Class::Health);
        assert_eq!(alone.map(|floor| floor.classes), found.then_some(health));
    }
}

/// Never two open cases of one person in one centre; a file at another centre is no hindrance.
#[test]
fn who_has_a_file_here_goes_on_there() {
    let found = |outcome: &str| {
        let mut story = identified();
        let check = json!({"duplicate_outcome": outcome, "duplicate_reason": "says so"});
        let check = match outcome {
            "same" => {
                let why = Why::TextNeeded;
                let refusal = story.is_refused(
                    WORKER,
                    "registration",
                    "resolve_duplicate",
                    check.clone(),
                    why,
                );
                assert_eq!(refusal.field, Some("other_code"));
                with(check, json!({"other_code": "K7Q-0001"}))
            }
            _ => check,
        };
        story
            .does(WORKER, "registration", "resolve_duplicate", check)
            .does(
                MANAGER,
                "registration",
                "assign_worker",
                json!({"worker": "duty"}),
            )
            .does(
                WORKER,
                "registration",
                "set_safe_contact",
                json!({"safe_channel": ["sms"], "may_leave_message": false}),
            );
        story
    };
    let (room, kind, body) = ("registration", "complete_registration", json!({}));
    let mut here = found("same");
    here.misses(WORKER, room, kind, body.clone(), &[M::OtherFile]);
    found("same_elsewhere").does(WORKER, room, kind, body);
}

#[test]
fn what_is_recorded_again_needs_the_page_that_showed_what_stood() {
    let mut story = registered("low");
    let consent = consent("health_data");
    story.does(WORKER, "consent", "record_consent", consent);
    let health = |seeing: &str| json!({"wgss_seeing": seeing});
    story.does(WORKER, "registration", "record_health", health("some"));
    let shown = story.case().part_version("health");
    story.does(WORKER, "registration", "record_health", health("a_lot"));
    assert_ne!(story.case().part_version("health"), shown);
}
