//! Drafts: kept for one account, and gone with their command, their file, their account, their time.

use access::Actor;
use casebook::{Command, Draft, Typed, fresh_id};
use casework::{Id, actor::Role};
use serde_json::json;

use super::house::{House, ask, not_here};

const PLAN: &str = "planning.draft_plan";

struct Desk {
    house: House,
    worker: Actor,
    lead: Actor,
    file: Id,
}

fn desk() -> Desk {
    let house = House::new();
    let worker = house.staff("worker", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    let file = house.person("Salma", &worker, &lead);
    Desk {
        house,
        worker,
        lead,
        file,
    }
}

fn typed(command: Id, file: Option<Id>, text: &str) -> Typed {
    Typed {
        command,
        place: "/here".into(),
        file,
        base: Some("3".into()),
        touched: Some("text".into()),
        fields: vec![("text".into(), text.into())],
    }
}

impl Desk {
    fn keeps(&self, text: &str) -> Id {
        let command = fresh_id().unwrap();
        let typed = typed(command, Some(self.file), text);
        self.house
            .book
            .keep_draft(&self.worker, Some("reception.give_help"), typed)
            .unwrap();
        command
    }

    fn kept(&self) -> Vec<Draft> {
        self.house.book.drafts(&self.worker).unwrap()
    }
}

#[test]
fn what_was_kept_comes_back_as_it_was_and_is_replaced_by_what_comes_after() {
    let desk = desk();
    let command = desk.keeps("first");
    desk.house.hours(1);
    let again = typed(command, Some(desk.file), "first and second");
    desk.house
        .book
        .keep_draft(&desk.worker, None, again.clone())
        .unwrap();
    let kept = desk.kept();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].typed, again);
    assert!(kept[0].began < kept[0].saved);
}

#[test]
fn a_second_page_of_the_same_form_takes_nothing_from_the_first() {
    let desk = desk();
    desk.keeps("one");
    desk.house.hours(1);
    desk.keeps("two");
    let texts: Vec<_> = desk
        .kept()
        .into_iter()
        .map(|draft| draft.typed.fields[0].1.clone())
        .collect();
    assert_eq!(texts, ["two", "one"]);
}

#[test]
fn nobody_else_sees_or_drops_a_draft() {
    let desk = desk();
    let command = desk.keeps("mine");
    let book = &desk.house.book;
    assert_eq!(book.drafts(&desk.lead).unwrap(), []);
    book.discard_draft(&desk.lead, command).unwrap();
    assert_eq!(desk.kept().len(), 1);
    book.discard_draft(&desk.worker, command).unwrap();
    assert_eq!(desk.kept(), []);
}

#[test]
fn nothing_is_kept_where_one_may_do_nothing() {
    let desk = desk();
    let book = &desk.house.book;
    let stranger = desk.house.staff("stranger", Role::Caseworker);
    let id = || fresh_id().unwrap();
    let on = typed(id(), Some(desk.file), "x");
    assert!(not_here(book.keep_draft(&stranger, Some(PLAN), on)));
    let nowhere = typed(id(), Some(id()), "x");
    assert!(not_here(book.keep_draft(&desk.worker, Some(PLAN), nowhere)));
    let nowhere = typed(id(), Some(id()), "x");
    assert!(not_here(book.keep_draft(&desk.worker, None, nowhere)));
    let no_role = desk.house.staff("press", Role::ReportOfficer);
    let arrival = typed(id(), None, "x");
    let action = Some("reception.receive_arrival");
    assert!(not_here(book.keep_draft(&no_role, action, arrival.clone())));
    book.keep_draft(&desk.worker, action, arrival).unwrap();
}

#[test]
fn a_draft_lives_through_a_restart_and_no_longer_than_its_time() {
    let desk = desk();
    desk.keeps("typed before the power went");
    let Desk { house, worker, .. } = desk;
    let house = house.again();
    house.hours(72);
    assert_eq!(house.book.drafts(&worker).unwrap().len(), 1);
    house.hours(1);
    assert_eq!(house.book.drafts(&worker).unwrap(), []);
    house.book.sweep_drafts().unwrap();
    assert_eq!(house.lying(&worker), 0);
}

#[test]
fn what_was_carried_out_leaves_no_draft_and_takes_none() {
    let desk = desk();
    let id = desk.keeps("given");
    let body = json!({"service_type": "food", "modality": "in_kind", "what": "bread", "quantity": 1, "unit": "loaf"});
    let command = Command {
        id,
        file: Some(desk.file),
        happened: None,
        base: None,
        ask: ask("reception.give_help", body),
    };
    let book = &desk.house.book;
    book.carry_out(&desk.worker, &command).unwrap();
    assert_eq!(desk.kept(), [], "not shown even before it is dropped");
    book.sweep_drafts().unwrap();
    let late = typed(id, Some(desk.file), "a save that came too late");
    book.keep_draft(&desk.worker, None, late).unwrap();
    assert_eq!(desk.house.lying(&desk.worker), 0);
}

#[test]
fn an_erased_file_takes_everybodys_drafts_along() {
    let desk = desk();
    desk.keeps("about her");
    let arrival = typed(fresh_id().unwrap(), None, "about somebody else");
    let book = &desk.house.book;
    book.keep_draft(&desk.worker, None, arrival).unwrap();
    let focal = desk.house.staff("focal", Role::DataProtection);
    let look = book.look(&desk.worker, desk.file, "test").unwrap();
    let code = look.case.registration.code.unwrap();
    let id = || fresh_id().unwrap();
    let proposal = book.propose_erasure(&focal, id(), &code, "asked").unwrap();
    book.confirm_erasure(&desk.lead, id(), proposal).unwrap();
    assert_eq!(desk.house.lying(&desk.worker), 1);
    let late = typed(id(), Some(desk.file), "too late");
    assert!(not_here(book.keep_draft(&desk.worker, None, late)));
}

#[test]
fn a_closed_account_leaves_no_drafts() {
    let desk = desk();
    desk.keeps("begun");
    desk.house.closes(&desk.lead);
    assert_eq!(desk.house.lying(&desk.worker), 1);
    desk.house.closes(&desk.worker);
    assert_eq!(desk.house.lying(&desk.worker), 0);
}

#[test]
fn the_oldest_of_very_many_makes_room() {
    let desk = desk();
    desk.keeps("the oldest");
    desk.house.hours(1);
    for _ in 0..60 {
        desk.keeps("newer");
    }
    let kept = desk.kept();
    assert_eq!(kept.len(), 60);
    assert!(kept.iter().all(|draft| draft.typed.fields[0].1 == "newer"));
}
