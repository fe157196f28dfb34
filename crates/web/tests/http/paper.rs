//! What is printed, and what only the demonstration has.

use std::{sync::Arc, time::Duration};

use tokio::sync::Notify;

use crate::{house::House, lives::all_actions};

#[test]
fn an_empty_form_does_not_say_above_what_somebody_is_asked_about() {
    let house = House::new();
    let visitor = house.visitor("caseworker");
    let list = crate::answer::plain(&visitor.get("/forms").body);
    let mut seen = std::collections::BTreeSet::new();
    for action in all_actions() {
        let page = visitor.get(&format!("/forms/{}/{}", action.room, action.kind));
        assert_eq!(page.status, 200);
        let between = |from: &str, to: &str| {
            let rest = page.body.split(from).nth(1).unwrap_or_default();
            rest.split(to).next().unwrap_or_default().to_owned()
        };
        let (title, tab) = (between("<h1>", "</h1>"), between("<title>", "</title>"));
        for class in [
            "rafficking",
            "ealth",
            "iolence",
            "hild",
            "rientation",
            "sychosocial",
        ] {
            assert!(!title.contains(class), "{title}");
            assert!(!tab.contains(class), "{tab}");
        }
        let plain = crate::answer::plain(&title);
        assert!(list.contains(&plain), "{plain}");
        assert!(seen.insert(title), "each has a number of its own");
    }
}

#[test]
fn only_the_demonstration_begins_anew() {
    let house = House::new();
    for visitor in [house.stranger(), house.visitor("administrator")] {
        assert_eq!(visitor.get("/demo/reset").status, 404);
        assert_eq!(visitor.posts("/demo/reset", &[]).status, 404);
        assert!(!visitor.get("/sign-in").body.contains("/demo/reset"));
    }
    let told = Arc::new(Notify::new());
    let house = House::demonstration(Arc::clone(&told));
    let visitor = house.stranger();
    assert!(visitor.get("/sign-in").body.contains("/demo/reset"));
    assert_eq!(visitor.get("/demo/reset").status, 200, "it asks first");
    let was_told = |house: &House| {
        let told = Arc::clone(&told);
        house.runtime.block_on(async move {
            let told = tokio::time::timeout(Duration::from_millis(200), told.notified());
            told.await.is_ok()
        })
    };
    assert!(!was_told(&house), "asking does nothing");
    let answer = visitor.posts("/demo/reset", &[]);
    assert_eq!(answer.leads_to(), "/sign-in");
    assert!(was_told(&house));
}
