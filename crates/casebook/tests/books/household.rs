//! TEST-03: a household is one file more, changed with the files of its people; whoever hides from
//! it leaves no gap; what is given to all is counted once.

use access::Actor;
use casebook::fresh_id;
use casework::{
    Id,
    actor::Role,
    household_file::{Founder, Kit},
    lists::{HouseholdRole, ServiceType},
    refusal::Why,
};
use serde_json::json;

use super::house::{House, not_here, why};

struct FamilyK {
    house: House,
    worker: Actor,
    other: Actor,
    lead: Actor,
    mother: Id,
    father: Id,
    grandmother: Id,
    household: Id,
}

/// Mother and grandmother with one worker, the father with another.
fn family_k() -> FamilyK {
    let house = House::new();
    let worker = house.staff("worker", Role::Caseworker);
    let other = house.staff("other", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    let mother = house.person("Mother", &worker, &lead);
    let grandmother = house.person("Grandmother", &worker, &lead);
    let father = house.person("Father", &other, &lead);
    let members = [
        (mother, HouseholdRole::Spouse),
        (father, HouseholdRole::Head),
        (grandmother, HouseholdRole::Grandparent),
    ];
    let members = members.map(|(person, role)| Founder { person, role });
    let household = house
        .book
        .form_household(&lead, fresh_id().unwrap(), None, &members)
        .unwrap();
    FamilyK {
        house,
        worker,
        other,
        lead,
        mother,
        father,
        grandmother,
        household,
    }
}

fn kit(what: &str) -> Kit {
    Kit {
        service_type: ServiceType::NfiKit,
        what: what.to_owned(),
        again_because: None,
    }
}

fn hide(family: &FamilyK) {
    let body = json!({"own_safe_contact": true, "reason": "asked in private"});
    let what = "household.hide_from_household";
    let file = family.mother;
    family.house.does(&family.worker, file, what, body).unwrap();
}

#[test]
fn a_household_and_its_people_change_in_one_append() {
    let family = family_k();
    let book = &family.house.book;
    let look = book.look_household(&family.lead, family.household).unwrap();
    assert_eq!(look.members.len(), 3);
    for file in [family.mother, family.father, family.grandmother] {
        let look = book.look(&family.lead, file, "test").unwrap();
        let (_, joined) = look.case.household.present.unwrap();
        assert_eq!(joined.household, family.household);
    }
    assert_eq!(book.dump_views().unwrap(), book.dump_rebuilt().unwrap());
}

#[test]
fn one_refusal_leaves_every_file_as_it_was() {
    let family = family_k();
    let alone = family
        .house
        .person("Neighbour", &family.worker, &family.lead);
    let members = [alone, family.mother].map(|person| Founder {
        person,
        role: HouseholdRole::Head,
    });
    let id = fresh_id().unwrap();
    let book = &family.house.book;
    let formed = book.form_household(&family.worker, id, None, &members);
    assert_eq!(why(formed), Some(Why::AlreadyInHousehold));
    let look = book.look(&family.worker, alone, "test").unwrap();
    assert_eq!(look.case.household.present, None);
}

#[test]
fn whose_case_one_may_not_open_one_does_not_link() {
    let family = family_k();
    let alone = family
        .house
        .person("Neighbour", &family.worker, &family.lead);
    let members = [Founder {
        person: alone,
        role: HouseholdRole::Head,
    }];
    let id = fresh_id().unwrap();
    let book = &family.house.book;
    assert!(not_here(book.form_household(
        &family.other,
        id,
        None,
        &members
    )));
    assert!(
        book.form_household(&family.worker, id, None, &members)
            .is_ok()
    );
}

#[test]
fn a_second_post_forms_no_second_household() {
    let family = family_k();
    let alone = family
        .house
        .person("Neighbour", &family.worker, &family.lead);
    let members = [Founder {
        person: alone,
        role: HouseholdRole::Head,
    }];
    let id = fresh_id().unwrap();
    let post = || {
        let book = &family.house.book;
        book.form_household(&family.worker, id, None, &members)
            .unwrap()
    };
    assert_eq!(post(), post());
}

#[test]
fn who_hides_leaves_no_gap() {
    let family = family_k();
    let book = &family.house.book;
    let given = kit("blankets");
    let id = fresh_id().unwrap();
    book.give_kit(&family.lead, id, None, family.household, &given)
        .unwrap();
    let before = book
        .look_household(&family.other, family.household)
        .unwrap();
    assert_eq!((before.members.len(), before.kits[0].reached), (3, 3));
    hide(&family);
    for reader in [&family.other, &family.lead, &family.worker] {
        let after = book.look_household(reader, family.household).unwrap();
        assert_eq!((after.members.len(), after.kits[0].reached), (2, 2));
        assert!(
            after
                .members
                .iter()
                .all(|one| one.role != HouseholdRole::Spouse)
        );
    }
    let own = book.look(&family.worker, family.mother, "test").unwrap();
    assert!(own.case.household.hidden.is_some());
}

#[test]
fn whoever_hid_and_left_is_not_seen_to_have_left() {
    let family = family_k();
    hide(&family);
    let leave = json!({"reason": "separation"});
    let what = "household.leave_household";
    family
        .house
        .does(&family.worker, family.mother, what, leave)
        .unwrap();
    let book = &family.house.book;
    let look = book
        .look_household(&family.other, family.household)
        .unwrap();
    assert_eq!(look.members.len(), 2);
}

#[test]
fn only_cases_that_the_reader_may_open_are_named() {
    let family = family_k();
    let book = &family.house.book;
    let look = book
        .look_household(&family.other, family.household)
        .unwrap();
    let named: Vec<Id> = look
        .members
        .iter()
        .filter_map(|one| Some(one.case.as_ref()?.file))
        .collect();
    assert_eq!(named, [family.father]);
    let stranger = family.house.staff("stranger", Role::Caseworker);
    assert!(not_here(book.look_household(&stranger, family.household)));
    let far = family
        .house
        .staff_at("far", Role::Supervisor, family.house.there);
    assert!(not_here(book.look_household(&far, family.household)));
}

#[test]
fn what_is_given_to_all_is_counted_once_and_twice_a_day_only_with_a_reason() {
    let family = family_k();
    let book = &family.house.book;
    let given = kit("blankets");
    let id = fresh_id().unwrap();
    let give = |id, kit: &Kit| book.give_kit(&family.worker, id, None, family.household, kit);
    give(id, &given).unwrap();
    give(id, &given).unwrap();
    let look = book
        .look_household(&family.worker, family.household)
        .unwrap();
    assert_eq!((look.kits.len(), look.kits[0].reached), (1, 3));
    assert_eq!(
        why(give(fresh_id().unwrap(), &given)),
        Some(Why::GivenToday)
    );
    let again = Kit {
        again_because: Some("the first were stolen".to_owned()),
        ..given
    };
    give(fresh_id().unwrap(), &again).unwrap();
    let stranger = family.house.staff("stranger", Role::Caseworker);
    let id = fresh_id().unwrap();
    let tried = book.give_kit(&stranger, id, None, family.household, &kit("soap"));
    assert!(not_here(tried));
}

#[test]
fn the_others_are_told_of_a_death_and_whoever_hides_is_not() {
    let family = family_k();
    hide(&family);
    let death = json!({"died_on": "2026-11-01", "source": "the hospital"});
    let what = "closure.record_death";
    family
        .house
        .does(&family.other, family.father, what, death)
        .unwrap();
    let book = &family.house.book;
    let told = |file| {
        let look = book.look(&family.worker, file, "test").unwrap();
        look.case.household.notices.len()
    };
    assert_eq!((told(family.grandmother), told(family.mother)), (1, 0));
    assert_eq!(book.dump_views().unwrap(), book.dump_rebuilt().unwrap());
}

#[test]
fn somebody_joins_later_and_a_restart_knows_it() {
    let family = family_k();
    let aunt = family.house.person("Aunt", &family.worker, &family.lead);
    let join =
        json!({"household": family.household, "role": "other_relative", "reason": "arrived"});
    let what = "household.join_household";
    family.house.does(&family.worker, aunt, what, join).unwrap();
    let again = family.house.again();
    let all = again.book.households(&family.worker).unwrap();
    let (household, names) = &all[0];
    assert_eq!(*household, family.household);
    assert_eq!(
        names.len(),
        3,
        "mother, grandmother and aunt are hers to open"
    );
    let look = again
        .book
        .look_household(&family.worker, *household)
        .unwrap();
    assert_eq!(look.members.len(), 4);
}
