//! Scales of mental health as they were answered: a small chart of each, and the table behind it. A
//! score stands beside its band and decides nothing.

use casebook::CaseLook;
use casework::{
    assessment::{ScaleTaken, highest},
    case::Stamp,
    class::Class,
    lists::Scale,
};

use super::assessment::{reads, when_and_who};
use crate::{
    App, T,
    pages::sheet::Piece,
    parts::{Cell, Table, Trend},
};

/// Nothing at all for those who may not read it.
pub(super) fn pieces<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let all = &look.case.assessment.scales;
    if !reads(look, Class::Mhpss) || all.is_empty() {
        return Vec::new();
    }
    let heads = ["scale-when", "scale-which", "scale-score", "scale-band"];
    let table = Table::new(t.say("scales-now"), heads.map(|head| t.say(head)).into());
    let table = all.iter().rev().fold(table, |table, (at, taken)| {
        table.row(row(app, t, at, taken))
    });
    let mut pieces = vec![Piece::Table(table)];
    pieces.extend((Scale::ALL.iter()).filter_map(|scale| trend(app, t, all, *scale)));
    pieces.push(Piece::Text(t.say("scales-lead")));
    pieces
}

fn row(app: &App, t: T, at: &Stamp, taken: &ScaleTaken) -> Vec<Cell> {
    let score = taken.score().map_or_else(
        || t.say("scale-part"),
        |score| {
            let words = [
                ("score", score.to_string().into()),
                ("highest", highest(taken.scale).to_string().into()),
            ];
            t.say_with("scale-of", &words)
        },
    );
    let band = taken.band().map(|band| t.code("scale_band", band.code()));
    vec![
        Cell::Text(when_and_who(app, t, at)),
        Cell::Text(t.code("scale", taken.scale.code())),
        Cell::Text(score),
        Cell::Text(band.unwrap_or_default()),
    ]
}

/// A line through the scores of one scale, where there are two at least.
fn trend<'a>(app: &App, t: T, all: &[(Stamp, ScaleTaken)], scale: Scale) -> Option<Piece<'a>> {
    let of = all.iter().filter(|(_, taken)| taken.scale == scale);
    let points: Vec<(i64, u8, String)> = of
        .filter_map(|(at, taken)| {
            let day = at.happened.to_zoned(app.zone.clone()).date();
            Some((at.happened.as_second(), taken.score()?, t.day(day)))
        })
        .collect();
    if points.len() < 2 {
        return None;
    }
    let name = t.code("scale", scale.code());
    let told: Vec<String> = (points.iter())
        .map(|(_, score, day)| format!("{day}: {score}"))
        .collect();
    let title = t.say_with("scale-trend", &[("scale", name.into())]);
    let mirrored = t.lang().dir() == "rtl";
    let trend = Trend::new(
        scale.code(),
        title,
        told.join("; "),
        &points,
        highest(scale),
    );
    Some(Piece::Trend(if mirrored {
        trend.mirrored()
    } else {
        trend
    }))
}
