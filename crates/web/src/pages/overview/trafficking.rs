//! The trafficking screening as it stands, from what its reader may read and nothing else.

use casebook::CaseLook;
use casework::{assessment::TipState, class::Class};

use super::assessment::{reads, when_and_who};
use crate::{
    App, T,
    pages::sheet::Piece,
    parts::{Facts, Notice, Tone},
};

/// Nothing at all for those who may not read it.
pub(super) fn pieces<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    if !reads(look, Class::Trafficking) {
        return Vec::new();
    }
    let state = &look.case.assessment;
    let mut facts = (state.tip.last()).map_or_else(Facts::new, |tip| screened(app, t, tip));
    if let Some((at, skipped)) = &state.tip_skipped {
        let why = t.code("tip_not_screened", skipped.why.code());
        let words = format!("{why} – {}", when_and_who(app, t, at));
        facts = facts.with(t.say("trafficking-skipped"), words);
    }
    if let Some((at, status)) = &state.formal_status {
        let status = t.code("formal_status", status.code());
        let words = format!("{status} – {}", when_and_who(app, t, at));
        facts = facts.with(t.say("trafficking-formal"), words);
    }
    if facts.is_empty() {
        return Vec::new();
    }
    let mut all = vec![
        Piece::Heading(t.say("trafficking-now")),
        Piece::Facts(facts),
    ];
    if state.protect_as_victim() {
        let notice = Notice::new(Tone::Danger, t.say("trafficking-protect"));
        all.push(Piece::Notice(notice.text(t.say("trafficking-protect-how"))));
    }
    all
}

/// The program proposes, one person concludes, another confirms.
fn screened(app: &App, t: T, tip: &TipState) -> Facts {
    let mut facts = Facts::new();
    if let Some(proposed) = tip.screening.proposed {
        let words = t.code("tip_conclusion", proposed.code());
        facts = facts.with(t.say("trafficking-proposed"), words);
        let because = format!("trafficking-because-{}", proposed.code());
        facts = facts.with(t.say("trafficking-because"), t.say(&because));
        if tip.screening.as_child {
            let child = t.say("trafficking-as-child-how");
            facts = facts.with(t.say("trafficking-as-child"), child);
        }
    }
    let concluded = tip.concluded.as_ref().map_or_else(
        || t.say("trafficking-not-concluded"),
        |(at, concluded)| {
            let words = t.code("tip_conclusion", concluded.conclusion.code());
            format!("{words} – {}", when_and_who(app, t, at))
        },
    );
    let confirmed = tip.confirmed.as_ref().map_or_else(
        || t.say("trafficking-not-confirmed"),
        |at| when_and_who(app, t, at),
    );
    facts
        .with(t.say("trafficking-concluded"), concluded)
        .with(t.say("trafficking-confirmed"), confirmed)
}
