//! Registration: ages in doubt, emergencies, clocks, and what replaces what.

use casework::{
    Ask, Case, Order,
    decide::{self},
    due::{DueWhat, due},
    lists::Status,
    order::OnClash,
    refusal::Why,
};
use serde_json::{Value, json};

use crate::story::*;

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
    let no = with(
        screening("low"),
        json!({"eligibility_result": "not_eligible", "reason_not_eligible": "lives well", "sent_elsewhere": "the job centre"}),
    );
    story.does(SUPERVISOR, "screening", "screen", no);
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

/// Who says how old they are counts as the youngest that this allows, also on a leap day.
#[test]
fn an_age_that_was_said_makes_the_youngest_birth_date() {
    for (day, age, born) in [
        ("2026-03-02", 16, "2010-03-02"),
        ("2028-02-28", 17, "2011-02-28"),
        ("2028-02-29", 17, "2011-02-28"),
        ("2028-02-29", 16, "2012-02-29"),
        ("2028-03-29", 17, "2011-03-29"),
    ] {
        let mut story = Story::begins();
        story.now = format!("{day}T09:00:00Z").parse().unwrap();
        let said = json!({"dob": null, "dob_confidence": null, "age_claimed": age});
        story
            .does(DESK, "reception", "receive_arrival", arrival())
            .does(WORKER, "screening", "screen", screening("low"))
            .does(WORKER, "consent", "record_consent", consent("registration"))
            .does(
                WORKER,
                "registration",
                "record_identity",
                with(identity(), said),
            );
        let born = Some(born.parse().unwrap());
        assert_eq!(story.case().registration.born(), born, "{age} on {day}");
    }
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
        held: casework::class::Classes::all(),
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
