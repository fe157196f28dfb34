//! The assessment as it stands: safety, risk, needs, the picture, trafficking, best interests.

use casebook::CaseLook;
use casework::{
    Id,
    assessment::Need,
    case::Stamp,
    class::{Class, Classes},
    floors::{Floor, floors},
    lists::{NeedDomain, NeedStatus},
};

use super::{child, picture, scales, trafficking};
use crate::{
    App, T,
    app::Inside,
    pages::{reading::moment, sheet::Piece},
    parts::{Badge, Cell, Fact, Facts, Table},
};

pub(super) fn pieces<'a>(app: &App, inside: &Inside, look: &CaseLook) -> Vec<Piece<'a>> {
    let t = inside.shell.t();
    let mut all = vec![
        Piece::Heading(t.say("safety-now")),
        Piece::Facts(safety(app, t, look)),
        Piece::Heading(t.say("risk-now")),
        Piece::Facts(risk(app, t, look)),
        Piece::Table(needs(app, inside, look)),
    ];
    all.extend(picture::pieces(app, t, look));
    all.extend(scales::pieces(app, t, look));
    all.extend(trafficking::pieces(app, t, look));
    all.extend(child::pieces(app, t, look));
    all
}

/// `24 November 2026, 10:00, Marta Ricci`.
pub(super) fn when_and_who(app: &App, t: T, at: &Stamp) -> String {
    let known = app.book.organisation();
    let by = known.name(at.by.account).unwrap_or_default().to_owned();
    drop(known);
    let when = moment(t, &app.zone, at.happened);
    t.say_with("record-when", &[("when", when.into()), ("by", by.into())])
}

/// How safe the person is, from whichever page it was said on last.
fn safety(app: &App, t: T, look: &CaseLook) -> Facts {
    let state = &look.case.assessment;
    let Some((at, safety)) = state.last_said(&look.case) else {
        return Facts::new().with(t.say("safety-stands"), t.say("safety-never"));
    };
    let mut facts = Facts::new()
        .with(
            t.say("safety-stands"),
            t.code("current_safety", safety.code()),
        )
        .with(t.say("safety-said"), when_and_who(app, t, &at));
    if let Some((_, check)) = state.safety.last() {
        let private = yes_or_no(t, check.asked_in_private);
        facts = facts.with(t.say("safety-in_private"), private);
    }
    let plan = state.safety_planned.as_ref().map_or_else(
        || t.say("safety-plan-none"),
        |(at, _)| when_and_who(app, t, at),
    );
    facts.with(t.say("safety-plan"), plan)
}

pub(super) fn yes_or_no(t: T, yes: bool) -> String {
    t.say(if yes { "answer-yes" } else { "answer-no" })
}

/// The level that somebody decided, and beside it what the facts on file propose.
fn risk(app: &App, t: T, look: &CaseLook) -> Facts {
    let mut facts = Facts::new();
    match &look.case.screening.risk {
        None => facts = facts.with(t.say("risk-stands"), t.say("risk-not-decided")),
        Some(risk) => {
            facts = facts.fact(Fact {
                label: t.say("risk-stands"),
                value: when_and_who(app, t, &risk.since),
                badge: Some(Badge::risk(t, risk.level.code())),
                href: None,
            });
            facts = facts.with(t.say("risk-why"), risk.reason.clone());
            if let Some(floor) = risk.below_floor {
                let level = t.code("risk_level", floor.code());
                let words = t.say_with("risk-below", &[("level", level.into())]);
                facts = facts.with(t.say("floor-proposed"), words);
            }
        }
    }
    let mut proposed = floors(&look.case, app.book.sop(), app.book.now());
    proposed.retain(|floor| floor.classes.readable_with(look.held));
    proposed.sort_by_key(|floor| floor.level);
    proposed.iter().fold(facts, |facts, floor| {
        facts.with(t.say("floor-proposed"), proposal(t, floor))
    })
}

/// `High – a child who is alone`.
fn proposal(t: T, floor: &Floor) -> String {
    let level = t.code("risk_level", floor.level.code());
    let reason = t.code("floor_reason", floor.reason.code());
    t.say_with(
        "floor-is",
        &[("level", level.into()), ("reason", reason.into())],
    )
}

/// Every area of life, answered or not; each leads to its question.
fn needs(app: &App, inside: &Inside, look: &CaseLook) -> Table {
    let t = inside.shell.t();
    let heads = ["domain", "state", "severity", "urgency", "priority"];
    let heads = heads.map(|head| t.say(&format!("head-{head}")));
    let table = Table::new(t.say("needs-now"), heads.to_vec());
    let may = (app.book).may(&inside.actor, look, "assessment", "answer_need");
    NeedDomain::ALL.iter().fold(table, |table, domain| {
        let name = t.code("need_domain", domain.code());
        let first = if may {
            Cell::Link(way_to(look.file, *domain), name)
        } else {
            Cell::Text(name)
        };
        let need = look.case.assessment.needs.get(domain);
        table.row([vec![first], answered(t, need)].concat())
    })
}

fn way_to(file: Id, domain: NeedDomain) -> String {
    format!(
        "/cases/{file}/assessment/answer_need?domain={}",
        domain.code()
    )
}

fn answered(t: T, need: Option<&Need>) -> Vec<Cell> {
    let Some(row) = need.map(|need| &need.row) else {
        let nothing = || Cell::Text(String::new());
        let open = Badge::new(t.say("need-not-asked"));
        return vec![Cell::Badge(open), nothing(), nothing(), nothing()];
    };
    let status = t.code("need_status", row.status.code());
    let status = match row.status {
        NeedStatus::Need | NeedStatus::NotDiscussed => Badge::new(status),
        _ => Badge::done(status),
    };
    let severity = row.severity.map(|it| t.code("severity", it.code()));
    let urgency = row.urgency.map(|it| t.code("urgency", it.code()));
    let priority = row.person_priority.map(|it| it.to_string());
    vec![
        Cell::Badge(status),
        Cell::Text(severity.unwrap_or_default()),
        Cell::Text(urgency.unwrap_or_default()),
        Cell::Number(priority.unwrap_or_default()),
    ]
}

/// Whether the reader may read entries of this class here.
pub(super) fn reads(look: &CaseLook, class: Class) -> bool {
    Classes::of(class).readable_with(look.held)
}
