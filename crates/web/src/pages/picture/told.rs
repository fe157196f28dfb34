//! The picture in words: what it means, how its factors act on each other, and the table behind the
//! drawing.

use casebook::CaseLook;
use casework::{
    Id,
    assessment::{FactorState, Mark, Turn, Which},
    lists::{FactorLevel, Polarity},
};

use super::{
    Shown,
    drawn::{name, turned, words},
};
use crate::{
    T,
    pages::sheet::Piece,
    parts::{Cell, Facts, Notice, Table, Tone},
};

/// Rule 2: none, or not explored?
pub(super) fn unexplored<'a>(t: T, shown: &Shown) -> Vec<Piece<'a>> {
    let protects = |mark: &Mark| mark.polarity != Polarity::Risk;
    let around =
        |mark: &Mark| matches!(mark.level, FactorLevel::Community | FactorLevel::Structural);
    let asks = [
        (shown.marks.iter().any(protects), "picture-no-strength"),
        (shown.marks.iter().any(around), "picture-no-context"),
    ];
    let open = asks.into_iter().filter(|(there, _)| !there);
    open.map(|(_, key)| Piece::Notice(Notice::new(Tone::Info, t.say(key))))
        .collect()
}

/// The judgement, the four answers that the definition asks for, and what it all means.
pub(super) fn meaning<'a>(t: T, shown: &Shown) -> Vec<Piece<'a>> {
    let mut facts = Facts::new();
    if let Some(overall) = shown.overall {
        let judged = t.code("overall", overall.code());
        facts = facts.with(t.say("field-overall"), judged);
    }
    if let Some(text) = &shown.formulation {
        facts = [
            ("rationale", &text.rationale),
            ("exposed_to", &text.exposed_to),
            ("helps_avoid", &text.helps_avoid),
            ("helps_resist", &text.helps_resist),
            ("helps_recover", &text.helps_recover),
            ("formulation_text", &text.formulation_text),
            ("person_view", &text.person_view),
        ]
        .into_iter()
        .fold(facts, |facts, (field, text)| {
            facts.with(t.say(&format!("field-{field}")), text.clone())
        });
    }
    if facts.is_empty() {
        return Vec::new();
    }
    vec![
        Piece::Heading(t.say("picture-meaning")),
        Piece::Facts(facts),
    ]
}

/// How the judgement moved, where it did.
pub(super) fn overall<'a>(t: T, before: &Shown, after: &Shown) -> Option<Piece<'a>> {
    let (was, is) = (before.overall?, after.overall?);
    if was == is {
        return None;
    }
    let words = [
        ("was", t.code("overall", was.code()).into()),
        ("is", t.code("overall", is.code()).into()),
    ];
    Some(Piece::Text(t.say_with("picture-judged", &words)))
}

/// How one factor acts on another, a line each.
pub(super) fn links<'a>(t: T, shown: &Shown) -> Option<Piece<'a>> {
    let said = |id: Id| {
        let mark = shown.marks.iter().find(|mark| mark.which == Which::Own(id));
        mark.map(|mark| name(t, mark))
    };
    let heads = [
        "picture-link-from",
        "picture-link-how",
        "picture-link-to",
        "picture-link-note",
    ];
    let table = Table::new(t.say("picture-links"), heads.map(|head| t.say(head)).into());
    let table = shown.links.iter().fold(table, |table, link| {
        let (Some(from), Some(to)) = (said(link.from), said(link.to)) else {
            return table;
        };
        let how = t.code("factor_link", link.kind.code());
        table.row([from, how, to, link.note.clone()].map(Cell::Text).into())
    });
    (!table.is_empty()).then_some(Piece::Table(table))
}

/// Everything that the drawing shows, and what it rests on.
pub(super) fn table<'a>(t: T, look: &CaseLook, shown: &Shown) -> Piece<'a> {
    let heads = [
        "head-level",
        "picture-head-what",
        "field-polarity",
        "picture-head-how",
        "picture-head-known",
        "field-person_agrees",
        "picture-head-answered",
    ];
    let table = Table::new(t.say("picture-title"), heads.map(|head| t.say(head)).into());
    let rows = FactorLevel::ALL.iter().flat_map(|level| {
        let here = shown.marks.iter().filter(|mark| mark.level == *level);
        here.map(|mark| row(t, look, shown, mark))
    });
    let table = rows.fold(table, Table::row).under_its_title();
    Piece::Folded(t.say("picture-table"), table)
}

fn row(t: T, look: &CaseLook, shown: &Shown, mark: &Mark) -> Vec<Cell> {
    let factor = match mark.which {
        Which::Own(id) => shown.factors.iter().find(|known| known.factor.factor == id),
        Which::Context(..) => None,
    };
    let agrees = mark.person_agrees;
    let agrees = agrees.map(|agrees| t.code("person_agrees", agrees.code()));
    [
        t.code("factor_level", mark.level.code()),
        name(t, mark),
        t.code("polarity", mark.polarity.code()),
        words(t, mark, None).join(" · "),
        match &mark.which {
            Which::Context(_, place, _) => place.clone(),
            Which::Own(_) => factor.map_or_else(String::new, |known| rests_on(t, known)),
        },
        agrees.unwrap_or_default(),
        factor.map_or_else(String::new, |known| answered(t, look, known)),
    ]
    .map(Cell::Text)
    .into()
}

/// What it is based on, from whom, and how sure the worker is.
fn rests_on(t: T, known: &FactorState) -> String {
    let factor = &known.factor;
    let source = t.code("source", factor.source.code());
    let sure = [("how", t.code("confidence", factor.confidence.code()).into())];
    let sure = t.say_with("picture-sure", &sure);
    format!("{} ({source}, {sure})", factor.evidence_text)
}

/// The objectives that answer it, or what makes it easier to bear; and the needs it belongs to.
fn answered(t: T, look: &CaseLook, known: &FactorState) -> String {
    let factor = &known.factor;
    let plan = &look.case.planning;
    let aims = (plan.open_objectives())
        .filter(|known| known.objective.factor_refs.contains(&factor.factor))
        .map(|known| known.objective.text.clone());
    let bears = factor.mitigation.clone().into_iter();
    let needs = (factor.linked_needs.iter()).map(|need| t.code("need_domain", need.code()));
    let all: Vec<String> = aims.chain(bears).chain(needs).collect();
    all.join("; ")
}

/// What differs, level by level.
pub(super) fn changes<'a>(t: T, all: &[(Mark, Option<Turn>)]) -> Piece<'a> {
    let heads = [
        "head-level",
        "picture-head-what",
        "field-polarity",
        "picture-head-change",
    ];
    let table = Table::new(
        t.say("picture-compare"),
        heads.map(|head| t.say(head)).into(),
    );
    let rows = FactorLevel::ALL.iter().flat_map(|level| {
        let here = all.iter().filter(|(mark, _)| mark.level == *level);
        here.filter_map(|(mark, turn)| Some((mark, (*turn)?)))
    });
    let table = rows.fold(table, |table, (mark, turn)| {
        let cells = [
            t.code("factor_level", mark.level.code()),
            name(t, mark),
            t.code("polarity", mark.polarity.code()),
            turned(t, turn),
        ];
        table.row(cells.map(Cell::Text).into())
    });
    Piece::Table(table.under_its_title())
}
