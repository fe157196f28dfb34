//! What was typed is not lost, and nobody else finds it: drafts, locks, taking over.

use jiff::SignedDuration;

use crate::{
    answer::Answer,
    house::{House, PASSWORD},
    lives::registered,
    visitor::{Fields, Visitor, fresh, path_of},
};

const TEXT: &str = "She asked for the blue blanket";
const GOAL: Fields<'static> = &[("text", TEXT), ("keep-touched", "text")];

struct Desk {
    house: House,
    file: String,
    form: String,
}

fn desk() -> Desk {
    let house = House::new();
    let file = registered(&house, "");
    let form = path_of(&file, "reception.write_note");
    Desk { house, file, form }
}

impl Desk {
    fn worker(&self) -> Visitor<'_> {
        self.house.visitor("caseworker")
    }

    /// Posts the note with this button of the frame.
    fn keeps(&self, visitor: &Visitor<'_>, button: &str) -> Answer {
        self.keeps_as(visitor, button, &fresh())
    }

    fn keeps_as(&self, visitor: &Visitor<'_>, button: &str, command: &str) -> Answer {
        let fields = [&[("command", command), ("keep", button)], GOAL].concat();
        visitor.post(&self.form, &fields)
    }
}

#[test]
fn a_kept_form_opens_as_it_was_left_with_the_cursor_where_it_was() {
    let desk = desk();
    let worker = desk.worker();
    let before = desk.house.events();
    let home = format!("/cases/{}", desk.file);
    let command = fresh();
    let said = [
        ("command", command.as_str()),
        ("keep", "draft"),
        ("keep-home", home.as_str()),
    ];
    let fields = [&said, GOAL].concat();
    let answer = worker.post(&desk.form, &fields);
    assert_eq!(answer.leads_to(), format!("{home}?kept=draft"));
    assert!(worker.get(answer.leads_to()).says("draft-kept"));
    assert_eq!(desk.house.events(), before, "nothing was recorded");
    let page = worker.get(&desk.form);
    assert!(page.body.contains(TEXT));
    assert!(page.says("draft-title"));
    let field = page.body.split("name=\"text\"").nth(1).unwrap();
    assert!(field.split('>').next().unwrap().contains("autofocus"));
    assert!(page.body.contains(&format!("value=\"{command}\"")));
    assert!(worker.get("/drafts").body.contains(&desk.form));
}

#[test]
fn what_was_sent_or_discarded_is_no_draft_any_more() {
    let desk = desk();
    let worker = desk.worker();
    let command = fresh();
    desk.keeps_as(&worker, "auto", &command);
    let answer = desk.keeps_as(&worker, "discard", &command);
    assert_eq!(answer.leads_to(), format!("{}?kept=discarded", desk.form));
    assert!(!worker.get(&desk.form).body.contains(TEXT));
    desk.keeps_as(&worker, "auto", &command);
    let sent = [&[("command", command.as_str())], GOAL].concat();
    worker.post(&desk.form, &sent).done("the note");
    assert!(!worker.get(&desk.form).body.contains(TEXT));
    assert!(desk.keeps_as(&worker, "auto", &command).status == 200);
    assert!(!worker.get(&desk.form).body.contains(TEXT), "a late save");
}

#[test]
fn a_form_that_begins_with_its_address_has_drafts_of_its_own() {
    let desk = desk();
    let worker = desk.worker();
    let command = fresh();
    let about = format!("{}?happened=2026-11-01", desk.form);
    let fields = [&[("command", command.as_str()), ("keep", "auto")], GOAL].concat();
    worker.post(&about, &fields);
    assert!(!worker.get(&desk.form).body.contains(TEXT));
    assert!(worker.get(&about).body.contains(TEXT));
}

#[test]
fn a_draft_is_in_nobody_elses_account_and_none_is_kept_where_one_may_do_nothing() {
    let desk = desk();
    desk.keeps(&desk.worker(), "auto");
    for name in ["supervisor", "case_manager"] {
        let other = desk.house.visitor(name);
        assert!(!other.get(&desk.form).body.contains(TEXT), "{name}");
        assert!(!other.get("/drafts").body.contains(&desk.form), "{name}");
    }
    for name in ["caseworker2", "report_officer", "administrator"] {
        let other = desk.house.visitor(name);
        assert_eq!(desk.keeps(&other, "auto").status, 404, "{name}");
        assert!(!other.get("/drafts").body.contains(&desk.form), "{name}");
    }
    let answer = desk.keeps(&desk.house.stranger(), "auto");
    assert_eq!(answer.leads_to(), "/sign-in");
}

#[test]
fn changing_the_language_in_the_middle_of_a_form_loses_nothing() {
    let desk = desk();
    let worker = desk.worker();
    let answer = desk.keeps(&worker, "lang-ar");
    assert_eq!(answer.leads_to(), desk.form);
    assert_eq!(answer.cookie("lang").as_deref(), Some("ar"));
    assert!(worker.get(&desk.form).body.contains(TEXT));
}

#[test]
fn a_locked_session_shows_nothing_until_the_password_and_then_the_same_form() {
    let desk = desk();
    let (worker, _) = Visitor::signs_in(&desk.house, "caseworker", PASSWORD);
    let answer = desk.keeps(&worker, "lock");
    assert_eq!(answer.leads_to(), desk.form);
    let case = format!("/cases/{}", desk.file);
    for path in ["/", "/cases", "/drafts", &case, &desk.form] {
        let page = worker.get(path);
        assert_eq!(page.status, 403, "{path}");
        assert!(page.says("lock-text"), "{path}");
        assert!(!page.body.contains("Invented"), "{path} names somebody");
        assert!(!page.body.contains(TEXT), "{path}");
    }
    let back = ("back", desk.form.as_str());
    let wrong = worker.post("/unlock", &[("password", "not the password"), back]);
    assert_eq!(wrong.status, 422);
    let right = worker.post("/unlock", &[("password", PASSWORD), back]);
    assert_eq!(right.leads_to(), desk.form);
    assert_eq!(worker.get("/cases").leads_to(), "/sign-in", "a new token");
    let worker = Visitor {
        token: right.cookie("notebook"),
        ..worker
    };
    assert!(worker.get(&desk.form).body.contains(TEXT));
}

#[test]
fn an_idle_session_locks_and_what_is_posted_to_it_is_kept() {
    let desk = desk();
    let (worker, _) = Visitor::signs_in(&desk.house, "caseworker", PASSWORD);
    let before = desk.house.events();
    desk.house.pass(SignedDuration::from_mins(16));
    let answer = worker.posts(&desk.form, GOAL);
    assert_eq!(answer.leads_to(), desk.form);
    assert_eq!(worker.get(&desk.form).status, 403);
    assert_eq!(desk.house.events(), before, "nothing was recorded");
    let back = ("back", desk.form.as_str());
    let right = worker.post("/unlock", &[("password", PASSWORD), back]);
    let token = right.cookie("notebook");
    let worker = Visitor { token, ..worker };
    assert!(worker.get(&desk.form).body.contains(TEXT));
}

#[test]
fn what_is_posted_to_a_session_that_is_over_is_kept_for_its_account() {
    let desk = desk();
    let worker = desk.worker();
    desk.house.hours(13);
    assert_eq!(worker.posts(&desk.form, GOAL).leads_to(), "/sign-in");
    let (worker, door) = Visitor::signs_in(&desk.house, "caseworker", PASSWORD);
    assert_eq!(door.leads_to(), "/drafts?kept=some");
    assert!(worker.get(&desk.form).body.contains(TEXT));
}

#[test]
fn wrong_passwords_at_the_lock_wait_as_they_do_at_the_door() {
    let house = House::new();
    let (worker, _) = Visitor::signs_in(&house, "caseworker", PASSWORD);
    worker.post("/lock", &[("back", "/cases")]);
    for _ in 0..5 {
        let answer = worker.post("/unlock", &[("password", "not the password at all")]);
        assert_eq!(answer.status, 422);
    }
    let answer = worker.post("/unlock", &[("password", PASSWORD)]);
    assert_eq!(answer.status, 429);
}

#[test]
fn another_worker_takes_over_in_two_actions_and_finds_nothing() {
    let desk = desk();
    let worker = desk.worker();
    let answer = desk.keeps(&worker, "sign-out");
    assert_eq!(answer.leads_to(), "/sign-in");
    assert!(answer.header("clear-site-data").contains("cache"));
    assert_eq!(worker.get("/cases").leads_to(), "/sign-in");
    let (other, _) = Visitor::signs_in(&desk.house, "case_manager", PASSWORD);
    assert!(!other.get(&desk.form).body.contains(TEXT));
    assert!(desk.worker().get(&desk.form).body.contains(TEXT), "kept");
}

#[test]
fn signing_in_over_a_locked_session_ends_it() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    worker.post("/lock", &[("back", "/cases")]);
    let fields = [("username", "supervisor"), ("password", PASSWORD)];
    assert_eq!(worker.post("/sign-in", &fields).status, 303);
    assert_eq!(worker.get("/cases").leads_to(), "/sign-in");
}

#[test]
fn leaving_at_once_shows_an_empty_sheet_and_locks() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let away = worker.get("/away");
    assert_eq!(away.status, 200);
    assert!(away.header("clear-site-data").contains("cache"));
    assert!(away.body.contains("<body></body>"));
    assert_eq!(worker.get("/cases").status, 403);
    assert_eq!(house.stranger().get("/away").body, away.body);
}

#[test]
fn unlocking_leads_nowhere_else() {
    let house = House::new();
    let (worker, _) = Visitor::signs_in(&house, "caseworker", PASSWORD);
    for elsewhere in ["//elsewhere.example", "https://elsewhere.example", "\\x"] {
        let answer = worker.post("/lock", &[("back", elsewhere)]);
        assert_eq!(answer.leads_to(), "/", "{elsewhere}");
    }
}

#[test]
fn what_was_typed_into_the_small_forms_survives_a_lock_and_an_end_too() {
    let house = House::new();
    let partner = format!("/admin/partners/{}", house.partner("Blue Door"));
    let typed = [
        ("administrator", "/admin/partners/new", "focal_point"),
        ("administrator", "/admin/accounts/new", "display_name"),
        ("administrator", "/admin/centres/new", "name"),
        ("administrator", partner.as_str(), "focal_point"),
        ("data_protection", "/erasures", "reason"),
    ];
    for (name, path, field) in typed {
        let words = format!("Typed into {field} of a form");
        let fields = [(field, words.as_str()), ("password", "a long secret")];
        let visitor = house.visitor(name);
        visitor.post("/lock", &[]);
        visitor.posts(path, &fields);
        let again = house.visitor(name).get(path);
        assert!(again.body.contains(&words), "{path}: {}", again.said());
        assert!(!again.body.contains("a long secret"), "{path}");
        assert!(again.body.contains("data-kept"), "{path} keeps by itself");
        let other = house.visitor("supervisor").get("/drafts");
        assert!(!other.body.contains(path), "each account's own");
    }
}
