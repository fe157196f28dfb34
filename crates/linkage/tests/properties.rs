//! What holds whatever is typed: no text is too strange, and nobody's place in the list matters.

use linkage::{
    Index, Person, Scratch, dates::Born, em, fold, keys, likeness, near_keys, priors, register,
};

/// Text of every kind of letter, sign and half of a letter, from a fixed seed.
fn strange(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut draw = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let blocks = [
        (0x20, 0x60),
        (0xA0, 0x200),
        (0x300, 0x70),
        (0x5D0, 0x200),
        (0x900, 0x500),
        (0x1200, 0x180),
        (0x2000, 0x100),
        (0xFB00, 0x400),
        (0x1F300, 0x400),
        (0, 0x11_0000),
    ];
    (0..draw(40))
        .filter_map(|_| {
            let (start, size) = blocks[usize::try_from(draw(10)).unwrap_or(0)];
            char::from_u32(u32::try_from(start + draw(size)).unwrap_or(0))
        })
        .collect()
}

fn somebody(seed: u64) -> Person {
    Person {
        given: strange(seed),
        family: strange(seed + 1),
        native: strange(seed + 2),
        born: Born::parse(&strange(seed + 3), true),
        nationality: strange(seed + 4),
        mother: strange(seed + 5),
        phone: strange(seed + 6),
        document: strange(seed + 7),
        birth_place: strange(seed + 8),
        ..Person::default()
    }
}

#[test]
fn no_text_is_too_strange() {
    let mut index = Index::default();
    let mut scratch = Scratch::default();
    for seed in 0..120 {
        let name = strange(seed);
        let _ = (
            fold(&name),
            keys(&name),
            near_keys(&name),
            likeness(&name, &strange(seed + 9)),
        );
        let _ = index.candidates(&somebody(seed), 5, &mut scratch);
        index.add(&somebody(seed));
    }
}

const LIST: [(&str, &str, &str); 8] = [
    ("Ousmane", "Diakhaby", "1990-01-01"),
    ("Usman", "Diakabi", "1990-06-03"),
    ("Maryam", "Nazari Ghulam", "2001-02-03"),
    ("مریم", "نظری", "2001-02-03"),
    ("Ghulam Nazari", "Mariam", "2001-03-02"),
    ("José", "Benítez Lugo", "1985-12-31"),
    ("Benitez", "Jose", "1985-12-30"),
    ("Lemlem", "", ""),
];

fn list() -> Vec<Person> {
    LIST.iter()
        .map(|(given, family, born)| Person {
            given: (*given).into(),
            family: (*family).into(),
            born: Born::parse(born, false),
            ..Person::default()
        })
        .collect()
}

#[test]
fn a_pair_scores_the_same_from_both_sides() {
    let mut index = Index::default();
    list().iter().for_each(|person| {
        index.add(person);
    });
    for one in 0..8 {
        for other in 0..8 {
            let odds = |a: u32, b: u32| {
                let probe = index.store.probe_of(a).unwrap();
                index.compare(&probe, b).unwrap().log_odds
            };
            assert!(
                (odds(one, other) - odds(other, one)).abs() < 1e-5,
                "{one} {other}"
            );
        }
    }
}

#[test]
fn the_order_of_the_list_does_not_matter() {
    let found = |people: &[(usize, Person)]| {
        let mut index = Index::default();
        people.iter().for_each(|(_, person)| {
            index.add(person);
        });
        let mut pairs: Vec<(usize, usize, i64)> = register::pairs(&index, 2, &|_| {})
            .iter()
            .map(|pair| {
                let (a, b) = (people[pair.one as usize].0, people[pair.other as usize].0);
                #[expect(clippy::cast_possible_truncation, reason = "rounded for comparison")]
                let odds = (pair.log_odds * 1e3).round() as i64;
                (a.min(b), a.max(b), odds)
            })
            .collect();
        pairs.sort_unstable();
        pairs
    };
    let forwards: Vec<(usize, Person)> = list().into_iter().enumerate().collect();
    let backwards: Vec<(usize, Person)> = forwards.iter().rev().cloned().collect();
    assert!(!found(&forwards).is_empty());
    assert_eq!(found(&forwards), found(&backwards));
}

#[test]
fn a_small_or_empty_register_keeps_the_weights_that_ship() {
    let mut index = Index::default();
    let shipped = priors::shipped();
    assert_eq!(
        em::estimate(&index, &shipped, em::Effort::default()),
        shipped
    );
    list().iter().for_each(|person| {
        index.add(person);
    });
    let learned = em::estimate(&index, &shipped, em::Effort::default());
    assert!((learned.doubles - shipped.doubles).abs() < 0.1);
    assert!(
        learned
            .person
            .sex
            .iter()
            .chain(&learned.strangers.dates)
            .all(|share| share.is_finite())
    );
}
