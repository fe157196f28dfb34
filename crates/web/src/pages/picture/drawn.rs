//! Marks as items of the drawing, and the drawing in words.

use casework::{
    assessment::{Holds, Mark, Turn, Which},
    lists::{Active, FactorLevel, PersonAgrees, Polarity, Strength},
};

use super::Shown;
use crate::{
    T,
    parts::{Bond, Captions, Item, Picture, Side},
};

/// The rings, the outermost first.
const RINGS: [FactorLevel; 4] = [
    FactorLevel::Structural,
    FactorLevel::Community,
    FactorLevel::Household,
    FactorLevel::Individual,
];

/// The picture of one day.
pub(super) fn picture(t: T, shown: &Shown) -> Picture {
    let marks = strongest_first(
        shown
            .marks
            .iter()
            .map(|mark| (mark.clone(), None))
            .collect(),
    );
    let captions = captions(t, &marks, legend(t, &marks));
    drawn(t, shown, &marks, captions)
}

/// A later picture with what is new, gone, stronger, weaker or turned around.
pub(super) fn difference(t: T, after: &Shown, all: &[(Mark, Option<Turn>)]) -> Picture {
    let marks = strongest_first(all.to_vec());
    let mut legend = legend(t, &marks);
    legend.extend([
        ("pic-after pic-turn-new", t.say("picture-turn-new")),
        ("pic-after pic-turn-gone", t.say("picture-turn-gone")),
        ("pic-after pic-turn-same", t.say("picture-turn-same")),
    ]);
    let captions = captions(t, &marks, legend);
    let items: Vec<Item> = (marks.iter())
        .map(|(mark, turn)| Item {
            turn: class_of(*turn),
            ..item(t, mark, *turn)
        })
        .collect();
    let bonds = bonds(after, &marks);
    Picture::new(captions, &items, &bonds, t.lang().dir() == "rtl")
}

fn drawn(t: T, shown: &Shown, marks: &[(Mark, Option<Turn>)], captions: Captions) -> Picture {
    let items: Vec<Item> = marks.iter().map(|(mark, _)| item(t, mark, None)).collect();
    let bonds = bonds(shown, marks);
    Picture::new(captions, &items, &bonds, t.lang().dir() == "rtl")
}

/// Within a side what is strongest stands first; no side is put before another.
fn strongest_first(mut marks: Vec<(Mark, Option<Turn>)>) -> Vec<(Mark, Option<Turn>)> {
    marks.sort_by_key(|(mark, _)| std::cmp::Reverse(mark.strength));
    marks
}

const fn class_of(turn: Option<Turn>) -> &'static str {
    match turn {
        None => "pic-turn-same",
        Some(Turn::New) => "pic-turn-new",
        Some(Turn::Gone) => "pic-turn-gone",
        Some(Turn::Stronger(_)) => "pic-turn-stronger",
        Some(Turn::Weaker(_)) => "pic-turn-weaker",
        Some(Turn::Turned(_)) => "pic-turn-turned",
    }
}

/// What it is: in the worker's words where no code says it.
pub(super) fn name(t: T, mark: &Mark) -> String {
    let code = || t.code("factor", mark.code.code());
    mark.other.clone().unwrap_or_else(code)
}

/// How it changed, with what it was.
pub(super) fn turned(t: T, turn: Turn) -> String {
    let was =
        |key: &str, list: &str, code: &str| t.say_with(key, &[("was", t.code(list, code).into())]);
    match turn {
        Turn::New => t.say("picture-turn-new"),
        Turn::Gone => t.say("picture-turn-gone"),
        Turn::Stronger(strength) => was("picture-turn-stronger", "strength", strength.code()),
        Turn::Weaker(strength) => was("picture-turn-weaker", "strength", strength.code()),
        Turn::Turned(polarity) => was("picture-turn-turned", "polarity", polarity.code()),
    }
}

fn item(t: T, mark: &Mark, turn: Option<Turn>) -> Item {
    let ring = RINGS.iter().position(|level| *level == mark.level);
    let sides = match mark.polarity {
        Polarity::Protective => vec![Side::Protects],
        Polarity::Risk => vec![Side::Harms],
        Polarity::Mixed => vec![Side::Protects, Side::Harms],
    };
    Item {
        ring: ring.unwrap_or(0),
        sides,
        name: name(t, mark),
        words: words(t, mark, turn),
        strength: match mark.strength {
            Strength::Weak => 0,
            Strength::Moderate => 1,
            Strength::Strong => 2,
        },
        phase: mark.phase.map_or("always", casework::lists::Phase::code),
        inherited: mark.inherited.is_some(),
        turn: "",
    }
}

/// `Strong · On the way · In the past`: everything that the sign says by its looks.
pub(super) fn words(t: T, mark: &Mark, turn: Option<Turn>) -> Vec<String> {
    let mut words: Vec<String> = turn.map(|turn| turned(t, turn)).into_iter().collect();
    words.push(t.code("strength", mark.strength.code()));
    if mark.polarity == Polarity::Mixed {
        words.push(t.code("polarity", mark.polarity.code()));
    }
    words.extend(mark.phase.map(|phase| t.code("phase", phase.code())));
    if mark.active != Active::Now {
        words.push(t.code("active", mark.active.code()));
    }
    words.extend(mark.inherited.map(|holds| {
        t.say(match holds {
            Holds::AsDescribed => "picture-of-context",
            Holds::Differently => "picture-differently",
        })
    }));
    if mark.person_agrees == Some(PersonAgrees::No) {
        words.push(t.say("picture-seen-otherwise"));
    }
    words
}

fn bonds(shown: &Shown, marks: &[(Mark, Option<Turn>)]) -> Vec<Bond> {
    let place = |id| {
        let which = Which::Own(id);
        marks.iter().position(|(mark, _)| mark.which == which)
    };
    let bond = |link: &casework::assessment::FactorLink| {
        Some(Bond {
            from: place(link.from)?,
            to: place(link.to)?,
            how: link.kind.code(),
        })
    };
    shown.links.iter().filter_map(bond).collect()
}

fn captions(t: T, marks: &[(Mark, Option<Turn>)], legend: Vec<(&'static str, String)>) -> Captions {
    Captions {
        title: t.say("picture-title"),
        told: told(t, marks),
        protects: t.code("polarity", Polarity::Protective.code()),
        harms: t.code("polarity", Polarity::Risk.code()),
        person: t.code("factor_level", FactorLevel::Individual.code()),
        rings: (RINGS.iter())
            .map(|level| t.code("factor_level", level.code()))
            .collect(),
        nothing: t.say("picture-none"),
        legend,
        legend_title: t.say("picture-signs"),
    }
}

/// All of it in one paragraph, from the person outwards.
fn told(t: T, marks: &[(Mark, Option<Turn>)]) -> String {
    let side = |level: FactorLevel, polarity: Polarity| {
        let here = marks.iter().filter(|(mark, _)| {
            mark.level == level && [polarity, Polarity::Mixed].contains(&mark.polarity)
        });
        let said: Vec<String> = here
            .map(|(mark, turn)| format!("{} ({})", name(t, mark), words(t, mark, *turn).join(", ")))
            .collect();
        match said.is_empty() {
            true => t.say("picture-none"),
            false => said.join("; "),
        }
    };
    let said: Vec<String> = (RINGS.iter().rev())
        .map(|level| {
            let words = [
                ("level", t.code("factor_level", level.code()).into()),
                ("protects", side(*level, Polarity::Protective).into()),
                ("harms", side(*level, Polarity::Risk).into()),
            ];
            t.say_with("picture-told", &words)
        })
        .collect();
    said.join(" ")
}

/// What the signs mean, as far as they are used.
fn legend(t: T, marks: &[(Mark, Option<Turn>)]) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("pic-key", t.code("polarity", Polarity::Protective.code())),
        ("pic-key pointed", t.code("polarity", Polarity::Risk.code())),
        ("pic-key pic-large", t.say("picture-sign-size")),
    ];
    let phases = [
        ("before", "pic-before"),
        ("during", "pic-during"),
        ("after", "pic-after"),
    ];
    let used = |phase: &str| {
        let mut marks = marks.iter();
        marks.any(|(mark, _)| mark.phase.is_some_and(|known| known.code() == phase))
    };
    all.extend(
        (phases.into_iter())
            .filter(|(phase, _)| used(phase))
            .map(|(phase, class)| (class, t.code("phase", phase))),
    );
    if marks.iter().any(|(mark, _)| mark.inherited.is_some()) {
        all.push(("pic-always pic-outlined", t.say("picture-of-context")));
    }
    all
}
