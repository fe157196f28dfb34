//! The table itself: every cell under every relation, and the rows that must never change unseen.

use access::{Standing, classes, may, rows};
use casework::{
    actor::Role,
    class::{Class, Classes},
};

use crate::people::{RELATIONS, actor, all_but, granted, only};

fn cells() -> impl Iterator<Item = (&'static str, Role, Vec<&'static str>)> {
    rows().iter().flat_map(|(name, cells)| {
        let each = Role::ALL.iter().zip(cells);
        each.map(|(role, cell)| (*name, *role, cell.split('+').collect()))
    })
}

/// The tests below walk over the rows: without rows they would say yes to anything.
#[test]
fn the_table_names_what_people_do() {
    for name in ["case.read", "approval.approve", "class.gbv", "screening.*"] {
        assert!(rows().contains_key(name), "{name}");
    }
    assert!(!rows().contains_key("case.erase"));
}

#[test]
fn every_cell_holds_under_its_relations_and_under_no_other() {
    let actions = cells().filter(|(name, ..)| !name.starts_with("class."));
    for (name, role, words) in actions {
        for (word, standing) in RELATIONS {
            let expected = words.contains(&word) || words.contains(&"any");
            assert_eq!(
                may(&actor(role), name, standing),
                expected,
                "{name}: {role:?} as {word}"
            );
        }
        let stranger = words.contains(&"any");
        assert_eq!(
            may(&actor(role), name, Standing::default()),
            stranger,
            "{name}: {role:?} as a stranger"
        );
        let everything = words != ["-"];
        assert_eq!(may(&actor(role), name, all_but("-")), everything);
    }
}

#[test]
fn every_class_is_read_under_its_relations_and_with_its_grant() {
    for class in Class::ALL {
        let row = format!("class.{}", class.code());
        for (_, role, words) in cells().filter(|(name, ..)| *name == row) {
            let needs_grant = words.contains(&"grant");
            let others: Classes = (Class::ALL.iter().copied())
                .filter(|other| other != class)
                .collect();
            for (word, standing) in RELATIONS {
                let related = words.contains(&word) || words.contains(&"any");
                let label = format!("{row}: {role:?} as {word}");
                let with = granted(role, Classes::of(*class));
                assert_eq!(classes(&with, standing).has(*class), related, "{label}");
                let without = granted(role, others);
                assert_eq!(
                    classes(&without, standing).has(*class),
                    related && !needs_grant,
                    "{label}, with every other grant"
                );
            }
            let stranger = granted(role, Classes::all());
            assert!(!classes(&stranger, Standing::default()).has(*class));
        }
    }
}

#[test]
fn what_the_table_does_not_name_nobody_may_do() {
    for role in Role::ALL {
        for action in ["case.erase", "nothing", "", "nothing.at_all", "case."] {
            assert!(!may(&actor(*role), action, all_but("-")), "{action}");
        }
    }
}

#[test]
fn a_row_of_its_own_goes_before_the_row_of_its_room() {
    let worker = actor(Role::Caseworker);
    assert!(may(&worker, "approval.submit", only("own")));
    assert!(!may(&worker, "approval.approve", only("own")));
    assert!(may(&worker, "registration.record_identity", only("own")));
    assert!(!may(&worker, "registration.assign_worker", only("own")));
    assert!(may(&worker, "review.record_contact", only("desk")));
    assert!(!may(&worker, "review.hold_review", only("desk")));
}

/// Section 2, table of roles: "may" and "may not", as far as a relation decides it.
#[test]
fn the_roles_of_the_specification() {
    use Role as R;
    let yes = [
        (R::Reception, "reception.receive_arrival", "-"),
        (R::Reception, "desk.list", "-"),
        (R::Caseworker, "case.read", "own"),
        (R::Caseworker, "closure.propose_closure", "own"),
        (R::Caseworker, "implementation.draft_referral", "desk"),
        (R::Caseworker, "implementation.send_referral", "desk"),
        (R::Psychologist, "implementation.record_service", "own"),
        (R::Psychologist, "implementation.draft_referral", "own"),
        (R::CaseManager, "registration.assign_worker", "centre"),
        (R::CaseManager, "review.hold_review", "centre"),
        (R::Supervisor, "approval.approve", "centre"),
        (R::Supervisor, "consent.countersign_override", "centre"),
        (R::FocalPointChild, "child.hold_bid_panel", "alert"),
        (R::FocalPointTip, "assessment.confirm_tip", "alert"),
        (R::FocalPointPsea, "feedback.read", "-"),
        (R::DataProtection, "log.read", "-"),
        (R::ReportOfficer, "tally.read", "-"),
        (R::Administrator, "admin.open_account", "-"),
    ];
    for (role, action, word) in yes {
        assert!(may(&actor(role), action, only(word)), "{role:?} {action}");
    }
    let no = [
        (R::Reception, "case.read"),
        (R::Caseworker, "approval.approve"),
        (R::Caseworker, "consent.countersign_override"),
        (R::Caseworker, "planning.approve_cost"),
        (R::CaseManager, "approval.approve"),
        (R::Psychologist, "planning.set_goal"),
        (R::Psychologist, "implementation.end_action"),
        (R::Psychologist, "implementation.close_implementation"),
        (R::FocalPointTip, "planning.set_goal"),
        (R::DataProtection, "case.read"),
        (R::Supervisor, "feedback.read"),
        (R::Supervisor, "log.read"),
    ];
    for (role, action) in no {
        let actor = granted(role, Classes::all());
        assert!(!may(&actor, action, all_but("-")), "{role:?} {action}");
    }
}

/// Administrators manage, interpreters interpret, partners answer: none of them reads a case.
#[test]
fn these_roles_read_no_case_whatever_their_relation() {
    for role in [
        Role::Reception,
        Role::Interpreter,
        Role::PartnerFocalPoint,
        Role::DataProtection,
        Role::ReportOfficer,
        Role::Administrator,
        Role::FocalPointPsea,
    ] {
        let actor = granted(role, Classes::all());
        for action in ["case.read", "case.list", "case.search"] {
            assert!(!may(&actor, action, all_but("-")), "{role:?} {action}");
        }
        assert_eq!(classes(&actor, all_but("-")), Classes::GENERAL, "{role:?}");
    }
}

/// DP3 and section 2: each restricted class has its own readers.
#[test]
fn restricted_classes_are_read_by_few() {
    let all = |role| classes(&granted(role, Classes::all()), all_but("-"));
    let plain = |role| classes(&actor(role), all_but("-"));
    let set = |classes: &[Class]| classes.iter().copied().collect::<Classes>();
    assert_eq!(all(Role::Caseworker), Classes::all());
    let everyday = set(&[Class::Health, Class::Child]);
    assert_eq!(plain(Role::Caseworker), everyday);
    assert_eq!(plain(Role::Supervisor), everyday);
    assert_eq!(all(Role::Supervisor), Classes::all());
    assert_eq!(all(Role::CaseManager), set(&[Class::Child]));
    let psychologist = set(&[Class::Health, Class::Mhpss]);
    assert_eq!(all(Role::Psychologist), psychologist);
    assert_eq!(all(Role::FocalPointTip), set(&[Class::Trafficking]));
    let gbv = set(&[Class::Health, Class::Gbv]);
    assert_eq!(all(Role::FocalPointGbv), gbv);
    assert_eq!(all(Role::FocalPointChild), everyday);
}
