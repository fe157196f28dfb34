//! The screen turned to the person: their plan, and without the password nothing else.

use jiff::SignedDuration;

use crate::{
    answer::Answer,
    house::{House, PASSWORD},
    lives::{arrives, registered},
    visitor::Visitor,
};

fn is_locked(answer: &Answer) -> bool {
    answer.status == 403 && answer.body.contains("action=\"/unlock\"")
}

fn turned<'h>(house: &'h House, file: &str) -> Visitor<'h> {
    let worker = house.visitor("caseworker");
    assert_eq!(worker.opens(file, "side_by_side").status, 200);
    worker
}

#[test]
fn whoever_holds_the_turned_screen_reads_this_page_and_no_other() {
    let house = House::new();
    let (file, other) = (registered(&house, ""), registered(&house, ""));
    let worker = turned(&house, &file);
    for path in [
        format!("/cases/{file}"),
        format!("/cases/{file}/plan"),
        format!("/cases/{other}/side_by_side"),
        "/day".to_owned(),
        "/search?q=salma".to_owned(),
        "/drafts".to_owned(),
    ] {
        let answer = worker.get(&path);
        assert!(is_locked(&answer), "{path}: {}", answer.said());
        assert!(!answer.body.contains("Salma"), "{path}");
    }
    for page in ["side_by_side", "side_by_side?in=fr"] {
        assert_eq!(worker.opens(&file, page).status, 200, "{page}");
    }
    let before = house.events();
    let note = [("text", "written by whoever holds it")];
    worker.does(&file, "reception.write_note", &note);
    assert_eq!(house.events(), before, "nothing is done from there");
}

#[test]
fn the_way_back_asks_for_the_password_and_leads_to_the_case() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = turned(&house, &file);
    let home = format!("/cases/{file}");
    let page = worker.opens(&file, "side_by_side");
    assert!(page.body.contains(&format!("href=\"{home}\"")));
    let unlock = |password: &str| {
        let fields = [("back", home.as_str()), ("password", password)];
        worker.post("/unlock", &fields)
    };
    assert_eq!(unlock("not the password").status, 422);
    assert!(is_locked(&worker.get(&home)));
    let answer = unlock(PASSWORD);
    assert_eq!(answer.leads_to(), home);
    let token = answer.cookie(house.app.cookie.name());
    let house = &house;
    assert_eq!(Visitor { house, token }.get(&home).status, 200);
}

#[test]
fn a_turned_screen_that_is_left_alone_or_left_at_once_shows_nothing() {
    let house = House::new();
    let file = registered(&house, "");
    let alone = turned(&house, &file);
    house.pass(SignedDuration::from_mins(16));
    assert!(is_locked(&alone.opens(&file, "side_by_side")));
    let left = turned(&house, &file);
    left.get("/away");
    assert!(is_locked(&left.opens(&file, "side_by_side")));
}

#[test]
fn the_page_says_which_language_it_is_in_when_it_is_not_the_persons() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let stranger = arrives(&worker, &[("language", "ti")]);
    let page = turned(&house, &stranger).opens(&stranger, "side_by_side");
    let said = page.said();
    assert!(
        said.contains("Tigrinya") && said.contains("interpreter"),
        "{said}"
    );
    let spoken = registered(&house, "");
    let page = turned(&house, &spoken).opens(&spoken, "side_by_side");
    assert!(!page.said().contains("interpreter"), "she speaks Arabic");
    let chosen = turned(&house, &spoken).opens(&spoken, "side_by_side?in=it");
    assert!(chosen.said().contains("Arabic"), "{}", chosen.said());
}

#[test]
fn the_locked_page_says_who_works_here_to_those_who_know_them() {
    let house = House::new();
    let file = registered(&house, "");
    let locked = turned(&house, &file).get("/day");
    assert!(locked.body.contains("I. c."), "{}", locked.said());
    assert!(!locked.body.contains("Invented caseworker"));
}
