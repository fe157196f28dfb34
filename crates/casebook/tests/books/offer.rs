//! A case that is offered: its receiver sees what a handover needs, and the case itself only after
//! saying yes; then whoever carried it sees it no more.

use access::Actor;
use casework::{Id, actor::Role, refusal::Why};
use serde_json::json;

use super::house::{House, not_here, why};

struct Handover {
    house: House,
    worker: Actor,
    lead: Actor,
    receiver: Actor,
    file: Id,
}

fn handover() -> Handover {
    let house = House::new();
    let worker = house.staff("worker", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    let receiver = house.staff_at("receiver", Role::Caseworker, house.there);
    let file = house.person("Salma", &worker, &lead);
    Handover {
        house,
        worker,
        lead,
        receiver,
        file,
    }
}

impl Handover {
    fn offer(&self, to: &str, receiver: Id) -> Id {
        let proposal = json!({"to": to, "receiver": receiver, "reason": "moves to the other town",
            "handover_plan": "medicine weekly", "person_informed": true});
        let house = &self.house;
        let what = "transfer.propose_transfer";
        house.does(&self.worker, self.file, what, proposal).unwrap();
        let look = house.book.look(&self.worker, self.file, "test").unwrap();
        let transfer = look.case.transfer.newest().unwrap().asked.transfer;
        let which = json!({"transfer": transfer});
        house
            .does(&self.worker, self.file, "transfer.offer", which)
            .unwrap();
        transfer
    }
}

#[test]
fn the_receiver_sees_the_plan_and_not_the_case() {
    let handover = handover();
    let book = &handover.house.book;
    assert!(not_here(book.look_offer(&handover.receiver, handover.file)));
    handover.offer("other_centre", handover.house.there);
    let offer = book.look_offer(&handover.receiver, handover.file).unwrap();
    assert_eq!(offer.transfer.asked.handover_plan, "medicine weekly");
    assert!(offer.code.is_some());
    assert!(not_here(book.look(
        &handover.receiver,
        handover.file,
        "case"
    )));
    assert!(not_here(book.look_offer(&handover.worker, handover.file)));
}

#[test]
fn with_the_yes_the_case_belongs_there_and_no_longer_here() {
    let handover = handover();
    let transfer = handover.offer("other_centre", handover.house.there);
    let yes = json!({"transfer": transfer});
    let house = &handover.house;
    house
        .does(&handover.receiver, handover.file, "transfer.accept", yes)
        .unwrap();
    let book = &house.book;
    assert!(book.look(&handover.receiver, handover.file, "case").is_ok());
    for former in [&handover.worker, &handover.lead] {
        assert!(not_here(book.look(former, handover.file, "case")));
    }
    assert!(not_here(book.look_offer(&handover.receiver, handover.file)));
}

#[test]
fn a_no_leaves_the_case_where_it_was() {
    let handover = handover();
    let transfer = handover.offer("other_centre", handover.house.there);
    let no = json!({"transfer": transfer, "reason": "nobody speaks the language"});
    let house = &handover.house;
    house
        .does(&handover.receiver, handover.file, "transfer.reject", no)
        .unwrap();
    let book = &house.book;
    assert!(book.look(&handover.worker, handover.file, "case").is_ok());
    assert!(not_here(book.look_offer(&handover.receiver, handover.file)));
}

#[test]
fn a_colleague_is_offered_it_alone() {
    let handover = handover();
    let house = &handover.house;
    let colleague = house.staff("colleague", Role::Caseworker);
    let other = house.staff("other", Role::Caseworker);
    let transfer = handover.offer("colleague", colleague.by.account);
    assert!(not_here(house.book.look_offer(&other, handover.file)));
    assert!(house.book.look_offer(&colleague, handover.file).is_ok());
    let offered = house.book.offered_cases(&colleague).unwrap();
    assert_eq!(offered[0].file, handover.file);
    let yes = json!({"transfer": transfer});
    house
        .does(&colleague, handover.file, "transfer.accept", yes)
        .unwrap();
    assert!(house.book.look(&colleague, handover.file, "case").is_ok());
    assert!(not_here(house.book.look(
        &handover.worker,
        handover.file,
        "case"
    )));
}

#[test]
fn a_case_goes_only_to_what_the_worker_says_it_goes_to() {
    let handover = handover();
    let house = &handover.house;
    let propose = |to: &str, receiver: Id| {
        let proposal = json!({"to": to, "receiver": receiver, "reason": "moves",
            "handover_plan": "medicine weekly", "person_informed": true});
        let what = "transfer.propose_transfer";
        house.does(&handover.worker, handover.file, what, proposal)
    };
    let colleague = house.staff("colleague", Role::Caseworker).by.account;
    for (to, receiver) in [
        ("colleague", house.there),
        ("other_centre", colleague),
        ("partner", colleague),
    ] {
        assert_eq!(
            why(propose(to, receiver)),
            Some(Why::ReceiverNeeded),
            "{to}"
        );
    }
    assert!(propose("colleague", colleague).is_ok());
}
