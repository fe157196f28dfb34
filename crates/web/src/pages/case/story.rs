//! The story of a case: its newest entries on the case page, all of them page by page on its own.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::Response,
};
use casebook::CaseLook;

use super::{
    super::{
        reading::Reading,
        sheet::{Piece, Sheet, Way},
    },
    head, opened,
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off},
    parts::{Pager, Story},
};

/// So many entries stand on one page: a long story stays a light page on a slow line.
const MANY: usize = 30;

/// The story, page by page.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(file): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside, &file)))
    })
    .await
}

fn page(app: &App, inside: &Inside, file: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let look = opened(app, inside, file, "story")?;
    let pages = look.events.len().div_ceil(MANY).max(1);
    let asked = inside.asked("page").and_then(|page| page.parse().ok());
    let here = asked.unwrap_or(1_usize).clamp(1, pages);
    let at = |page: usize| format!("/cases/{}/story?page={page}", look.file);
    let before = (here > 1).then(|| at(here - 1));
    let after = (here < pages).then(|| at(here + 1));
    let pieces = vec![
        Piece::Story(entries(app, t, &look, (here - 1) * MANY)),
        Piece::Pager(Pager::new(t, here, pages, before, after)),
    ];
    Ok(Page::new(&inside.shell, "case-story")
        .back(&format!("/cases/{}", look.file), t.say("case-title"))
        .person(head::strip(app, t, &look))
        .show(Sheet { pieces }))
}

/// The newest entries, and the way to the others.
pub fn newest<'a>(app: &App, t: T, look: &CaseLook) -> Vec<Piece<'a>> {
    let mut pieces = vec![Piece::Story(entries(app, t, look, 0))];
    let count = look.events.len();
    if count > MANY {
        pieces.push(Piece::Ways(vec![Way {
            href: format!("/cases/{}/story?page=2", look.file),
            words: t.say_with("story-more", &[("count", (count - MANY).into())]),
            hint: String::new(),
        }]));
    }
    pieces
}

/// Newest first by when it happened: what was entered later from paper stands on its day.
fn entries(app: &App, t: T, look: &CaseLook, skip: usize) -> Story {
    let reading = Reading { app, t, look };
    let known = app.book.organisation();
    let mut events: Vec<_> = look.events.iter().rev().collect();
    events.sort_by_key(|event| std::cmp::Reverse(event.happened));
    let shown = events.into_iter().skip(skip).take(MANY);
    Story::new(shown.map(|event| reading.entry(event, &known)).collect())
}
