//! Every address, tried as a stranger and as every role.

use casework::actor::Role;
use web::{pages::ROUTES, rooms};

use crate::{
    answer::Answer,
    house::House,
    lives::{all_actions, code_on, registered},
    visitor::{Visitor, fresh},
};

/// What each address answers, reviewed in diffs. Written anew with `WRITE_ROUTES=1`.
const EXPECTED: &str = include_str!("routes.txt");

/// The shell's own addresses, which are no rooms.
const SHELL: [(&str, &str); 2] = [("POST", "/lang"), ("GET", "/assets/none")];

const STRANGER: &str = "stranger";

/// The columns: nobody, every role of the first centre, a colleague, and two of the other centre.
fn columns() -> Vec<&'static str> {
    let mut all = vec![STRANGER];
    all.extend(Role::CODES);
    all.extend(["colleague", "caseworker2", "supervisor2"]);
    all
}

fn visitor<'h>(house: &'h House, column: &str) -> Visitor<'h> {
    match column {
        STRANGER => house.stranger(),
        name => house.visitor(name),
    }
}

/// Every address with every method that it takes.
fn requests() -> Vec<(&'static str, &'static str)> {
    let rooms = ROUTES
        .iter()
        .flat_map(|route| route.methods.iter().map(|method| (*method, route.path)));
    rooms.chain(SHELL).collect()
}

/// A case, a proposal, an account: what the parameters of a path stand for.
struct Things {
    file: String,
    proposal: String,
    account: String,
    partner: String,
}

impl Things {
    fn of(house: &House) -> Self {
        let file = registered(house, "");
        let page = house.visitor("caseworker").opens(&file, "registration");
        let code = code_on(&page.body);
        let fields = [("person_code", code.as_str()), ("reason", "asked for it")];
        let proposed = house.visitor("data_protection").posts("/erasures", &fields);
        let proposal = proposed.leads_to().split("done=").nth(1).unwrap();
        Self {
            file,
            proposal: proposal.to_owned(),
            account: house.account("colleague").to_string(),
            partner: house.partner("Blue Door").to_string(),
        }
    }

    fn path(&self, pattern: &str) -> String {
        let id = if pattern.starts_with("/erasures") {
            &self.proposal
        } else if pattern.starts_with("/admin/partners") {
            &self.partner
        } else {
            &self.account
        };
        pattern
            .replace("{file}", &self.file)
            .replace("{id}", id)
            .replace("{place}", "review")
            .replace("{watch}", "arrivals")
            .replace("{room}/{kind}", "reception/write_note")
            .replace("{kind}", "acknowledge")
    }
}

/// A post that says nothing of use changes nothing; at the door, a password longer than any is
/// wrong without the work of hashing.
fn tried(visitor: &Visitor<'_>, method: &str, path: &str) -> Answer {
    let long = "x".repeat(1001);
    let password = if path == "/sign-in" { &long } else { "x" };
    let body = format!("command={}&password={password}", fresh());
    let body = (method != "GET").then_some(body.as_str());
    visitor.send(method, path, body, Some("same-origin"))
}

#[test]
fn every_address_answers_every_role_as_the_table_says() {
    let house = House::new();
    let things = Things::of(&house);
    let before = house.events();
    let columns = columns();
    let mut table = format!("# {}\n", columns.join(" "));
    for (method, pattern) in requests() {
        let path = things.path(pattern);
        let statuses = columns.iter().map(|column| {
            let answer = tried(&visitor(&house, column), method, &path);
            answer.assert_guarded(&path);
            assert!(answer.status < 500, "{column} {method} {path}");
            answer.status.to_string()
        });
        let statuses: Vec<String> = statuses.collect();
        table += &format!("{method:4} {pattern:32} {}\n", statuses.join(" "));
    }
    assert_eq!(before, house.events(), "nothing of this is an event");
    if std::env::var_os("WRITE_ROUTES").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/http/routes.txt");
        std::fs::write(path, &table).unwrap();
        return;
    }
    assert_eq!(table, EXPECTED);
}

#[test]
fn a_stranger_gets_the_door_and_nothing_else() {
    let house = House::new();
    let things = Things::of(&house);
    let stranger = house.stranger();
    for (method, pattern) in requests() {
        let path = things.path(pattern);
        let answer = tried(&stranger, method, &path);
        let open = SHELL.contains(&(method, pattern)) || pattern.starts_with("/sign-");
        if open || pattern == "/begin" || pattern == "/away" {
            continue;
        }
        assert_eq!(answer.status, 303, "{method} {path}");
        assert_eq!(answer.leads_to(), "/sign-in", "{method} {path}");
        assert!(answer.body.is_empty(), "{method} {path}");
    }
}

#[test]
fn what_changes_something_needs_proof_that_it_comes_from_us() {
    let house = House::new();
    let things = Things::of(&house);
    let before = house.events();
    let visitor = house.visitor("caseworker");
    let body = format!("command={}&text=planted", fresh());
    for (_, pattern) in requests() {
        let path = things.path(pattern);
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            for site in [None, Some("cross-site"), Some("same-site")] {
                let answer = visitor.send(method, &path, Some(&body), site);
                assert_eq!(answer.status, 403, "{method} {path} {site:?}");
                answer.assert_guarded(&path);
            }
        }
    }
    assert_eq!(before, house.events());
    assert_eq!(visitor.get("/cases").status, 200, "the session still runs");
}

#[test]
fn a_method_that_an_address_does_not_take_is_refused() {
    let house = House::new();
    let things = Things::of(&house);
    let visitor = house.visitor("administrator");
    for route in ROUTES {
        let path = things.path(route.path);
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            if !route.methods.contains(&method) {
                let answer = visitor.send(method, &path, Some(""), Some("same-origin"));
                assert_eq!(answer.status, 405, "{method} {path}");
                answer.assert_guarded(&path);
            }
        }
    }
}

/// Every page of a case by its end: the case, its places, its forms.
fn pages_of_a_case() -> Vec<String> {
    let places = rooms::PLACES.iter().map(|place| format!("/{}", place.name));
    let forms = all_actions().map(|action| format!("/{}/{}", action.room, action.kind));
    std::iter::once(String::new())
        .chain(places)
        .chain(forms)
        .collect()
}

#[test]
fn absent_and_forbidden_are_the_same_answer() {
    let house = House::new();
    let file = registered(&house, "");
    let nobody = fresh();
    for name in [
        "colleague",
        "caseworker2",
        "supervisor2",
        "focal_point_gbv",
        "psychologist",
        "reception",
        "interpreter",
        "partner_focal_point",
        "data_protection",
        "report_officer",
        "administrator",
    ] {
        let visitor = house.visitor(name);
        let absent = visitor.get(&format!("/cases/{nobody}"));
        for page in pages_of_a_case() {
            let forbidden = visitor.get(&format!("/cases/{file}{page}"));
            assert_eq!(forbidden.status, 404, "{name} {page}");
            assert_eq!(forbidden.body, absent.body, "{name} {page}");
            assert_eq!(forbidden.headers, absent.headers, "{name} {page}");
        }
        for strange in ["/cases/1", "/cases/%00", "/nowhere", "/erasures/7"] {
            assert_eq!(visitor.get(strange).body, absent.body, "{name} {strange}");
        }
    }
}
