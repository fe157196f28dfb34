//! My day: what cannot wait, today by the hour, what is late in the order of harm, what waits on
//! others, what changed, and every case in one line (`domain.md` section 7, "daily worker list").

mod alert;
mod lines;
mod reach;
mod section;
mod sorting;
mod ways;

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header::SET_COOKIE},
    response::{IntoResponse, Response},
};

pub(super) use lines::{due_next, seen};
pub(super) use reach::reach;
pub(super) use section::short;
pub(super) use sorting::is_end_of_day;

use self::{
    lines::{Line, Lines},
    section::{Section, Sections},
    sorting::Sorted,
};
use crate::{
    App, Page, Posted, T,
    app::{Inside, Visit, answer, enter, off, say_no, to},
    cookies,
    parts::{Notice, Tone},
};

/// How many late things are told before their number.
const LATE_SHOWN: usize = 10;

/// The page.
#[derive(Template)]
#[template(path = "pages/day.html")]
struct MyDay {
    t: T,
    /// Names are not shown, here and until somebody says otherwise.
    hidden: bool,
    sections: Vec<Section>,
    cases: Vec<Line>,
    nothing: bool,
    /// The reader may receive somebody at the door.
    receives: bool,
}

/// The day.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    let hidden = cookies::hides_names(&headers);
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| my_day(app, &inside, hidden)))
    })
    .await
}

fn my_day(app: &App, inside: &Inside, hidden: bool) -> Result<Response, Response> {
    laid_out(app, inside, hidden, whole)
}

fn whole(sections: &Sections<'_>, sorted: &Sorted<'_>) -> Result<Response, Response> {
    let Sections {
        app,
        inside,
        day,
        now,
        hidden,
    } = *sections;
    let t = inside.shell.t();
    let body = MyDay {
        t,
        hidden,
        receives: (app.book).may_anywhere(&inside.actor, "reception.receive_arrival"),
        nothing: day.rows.cases.is_empty() && day.offered.is_empty() && day.alerts.is_empty(),
        sections: vec![
            sections.now(sorted)?,
            sections.today(sorted),
            sections.late(sorted, LATE_SHOWN),
            sections.waiting(sorted),
            sections.changed(),
        ],
        cases: Lines { t, now, hidden }.of(day),
    };
    let mut page = Page::new(&inside.shell, "day-title").lead(t.day(now.date()));
    if inside.asked("done").is_some() {
        page = page.notice(Notice::new(Tone::Success, t.say("done-title")));
    }
    Ok(page.show(body))
}

/// The reader's day, sorted into its sections, for a page that shows all or some of them.
fn laid_out(
    app: &App,
    inside: &Inside,
    hidden: bool,
    page: impl FnOnce(&Sections<'_>, &Sorted<'_>) -> Result<Response, Response>,
) -> Result<Response, Response> {
    let day = app.book.day(&inside.actor, inside.signed_in.left);
    let day = day.map_err(|no| say_no(inside.shell.lang, &no))?;
    let now = app.now();
    let sorted = Sorted::of(&day, &now, |row, action| {
        app.book.may_today(&inside.actor, row, action)
    });
    let sections = Sections {
        app,
        inside,
        day: &day,
        now: &now,
        hidden,
    };
    page(&sections, &sorted)
}

/// Everything that is late: the list behind the number.
pub async fn late(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    let hidden = cookies::hides_names(&headers);
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| all_late(app, &inside, hidden)))
    })
    .await
}

fn all_late(app: &App, inside: &Inside, hidden: bool) -> Result<Response, Response> {
    let t = inside.shell.t();
    laid_out(app, inside, hidden, |sections, sorted| {
        Ok(Page::new(&inside.shell, "day-late")
            .lead(t.say("day-late-lead"))
            .back("/day", t.say("nav-day"))
            .show(sections.late(sorted, usize::MAX)))
    })
}

/// Hides the names in lists, or shows them again; the browser remembers it until it is closed.
pub async fn names(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            if !app.book.may_anywhere(&inside.actor, "day.read") {
                return Err(crate::not_here(inside.shell.lang));
            }
            let cookie = app.cookie.names(posted.get("names") == Some("hide"));
            Ok(([(SET_COOKIE, cookie)], to("/day")).into_response())
        }))
    })
    .await
}
