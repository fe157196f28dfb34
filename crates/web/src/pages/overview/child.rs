//! The best interests of a child as they stand, and which decisions they allow.

use casebook::CaseLook;
use casework::{child::blocked, class::Class, lists::ChildDecision};

use super::assessment::{reads, when_and_who};
use crate::{
    App, T,
    pages::sheet::Piece,
    parts::{Facts, Notice, Tone},
};

/// The decisions that may have to wait for a best-interests step.
const GRAVE: [ChildDecision; 4] = [
    ChildDecision::Placement,
    ChildDecision::Transfer,
    ChildDecision::Reunification,
    ChildDecision::Return,
];

pub(super) fn pieces<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    if !look.case.is_child(app.book.now()) {
        return Vec::new();
    }
    let mut facts = Facts::new().with(t.say("children-bia"), assessed(app, t, look));
    let mut all = vec![Piece::Heading(t.say("children-now"))];
    // What a best-interests step allows is known to its readers only.
    if reads(look, Class::Child) {
        facts = facts.with(t.say("children-bid"), determined(app, t, look));
        facts = decisions(app, t, look, facts);
        facts = family(app, t, look, facts);
    }
    all.push(Piece::Facts(facts));
    if look.case.child.caregiver_is_abuser() {
        let words = t.say("children-never-inform");
        all.push(Piece::Notice(Notice::new(Tone::Danger, words)));
    }
    all
}

fn assessed(app: &App, t: T, look: &CaseLook) -> String {
    let state = &look.case.child;
    let recorded = state.bia.as_ref().map(|(at, _)| at);
    match (recorded, &state.opened) {
        (Some(at), _) => stands(app, t, "children-bia-done", at),
        (None, Some(at)) => stands(app, t, "children-bia-open", at),
        (None, None) => t.say("children-bia-none"),
    }
}

fn determined(app: &App, t: T, look: &CaseLook) -> String {
    let state = &look.case.child;
    match state.panels.last() {
        _ if state.bid_pending => t.say("children-bid-needed"),
        Some((at, _)) => stands(app, t, "children-bid-held", at),
        None if state.bia.is_none() => t.say("children-bid-not-known"),
        None => t.say("children-bid-not-needed"),
    }
}

fn stands(app: &App, t: T, key: &str, at: &casework::case::Stamp) -> String {
    format!("{} – {}", t.say(key), when_and_who(app, t, at))
}

/// What may go ahead and what must wait, by the rule that refuses it.
fn decisions(app: &App, t: T, look: &CaseLook, facts: Facts) -> Facts {
    let now = app.book.now();
    let (wait, may): (Vec<ChildDecision>, Vec<ChildDecision>) = GRAVE
        .into_iter()
        .partition(|decision| blocked(&look.case, *decision, now).is_some());
    facts
        .with(t.say("children-may"), listed(t, &may))
        .with(t.say("children-must-wait"), listed(t, &wait))
}

fn listed(t: T, decisions: &[ChildDecision]) -> String {
    if decisions.is_empty() {
        return t.say("children-nothing");
    }
    let words: Vec<String> = (decisions.iter())
        .map(|decision| t.code("child_decision", decision.code()))
        .collect();
    words.join("; ")
}

/// The caregiver and the search for the family, once anything is known of them.
fn family(app: &App, t: T, look: &CaseLook, mut facts: Facts) -> Facts {
    let state = &look.case.child;
    if let Some((at, carer)) = &state.caregiver {
        let situation = t.code("caregiver_situation", carer.situation.code());
        let words = format!("{situation} – {}", when_and_who(app, t, at));
        facts = facts.with(t.say("children-caregiver"), words);
    }
    if let Some((at, status)) = &state.tracing {
        let status = t.code("tracing_status", status.code());
        let words = format!("{status} – {}", when_and_who(app, t, at));
        facts = facts.with(t.say("children-tracing"), words);
    }
    facts
}
