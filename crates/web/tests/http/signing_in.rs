//! The door: passwords, throttling, sessions and how they end.

use jiff::SignedDuration;

use crate::{
    house::{FIRST, House, PASSWORD},
    lives::registered,
    visitor::{Visitor, fresh},
};

const NEW: &str = "another long password";

#[test]
fn an_unknown_name_and_a_wrong_password_are_the_same_answer() {
    let house = House::new();
    let (_, unknown) = Visitor::signs_in(&house, "nobody-here", "not the password at all");
    let (_, wrong) = Visitor::signs_in(&house, "caseworker12", "not the password at all");
    let (_, known) = Visitor::signs_in(&house, "caseworker", "not the password at all");
    let asked = |body: &str, name: &str| body.replace(name, "");
    assert_eq!((unknown.status, known.status), (422, 422));
    assert_eq!(
        asked(&unknown.body, "nobody-here"),
        asked(&known.body, "caseworker")
    );
    assert_eq!(
        asked(&wrong.body, "caseworker12"),
        asked(&known.body, "caseworker")
    );
    assert_eq!(known.cookie("notebook"), None);
}

#[test]
fn a_right_password_opens_and_the_cookie_is_kept_from_scripts_and_other_sites() {
    let house = House::new();
    let (inside, answer) = Visitor::signs_in(&house, " Caseworker ", PASSWORD);
    assert_eq!((answer.status, answer.leads_to()), (303, "/"));
    let cookie = answer.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Expires") && !cookie.contains("Domain"));
    let token = inside.token.clone().unwrap();
    assert_eq!(token.len(), 64, "256 random bits");
    assert_eq!(inside.get("/cases").status, 200);
    let (_, other) = Visitor::signs_in(&house, "caseworker", PASSWORD);
    assert_ne!(other.cookie("notebook"), Some(token), "a new one each time");
}

#[test]
fn wrong_tries_wait_and_lock_nobody_else_out() {
    let house = House::new();
    for _ in 0..5 {
        let (_, answer) = Visitor::signs_in(&house, "caseworker", "not the password at all");
        assert_eq!(answer.status, 422);
    }
    let (_, answer) = Visitor::signs_in(&house, "caseworker", PASSWORD);
    assert_eq!(answer.status, 429, "even the right one waits");
    let (_, other) = Visitor::signs_in(&house, "supervisor", PASSWORD);
    assert_eq!(other.status, 303, "another account from the same place");
    house.pass(SignedDuration::from_secs(3));
    let (_, answer) = Visitor::signs_in(&house, "caseworker", PASSWORD);
    assert_eq!(answer.status, 303, "after the wait");
}

#[test]
fn a_session_locks_when_idle() {
    let house = House::new();
    let visitor = house.visitor("caseworker");
    for _ in 0..3 {
        assert_eq!(visitor.get("/cases").status, 200);
        house.pass(SignedDuration::from_mins(14));
    }
    assert_eq!(visitor.get("/cases").status, 200);
    house.pass(SignedDuration::from_secs(15 * 60 + 1));
    assert_eq!(visitor.get("/cases").status, 403);
    assert_eq!(visitor.get("/cases").status, 403, "and stays locked");
    house.hours(12);
    assert_eq!(visitor.get("/cases").leads_to(), "/sign-in", "then ends");
}

#[test]
fn a_session_ends_after_twelve_hours_of_work() {
    let house = House::new();
    let visitor = house.visitor("caseworker");
    for _ in 0..72 {
        house.pass(SignedDuration::from_mins(10));
        assert_eq!(visitor.get("/cases").status, 200);
    }
    house.pass(SignedDuration::from_mins(1));
    assert_eq!(visitor.get("/cases").leads_to(), "/sign-in");
}

#[test]
fn a_session_of_an_unused_token_does_not_outlive_the_idle_time() {
    let house = House::new();
    let (visitor, _) = Visitor::signs_in(&house, "caseworker", PASSWORD);
    house.pass(SignedDuration::from_mins(16));
    assert_eq!(visitor.get("/cases").status, 403);
}

#[test]
fn signing_out_ends_the_session_and_clears_the_browser() {
    let house = House::new();
    let (visitor, other) = (house.visitor("caseworker"), house.visitor("caseworker"));
    let answer = visitor.post("/sign-out", &[]);
    assert_eq!(answer.leads_to(), "/sign-in");
    assert!(answer.header("clear-site-data").contains("storage"));
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(visitor.get("/cases").leads_to(), "/sign-in");
    assert_eq!(other.get("/cases").status, 200, "the other browser");
}

#[test]
fn a_closed_account_is_out_at_its_next_request() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("caseworker");
    assert_eq!(visitor.get(&format!("/cases/{file}")).status, 200);
    change(&house, "caseworker", "caseworker", &[("closed", "yes")]);
    let page = visitor.get(&format!("/cases/{file}"));
    assert_eq!(page.leads_to(), "/sign-in");
    let (_, door) = Visitor::signs_in(&house, "caseworker", PASSWORD);
    assert_eq!(door.status, 422, "and does not come in again");
    change(&house, "caseworker", "caseworker", &[]);
    let page = visitor.get(&format!("/cases/{file}"));
    assert_eq!(page.leads_to(), "/sign-in", "an ended session stays ended");
}

#[test]
fn another_role_counts_at_the_next_request() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("supervisor");
    assert_eq!(visitor.get(&format!("/cases/{file}")).status, 200);
    change(&house, "supervisor", "report_officer", &[]);
    assert_eq!(visitor.get(&format!("/cases/{file}")).status, 404);
    assert_eq!(visitor.get("/cases").status, 404);
    assert_eq!(visitor.get("/tallies").status, 200);
}

fn change(house: &House, who: &str, role: &str, more: &[(&str, &str)]) {
    let id = house.account(who);
    let centre = house
        .app
        .book
        .organisation()
        .account(id)
        .unwrap()
        .centre
        .to_string();
    let mut fields = vec![("display_name", who), ("role", role), ("centre", &centre)];
    fields.extend_from_slice(more);
    let admin = house.visitor(FIRST);
    admin
        .posts(&format!("/admin/accounts/{id}"), &fields)
        .done("change");
}

#[test]
fn a_new_password_ends_every_session_of_its_account() {
    let house = House::new();
    let (visitor, other) = (house.visitor("caseworker"), house.visitor("caseworker"));
    let fields = |present, new| {
        [
            ("present_password", present),
            ("password", new),
            ("password_again", new),
        ]
    };
    let wrong = visitor.posts("/password", &fields("not the present one", NEW));
    assert_eq!(wrong.status, 422);
    let short = visitor.posts("/password", &fields(PASSWORD, "too short"));
    assert_eq!(short.status, 422);
    let (differs, mut two) = (fresh(), fields(PASSWORD, NEW).to_vec());
    two[2].1 = &differs;
    assert_eq!(visitor.posts("/password", &two).status, 422);
    assert_eq!(other.get("/cases").status, 200, "nothing changed so far");
    visitor
        .posts("/password", &fields(PASSWORD, NEW))
        .done("password");
    assert_eq!(visitor.get("/cases").leads_to(), "/sign-in");
    assert_eq!(other.get("/cases").leads_to(), "/sign-in");
    let (_, old) = Visitor::signs_in(&house, "caseworker", PASSWORD);
    assert_eq!(old.status, 422);
    let (inside, _) = Visitor::signs_in(&house, "caseworker", NEW);
    assert_eq!(inside.get("/cases").status, 200);
}

#[test]
fn a_password_that_somebody_else_set_opens_nothing_but_its_change() {
    let house = House::new();
    let admin = house.visitor(FIRST);
    let centre = admin.get("/admin/accounts/new").options("centre").remove(0);
    let fields = [
        ("username", "nadia"),
        ("display_name", "Nadia"),
        ("role", "caseworker"),
        ("centre", centre.as_str()),
        ("password", PASSWORD),
    ];
    admin.posts("/admin/accounts/new", &fields).done("opened");
    let (new, _) = Visitor::signs_in(&house, "nadia", PASSWORD);
    for page in ["/", "/cases", "/reception/new"] {
        assert_eq!(new.get(page).leads_to(), "/password", "{page}");
    }
    let post = new.posts("/reception/new", &crate::lives::arrival());
    assert_eq!(post.leads_to(), "/password");
    assert!(new.get("/password").says("password-yours"));
    let fields = |present, new| {
        [
            ("present_password", present),
            ("password", new),
            ("password_again", new),
        ]
    };
    let same = new.posts("/password", &fields(PASSWORD, PASSWORD));
    assert_eq!(same.status, 422);
    assert!(same.says("password-same"), "{}", same.said());
    new.posts("/password", &fields(PASSWORD, NEW)).done("own");
    let (own, _) = Visitor::signs_in(&house, "nadia", NEW);
    assert_eq!(own.get("/cases").status, 200);
}

#[test]
fn an_administrator_changes_others_and_never_oneself() {
    let house = House::new();
    let admin = house.visitor(FIRST);
    let own = format!("/admin/accounts/{}", house.account(FIRST));
    let before = house.events();
    let centre = admin.get(&own).options("centre").remove(0);
    let fields = [
        ("display_name", "Me"),
        ("role", "supervisor"),
        ("centre", centre.as_str()),
    ];
    admin.posts(&own, &fields).refused("self_approval");
    assert_eq!(before, house.events());
}

#[test]
fn an_empty_program_asks_for_its_first_administrator_once() {
    let house = House::empty();
    let stranger = house.stranger();
    assert_eq!(stranger.get("/cases").leads_to(), "/begin");
    assert_eq!(stranger.get("/sign-in").leads_to(), "/begin");
    let fields = [
        ("centre", "House"),
        ("username", "ada"),
        ("display_name", "Ada"),
        ("password", PASSWORD),
        ("password_again", PASSWORD),
    ];
    let mut short = fields;
    (short[3].1, short[4].1) = ("short", "short");
    assert_eq!(stranger.posts("/begin", &short).status, 422);
    stranger.posts("/begin", &fields).done("begin");
    assert_eq!(stranger.posts("/begin", &fields).status, 404);
    assert_eq!(stranger.get("/begin").status, 404);
    let (ada, _) = Visitor::signs_in(&house, "ada", PASSWORD);
    assert_eq!(ada.get("/admin").status, 200);
    assert_eq!(ada.get("/cases").status, 404, "and reads no case");
}
