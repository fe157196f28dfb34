//! How long one look-up takes among many, what an addition costs, and what the index weighs.

use std::time::{Duration, Instant};

use linkage::{Index, Person, Scratch, dates::Born};

use crate::people::table::Table;

/// Times look-ups of people who are not in the register, with all fields and by name alone.
pub fn measure(list: &Table, size: usize, lookups: usize) {
    let mut dice = Dice(5);
    let begun = Instant::now();
    let mut index = Index::default();
    for _ in 0..size {
        index.add(&invented(list, &mut dice));
    }
    index.settle();
    let built = begun.elapsed().as_secs_f64();
    let mut scratch = Scratch::default();
    let (mut whole, mut named, mut added) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..lookups {
        let person = invented(list, &mut dice);
        let name = Person {
            given: person.given.clone(),
            family: person.family.clone(),
            ..Person::default()
        };
        time(&mut whole, || {
            index.candidates(&person, 10, &mut scratch).len()
        });
        time(&mut named, || {
            index.candidates(&name, 10, &mut scratch).len()
        });
        time(&mut added, || index.add(&person));
    }
    let say = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        let at = |share: usize| {
            times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1000.0
        };
        format!("p50 {:.2} ms, p95 {:.2} ms", at(50), at(95))
    };
    println!(
        "{size} people: built in {built:.1} s, {} MB; all fields {}; name alone {}; adding one {}",
        index.bytes() >> 20,
        say(&mut whole),
        say(&mut named),
        say(&mut added)
    );
}

fn time<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> T) {
    let begun = Instant::now();
    std::hint::black_box(work());
    times.push(begun.elapsed());
}

/// A small generator with a fixed seed, so that two runs ask the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % most.max(1) as u64).unwrap_or(0)
    }
}

const SYLLABLES: [&str; 18] = [
    "ba", "ri", "mo", "ta", "la", "sh", "ne", "du", "ko", "ra", "mi", "sa", "te", "lo", "zu", "ha",
    "go", "fe",
];

/// Somebody put together from four others; one in four has a family name that nobody has.
fn invented(list: &Table, dice: &mut Dice) -> Person {
    let pick = |dice: &mut Dice| &list.rows[dice.below(list.rows.len())].person;
    let (one, two, three, four) = (pick(dice), pick(dice), pick(dice), pick(dice));
    let mut family = two.family.clone();
    if dice.below(4) == 0 {
        family.push(' ');
        for _ in 0..3 {
            family.push_str(SYLLABLES[dice.below(SYLLABLES.len())]);
        }
    }
    let phone = if dice.below(5) < 2 {
        format!("{:09}", dice.below(1_000_000_000))
    } else {
        String::new()
    };
    Person {
        given: one.given.clone(),
        family,
        sex: one.sex,
        born: three.born.map(|born| Born { ..born }),
        nationality: one.nationality.clone(),
        birth_place: three.birth_place.clone(),
        mother: four.mother.clone(),
        phone,
        ..Person::default()
    }
}
