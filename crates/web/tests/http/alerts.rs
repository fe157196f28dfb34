//! Alerts through HTTP: data protection answers what an authority wants, and reads no case.

use crate::{house::House, lives::arrives};

const ASKED: [(&str, &str); 2] = [
    ("authority", "border police"),
    ("what_was_asked", "the list of last night"),
];

#[test]
fn data_protection_answers_an_authority_without_reading_the_case() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let file = arrives(&worker, &[("request", "a planted request")]);
    worker.did(&file, "reception.log_authority_request", &ASKED);

    let officer = house.visitor("data_protection");
    let list = officer.get("/alerts");
    assert!(
        list.says("code-alert_kind-authority_request"),
        "{}",
        list.said()
    );
    assert!(list.body.contains("the list of last night"));
    assert_eq!(officer.get(&format!("/cases/{file}")).status, 404);

    let form = officer.opens(&file, "reception/answer_alert");
    assert_eq!(form.status, 200);
    assert!(!form.body.contains("planted"));
    let alert = form.options("alert").remove(0);
    let fields = [("alert", alert.as_str()), ("what_was_done", "not released")];
    let answer = officer.does(&file, "reception.answer_alert", &fields);
    answer.done("reception.answer_alert");
    assert!(answer.leads_to().starts_with("/alerts"));
    assert!(officer.get("/alerts").says("alerts-empty"));
}

#[test]
fn nobody_else_answers_for_data_protection_and_it_answers_nothing_else() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let file = arrives(&worker, &[("immediate_needs", "danger_now")]);
    let (officer, other) = (
        house.visitor("data_protection"),
        house.visitor("data_protection2"),
    );
    assert!(officer.get("/alerts").says("alerts-empty"));
    assert_eq!(officer.opens(&file, "reception/answer_alert").status, 404);
    worker.did(&file, "reception.log_authority_request", &ASKED);
    assert_eq!(worker.opens(&file, "reception/answer_alert").status, 404);
    let form = officer.opens(&file, "reception/answer_alert");
    let mine = form.options("alert");
    assert_eq!(mine.len(), 1, "the danger is the supervisor's");
    let supervisor = house.visitor("supervisor");
    let fields = [("alert", mine[0].as_str()), ("what_was_done", "gave it")];
    let answer = supervisor.does(&file, "reception.answer_alert", &fields);
    assert_eq!(answer.status, 422, "not offered");
    assert!(other.get("/alerts").says("alerts-empty"), "another centre");
    assert_eq!(other.opens(&file, "reception/answer_alert").status, 404);
    for name in ["caseworker", "supervisor"] {
        let list = house.visitor(name).get("/alerts");
        assert!(!list.body.contains("the list of last night"), "{name}");
        assert!(list.says("code-alert_kind-danger_now"), "{name}: their own");
    }
    assert_eq!(house.visitor("reception").get("/alerts").status, 404);
}
