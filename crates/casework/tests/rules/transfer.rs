//! Transfer: a plan, a willing receiver, a person who knows; the case goes on where it goes.

use casework::{
    Id,
    actor::{By, Role},
    due::DueWhat,
    lists::{Status, TransferStatus},
    refusal::Why,
    registration::Worker,
    transfer::offered_to,
};
use serde_json::{Value, json};

use crate::{contact::hours_to, story::*};

pub const THERE: Id = Id([201; 16]);

/// Somebody of the other centre.
pub const fn over_there(role: Role, number: u8) -> By {
    By {
        account: Id([number; 16]),
        role,
        centre: THERE,
    }
}

pub fn to(to: &str, receiver: Id) -> Value {
    json!({"to": to, "receiver": receiver.to_string(), "handover_plan": "weekly calls go on",
        "reason": "moved to the coast", "person_informed": true})
}

pub fn propose(story: &mut Story, body: Value) -> Value {
    story.does(WORKER, "transfer", "propose_transfer", body);
    json!({"transfer": newest(story)})
}

fn newest(story: &Story) -> String {
    story
        .case()
        .transfer
        .newest()
        .unwrap()
        .asked
        .transfer
        .to_string()
}

pub fn offered(risk: &str, body: Value) -> (Story, Value) {
    let mut story = registered(risk);
    let id = propose(&mut story, body);
    story.does(WORKER, "transfer", "offer", id.clone());
    (story, id)
}

pub fn status(story: &Story) -> TransferStatus {
    story.case().transfer.newest().unwrap().status
}

pub fn worker(story: &Story) -> Worker {
    story.case().registration.worker.unwrap().1.worker
}

#[test]
fn a_transfer_has_a_plan_a_reason_and_somebody_else_to_go_to() {
    let mut story = registered("low");
    let good = to("colleague", COLLEAGUE.account);
    for (change, why, field) in [
        (
            json!({"handover_plan": " "}),
            Why::HandoverPlanNeeded,
            "handover_plan",
        ),
        (json!({"reason": ""}), Why::ReasonNeeded, "reason"),
        (
            json!({"receiver": WORKER.account.to_string()}),
            Why::ReceiverNeeded,
            "receiver",
        ),
        (
            json!({"to": "other_centre", "receiver": WORKER.centre.to_string()}),
            Why::ReceiverNeeded,
            "receiver",
        ),
    ] {
        let partly = with(good.clone(), change);
        let refusal = story.is_refused(WORKER, "transfer", "propose_transfer", partly, why);
        assert_eq!(refusal.field, Some(field));
    }
    story.does(WORKER, "transfer", "propose_transfer", good.clone());
    story.is_refused(
        WORKER,
        "transfer",
        "propose_transfer",
        good,
        Why::TransferState,
    );
    let mut partner = registered("low");
    partner.does(
        WORKER,
        "transfer",
        "propose_transfer",
        to("partner", WORKER.centre),
    );
}

#[test]
fn a_colleague_takes_over_by_their_own_yes() {
    let (mut story, id) = offered("low", to("colleague", COLLEAGUE.account));
    assert_eq!(offered_to(&story.case()), Some(COLLEAGUE.account));
    story.is_refused(
        SUPERVISOR,
        "transfer",
        "accept",
        id.clone(),
        Why::NotReceiver,
    );
    story.is_refused(WORKER, "transfer", "accept", id.clone(), Why::NotReceiver);
    story.does(COLLEAGUE, "transfer", "accept", id.clone());
    assert_eq!(
        story.kinds(),
        ["transfer.transfer_accepted", "registration.worker_assigned"]
    );
    assert_eq!(worker(&story), Worker::Account(COLLEAGUE.account));
    assert_eq!(offered_to(&story.case()), None);
    let case = story.case();
    assert_eq!((case.status(), case.episode), (Some(Status::Open), 1));
    assert_eq!(case.centre, Some(WORKER.centre));
    story.is_refused(COLLEAGUE, "transfer", "accept", id, Why::TransferState);
}

#[test]
fn another_centre_takes_the_case_with_all_its_clocks() {
    let (mut story, id) = offered("low", to("other_centre", THERE));
    let arrived = story.case().arrived_at();
    for by in [
        COLLEAGUE,
        over_there(Role::Reception, 60),
        over_there(Role::Psychologist, 61),
    ] {
        story.is_refused(by, "transfer", "accept", id.clone(), Why::NotReceiver);
    }
    let steps = story.case().steps;
    story.does(over_there(Role::Caseworker, 62), "transfer", "accept", id);
    let case = story.case();
    assert_eq!(
        (case.centre, case.status()),
        (Some(THERE), Some(Status::Open))
    );
    assert_eq!((case.arrived_at(), case.steps), (arrived, steps));
    assert_eq!(worker(&story), Worker::Account(Id([62; 16])));
}

#[test]
fn the_receiving_worker_is_the_one_named_last() {
    let named = |number: u8| json!({"receiving_worker": Id([number; 16]).to_string()});
    let manager = over_there(Role::CaseManager, 63);
    let (mut duty, id) = offered("low", to("other_centre", THERE));
    duty.does(manager, "transfer", "accept", id);
    assert_eq!(worker(&duty), Worker::Duty);
    let (mut asked, id) = offered("low", with(to("other_centre", THERE), named(64)));
    asked.does(over_there(Role::Supervisor, 65), "transfer", "accept", id);
    assert_eq!(worker(&asked), Worker::Account(Id([64; 16])));
    let (mut other, id) = offered("low", with(to("other_centre", THERE), named(64)));
    other.does(manager, "transfer", "accept", with(id, named(66)));
    assert_eq!(worker(&other), Worker::Account(Id([66; 16])));
}

#[test]
fn within_the_organisation_the_person_knows_and_did_not_say_no() {
    let silent = with(to("other_centre", THERE), json!({"person_informed": false}));
    let mut story = registered("low");
    let id = propose(&mut story, silent.clone());
    let refusal = story.is_refused(
        WORKER,
        "transfer",
        "offer",
        id.clone(),
        Why::PersonNotInformed,
    );
    assert_eq!(refusal.field, Some("person_informed"));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("transfer_same_org"),
    );
    story.does(WORKER, "transfer", "offer", id);
    let mut refused = registered("low");
    let no = with(consent("transfer_same_org"), json!({"decision": "refused"}));
    refused.does(WORKER, "consent", "record_consent", no);
    let id = propose(&mut refused, to("other_centre", THERE));
    let refusal = refused.is_refused(WORKER, "transfer", "offer", id, Why::ConsentRefused);
    assert_eq!(refusal.which, Some(("consent_scope", "transfer_same_org")));
    let mut expired = registered("low");
    let short = with(
        consent("transfer_same_org"),
        json!({"expires_on": "2026-03-02"}),
    );
    expired.does(WORKER, "consent", "record_consent", short);
    let id = propose(&mut expired, silent);
    expired
        .days(1)
        .is_refused(WORKER, "transfer", "offer", id, Why::PersonNotInformed);
    let mut colleague = registered("low");
    let silent = with(
        to("colleague", COLLEAGUE.account),
        json!({"person_informed": false}),
    );
    let id = propose(&mut colleague, silent);
    colleague.does(WORKER, "transfer", "offer", id);
}

#[test]
fn the_receiver_may_say_no_and_the_sender_may_take_it_back() {
    let (mut story, id) = offered("low", to("colleague", COLLEAGUE.account));
    let no = with(id.clone(), json!({"reason": "no room"}));
    story.is_refused(
        SUPERVISOR,
        "transfer",
        "reject",
        no.clone(),
        Why::NotReceiver,
    );
    let blank = with(id.clone(), json!({"reason": ""}));
    story.is_refused(
        COLLEAGUE,
        "transfer",
        "reject",
        blank.clone(),
        Why::ReasonNeeded,
    );
    story.does(COLLEAGUE, "transfer", "reject", no.clone());
    assert_eq!(status(&story), TransferStatus::Rejected);
    story.is_refused(WORKER, "transfer", "revoke", no, Why::TransferState);
    let again = propose(&mut story, to("colleague", COLLEAGUE.account));
    let early = with(again.clone(), json!({"reason": "x"}));
    story.is_refused(
        COLLEAGUE,
        "transfer",
        "reject",
        early.clone(),
        Why::TransferState,
    );
    story.is_refused(
        COLLEAGUE,
        "transfer",
        "accept",
        again.clone(),
        Why::TransferState,
    );
    let blank = with(again.clone(), json!({"reason": ""}));
    story.is_refused(WORKER, "transfer", "revoke", blank, Why::ReasonNeeded);
    story.does(WORKER, "transfer", "offer", again);
    story.does(WORKER, "transfer", "revoke", early);
    assert_eq!(status(&story), TransferStatus::Revoked);
    let third = propose(&mut story, to("colleague", COLLEAGUE.account));
    story.does(
        WORKER,
        "transfer",
        "revoke",
        with(third, json!({"reason": "stays"})),
    );
    let unknown = json!({"transfer": Id([1; 16]).to_string()});
    story.is_refused(WORKER, "transfer", "offer", unknown, Why::NoSuchThing);
}

#[test]
fn a_handover_ends_with_a_meeting_or_without() {
    let (mut story, id) = offered("low", to("colleague", COLLEAGUE.account));
    let met = |minutes: &str| {
        with(
            id.clone(),
            json!({"participants": ["person", "caseworker"], "minutes": minutes}),
        )
    };
    story.is_refused(
        WORKER,
        "transfer",
        "hold_handover_meeting",
        met("x"),
        Why::TransferState,
    );
    story.is_refused(WORKER, "transfer", "finish", id.clone(), Why::TransferState);
    story.does(COLLEAGUE, "transfer", "accept", id.clone());
    story.is_refused(
        COLLEAGUE,
        "transfer",
        "hold_handover_meeting",
        met(""),
        Why::TextNeeded,
    );
    story.does(
        COLLEAGUE,
        "transfer",
        "hold_handover_meeting",
        met("all told"),
    );
    assert_eq!(status(&story), TransferStatus::HandoverMeeting);
    story.does(COLLEAGUE, "transfer", "finish", id.clone());
    assert_eq!(status(&story), TransferStatus::Done);
    assert!(story.case().transfer.newest().unwrap().accepted.is_some());
    propose(&mut story, to("colleague", WORKER.account));
    let (mut short, id) = offered("low", to("colleague", COLLEAGUE.account));
    short.does(COLLEAGUE, "transfer", "accept", id.clone());
    short.does(COLLEAGUE, "transfer", "finish", id);
}

#[test]
fn an_offer_without_an_answer_is_escalated() {
    for (risk, hours) in [("low", 72), ("medium", 72), ("high", 24), ("urgent", 24)] {
        let (mut story, id) = offered(risk, to("colleague", COLLEAGUE.account));
        assert_eq!(hours_to(&story, DueWhat::TransferAnswer), Some(hours));
        story.does(COLLEAGUE, "transfer", "accept", id);
        assert_eq!(hours_to(&story, DueWhat::TransferAnswer), None);
    }
    let (mut rests, _) = offered("low", to("colleague", COLLEAGUE.account));
    rests.does(WORKER, "review", "put_on_hold", json!({"reason": "x"}));
    assert_eq!(hours_to(&rests, DueWhat::TransferAnswer), Some(72));
}

#[test]
fn a_child_without_a_guardian_stays_until_best_interests_say_otherwise() {
    let child = |story: &mut Story| {
        story.does(
            WORKER,
            "registration",
            "dispute_age",
            json!({"said_by": "himself", "age_said": 16}),
        );
    };
    let mut story = registered("low");
    child(&mut story);
    let id = propose(&mut story, to("other_centre", THERE));
    let refusal = story.is_refused(WORKER, "transfer", "offer", id.clone(), Why::BiaNeeded);
    assert_eq!(refusal.which, Some(("child_decision", "transfer")));
    story.does(
        WORKER,
        "registration",
        "record_background",
        json!({"guardian": "city guardian"}),
    );
    story.does(WORKER, "transfer", "offer", id);
    let mut colleague = registered("low");
    child(&mut colleague);
    let id = propose(&mut colleague, to("colleague", COLLEAGUE.account));
    colleague.does(WORKER, "transfer", "offer", id);
}

#[test]
fn nobody_who_died_is_transferred() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "closure",
        "record_death",
        json!({"died_on": "2026-03-01", "source": "hospital"}),
    );
    let asked = to("colleague", COLLEAGUE.account);
    story.is_refused(
        WORKER,
        "transfer",
        "propose_transfer",
        asked,
        Why::PersonDied,
    );
}
