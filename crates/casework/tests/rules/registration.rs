//! Registration: consent and eligibility first, gate G1 in words, ages, emergencies.

use casework::{
    Ask, Case, Order,
    class::{Class, Classes},
    decide::{self, Beside},
    due::{DueWhat, due},
    lists::Status,
    order::OnClash,
    refusal::{MissingWhat as M, Why},
    registration::Worker,
};
use serde_json::{Value, json};

use crate::story::*;

fn screened() -> Story {
    let mut story = Story::begins();
    story
        .does(DESK, "reception", "receive_arrival", arrival())
        .does(WORKER, "screening", "screen", screening("low"));
    story
}

fn identified() -> Story {
    let mut story = screened();
    story
        .does(WORKER, "consent", "record_consent", consent("registration"))
        .does(WORKER, "registration", "record_identity", identity());
    story
}

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
        let reasoned = json!({"duplicate_outcome": outcome, "duplicate_reason": "another mother"});
        story.does(WORKER, "registration", "resolve_duplicate", reasoned);
    }
}

#[test]
fn somebody_whose_age_is_disputed_counts_as_the_youngest_age_said() {
    let mut story = identified();
    let day = casework::case::day_of(story.now);
    assert_eq!(story.case().age_on(day), Some(27));
    story.does(
        WORKER,
        "registration",
        "dispute_age",
        json!({"said_by": "the police", "age_said": 16}),
    );
    assert_eq!(story.case().age_on(day), Some(16));
    assert!(story.case().registration.age_disputed() && story.case().is_child(story.now));
    let assessed =
        json!({"age_assessed": 19, "age_method": "multidisciplinary_panel", "dob": "2007-01-15"});
    story.does(SUPERVISOR, "registration", "assess_age", assessed);
    assert_eq!(story.case().age_on(day), Some(19));
    assert!(!story.case().registration.age_disputed() && !story.case().is_child(story.now));
}

#[test]
fn an_older_age_said_by_others_does_not_make_a_child_older() {
    let mut story = screened();
    story.does(WORKER, "consent", "record_consent", consent("registration"));
    story.does(
        WORKER,
        "registration",
        "record_identity",
        with(identity(), json!({"dob": "2009-08-01"})),
    );
    story.does(
        WORKER,
        "registration",
        "dispute_age",
        json!({"said_by": "the police", "age_said": 19}),
    );
    assert_eq!(
        story.case().age_on(casework::case::day_of(story.now)),
        Some(16)
    );
}

#[test]
fn an_emergency_gives_a_temporary_code_that_ends() {
    let mut story = Story::begins();
    story.does(
        DESK,
        "reception",
        "receive_arrival",
        with(arrival(), json!({"immediate_needs": ["medical"]})),
    );
    let emergency = json!({"danger": "unconscious", "minimum_data": "man, about 40"});
    story.does(
        WORKER,
        "registration",
        "register_emergency",
        emergency.clone(),
    );
    let temporary = story.case().registration.temporary.unwrap();
    assert!(temporary.temporary_code.starts_with("T-"));
    assert_eq!(
        temporary.complete_or_purge_by,
        "2026-03-09T09:00:00Z".parse().unwrap()
    );
    let all = due(&story.case(), &story.sop, story.now);
    assert!(all.iter().any(|due| due.what == DueWhat::CompleteOrPurge));
    story.is_refused(
        WORKER,
        "registration",
        "register_emergency",
        emergency,
        Why::AlreadyDone,
    );
    story.is_refused(
        WORKER,
        "registration",
        "record_identity",
        identity(),
        Why::ConsentMissing,
    );
    story.does(WORKER, "consent", "record_consent", consent("registration"));
    story.does(WORKER, "registration", "record_identity", identity());
}

#[test]
fn the_clocks_of_an_inquiry_and_of_a_registration_run() {
    let whats = |story: &Story| -> Vec<DueWhat> {
        due(&story.case(), &story.sop, story.now)
            .iter()
            .map(|d| d.what)
            .collect()
    };
    let mut story = Story::begins();
    story.does(
        DESK,
        "reception",
        "receive_arrival",
        with(arrival(), json!({"immediate_needs": ["danger_now"]})),
    );
    assert_eq!(whats(&story), [DueWhat::AnswerAlert, DueWhat::PurgeInquiry]);
    story.does(SUPERVISOR, "screening", "screen", screening("low"));
    assert_eq!(whats(&story), [DueWhat::AnswerAlert, DueWhat::Registration]);
    let registration = due(&story.case(), &story.sop, story.now).pop().unwrap();
    assert_eq!(registration.at, "2026-03-09T09:00:00Z".parse().unwrap());
}

#[test]
fn a_child_who_turns_eighteen_is_asked_anew_and_never_closed() {
    let mut story = screened();
    story.does(WORKER, "consent", "record_consent", consent("registration"));
    story.does(
        WORKER,
        "registration",
        "record_identity",
        with(identity(), json!({"dob": "2008-03-20"})),
    );
    complete(&mut story);
    let adult = |story: &Story| {
        let all = due(&story.case(), &story.sop, story.now);
        let of = |what| all.iter().find(|due| due.what == what).map(|due| due.at);
        (of(DueWhat::AdultConsent), of(DueWhat::PlanReviewAtEighteen))
    };
    assert_eq!(adult(&story), (None, None));
    story.days(18);
    let by = Some("2026-04-19T00:00:00Z".parse().unwrap());
    assert_eq!(adult(&story), (by, by));
    assert_eq!(story.case().status(), Some(Status::Open));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("case_management"),
    );
    assert_eq!(adult(&story), (None, by));
}

#[test]
fn somebody_grown_up_at_registration_is_not_asked_anew() {
    let mut story = registered("low");
    story.days(400);
    let all = due(&story.case(), &story.sop, story.now);
    assert!(all.iter().all(|due| due.what != DueWhat::AdultConsent));
}

fn order(ask: Value, base: Option<u32>) -> Order {
    let kind = ask["kind"].as_str().unwrap().to_owned();
    let ask: Ask = crate::story::ask("registration", &kind, ask["body"].clone());
    let now = "2026-03-02T10:00:00Z".parse().unwrap();
    Order {
        command: casework::Id([9; 16]),
        by: WORKER,
        now,
        happened: now,
        base,
        fresh_code: "X".into(),
        ask,
    }
}

#[test]
fn what_replaces_needs_the_version_it_was_typed_on() {
    let story = identified();
    let case: Case = story.case();
    assert_eq!(case.part_version("identity"), 1);
    let with_base = |base| {
        decide::decide(
            &case,
            &story.sop,
            &order(json!({"kind": "record_identity", "body": identity()}), base),
        )
    };
    assert_eq!(with_base(Some(0)).unwrap_err().why, Why::ChangedSince);
    assert!(with_base(Some(1)).is_ok() && with_base(None).is_ok());
}

#[test]
fn commands_say_what_they_do_on_a_clash() {
    let of = |kind: &str, body: Value| crate::story::ask("registration", kind, body).on_clash();
    assert_eq!(
        of("record_identity", identity()),
        OnClash::NeedsBase("identity")
    );
    assert_eq!(
        of("record_background", json!({})),
        OnClash::NeedsBase("background")
    );
    assert_eq!(
        of("assign_worker", json!({"worker": "duty"})),
        OnClash::NeedsBase("worker")
    );
    let contact = json!({"safe_channel": ["sms"], "may_leave_message": true});
    assert_eq!(
        of("set_safe_contact", contact),
        OnClash::NeedsBase("safe_contact")
    );
    assert_eq!(of("complete_registration", json!({})), OnClash::Commutes);
}
