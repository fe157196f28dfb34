//! Transfer to a partner: by the person's consent for that partner, closed after their yes.

use casework::{
    Id,
    actor::Role,
    lists::{OutcomeStatus, TransferStatus},
    refusal::{MissingWhat, Why},
    registration::Worker,
};
use serde_json::{Value, json};

use crate::{
    closure,
    story::*,
    transfer::{THERE, offered, over_there, propose, status, to, worker},
};

const PARTNER: Id = Id([50; 16]);

fn consent_for(partner: Id) -> Value {
    with(
        consent("transfer_partner"),
        json!({"recipients": [partner.to_string()]}),
    )
}

#[test]
fn a_partner_needs_the_persons_consent_for_that_partner() {
    let mut story = registered("low");
    let id = propose(&mut story, to("partner", PARTNER));
    let shown = |story: &Story| {
        let case = story.case();
        case.transfer
            .newest()
            .unwrap()
            .shown_status(&case, story.now)
    };
    assert_eq!(shown(&story), TransferStatus::Proposed);
    let refusal = story.is_refused(WORKER, "transfer", "offer", id.clone(), Why::ConsentMissing);
    assert_eq!(refusal.which, Some(("consent_scope", "transfer_partner")));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent_for(Id([51; 16])),
    );
    story.is_refused(WORKER, "transfer", "offer", id.clone(), Why::ConsentMissing);
    story.does(WORKER, "consent", "record_consent", consent_for(PARTNER));
    assert_eq!(shown(&story), TransferStatus::ConsentOk);
    story.does(WORKER, "transfer", "offer", id);
    assert_eq!(shown(&story), TransferStatus::Offered);
}

#[test]
fn the_package_holds_what_the_consent_names() {
    let mut story = registered("low");
    let items = |items: &[&str]| json!({"data_package_items": items});
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(
            consent_for(PARTNER),
            json!({"data_categories": ["name", "need_only"]}),
        ),
    );
    let wide = with(to("partner", PARTNER), items(&["name", "health_facts"]));
    let id = propose(&mut story, wide);
    let refusal = story.is_refused(
        WORKER,
        "transfer",
        "offer",
        id.clone(),
        Why::DataNotConsented,
    );
    assert_eq!(refusal.which, Some(("data_category", "health_facts")));
    story.does(
        WORKER,
        "transfer",
        "revoke",
        with(id, json!({"reason": "too much"})),
    );
    let id = propose(&mut story, with(to("partner", PARTNER), items(&["name"])));
    story.does(WORKER, "transfer", "offer", id);
    let mut open = registered("low");
    open.does(WORKER, "consent", "record_consent", consent_for(PARTNER));
    let id = propose(&mut open, with(to("partner", PARTNER), items(&["name"])));
    open.does(WORKER, "transfer", "offer", id);
}

#[test]
fn only_the_consent_to_this_transfer_opens_the_package() {
    let mut story = registered("low");
    let name = json!({"data_categories": ["name"]});
    let wide = json!({"data_categories": ["name", "health_facts"]});
    let elsewhere = with(consent_for(Id([51; 16])), wide.clone());
    let referral = with(
        consent("referral"),
        with(wide, json!({"recipients": [PARTNER.to_string()]})),
    );
    for said in [with(consent_for(PARTNER), name), elsewhere, referral] {
        story.does(WORKER, "consent", "record_consent", said);
    }
    let package = json!({"data_package_items": ["name", "health_facts"]});
    let id = propose(&mut story, with(to("partner", PARTNER), package));
    story.is_refused(WORKER, "transfer", "offer", id, Why::DataNotConsented);
}

#[test]
fn a_closure_by_transfer_waits_for_consent_to_that_transfer() {
    let lacks = |story: &Story| {
        let missing = closure::missing(story);
        missing.contains(&MissingWhat::TransferConsent)
    };
    let mut story = registered("low");
    let gone = closure::proposal("transferred_partner");
    story
        .does(WORKER, "consent", "record_consent", consent_for(PARTNER))
        .does(WORKER, "closure", "propose_closure", gone);
    assert!(lacks(&story), "nobody is named who receives");
    propose(&mut story, to("partner", PARTNER));
    assert!(!lacks(&story));
    let back = json!({"scope": "transfer_partner"});
    story
        .hours(1)
        .does(WORKER, "consent", "withdraw_consent", back);
    assert!(lacks(&story));
}

fn at_partner() -> (Story, Value) {
    let mut story = registered("low");
    story.does(WORKER, "consent", "record_consent", consent_for(PARTNER));
    let id = propose(&mut story, to("partner", PARTNER));
    story.does(WORKER, "transfer", "offer", id.clone());
    (story, id)
}

#[test]
fn a_partners_yes_is_kept_and_the_case_is_closed_after_it() {
    let (mut story, id) = at_partner();
    let yes = with(
        id.clone(),
        json!({"accepted": true, "evidence": "letter of 2 March"}),
    );
    story.is_refused(WORKER, "transfer", "accept", id.clone(), Why::NotReceiver);
    let blank = with(yes.clone(), json!({"evidence": ""}));
    story.is_refused(
        WORKER,
        "transfer",
        "record_partner_answer",
        blank,
        Why::EvidenceNeeded,
    );
    story.does(
        WORKER,
        "closure",
        "propose_closure",
        closure::proposal("transferred_partner"),
    );
    let submit = closure::submit();
    story.misses(
        WORKER,
        "approval",
        "submit",
        submit.clone(),
        &[MissingWhat::ReceiverAcceptance],
    );
    story.does(WORKER, "transfer", "record_partner_answer", yes);
    assert_eq!(status(&story), TransferStatus::Accepted);
    assert_eq!(worker(&story), Worker::Account(WORKER.account));
    story
        .does(WORKER, "approval", "submit", submit.clone())
        .does(SUPERVISOR, "approval", "approve", submit);
    assert_eq!(story.case().outcome, Some(OutcomeStatus::Transferred));
}

#[test]
fn consent_is_asked_again_when_the_partner_answers() {
    let mut story = registered("low");
    let short = with(consent_for(PARTNER), json!({"expires_on": "2026-03-03"}));
    story.does(WORKER, "consent", "record_consent", short);
    let id = propose(&mut story, to("partner", PARTNER));
    story.does(WORKER, "transfer", "offer", id.clone());
    story.days(3);
    let yes = with(id.clone(), json!({"accepted": true, "evidence": "a call"}));
    story.is_refused(
        WORKER,
        "transfer",
        "record_partner_answer",
        yes,
        Why::ConsentExpired,
    );
    let no = with(id, json!({"accepted": false, "evidence": "a call"}));
    story.is_refused(
        WORKER,
        "transfer",
        "record_partner_answer",
        no.clone(),
        Why::ReasonNeeded,
    );
    let no = with(no, json!({"reason": "full"}));
    story.does(WORKER, "transfer", "record_partner_answer", no);
    assert_eq!(status(&story), TransferStatus::Rejected);
    assert_eq!(
        story.case().transfer.newest().unwrap().no.as_deref(),
        Some("full")
    );
    let (mut colleague, id) = offered("low", to("colleague", COLLEAGUE.account));
    let yes = with(id, json!({"accepted": true, "evidence": "x"}));
    colleague.is_refused(
        WORKER,
        "transfer",
        "record_partner_answer",
        yes,
        Why::NotReceiver,
    );
}

#[test]
fn only_the_receiver_that_accepted_closes_the_case() {
    let (mut story, id) = offered("low", to("other_centre", THERE));
    story.does(over_there(Role::Caseworker, 62), "transfer", "accept", id);
    story.does(
        WORKER,
        "closure",
        "propose_closure",
        closure::proposal("transferred_same_org"),
    );
    story.does(WORKER, "approval", "submit", closure::submit());
    let (mut partner, id) = at_partner();
    let yes = with(id, json!({"accepted": true, "evidence": "a call"}));
    partner.does(WORKER, "transfer", "record_partner_answer", yes);
    partner.does(
        WORKER,
        "closure",
        "propose_closure",
        closure::proposal("transferred_same_org"),
    );
    let submit = closure::submit();
    partner.misses(
        WORKER,
        "approval",
        "submit",
        submit,
        &[MissingWhat::ReceiverAcceptance],
    );
}
