//! Right after somebody arrived in danger: who has the alert, since when, under which number, and what
//! to do when nobody has duty (`domain.md` 2.0, alert rules).

use axum::response::Response;
use casebook::{CaseLook, OpenAlert};
use casework::reception::escalation::Holder;

use super::{alerts, sheet::Piece};
use crate::{
    App,
    app::{Inside, say_no},
    parts::{Notice, Tone},
};

/// The open alerts of the file that the reader may know of, with a plain word on what comes next.
///
/// # Errors
/// The answer when the alerts cannot be read: never silence in their place.
pub fn alerts<'a>(app: &App, inside: &Inside, look: &CaseLook) -> Result<Vec<Piece<'a>>, Response> {
    let t = inside.shell.t();
    if !app.book.may_anywhere(&inside.actor, "alert.list") {
        return Ok(Vec::new());
    }
    let open = app.book.open_alerts(&inside.actor);
    let mut open = open.map_err(|no| say_no(inside.shell.lang, &no))?;
    open.retain(|one| one.row.file == look.file);
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let nobody = |one: &OpenAlert| one.holder == Holder::Everybody && one.list.is_empty();
    let key = if open.iter().any(nobody) {
        "arrived-nobody-on-duty"
    } else {
        "arrived-alerted"
    };
    let notice = Notice::new(Tone::Danger, t.say(&format!("{key}-title"))).text(t.say(key));
    let table = alerts::table(app, inside, t.say("arrived-alerts"), &open)?;
    Ok(vec![Piece::Notice(notice), Piece::Table(table)])
}
