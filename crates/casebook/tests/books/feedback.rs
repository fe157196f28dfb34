//! Complaints have their own readers: ordinary ones the leads of the centre, conduct and abuse
//! their focal point alone, and never the accused or their line.

use access::Actor;
use casebook::{No, fresh_id};
use casework::{
    Id,
    actor::Role,
    feedback::{Feedback, FeedbackAsk},
    refusal::Why,
};
use serde_json::{Value, json};

use super::house::{House, not_here, why};

struct Desk {
    house: House,
    worker: Actor,
    lead: Actor,
    psea: Actor,
    data: Actor,
}

fn desk() -> Desk {
    let house = House::new();
    let worker = house.staff("worker", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    let psea = house.staff("psea", Role::FocalPointPsea);
    let data = house.staff("data", Role::DataProtection);
    Desk {
        house,
        worker,
        lead,
        psea,
        data,
    }
}

fn said(more: Value) -> Feedback {
    let mut whole = json!({"channel": "in_person_centre", "anonymous": false,
        "feedback_type": "dissatisfaction", "sensitivity": "ordinary",
        "text": "The guard shouted at us."});
    let fields = whole.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

impl Desk {
    fn write(&self, by: &Actor, more: Value) -> Id {
        let id = fresh_id().unwrap();
        let said = said(more);
        self.house
            .book
            .receive_feedback(by, id, None, &said)
            .unwrap();
        id.nth(u16::MAX)
    }

    /// Who of them reads it: opened and listed alike.
    fn readers(&self, id: Id) -> Vec<&'static str> {
        let all = [
            ("worker", &self.worker),
            ("lead", &self.lead),
            ("psea", &self.psea),
            ("data", &self.data),
        ];
        let book = &self.house.book;
        let reads = all.into_iter().filter(|(name, actor)| {
            let opens = book.look_feedback(actor, id).is_ok();
            let rows = book.feedback(actor).unwrap_or_default();
            let lists = rows.iter().any(|row| row.id == id);
            assert_eq!(opens, lists, "{name} opens and lists alike");
            opens
        });
        reads.map(|(name, _)| name).collect()
    }

    fn step(&self, by: &Actor, id: Id, ask: Value) -> Result<(), No> {
        let ask: FeedbackAsk = serde_json::from_value(ask).unwrap();
        let command = fresh_id().unwrap();
        self.house.book.answer_feedback(by, command, None, id, &ask)
    }
}

fn acknowledge() -> Value {
    json!({"kind": "acknowledge", "body": {}})
}

#[test]
fn everybody_may_write_one_down() {
    let desk = desk();
    for role in Role::ALL {
        let name = format!("one {}", role.code());
        let by = desk.house.staff(&name, *role);
        desk.write(&by, json!({}));
    }
    let listed = desk.house.book.feedback(&desk.lead).unwrap();
    assert_eq!(listed.len(), Role::ALL.len());
}

#[test]
fn ordinary_feedback_is_read_by_the_leads_of_the_centre() {
    let desk = desk();
    let id = desk.write(&desk.worker, json!({}));
    assert_eq!(desk.readers(id), ["lead", "psea"]);
    let there = desk.house.there;
    let far = desk.house.staff_at("far", Role::Supervisor, there);
    assert!(not_here(desk.house.book.look_feedback(&far, id)));
    assert!(desk.house.book.feedback(&far).unwrap().is_empty());
}

#[test]
fn conduct_abuse_and_fraud_are_read_by_their_focal_point_alone() {
    let desk = desk();
    for kind in ["staff_conduct", "sea", "fraud"] {
        let id = desk.write(&desk.worker, json!({"feedback_type": kind}));
        assert_eq!(desk.readers(id), ["psea"], "{kind}");
    }
    let marked = desk.write(&desk.worker, json!({"sensitivity": "sensitive"}));
    assert_eq!(desk.readers(marked), ["psea"]);
}

#[test]
fn what_is_about_data_is_read_by_who_protects_them() {
    let desk = desk();
    let id = desk.write(&desk.worker, json!({"feedback_type": "data_protection"}));
    assert_eq!(desk.readers(id), ["data"]);
    assert!(desk.step(&desk.data, id, acknowledge()).is_ok());
}

#[test]
fn the_accused_and_their_line_read_nothing() {
    let desk = desk();
    let accused = json!({"about_staff": desk.worker.by.account});
    let id = desk.write(&desk.worker, accused);
    assert_eq!(desk.readers(id), ["psea"]);
    assert!(not_here(desk.step(&desk.lead, id, acknowledge())));
    let focal_point = json!({"feedback_type": "sea", "about_staff": desk.psea.by.account});
    let id = desk.write(&desk.worker, focal_point);
    assert_eq!(desk.readers(id), Vec::<&str>::new());
    assert!(not_here(desk.step(&desk.psea, id, acknowledge())));
}

#[test]
fn what_accuses_the_only_focal_point_goes_to_another_centre() {
    let desk = desk();
    let book = &desk.house.book;
    let far = desk
        .house
        .staff_at("far", Role::Supervisor, desk.house.there);
    for (kind, accused) in [("sea", &desk.psea), ("data_protection", &desk.data)] {
        let about = json!({"feedback_type": kind, "about_staff": accused.by.account});
        let id = desk.write(&desk.worker, about);
        assert_eq!(desk.readers(id), Vec::<&str>::new(), "{kind}");
        assert!(book.look_feedback(&far, id).is_ok());
        assert!(not_here(desk.step(accused, id, acknowledge())));
        assert!(not_here(desk.step(&desk.lead, id, acknowledge())));
        assert!(desk.step(&far, id, acknowledge()).is_ok());
    }
    // Whoever is not the accused has it, and nobody stands in.
    let about = json!({"feedback_type": "sea", "about_staff": desk.worker.by.account});
    let id = desk.write(&desk.worker, about);
    assert!(not_here(book.look_feedback(&far, id)));
    let second = desk.house.staff("deputy", Role::FocalPointPsea);
    let about = json!({"feedback_type": "sea", "about_staff": desk.psea.by.account});
    let id = desk.write(&desk.worker, about);
    assert!(book.look_feedback(&second, id).is_ok());
    assert!(not_here(book.look_feedback(&far, id)));
}

#[test]
fn that_nobody_reads_it_is_told() {
    let desk = desk();
    let book = &desk.house.book;
    let writes = |accused: &Actor| {
        let id = fresh_id().unwrap();
        let about = said(json!({"feedback_type": "sea", "about_staff": accused.by.account}));
        book.receive_feedback(&desk.worker, id, None, &about)
            .unwrap();
        book.feedback_is_read(id).unwrap()
    };
    assert!(writes(&desk.worker));
    assert!(!writes(&desk.psea));
    desk.house
        .staff_at("far", Role::Supervisor, desk.house.there);
    assert!(writes(&desk.psea));
}

#[test]
fn thanks_to_somebody_are_no_accusation_of_theirs() {
    let desk = desk();
    let thanks = json!({"feedback_type": "thanks", "about_staff": desk.worker.by.account});
    let id = desk.write(&desk.worker, thanks);
    assert_eq!(desk.readers(id), ["lead", "psea"]);
}

#[test]
fn a_complaint_is_taken_up_answered_and_closed_in_this_order() {
    let desk = desk();
    let id = desk.write(&desk.worker, json!({}));
    let respond = json!({"kind": "respond", "body": {"outcome": "The guard was changed."}});
    let close = json!({"kind": "close_loop", "body": {"how": "told in person", "satisfied": true}});
    let early = desk.step(&desk.lead, id, respond.clone());
    assert_eq!(why(early), Some(Why::NotNow));
    for step in [acknowledge(), respond, close] {
        desk.step(&desk.lead, id, step).unwrap();
    }
    let look = desk.house.book.look_feedback(&desk.lead, id).unwrap();
    assert!(look.state.closed.is_some() && look.due.is_empty());
    assert!(not_here(desk.step(&desk.worker, id, acknowledge())));
}

#[test]
fn due_dates_stand_in_the_list_and_survive_a_restart() {
    let desk = desk();
    let id = desk.write(&desk.worker, json!({}));
    desk.house.hours(1);
    let lead = desk.lead.clone();
    let again = desk.house.again();
    let rows = again.book.feedback(&lead).unwrap();
    assert_eq!(rows[0].id, id);
    assert_eq!(rows[0].due.len(), 2, "to be taken up, and to be answered");
}

#[test]
fn nobody_links_it_to_a_case_that_is_not_theirs() {
    let desk = desk();
    let person = desk.house.person("Somebody", &desk.worker, &desk.lead);
    let other = desk.house.staff("other", Role::Caseworker);
    let from = said(json!({"person": person}));
    let book = &desk.house.book;
    let id = fresh_id().unwrap();
    assert!(not_here(book.receive_feedback(&other, id, None, &from)));
    let id = desk.write(&desk.worker, json!({"person": person}));
    assert!(book.look_feedback(&desk.lead, id).unwrap().person.is_some());
    assert!(book.look_feedback(&desk.psea, id).unwrap().person.is_none());
}
