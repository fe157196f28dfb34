//! What waits for an approval, before the eyes of whoever answers; and what was sent back, before
//! the eyes of whoever changes it.

use casebook::CaseLook;
use casework::approval::{Request, Subject};

use super::{Reader, of};
use crate::{
    App,
    app::Inside,
    pages::{reading::moment, sheet::Piece},
    parts::{Notice, Tone},
    rooms::{Place, place},
};

const fn place_of(subject: Subject) -> &'static str {
    match subject {
        Subject::Assessment => "assessment",
        Subject::Plan => "planning",
        Subject::Closure => "closure",
    }
}

/// The comment with which the work of this place was sent back, until it is sent again.
pub(super) fn sent_back<'a>(reader: &Reader<'_>, place: &Place) -> Vec<Piece<'a>> {
    let here = |request: &&Request| place_of(request.subject) == place.name;
    let last = reader.look.case.approvals.requests.iter().rfind(here);
    let answer = last.and_then(|request| request.answer.as_ref());
    let back = answer.filter(|answer| !answer.approved);
    back.map(|answer| {
        let t = reader.t;
        let known = reader.app.book.organisation();
        let by = known.name(answer.at.by.account).unwrap_or_default();
        let when = moment(t, &reader.app.zone, answer.at.happened);
        let title = t.say("event-approval-sent_back");
        let text = answer.comment.clone().unwrap_or_default();
        let notice = Notice::new(Tone::Info, format!("{title} – {by}, {when}"));
        Piece::Notice(notice.text(text))
    })
    .into_iter()
    .collect()
}

/// What a form about an approval is about: the work itself, as it stands.
#[must_use]
pub fn what_waits<'a>(
    app: &App,
    inside: &Inside,
    look: &CaseLook,
    asked: &[(String, String)],
) -> Vec<Piece<'a>> {
    let shown = subject_of(asked).and_then(|subject| place(place_of(subject)));
    shown.map_or_else(Vec::new, |place| of(app, inside, look, place))
}

/// Which work a form about an approval was opened for.
#[must_use]
pub fn subject_of(asked: &[(String, String)]) -> Option<Subject> {
    let named = asked.iter().find(|(name, _)| name == "subject");
    named.and_then(|(_, code)| code.parse().ok())
}
