//! How a case ends: the proposal and what its reason still asks for, the needs that are not met,
//! referrals under way, and transfers.

use casebook::CaseLook;
use casework::closure::open_needs;

use super::super::{
    reading::moment,
    refusal::missing_words,
    sheet::{Piece, Way},
};
use crate::{
    App, T,
    parts::{Badge, Cell, Facts, Table},
};

pub fn of<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let mut pieces = proposal(app, t, look);
    pieces.extend(titled("closure-needs", t, needs(t, look)));
    pieces.extend(titled("closure-referrals", t, referrals(app, t, look)));
    pieces.extend(titled("transfer-now", t, transfers(app, t, look)));
    pieces.push(Piece::Ways(vec![Way {
        href: format!("/feedback/new?person={}", look.file),
        words: t.say("do-feedback-receive"),
        hint: t.say("closure-feedback-hint"),
    }]));
    pieces
}

fn titled<'a>(key: &str, t: T, table: Table) -> Vec<Piece<'a>> {
    if table.is_empty() {
        Vec::new()
    } else {
        vec![Piece::Heading(t.say(key)), Piece::Table(table)]
    }
}

/// What was proposed, and each thing that its reason still asks for.
fn proposal<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let Some((stamp, proposal)) = &look.case.closure.proposed else {
        return Vec::new();
    };
    let facts = Facts::new()
        .with(
            t.say("field-closure-propose_closure-reason"),
            t.code("closure_reason", proposal.reason.code()),
        )
        .with(t.say("head-since"), moment(t, &app.zone, stamp.happened));
    let heads = vec![t.say("head-check"), t.say("head-state")];
    let missing = &look.gates.g6;
    let checks = missing.iter().fold(
        Table::new(t.say("closure-checks"), heads),
        |table, missing| {
            table.row(vec![
                Cell::Text(missing_words(t, missing)),
                Cell::Badge(Badge::overdue(t.say("closure-check-missing"))),
            ])
        },
    );
    let mut pieces = vec![Piece::Heading(t.say("closure-now")), Piece::Facts(facts)];
    pieces.push(if checks.is_empty() {
        Piece::Text(t.say("closure-complete"))
    } else {
        Piece::Table(checks)
    });
    pieces
}

/// Every need that is not met, with what becomes of it.
fn needs(t: T, look: &CaseLook) -> Table {
    let heads = vec![t.say("head-need"), t.say("head-becomes")];
    let table = Table::new(t.say("closure-needs"), heads);
    open_needs(&look.case)
        .into_iter()
        .fold(table, |table, (domain, ..)| {
            let disposed = look.case.closure.dispositions.get(&domain);
            let becomes = match disposed {
                Some((_, disposal)) => {
                    Badge::done(t.code("disposition", disposal.disposition.code()))
                }
                None => Badge::overdue(t.say("closure-need-open")),
            };
            table.row(vec![
                Cell::Text(t.code("need_domain", domain.code())),
                Cell::Badge(becomes),
            ])
        })
}

/// Every referral that is not over, with who looks after it.
fn referrals(app: &App, t: T, look: &CaseLook) -> Table {
    let heads = vec![t.say("head-what"), t.say("head-owner")];
    let known = app.book.organisation();
    let under_way = (look.case.implementation.referrals.iter()).filter(|state| !state.is_over());
    let table = Table::new(t.say("closure-referrals"), heads);
    under_way.fold(table, |table, state| {
        let owner = look
            .case
            .closure
            .referral_owners
            .get(&state.referral.referral);
        let owner = owner.and_then(|owner| known.name(*owner));
        let owner = owner.map_or_else(|| t.say("closure-referral-nobody"), str::to_owned);
        table.row(vec![
            Cell::Text(t.code("service_type", state.referral.service_type.code())),
            Cell::Text(owner),
        ])
    })
}

/// Every transfer of the episode, and how far it came.
fn transfers(app: &App, t: T, look: &CaseLook) -> Table {
    let now = app.book.now();
    let heads = vec![
        t.say("head-receiver"),
        t.say("field-to"),
        t.say("head-offered"),
        t.say("head-state"),
    ];
    let known = app.book.organisation();
    let table = Table::new(t.say("transfer-now"), heads);
    let all = look.case.transfer.transfers.iter().rev();
    all.fold(table, |table, transfer| {
        let offered = transfer.offered.map(|stamp| stamp.happened);
        let offered = offered.map_or_else(String::new, |at| moment(t, &app.zone, at));
        let to = known.name(transfer.asked.receiver).unwrap_or_default();
        let status = transfer.shown_status(&look.case, now);
        table.row(vec![
            Cell::Text(to.to_owned()),
            Cell::Text(t.code("transfer_to", transfer.asked.to.code())),
            Cell::Text(offered),
            Cell::Badge(Badge::new(t.code("transfer_status", status.code()))),
        ])
    })
}
