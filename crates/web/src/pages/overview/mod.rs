//! What stands now at a place, in a table, where the records alone would have to be added up.

mod assessment;
mod child;
mod picture;
mod trafficking;

use casebook::CaseLook;
use casework::lists::Scope;

use super::{reading::moment, sheet::Piece};
use crate::{
    App, T,
    app::Inside,
    parts::{Badge, Cell, Table},
    rooms::Place,
};

/// The overview of a place; most need none beside their records.
#[must_use]
pub fn of<'a>(app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Vec<Piece<'a>> {
    let t = inside.shell.t();
    match place.name {
        "consent" => consents(app, t, look),
        "assessment" => assessment::pieces(app, inside, look),
        _ => Vec::new(),
    }
}

/// Each scope that was ever decided: yes, no, until when; asked anew on every page.
fn consents<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let now = app.book.now();
    let heads = vec![
        t.say("field-scope"),
        t.say("head-state"),
        t.say("head-since"),
    ];
    let mut table = Table::new(t.say("consent-now"), heads);
    for scope in Scope::ALL {
        let Some((stamp, consent)) = look.case.consents.newest(*scope) else {
            continue;
        };
        let recipients: Vec<Option<casework::Id>> = match consent.recipients.as_slice() {
            [] => vec![None],
            some => some.iter().copied().map(Some).collect(),
        };
        for recipient in recipients {
            let word = match look.case.consents.allows(*scope, recipient, now) {
                Ok(_) => Badge::done(t.say("consent-yes")),
                Err(why) => Badge::overdue(t.say(&format!("refusal-short-{}", why.code()))),
            };
            let known = app.book.organisation();
            let name = recipient
                .and_then(|id| known.name(id).map(|name| format!(" – {name}")))
                .unwrap_or_default();
            table = table.row(vec![
                Cell::Text(format!("{}{name}", t.code("consent_scope", scope.code()))),
                Cell::Badge(word),
                Cell::Text(moment(t, &app.zone, stamp.happened)),
            ]);
        }
    }
    if table.is_empty() {
        Vec::new()
    } else {
        vec![Piece::Table(table)]
    }
}
