//! Who looked at what: the log, in the words that stand above each page.

use std::sync::Arc;

use axum::{extract::State, response::Response};

use super::{
    reading::moment,
    sheet::{Piece, Sheet},
};
use crate::{
    App, Page, T,
    app::{Visit, answer, enter, off, say_no},
    parts::{Cell, Table},
    rooms,
};

/// Who looked at what, for the data protection focal point: opaque ids only.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let t = inside.shell.t();
            let rows = app
                .book
                .looks(&inside.actor)
                .map_err(|no| say_no(inside.shell.lang, &no))?;
            let heads = vec![
                t.say("head-since"),
                t.say("head-asked-by"),
                t.say("head-what"),
                t.say("head-file"),
            ];
            let known = app.book.organisation();
            let table = rows.iter().fold(
                Table::new(t.say("looks-title"), heads).under_its_title(),
                |table, (at, look)| {
                    table.row(vec![
                        Cell::Text(moment(t, &app.zone, *at)),
                        Cell::Text(known.name(look.by).unwrap_or_default().to_owned()),
                        Cell::Text(opened(t, &look.what)),
                        Cell::Text(
                            look.file
                                .map(|file| file.to_string()[..8].to_owned())
                                .unwrap_or_default(),
                        ),
                    ])
                },
            );
            drop(known);
            Ok(Page::new(&inside.shell, "looks-title")
                .lead(t.say("looks-lead"))
                .show(Sheet {
                    pieces: vec![Piece::Table(table)],
                }))
        }))
    })
    .await
}

/// What was opened. A word of another version of the program is never shown as it is stored.
fn opened(t: T, what: &str) -> String {
    t.say(&title_of(what).unwrap_or_else(|| "looks-other".to_owned()))
}

/// The title of the page or list that a look was recorded for.
fn title_of(what: &str) -> Option<String> {
    const TITLES: [(&str, &str); 26] = [
        ("pair.list", "pairs-title"),
        ("pair.read", "pair-title"),
        ("registration.similar", "similar-title"),
        ("alert.list", "alerts-title"),
        ("supervision.read", "supervision-title"),
        ("report.year", "year-title"),
        ("year.people", "year-people-title"),
        ("day.read", "day-title"),
        ("case", "case-title"),
        ("story", "case-story"),
        ("plan", "plan-title"),
        ("plan_compare", "plan-compare"),
        ("picture", "picture-title"),
        ("picture_compare", "picture-compare"),
        ("side_by_side", "looks-side-by-side"),
        ("case.list", "cases-title"),
        ("case.search", "search-title"),
        ("desk.list", "desk-title"),
        ("approval.list", "approvals-title"),
        ("meeting.list", "meetings-title"),
        ("tally.read", "tallies-title"),
        ("log.read", "looks-title"),
        ("feedback.list", "feedback-title"),
        ("feedback.read", "feedback-title"),
        ("erasure.confirm", "erasure-confirm-title"),
        ("transfer.read", "offered-title"),
    ];
    if let Some((_, key)) = TITLES.iter().find(|(known, _)| *known == what) {
        return Some((*key).to_owned());
    }
    if what == "household.read" {
        return Some("place-household".to_owned());
    }
    if rooms::place(what).is_some() {
        return Some(format!("place-{what}"));
    }
    let (room, kind) = what.split_once('.')?;
    rooms::action(room, kind).map(|action| action.title_key())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::{opened, title_of};
    use crate::{Lang, rooms};

    /// How the programs' own text begins that records a look.
    const BEGINS: [&str; 4] = ["record_look(", ".list(", ".look(", "opened(app"];

    /// Every word for a look that the program's own text says: the first after such a beginning,
    /// in the same statement.
    fn recorded(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                recorded(&path, found);
                continue;
            }
            let text = fs::read_to_string(path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            let after = BEGINS.iter().flat_map(|begin| text.split(begin).skip(1));
            let statements = after.filter_map(|rest| rest.split([';', '{', '|']).next());
            found.extend(
                statements
                    .filter_map(|said| said.split('"').nth(1))
                    .map(str::to_owned),
            );
        }
    }

    fn all() -> BTreeSet<String> {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let mut found = BTreeSet::new();
        recorded(&crates.join("casebook/src"), &mut found);
        recorded(&crates.join("web/src/pages"), &mut found);
        found
    }

    #[test]
    fn every_look_that_is_recorded_has_a_title_in_every_language() {
        let mut all = all();
        for known in [
            "day.read",
            "plan_compare",
            "case.search",
            "story",
            "tally.read",
        ] {
            assert!(all.contains(known), "{known} is not among {all:?}");
        }
        all.extend(rooms::PLACES.iter().map(|place| place.name.to_owned()));
        let actions = rooms::actions().iter();
        all.extend(actions.map(|action| format!("{}.{}", action.room, action.kind)));
        for what in &all {
            assert!(title_of(what).is_some(), "no title for {what}");
            for lang in Lang::ALL {
                let said = opened(lang.t(), what);
                let is_code = said == *what || what.contains(['.', '_']) && said.contains(what);
                assert!(!is_code && !said.contains('⟦'), "{what}: {said}");
            }
        }
    }

    #[test]
    fn a_word_that_nobody_knows_is_not_shown() {
        for what in ["case.peek", "elsewhere", "", "a.b.c"] {
            assert_eq!(title_of(what), None);
            let said = opened(Lang::En.t(), what);
            assert!(
                !said.contains('⟦') && (what.is_empty() || !said.contains(what)),
                "{said}"
            );
        }
    }
}
