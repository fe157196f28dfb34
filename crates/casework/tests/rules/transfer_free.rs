//! Transfer: a withdrawal stops it and takes it back, and no answer is older than its question.

use casework::{
    Id,
    lists::{Scope, TransferStatus},
    refusal::Why,
    transfer::offered_to,
};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{
    story::*,
    transfer::{THERE, offered, over_there, propose, status, to},
};

fn withdraws(story: &mut Story, body: Value) {
    story.does(WORKER, "consent", "withdraw_consent", body);
}

#[test]
fn nobody_who_withdrew_is_sent_to_another_centre() {
    for scope in ["registration", "case_management"] {
        let mut story = registered("low");
        if scope == "case_management" {
            story.does(WORKER, "consent", "record_consent", consent(scope));
        }
        withdraws(&mut story, json!({"scope": scope}));
        let id = propose(&mut story, to("other_centre", THERE));
        let refusal = story.is_refused(WORKER, "transfer", "offer", id, Why::ConsentWithdrawn);
        assert_eq!(refusal.which, Some(("consent_scope", scope)));
        // Somebody of the same house goes on looking after what is left to do.
        let revoke = json!({"transfer": story.case().transfer.newest().unwrap().asked.transfer.to_string(), "reason": "no"});
        story.does(WORKER, "transfer", "revoke", revoke);
        let id = propose(&mut story, to("colleague", COLLEAGUE.account));
        story.does(WORKER, "transfer", "offer", id);
    }
    let mut agreed = registered("low");
    let id = propose(&mut agreed, to("other_centre", THERE));
    agreed.does(WORKER, "transfer", "offer", id);
}

/// Offered to a partner with consent.
fn to_partner(partner: Id) -> (Story, Value) {
    let mut story = registered("low");
    let yes = json!({"recipients": [partner.to_string()]});
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("transfer_partner"), yes),
    );
    let id = propose(&mut story, to("partner", partner));
    story.does(WORKER, "transfer", "offer", id.clone());
    (story, id)
}

#[test]
fn withdrawing_takes_the_offer_back_at_once() {
    let partner = Id([40; 16]);
    for withdrawal in [
        json!({"scope": "transfer_partner"}),
        json!({"scope": "transfer_partner", "recipients": [partner.to_string()]}),
        json!({"scope": "registration"}),
    ] {
        let (mut story, id) = to_partner(partner);
        withdraws(&mut story, withdrawal);
        assert_eq!(status(&story), TransferStatus::Revoked);
        assert_eq!(offered_to(&story.case()), None);
        let yes = with(id, json!({"accepted": true, "evidence": "letter"}));
        story.is_refused(
            WORKER,
            "transfer",
            "record_partner_answer",
            yes,
            Why::TransferState,
        );
    }
    let (mut within, _) = offered("low", to("other_centre", THERE));
    withdraws(&mut within, json!({"scope": "transfer_same_org"}));
    assert_eq!(status(&within), TransferStatus::Revoked);
}

#[test]
fn a_withdrawal_of_something_else_leaves_the_offer() {
    let partner = Id([40; 16]);
    for withdrawal in [
        json!({"scope": "photo"}),
        json!({"scope": "transfer_same_org"}),
        json!({"scope": "transfer_partner", "recipients": [Id([41; 16]).to_string()]}),
    ] {
        let (mut story, _) = to_partner(partner);
        withdraws(&mut story, withdrawal);
        assert_eq!(status(&story), TransferStatus::Offered);
    }
    let (mut colleague, _) = offered("low", to("colleague", COLLEAGUE.account));
    withdraws(&mut colleague, json!({"scope": "registration"}));
    assert_eq!(status(&colleague), TransferStatus::Offered);
    let mut early = registered("low");
    propose(&mut early, to("other_centre", THERE));
    withdraws(&mut early, json!({"scope": "transfer_same_org"}));
    assert_eq!(status(&early), TransferStatus::Proposed, "nothing was sent");
}

#[test]
fn only_the_rules_say_that_a_withdrawal_took_it_back() {
    let (mut story, id) = offered("low", to("colleague", COLLEAGUE.account));
    let said = json!({"reason": "stays", "withdrawn": Scope::Photo});
    story.does(WORKER, "transfer", "revoke", with(id, said));
    let casework::event::Body::Transfer(casework::transfer::Event::TransferRevoked(no)) =
        &story.events.last().unwrap().body
    else {
        panic!("revoked");
    };
    assert_eq!(no.withdrawn, None);
}

#[test]
fn an_answer_is_not_older_than_the_offer() {
    let (mut story, id) = offered("low", to("other_centre", THERE));
    let offered_at = story.now;
    story.days(2);
    let there = over_there(casework::actor::Role::Caseworker, 62);
    let before = offered_at - SignedDuration::from_hours(3);
    let no = with(id.clone(), json!({"reason": "full"}));
    for (kind, body) in [("accept", id.clone()), ("reject", no)] {
        let refusal = story
            .tries_of(there, "transfer", kind, body, before)
            .unwrap_err();
        assert_eq!(refusal.why, Why::HappenedTooEarly, "{kind}");
    }
    let later = offered_at + SignedDuration::from_hours(3);
    story
        .tries_of(there, "transfer", "accept", id.clone(), later)
        .unwrap();
    let refusal = story
        .tries_of(there, "transfer", "finish", id.clone(), offered_at)
        .unwrap_err();
    assert_eq!(refusal.why, Why::HappenedTooEarly);
    story.does(there, "transfer", "finish", id);
}
