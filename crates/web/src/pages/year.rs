//! The yearly figure: how many people were supported by case management in a year, with its
//! definition under it, and how it adds up (`domain.md` section 7, rules (d) and (e)). Once the year
//! is over it is kept ([`kept`], rule (f)).

pub mod kept;

use std::{str::FromStr, sync::Arc};

use access::figures::YearFigure;
use axum::{extract::State, response::Response};
use casebook::Year;
use casework::supported::{Began, Ended};

use super::{
    lists::code,
    reading::moment,
    sheet::{Piece, Sheet},
};
use crate::{
    App, Page, T,
    app::{Inside, Visit, answer, enter, off, say_no},
    not_here,
    parts::{Cell, Choose, Empty, Figure, Figures, Table},
};

/// The page.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| page(app, &inside)))
    })
    .await
}

fn page(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let now = app.now();
    let (mut years, year) = app
        .book
        .year(&inside.actor, asked(app, inside))
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let shown = year.reported();
    years.extend([now.year(), shown.year]);
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let number = shown.year.to_string();
    let choose = Choose::new("year", t.say("year-choose"), t.say("year-show"));
    let choose = years.iter().fold(choose, |choose, year| {
        let year = year.to_string();
        let here = year == number;
        choose.option(year.clone(), year, here)
    });
    let known = app.book.organisation();
    let centre = known.name(inside.actor.by.centre).unwrap_or_default();
    let title = [("year", number.into()), ("centre", centre.into())];
    let title = t.say_with("year-title-of", &title);
    drop(known);
    let words = t.say_with("year-people", &[("count", shown.total().into())]);
    let figure = match people(&year, "") {
        Some(href) => Figure::new(&href, shown.total(), words),
        None => Figure::plain(shown.total(), words),
    };
    let mut pieces = vec![
        Piece::Choose(choose),
        Piece::Figures(Figures::new([figure])),
    ];
    pieces.extend(kept::how_it_stands(app, inside, &year));
    pieces.push(Piece::Table(reconciled(t, &year)));
    pieces.push(Piece::Text(adds_up(t, shown)));
    if shown.tally > 0 {
        let words = t.say_with("year-tally", &[("count", shown.tally.into())]);
        pieces.push(Piece::Text(words));
    }
    pieces.extend(kept::corrections(app, t, &year));
    pieces.push(Piece::Heading(t.say("year-definition")));
    for part in ["who", "when", "not", "once", "withdrawn", "general"] {
        pieces.push(Piece::Text(t.say(&format!("year-definition-{part}"))));
    }
    let at = year.kept.last().map_or(now.timestamp(), |kept| kept.at);
    let as_of = [("moment", moment(t, &app.zone, at).into())];
    pieces.push(Piece::Text(t.say_with("year-as-of", &as_of)));
    let position = [("position", shown.position.to_string().into())];
    pieces.push(Piece::Text(t.say_with("year-position", &position)));
    Ok(Page::new(&inside.shell, "year-title")
        .titled(title)
        .show(Sheet { pieces }))
}

/// The year that was asked for, or this one.
fn asked(app: &App, inside: &Inside) -> i16 {
    let asked = inside.asked("year").and_then(|year| year.parse().ok());
    let asked = asked.filter(|year| (1900..=9000).contains(year));
    asked.unwrap_or_else(|| app.now().year())
}

/// The list behind a number, for whoever may open the cases on it; `how` is one of the codes, or
/// nothing for all. A kept figure that no longer agrees with the history has no such list.
fn people(year: &Year, how: &str) -> Option<String> {
    let all = format!("/year/people?year={}", year.counted.year);
    (year.opens && !year.differs()).then(|| match how {
        "" => all,
        how => format!("{all}&how={how}"),
    })
}

/// The persons behind one number.
pub async fn show_people(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| list(app, &inside)))
    })
    .await
}

fn list(app: &App, inside: &Inside) -> Result<Response, Response> {
    let t = inside.shell.t();
    let year = asked(app, inside);
    let how = inside.asked("how").unwrap_or_default();
    let (began, ended) = (Began::from_str(how).ok(), Ended::from_str(how).ok());
    if !how.is_empty() && began.is_none() && ended.is_none() {
        return Err(not_here(inside.shell.lang));
    }
    let rows = app.book.year_people(&inside.actor, year);
    let mut rows = rows.map_err(|no| say_no(inside.shell.lang, &no))?;
    rows.retain(|row| how.is_empty() || row.began == how || row.ended == how);
    let what = match (began, ended) {
        (Some(_), _) => t.code(Began::LIST, how),
        (None, Some(_)) => t.code(Ended::LIST, how),
        (None, None) => t.say("year-sum-began"),
    };
    let heads = ["head-code", "year-head-began", "year-head-ended"];
    let table = Table::new(what.clone(), heads.map(|head| t.say(head)).into());
    let table = rows.iter().fold(table, |table, row| {
        table.row(vec![
            Cell::Link(format!("/cases/{}", row.file), code(t, row.code.as_ref())),
            Cell::Text(t.code(Began::LIST, &row.began)),
            Cell::Text(t.code(Ended::LIST, &row.ended)),
        ])
    });
    let piece = match rows.is_empty() {
        true => Piece::Empty(Empty::new(t.say("year-people-empty"))),
        false => Piece::Table(table.under_its_title()),
    };
    let title = [("year", year.to_string().into()), ("what", what.into())];
    Ok(Page::new(&inside.shell, "year-people-title")
        .titled(t.say_with("year-people-of", &title))
        .lead(t.say("year-people-lead"))
        .back(&format!("/year?year={year}"), t.say("year-title"))
        .show(Sheet {
            pieces: vec![piece],
        }))
}

/// How they came into the year and how they stand at its end: two ways to count the same people.
fn reconciled(t: T, year: &Year) -> Table {
    let heads = vec![t.say("year-head"), t.say("year-head-people")];
    let line = |table: Table, words: String, how: &str, count: usize| {
        let number = match people(year, how) {
            Some(href) if count > 0 => Cell::NumberOf(href, count.to_string()),
            _ => Cell::Number(count.to_string()),
        };
        table.row(vec![Cell::Text(words), number])
    };
    let shown = year.reported();
    let table = Table::new(t.say("year-reconciled"), heads);
    let began = Began::CODES.iter();
    let table = began.fold(table, |table, how| {
        line(table, t.code(Began::LIST, how), how, shown.began_so(how))
    });
    let table = line(table, t.say("year-sum-began"), "", shown.total()).total();
    let ended = Ended::CODES.iter();
    let table = ended.fold(table, |table, how| {
        line(table, t.code(Ended::LIST, how), how, shown.ended_so(how))
    });
    let total = shown.ended.values().sum();
    line(table, t.say("year-sum-ended"), "", total).total()
}

/// The sum in figures: 9 + 3 + 1 + 0 = 13 = 8 + 5 + 0.
fn adds_up(t: T, shown: &YearFigure) -> String {
    let sum = |codes: &[&str], count: &dyn Fn(&str) -> usize| {
        let words: Vec<String> = codes.iter().map(|how| count(how).to_string()).collect();
        words.join(" + ")
    };
    let began = sum(Began::CODES, &|how| shown.began_so(how));
    let ended = sum(Ended::CODES, &|how| shown.ended_so(how));
    let total = shown.total().to_string();
    let sums = format!("{began} = {total} = {ended}");
    t.say_with("year-adds-up", &[("sums", sums.into())])
}
