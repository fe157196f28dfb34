//! Referrals that left: answers, gaps, feedback, what is due, what stays open (2.4, 3.6).

use casework::{
    class::Classes,
    due::{DueWhat, due},
    implementation,
    lists::ReferralStatus,
    refusal::{MissingWhat, Why},
    sop::hours_after,
};
use serde_json::json;

use crate::{packages::*, plans::*, story::*};

/// The answers that may follow each state.
fn next(from: ReferralStatus) -> &'static [ReferralStatus] {
    use ReferralStatus as R;
    match from {
        R::Draft => &[R::DeclinedByPerson, R::Cancelled],
        R::Sent => &[
            R::Acknowledged,
            R::Accepted,
            R::Scheduled,
            R::InService,
            R::Completed,
            R::DeclinedByProvider,
            R::DeclinedByPerson,
            R::NoResponse,
            R::ServiceUnavailable,
        ],
        R::NoResponse => &[
            R::Acknowledged,
            R::Accepted,
            R::Scheduled,
            R::InService,
            R::Completed,
            R::DeclinedByProvider,
            R::DeclinedByPerson,
            R::ServiceUnavailable,
        ],
        R::Acknowledged => &[
            R::Accepted,
            R::Scheduled,
            R::InService,
            R::Completed,
            R::DeclinedByProvider,
            R::DeclinedByPerson,
            R::NoResponse,
            R::ServiceUnavailable,
        ],
        R::Accepted => &[
            R::Scheduled,
            R::InService,
            R::Completed,
            R::DeclinedByProvider,
            R::DeclinedByPerson,
            R::NoResponse,
            R::ServiceUnavailable,
        ],
        R::Scheduled => &[
            R::InService,
            R::Completed,
            R::DeclinedByProvider,
            R::DeclinedByPerson,
            R::NoResponse,
            R::ServiceUnavailable,
        ],
        R::InService => &[
            R::Completed,
            R::DeclinedByProvider,
            R::DeclinedByPerson,
            R::ServiceUnavailable,
        ],
        _ => &[],
    }
}

#[test]
fn answers_follow_the_table_of_states() {
    use ReferralStatus as R;
    let starts = [
        R::Draft,
        R::Sent,
        R::NoResponse,
        R::Acknowledged,
        R::Accepted,
        R::Scheduled,
        R::InService,
        R::Completed,
        R::DeclinedByProvider,
        R::ServiceUnavailable,
        R::DeclinedByPerson,
    ];
    for from in starts {
        for to in R::ALL {
            let (mut story, id) = if from == R::Draft {
                let mut story = registered("low");
                let id = draft(&mut story, referral("food", SHELTER));
                (story, id)
            } else {
                sent("food")
            };
            if !matches!(from, R::Draft | R::Sent) {
                let body = answer(id, from.code());
                story.does(WORKER, "implementation", "record_referral_answer", body);
            }
            let body = answer(id, to.code());
            if next(from).contains(to) {
                story.does(WORKER, "implementation", "record_referral_answer", body);
                assert_eq!(status(&story, id), *to);
            } else {
                let why = Why::ReferralState;
                story.is_refused(
                    WORKER,
                    "implementation",
                    "record_referral_answer",
                    body,
                    why,
                );
            }
        }
    }
}

#[test]
fn a_completed_referral_says_what_came_of_it() {
    let (mut story, id) = sent("food");
    let silent = json!({"referral": id, "status": "completed", "outcome": " "});
    let why = Why::TextNeeded;
    let no = story.is_refused(
        WORKER,
        "implementation",
        "record_referral_answer",
        silent,
        why,
    );
    assert_eq!(no.field, Some("outcome"));
    let accepted = json!({"referral": id, "status": "accepted"});
    story.does(WORKER, "implementation", "record_referral_answer", accepted);
    assert_eq!(story.last.events.len(), 1, "an acceptance is no gap");
}

#[test]
fn declined_full_and_unanswered_leave_a_gap_and_seek_something_else() {
    for (status, reason) in [
        ("declined_by_provider", true),
        ("service_unavailable", true),
        ("no_response", false),
    ] {
        let (mut story, id) = sent("rent_support");
        let body = answer(id, status);
        let silent = with(body.clone(), json!({"alternative": null}));
        let why = Why::TextNeeded;
        let no = story.is_refused(
            WORKER,
            "implementation",
            "record_referral_answer",
            silent,
            why,
        );
        assert_eq!(no.field, Some("alternative"));
        let bare = with(body, json!({"gap_reason": null}));
        let answered = story.tries(
            WORKER,
            "implementation",
            "record_referral_answer",
            bare.clone(),
        );
        assert_eq!(
            answered.map_err(|no| no.why),
            if reason {
                Err(Why::ReasonNeeded)
            } else {
                Ok(())
            }
        );
        if reason {
            let body = with(bare, json!({"gap_reason": "full"}));
            story.does(WORKER, "implementation", "record_referral_answer", body);
        }
        let case = story.case();
        let (_, gap) = &case.implementation.gaps[0];
        assert_eq!((gap.referral, gap.domain.code()), (Some(id), "shelter"));
        assert_eq!(gap.gap_reason.is_some(), reason);
    }
}

#[test]
fn a_gap_of_a_planned_referral_belongs_to_the_need_of_its_goal() {
    let (mut story, line) = drafted("low");
    let body = referral_action(&story, line.objective, SHELTER);
    let action = plan_action(&mut story, body);
    allow(&mut story, "referral", &[SHELTER]);
    let body = with(
        referral("language_course", SHELTER),
        json!({"plan_action_ref": action}),
    );
    let id = draft(&mut story, body);
    assert!(
        !story.case().implementation.begun_for(action),
        "a draft begins nothing"
    );
    sends(&mut story, id);
    assert!(story.case().implementation.begun_for(action));
    assert!(!story.case().implementation.begun_for(line.action));
    let body = answer(id, "no_response");
    story.does(WORKER, "implementation", "record_referral_answer", body);
    assert!(
        !story.case().implementation.begun_for(action),
        "something else is sought"
    );
    assert_eq!(
        story.case().implementation.gaps[0].1.domain.code(),
        "shelter"
    );
}

#[test]
fn the_person_says_what_the_service_was_like() {
    let (mut story, id) = sent("food");
    let said = json!({"referral": id, "feedback_from_person": "they were kind"});
    let silent = with(said.clone(), json!({"feedback_from_person": ""}));
    story.is_refused(
        WORKER,
        "implementation",
        "feedback_from_person",
        silent,
        Why::TextNeeded,
    );
    story.does(WORKER, "implementation", "feedback_from_person", said);
    let case = story.case();
    let feedback = case
        .implementation
        .referral(id)
        .unwrap()
        .feedback_from_person
        .clone();
    assert_eq!(feedback.unwrap().1, "they were kind");
}

#[test]
fn an_answer_is_due_by_urgency_and_then_overdue() {
    for (urgency, hours) in [("now1h", 4), ("within72h", 24), ("planned", 72)] {
        let mut story = registered("low");
        allow(&mut story, "referral", &[SHELTER]);
        let id = draft(
            &mut story,
            with(referral("food", SHELTER), json!({"urgency": urgency})),
        );
        let dues = |story: &Story| {
            let all = due(&story.case(), &story.sop, story.now);
            all.into_iter().find(|due| due.which == Some(id))
        };
        assert_eq!(dues(&story), None, "a draft is owed no answer");
        sends(&mut story, id);
        let left = story.now;
        story.hours(hours);
        let found = dues(&story).unwrap();
        assert_eq!(
            (found.what, found.at),
            (DueWhat::ReferralAnswer, hours_after(left, hours as u32))
        );
        story.hours(1);
        assert_eq!(dues(&story).unwrap().what, DueWhat::ReferralOverdue);
        let body = json!({"referral": id, "status": "acknowledged"});
        story.does(WORKER, "implementation", "record_referral_answer", body);
        assert_eq!(dues(&story), None);
    }
}

#[test]
fn every_referral_needs_an_end_before_implementation_does() {
    let (story, _) = sent("food");
    let found = |story: &Story| implementation::g4(&story.case());
    let open = found(&story);
    assert_eq!(open[0].what, MissingWhat::ReferralOpen);
    assert_eq!(open[0].which, Some(("service_type", "food")));
    for (last, over) in [
        ("acknowledged", false),
        ("accepted", false),
        ("scheduled", false),
        ("in_service", false),
        ("completed", true),
        ("declined_by_provider", true),
        ("declined_by_person", true),
        ("no_response", true),
        ("service_unavailable", true),
    ] {
        let (mut story, id) = sent("food");
        story.does(
            WORKER,
            "implementation",
            "record_referral_answer",
            answer(id, last),
        );
        assert_eq!(found(&story).is_empty(), over, "{last}");
    }
    let mut story = registered("low");
    let id = draft(&mut story, referral("food", SHELTER));
    assert_eq!(found(&story).len(), 1, "a draft is open");
    story.does(
        WORKER,
        "implementation",
        "record_referral_answer",
        answer(id, "cancelled"),
    );
    assert!(found(&story).is_empty());
}

#[test]
fn a_draft_can_be_said_anew_until_it_leaves() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("rent_support", SHELTER));
    let change = |reason: &str| {
        let fields = json!({"referral": id, "reason": reason});
        with(referral("rent_support", CLINIC), fields)
    };
    story.does(
        WORKER,
        "implementation",
        "change_referral",
        change("two rooms"),
    );
    assert_eq!(story.kinds(), ["implementation.referral_changed"]);
    let case = story.case();
    let known = case.implementation.referral(id).unwrap();
    assert_eq!(known.referral.reason, "two rooms");
    assert_eq!(known.referral.to_agency, CLINIC);
    let empty = change(" ");
    story.is_refused(
        WORKER,
        "implementation",
        "change_referral",
        empty,
        Why::TextNeeded,
    );
    let sogi = with(change("x"), json!({"about": ["sogi"]}));
    story.is_refused(
        WORKER,
        "implementation",
        "change_referral",
        sogi,
        Why::NotAllowed,
    );
    allow(&mut story, "referral", &[CLINIC]);
    sends(&mut story, id);
    let late = change("three rooms");
    story.is_refused(
        WORKER,
        "implementation",
        "change_referral",
        late,
        Why::ReferralState,
    );
}

#[test]
fn a_draft_that_others_must_not_read_any_more_ends_and_begins_anew() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("rent_support", SHELTER));
    let told = json!({"referral": id, "about": ["gbv"], "reason": "he found her"});
    let change = with(referral("rent_support", SHELTER), told);
    story.does(WORKER, "implementation", "change_referral", change);
    let open = story.case_for(Classes::GENERAL);
    let old = open.implementation.referral(id).unwrap();
    assert_eq!(old.status, ReferralStatus::Cancelled);
    assert_eq!(
        open.implementation.referrals.len(),
        1,
        "no trace of the new one"
    );
    let whole = story.case();
    let new = whole.implementation.referrals.last().unwrap();
    assert_eq!(new.status, ReferralStatus::Draft);
    assert_eq!(new.referral.reason, "he found her");
}

#[test]
fn the_answers_that_may_follow_are_exactly_those_that_are_taken() {
    let mut story = registered("low");
    allow(&mut story, "referral", &[SHELTER]);
    let id = draft(&mut story, referral("rent_support", SHELTER));
    for step in ["draft", "sent", "accepted", "in_service"] {
        match step {
            "draft" => {}
            "sent" => drop(sends(&mut story, id)),
            status => {
                let answer = json!({"referral": id, "status": status});
                story.does(WORKER, "implementation", "record_referral_answer", answer);
            }
        }
        let case = story.case();
        let fit: Vec<_> = case
            .implementation
            .referral(id)
            .unwrap()
            .may_follow()
            .collect();
        assert!(!fit.is_empty() && fit.len() < 10, "{step}");
        for status in ReferralStatus::ALL {
            let answer = json!({"referral": id, "status": status.code(), "outcome": "well",
                "gap_reason": "waiting_list", "alternative": "we look on"});
            let before = story.events.len();
            let taken = story.tries(WORKER, "implementation", "record_referral_answer", answer);
            story.events.truncate(before);
            assert_eq!(taken.is_ok(), fit.contains(status), "{step} {status:?}");
        }
    }
}
