//! Everything that can be done on a case, by every role, however it stands to the case: forms are
//! offered to those of the permission table, and posts of all others leave nothing.

use access::{Actor, Standing, may};
use casework::actor::Role;
use web::rooms::Action;

use crate::{
    house::House,
    lives::{all_actions, arrives, closed, registered},
    visitor::{Visitor, fresh, path_of},
};

/// Everybody of the first centre, a colleague who carries another case, and two from elsewhere.
fn people() -> Vec<&'static str> {
    let more = [
        "colleague",
        "trusted",
        "overseer",
        "caseworker2",
        "supervisor2",
    ];
    Role::CODES.iter().copied().chain(more).collect()
}

fn actor(house: &House, name: &str) -> Actor {
    let known = house.app.book.organisation();
    casebook_actor(known.account(house.account(name)).unwrap())
}

fn casebook_actor(account: &access::organisation::Account) -> Actor {
    Actor {
        by: casework::actor::By {
            account: account.id,
            role: account.role,
            centre: account.centre,
        },
        grants: account.grants,
    }
}

/// A case, with how somebody stands to it, said by hand.
struct Relation {
    name: &'static str,
    file: String,
    stands: fn(&str) -> Standing,
}

fn of_first(name: &str) -> Standing {
    Standing {
        centre: !name.ends_with('2'),
        ..Standing::default()
    }
}

fn carried_by_caseworker(name: &str) -> Standing {
    Standing {
        own: name == "caseworker",
        ..of_first(name)
    }
}

/// An inquiry of a child alone with violence: two themes are told.
fn at_the_door(name: &str) -> Standing {
    let first = of_first(name);
    Standing {
        desk: first.centre,
        alert: ["focal_point_child", "focal_point_gbv"].contains(&name),
        ..first
    }
}

fn of_second(name: &str) -> Standing {
    Standing {
        own: name == "caseworker2",
        centre: name.ends_with('2'),
        ..Standing::default()
    }
}

fn relations(house: &House) -> Vec<Relation> {
    let worker = house.visitor("caseworker");
    let alone = [
        ("immediate_needs", "child_alone"),
        ("immediate_needs", "sexual_violence_recent"),
        ("age_band", "from12_to14"),
    ];
    let relation = |name, file, stands| Relation { name, file, stands };
    vec![
        relation("carried", registered(house, ""), carried_by_caseworker),
        relation("at the door", arrives(&worker, &alone), at_the_door),
        relation("elsewhere", registered(house, "2"), of_second),
        relation("closed", closed(house), carried_by_caseworker),
    ]
}

fn expected(actor: &Actor, action: &Action, standing: Standing) -> bool {
    let what = format!("{}.{}", action.room, action.kind);
    let at_desk = standing.desk && may(actor, "desk.list", standing);
    may(actor, &what, standing) && (at_desk || may(actor, "case.read", standing))
}

/// Calls `check` for everybody, every case and everything that can be done; nothing of it may be
/// kept.
fn everywhere(check: impl Fn(&Visitor<'_>, &Relation, &Action, bool, &str)) {
    let house = House::new();
    let relations = relations(&house);
    let before = house.events();
    for name in people() {
        let (visitor, actor) = (house.visitor(name), actor(&house, name));
        for relation in &relations {
            let standing = (relation.stands)(name);
            for action in all_actions() {
                let allowed = expected(&actor, action, standing);
                let what = format!("{name}, {}: {}.{}", relation.name, action.room, action.kind);
                check(&visitor, relation, action, allowed, &what);
            }
        }
        assert_eq!(before, house.events(), "{name} left something");
    }
}

#[test]
fn a_form_is_offered_to_those_who_may_and_to_nobody_else() {
    everywhere(|visitor, relation, action, allowed, what| {
        let path = format!("{}/{}", action.room, action.kind);
        let answer = visitor.opens(&relation.file, &path);
        let status = if allowed { 200 } else { 404 };
        assert_eq!(answer.status, status, "{what}: {}", answer.said());
    });
}

#[test]
fn a_post_of_somebody_who_may_not_leaves_nothing() {
    everywhere(|visitor, relation, action, allowed, what| {
        if allowed {
            return;
        }
        let path = path_of(&relation.file, &format!("{}.{}", action.room, action.kind));
        // A command that fits: nothing but the right is missing where a form asks for nothing.
        let answer = visitor.post(&path, &[("command", &fresh()), ("text", "planted")]);
        assert_eq!(answer.status, 404, "{what}: {}", answer.said());
    });
}

/// What a case page and its places lead to can be opened.
#[test]
fn every_way_on_a_page_leads_somewhere() {
    let house = House::new();
    let relations = relations(&house);
    for name in [
        "caseworker",
        "case_manager",
        "supervisor",
        "focal_point_gbv",
    ] {
        let visitor = house.visitor(name);
        for relation in &relations {
            let places = web::rooms::PLACES.iter().map(|place| place.name);
            for place in std::iter::once("").chain(places) {
                let path = format!("/cases/{}/{place}", relation.file);
                let page = visitor.get(path.trim_end_matches('/'));
                for way in page.body.split("href=\"").skip(1) {
                    let way = way.split('"').next().unwrap_or_default();
                    // The way out locks behind itself.
                    if !way.starts_with('/') || way.starts_with("/assets") || way == "/away" {
                        continue;
                    }
                    // So does the turned screen: it is opened by a session of its own.
                    let turned = way.contains("/side_by_side").then(|| house.visitor(name));
                    let visitor = turned.as_ref().unwrap_or(&visitor);
                    let answer = visitor.get(&way.replace("&#38;", "&"));
                    let fine = [200, 303].contains(&answer.status);
                    assert!(fine, "{name} on {path} to {way}: {}", answer.status);
                }
            }
        }
    }
}
