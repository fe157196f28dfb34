//! The household of one person, as far as it is safe for this reader: nobody who is hidden from
//! it is counted or named.

use casebook::CaseLook;

use super::super::{
    household::members,
    sheet::{Piece, Way},
};
use crate::{
    App, T,
    parts::{Notice, Tone},
};

pub fn of<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let state = &look.case.household;
    let Some((_, join)) = &state.present else {
        return begin(app, t, look);
    };
    let mut pieces = Vec::new();
    if state.hidden.is_some() {
        let notice = Notice::new(Tone::Danger, t.say("household-hidden"));
        pieces.push(Piece::Notice(notice.text(t.say("household-hidden-text"))));
    }
    let Ok(household) = app.book.look_household(&look.reader, join.household) else {
        return pieces;
    };
    pieces.push(Piece::Heading(t.say("household-members")));
    pieces.push(Piece::Table(members(app, t, &household.members)));
    pieces.push(Piece::Ways(vec![Way {
        href: format!("/households/{}", join.household),
        words: t.say("household-title"),
        hint: t.say("household-title-hint"),
    }]));
    pieces
}

/// Nobody joined one: the way to form it.
fn begin<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let may = app
        .book
        .may(&look.reader, look, "household", "join_household");
    if !may {
        return Vec::new();
    }
    vec![Piece::Ways(vec![Way {
        href: format!("/households/new?person_1={}", look.file),
        words: t.say("do-household_file-form"),
        hint: t.say("household-form-hint"),
    }])]
}
