//! The picture of vulnerability in words: levels by what harms and what protects. Nothing is
//! counted, added up or ranked.

use casebook::CaseLook;
use casework::{
    assessment::FactorState,
    lists::{FactorCode, FactorLevel, Polarity},
};

use super::assessment::when_and_who;
use crate::{
    App, T,
    pages::sheet::{Piece, Way},
    parts::{Cell, Facts, Table},
};

pub(super) fn pieces<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let heads = vec![
        t.say("head-level"),
        t.code("polarity", Polarity::Risk.code()),
        t.code("polarity", Polarity::Protective.code()),
    ];
    let table = Table::new(t.say("picture-now"), heads);
    let table = FactorLevel::ALL.iter().fold(table, |table, level| {
        table.row(vec![
            Cell::Text(name(t, look, *level)),
            Cell::Text(factors(t, look, *level, Polarity::Risk)),
            Cell::Text(factors(t, look, *level, Polarity::Protective)),
        ])
    });
    let see = Way {
        href: format!("/cases/{}/picture", look.file),
        words: t.say("picture-see"),
        hint: String::new(),
    };
    let mut all = vec![
        Piece::Table(table),
        Piece::Text(t.say("picture-lead")),
        Piece::Buttons(vec![see]),
    ];
    let around = around(app, t, look);
    if !around.is_empty() {
        all.push(Piece::Facts(around));
    }
    all
}

/// The level, and that it has a factor which this reader may not read.
fn name(t: T, look: &CaseLook, level: FactorLevel) -> String {
    let state = &look.case.assessment;
    let seen = |id| state.standing().any(|known| known.factor.factor == id);
    let mut covered = state.covered.iter();
    let hidden = covered.any(|(id, of)| *of == level && !seen(*id));
    let name = t.code("factor_level", level.code());
    if hidden {
        format!("{name} – {}", t.say("picture-hidden"))
    } else {
        name
    }
}

/// What harms or protects at a level; what does both stands in both columns.
fn factors(t: T, look: &CaseLook, level: FactorLevel, polarity: Polarity) -> String {
    let words: Vec<String> = (look.case.assessment.standing())
        .filter(|known| known.factor.level == level)
        .filter(|known| [polarity, Polarity::Mixed].contains(&known.factor.polarity))
        .map(|known| factor(t, known))
        .collect();
    if words.is_empty() {
        t.say("picture-none")
    } else {
        words.join("; ")
    }
}

fn factor(t: T, known: &FactorState) -> String {
    let factor = &known.factor;
    let code = t.code("factor", factor.code.code());
    let what = factor.other.clone().unwrap_or(code);
    t.say_with(
        "picture-factor",
        &[
            ("what", what.into()),
            (
                "strength",
                t.code("strength", factor.strength.code()).into(),
            ),
            ("phase", t.code("phase", factor.phase.code()).into()),
            ("active", t.code("active", factor.active.code()).into()),
        ],
    )
}

/// What holds of the place and the country, and how somebody judged the whole.
fn around(app: &App, t: T, look: &CaseLook) -> Facts {
    let state = &look.case.assessment;
    let facts = (state.profiles.iter()).fold(Facts::new(), |facts, (_, profile)| {
        let holds = [
            profile.applies.as_slice(),
            profile.applies_differently.as_slice(),
        ];
        facts.with(profile.place.clone(), codes(t, &holds.concat()))
    });
    let Some((at, overall)) = &state.overall else {
        return facts;
    };
    let judged = format!(
        "{} – {}",
        t.code("overall", overall.code()),
        when_and_who(app, t, at)
    );
    facts.with(t.say("picture-overall"), judged)
}

fn codes(t: T, codes: &[FactorCode]) -> String {
    if codes.is_empty() {
        return t.say("picture-none");
    }
    let words: Vec<String> = (codes.iter())
        .map(|code| t.code("factor", code.code()))
        .collect();
    words.join("; ")
}
