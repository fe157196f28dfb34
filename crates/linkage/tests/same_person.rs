//! Each way in which registers write one person twice, and beside it somebody who is another.
//! All people are invented.

use linkage::{
    Index, Person, Scratch, Sex,
    dates::Born,
    explain::{Reason, explain},
};

/// A register in which nothing but the people of a test stands out.
fn town() -> Index {
    let mut index = Index::default();
    let given = [
        "Ali", "Sara", "Yonas", "Awa", "Pedro", "Rahim", "Hodan", "Farid", "Lucia", "Musa",
    ];
    let family = [
        "Haddad", "Negash", "Traore", "Gomez", "Hossain", "Warsame", "Ahmadi", "Silva", "Kone",
        "Zaki",
    ];
    for number in 0..240_usize {
        index.add(&Person {
            given: given[number % 10].into(),
            family: format!("{} {}", family[number / 10 % 10], family[number / 100]),
            sex: Some(if number % 2 == 0 {
                Sex::Male
            } else {
                Sex::Female
            }),
            born: Born::parse(
                &format!(
                    "{}-{:02}-{:02}",
                    1950 + number % 60,
                    1 + number % 12,
                    1 + number % 28
                ),
                false,
            ),
            nationality: ["SYR", "ERI", "MLI", "COL", "BGD"][number % 5].into(),
            mother: given[(number / 7) % 10].into(),
            ..Person::default()
        });
    }
    index
}

fn person(given: &str, family: &str, born: &str) -> Person {
    Person {
        given: given.into(),
        family: family.into(),
        born: Born::parse(born, false),
        sex: Some(Sex::Male),
        nationality: "SDN".into(),
        ..Person::default()
    }
}

/// How likely it is that the second is the first, who is registered.
fn likelihood(known: &Person, arrival: &Person) -> f64 {
    let mut index = town();
    let number = index.add(known);
    let found = index.candidates(arrival, 10, &mut Scratch::default());
    found
        .iter()
        .find(|one| one.number == number)
        .map_or(0.0, linkage::Candidate::likelihood)
}

fn same(known: &Person, arrival: &Person) {
    let likelihood = likelihood(known, arrival);
    assert!(likelihood > 0.5, "{likelihood} {known:?} {arrival:?}");
}

fn another(known: &Person, arrival: &Person) {
    let likelihood = likelihood(known, arrival);
    assert!(likelihood < 0.5, "{likelihood} {known:?} {arrival:?}");
}

#[test]
fn spellings_and_scripts() {
    let spellings = [
        ("Abd al-Qadir", "Bouzid", "Abdelkader", "Bouzeed"),
        ("Djamila", "Cherkaoui", "Gamila", "Sharqawi"),
        ("Tesfalidet", "Ghebreyesus", "Tesfaldet", "Gebreyesus"),
        ("Xaawo", "Cabdullahi Warfaa", "Hawo", "Abdullahi Warfa"),
        ("Ruhullah", "Stanekzai", "Rohollah", "Stanikzay"),
        ("Moussa", "Doumbouya", "Mousa", "Dumbuya"),
        ("Shafiqul", "Mollah", "Shofiqul", "Molla"),
        ("Joaquín", "Quiñónez", "Joaquin", "Quinonez"),
        ("عبد الرزاق", "القحطاني", "Abdurrazzaq", "Al Qahtani"),
        ("ክፍሎም", "ወልደገብርኤል", "Kiflom", "Woldegabriel"),
    ];
    for (given, family, other_given, other_family) in spellings {
        same(
            &person(given, family, "1987-05-23"),
            &person(other_given, other_family, "1987-05-23"),
        );
        another(
            &person(given, family, "1987-05-23"),
            &person(other_given, other_family, "1961-11-02"),
        );
    }
    another(
        &person("Tesfalidet", "Ghebreyesus", "1987-05-23"),
        &person("Weldu", "Ghebreyesus", "1990-02-11"),
    );
}

#[test]
fn order_parts_particles_short_forms() {
    let whole = person("Nuruddin Ismail", "Warsame Guled", "1994-09-17");
    same(
        &whole,
        &person("Warsame Guled", "Nuruddin Ismail", "1994-09-17"),
    );
    same(&whole, &person("Nuruddin", "Guled", "1994-09-17"));
    same(
        &whole,
        &person("Nur al-Din", "Bin Ismail Warsame", "1994-09-17"),
    );
    same(&whole, &person("Nuruddin I.", "Guled", "1994-09-17"));
    another(
        &whole,
        &person("Idiris Ismail", "Warsame Guled", "1997-01-30"),
    );
    same(
        &person("Francisco", "de la Vega Ibarra", "1979-03-08"),
        &person("Paco", "Vega Ibarra", "1979-03-08"),
    );
    another(
        &person("Francisco", "de la Vega Ibarra", "1979-03-08"),
        &person("Lucho", "Vega Ibarra", "1983-12-20"),
    );
}

#[test]
fn dates_as_people_give_them() {
    let known = person("Kossivi", "Agbeko", "1991-04-09");
    same(&known, &person("Kossivi", "Agbeko", "1991-09-04"));
    same(&known, &person("Kossivi", "Agbeko", "1991-01-01"));
    same(&known, &person("Kossivi", "Agbeko", "1992-04-09"));
    same(&known, &person("Kossivi", "Agbeko", "1983-04-09"));
    same(&known, &person("Kossivi", "Agbeko", ""));
    another(&known, &person("Kossivi", "Agbeko", "1974-12-25"));
}

#[test]
fn a_twin_and_a_father_are_others() {
    let mother = |person: Person| Person {
        mother: "Tirhas Woldu".into(),
        phone: "+291 7 123 456".into(),
        ..person
    };
    let twin = mother(person("Filmon", "Kahsay Berhe", "2009-06-12"));
    another(
        &twin,
        &mother(person("Nahom", "Kahsay Berhe", "2009-06-12")),
    );
    another(
        &person("Filmon", "Kahsay", "2009-06-12"),
        &person("Kahsay", "Berhe", "1978-01-01"),
    );
    same(
        &twin,
        &mother(person("Filimon", "Kahsay Berhe", "2009-06-12")),
    );
}

#[test]
fn a_common_name_needs_more_than_a_rare_one() {
    let vague = |person: Person| Person {
        born: None,
        ..person
    };
    let common = likelihood(
        &vague(person("Ali", "Haddad", "")),
        &vague(person("Ali", "Haddad", "")),
    );
    let rare = likelihood(
        &vague(person("Sigsigtu", "Ayyansa", "")),
        &vague(person("Sigsigtu", "Ayyansa", "")),
    );
    assert!(rare > common, "{rare} {common}");
}

#[test]
fn members_of_one_household_are_never_one_person() {
    let member = |person: Person| Person {
        household: "H1".into(),
        ..person
    };
    assert!(
        likelihood(
            &member(person("Kossivi", "Agbeko", "1991-04-09")),
            &member(person("Kossivi", "Agbeko", "1991-04-09"))
        ) < 0.01
    );
}

#[test]
fn every_score_says_why() {
    let mut index = town();
    let known = Person {
        mother: "Zewditu Lemlem".into(),
        ..person("Kossivi", "Agbeko", "1991-04-09")
    };
    index.add(&known);
    let arrival = Person {
        mother: "Zewdito Lemlem".into(),
        sex: Some(Sex::Female),
        ..person("Kosivi", "Agbeko", "1992-01-01")
    };
    let found = index.candidates(&arrival, 1, &mut Scratch::default());
    let reasons: Vec<Reason> = explain(&index.model, &found[0].pattern)
        .iter()
        .map(|finding| finding.reason)
        .collect();
    assert!(
        reasons.contains(&Reason::SameMotherName { rare: true }),
        "{reasons:?}"
    );
    assert!(reasons.contains(&Reason::SexDiffers), "{reasons:?}");
    assert!(
        reasons.contains(&Reason::BirthYearDiffers { by: 1, vague: true }),
        "{reasons:?}"
    );
    assert!(
        !reasons
            .iter()
            .any(|reason| matches!(reason, Reason::SamePhone | Reason::PhoneDiffers)),
        "{reasons:?}"
    );
}

#[test]
fn somebody_added_is_found_at_once_under_another_spelling() {
    let mut index = town();
    index.settle();
    let mut scratch = Scratch::default();
    let arrival = person("Kossiwi", "Agbecko", "1991-04-09");
    assert!(
        index
            .candidates(&arrival, 5, &mut scratch)
            .iter()
            .all(|one| one.likelihood() < 0.5)
    );
    let number = index.add(&person("Kossivi", "Agbeko", "1991-04-09"));
    assert_eq!(
        index
            .candidates(&arrival, 5, &mut scratch)
            .first()
            .map(|one| one.number),
        Some(number)
    );
}

/// Why the second may be the first, or may not.
fn reasons(known: &Person, arrival: &Person) -> Vec<&'static str> {
    let mut index = town();
    let number = index.add(known);
    let found = index.candidates(arrival, 20, &mut Scratch::default());
    let mut found = found.iter().filter(|one| one.number == number);
    let pattern = found.next().map(|one| &one.pattern);
    pattern.map_or_else(Vec::new, |pattern| {
        let findings = explain(&index.model, pattern).into_iter();
        findings.map(|one| one.reason.code()).collect()
    })
}

#[test]
fn whoever_was_taken_out_is_as_if_they_had_never_come() {
    let gone = Person {
        mother: "Zenebech".into(),
        phone: "+218 91 234 5678".into(),
        birth_place: "Kufra".into(),
        ..person("Weldu", "Gebremeskel", "1994-03-17")
    };
    let stays = person("Weldu", "Tesfagabir", "1994-03-18");
    let asked = Person {
        mother: "Zenebech".into(),
        ..person("Weldu", "Gebremeskal", "1994-03-17")
    };
    let (mut without, mut with) = (town(), town());
    with.settle();
    let number = with.add(&gone);
    let before = with.candidates(&asked, 5, &mut Scratch::default());
    assert_eq!(before.first().map(|one| one.number), Some(number));
    with.remove(number);
    with.add(&stays);
    without.add(&stays);
    let answer = |index: &Index| -> Vec<(u32, u64)> {
        let found = index.candidates(&asked, 5, &mut Scratch::default());
        let told = found.iter().map(|one| (one.number, one.log_odds.to_bits()));
        told.collect()
    };
    assert_eq!(answer(&with), answer(&without));
}

#[test]
fn one_of_several_nationalities_is_enough_and_none_in_common_is_not() {
    let of = |nationality: &str| Person {
        nationality: nationality.into(),
        ..person("Omar", "Bashir Adam", "1988-11-02")
    };
    let (both, other) = (of("TCD SDN"), of("NER"));
    assert!(reasons(&both, &of("SDN")).contains(&"same-nationality"));
    assert!(reasons(&both, &other).contains(&"nationality-differs"));
}
