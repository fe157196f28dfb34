//! Similar people, beside the form and on the page of registration (`domain.md` 2.7).

use serde_json::Value;

use crate::{house::House, lives::registered, visitor::Visitor};

/// What is told beside the form.
fn told(visitor: &Visitor<'_>, file: &str, name: &str) -> Value {
    let typed = [
        ("preferred_name", name),
        ("dob", "1994-03-11"),
        ("sex", "female"),
    ];
    let answer = visitor.post(&format!("/cases/{file}/similar"), &typed);
    assert_eq!(answer.status, 200, "{}", answer.said());
    serde_json::from_str(&answer.body).unwrap()
}

#[test]
fn similar_people_stand_beside_the_form_and_on_the_page_with_their_reasons() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let (known, new) = (registered(&house, ""), registered(&house, ""));
    let form = worker.opens(&new, "registration/record_identity");
    assert!(
        form.body
            .contains(&format!("data-similar=\"/cases/{new}/similar\""))
    );
    let found = told(&worker, &new, "سلمى Invented");
    let first = &found["people"][0];
    assert_eq!(first["href"], format!("/cases/{known}"));
    assert_eq!(first["name"], "Salma Invented");
    assert!(
        first["agrees"]
            .as_str()
            .unwrap()
            .contains("same birth date")
    );
    assert!(found["said"].as_str().unwrap().ends_with("similar person"));
    let page = worker.opens(&new, "registration");
    assert!(page.body.contains(&format!("/cases/{known}")) && page.says("reason-same-birth-date"));
    let nobody = told(&worker, &new, "Quite Another");
    assert_eq!(nobody["people"].as_array().unwrap().len(), 0);
}

#[test]
fn another_centres_people_are_not_named_beside_the_form() {
    let house = House::new();
    let (known, new) = (registered(&house, "2"), registered(&house, ""));
    let worker = house.visitor("caseworker");
    let found = told(&worker, &new, "Salma Invented");
    assert_eq!(found["people"].as_array().unwrap().len(), 0);
    let words = found["elsewhere"][0].as_str().unwrap();
    assert!(words.contains("Second House"), "{words}");
    assert!(!found.to_string().contains(&known) && !found.to_string().contains("Salma"));
    let stranger = house.visitor("caseworker2");
    let asked = stranger.post(
        &format!("/cases/{new}/similar"),
        &[("preferred_name", "Salma")],
    );
    assert_eq!(asked.status, 404);
}

#[test]
fn everybody_is_compared_and_a_pair_is_decided_on_its_page() {
    let house = House::new();
    let (one, other) = (registered(&house, ""), registered(&house, ""));
    let lead = house.visitor("supervisor");
    let before = lead.get("/pairs");
    assert!(before.says("pairs-never") && before.says("pairs-compare"));
    lead.posts("/pairs/compare", &[]).done("compare");
    while house.app.book.comparison().at.is_none() {
        std::thread::yield_now();
    }
    let queue = lead.get("/pairs");
    let pair = queue.body.split("href=\"/pairs/").nth(1).unwrap();
    let pair = pair.split('"').next().unwrap().to_owned();
    let page = lead.get(&format!("/pairs/{pair}"));
    for file in [&one, &other] {
        assert!(page.body.contains(&format!("/cases/{file}")));
    }
    assert!(page.says("reason-same-birth-date"));
    let path = format!("/pairs/{pair}");
    let said = [("pair_verdict", "not_same")];
    assert_eq!(lead.posts(&path, &said).status, 422, "why?");
    let said = [said[0], ("verdict_reason", "two faces")];
    lead.posts(&path, &said).done("judge");
    assert!(lead.get("/pairs").says("pairs-empty"));
    assert!(lead.get(&path).body.contains("two faces"));
    assert_eq!(house.visitor("colleague").get(&path).status, 404);
    assert_eq!(house.visitor("supervisor2").get(&path).status, 404);
}
