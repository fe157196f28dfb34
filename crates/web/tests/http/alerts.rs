//! Alerts through HTTP: data protection answers what an authority wants, and reads no case.

use crate::{
    house::House,
    lives::{arrives, consents, registered},
    visitor::Visitor,
};

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

/// The alerts that a page says are the reader's, by their ids: in the day's first part, and in the
/// first table of the list.
fn mine(page: &str, from: &str, to: &str) -> Vec<String> {
    let part = page.split(from).nth(1).unwrap_or_default();
    let part = part.split(to).next().unwrap_or_default();
    let ids = part.split("name=\"alert\" value=\"").skip(1);
    let mut ids: Vec<String> = ids.map(|rest| rest[..32].to_owned()).collect();
    ids.sort();
    ids
}

#[test]
fn the_day_and_the_list_tell_the_same_reader_of_the_same_alerts() {
    let house = House::new();
    let file = registered(&house, "");
    put_on_duty(&house, &house.visitor("supervisor"), "caseworker");
    let worker = house.visitor("caseworker");
    let danger = [
        ("current_safety", "at_risk"),
        ("danger_sources", "unknown"),
        ("threat_detail", "a man waits outside"),
        ("suicidal", "no"),
        ("action_taken", "a room for the night"),
    ];
    worker.did(&file, "reception.report_danger", &danger);
    arrives(&worker, &[("immediate_needs", "danger_now")]);
    consents(&worker, &file, "photo", &[]);
    let withdrawn = [("scope", "photo")];
    worker.did(&file, "consent.withdraw_consent", &withdrawn);
    for name in ["caseworker", "supervisor", "case_manager", "overseer"] {
        let visitor = house.visitor(name);
        let day = visitor.get("/day");
        let list = visitor.get("/alerts");
        if day.status == 404 {
            continue;
        }
        let caption = web::Lang::En.t().say("alerts-mine");
        let listed = mine(&list.body, &caption, "</table>");
        let shown = mine(&day.body, "id=\"day-now\"", "</section>");
        assert_eq!(shown, listed, "{name}");
    }
    let day = house.visitor("caseworker").get("/day");
    assert!(
        !mine(&day.body, "id=\"day-now\"", "</section>").is_empty(),
        "the test has something to compare: {}",
        day.said()
    );
    assert!(
        day.says("day-alert-others"),
        "data protection's: {}",
        day.said()
    );
}

#[test]
fn an_alert_that_rings_nowhere_says_whose_it_is_and_warns_the_supervisor() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    arrives(&worker, &[("immediate_needs", "danger_now")]);
    let said = worker.get("/alerts").said();
    assert!(said.contains("Invented supervisor"), "{said}");
    let supervisor = house.visitor("supervisor");
    for page in ["/supervision", "/duty"] {
        assert!(supervisor.get(page).says("duty-nobody"), "{page}");
    }
    assert!(
        !worker.get("/duty").says("duty-nobody"),
        "not theirs to mend"
    );
    put_on_duty(&house, &supervisor, "overseer");
    for page in ["/supervision", "/duty"] {
        assert!(!supervisor.get(page).says("duty-nobody"), "{page}");
    }
}

fn put_on_duty(house: &House, supervisor: &Visitor<'_>, name: &str) {
    let account = house.account(name).to_string();
    let fields = [
        ("account", account.as_str()),
        ("number", "1"),
        ("phone", "+390000002"),
    ];
    supervisor.posts("/duty/new", &fields).done("duty");
}

#[test]
fn a_supervisors_row_leads_to_the_answer_and_a_workers_to_beginning() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let file = arrives(&worker, &[("immediate_needs", "danger_now")]);
    let answer = format!("/cases/{file}/reception/answer_alert?alert=");
    let take = format!("/cases/{file}/reception/take_alert");
    let supervisor = house.visitor("supervisor").get("/alerts").body;
    assert!(supervisor.contains(&answer) && supervisor.contains(&take));
    let list = worker.get("/alerts").body;
    assert!(!list.contains(&answer) && list.contains(&take));
}
