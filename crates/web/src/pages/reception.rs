//! The desk: who is here, and somebody new at the door.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use casebook::{CaseLook, No};
use casework::Id;
use forms::check;
use views::DeskRow;

use super::{
    act::{Unread, command},
    lists::{risk, worker},
    reading::moment,
    refusal,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, FormView, Page, Posted, T,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    cookies, drafting, not_here,
    parts::{Cell, Empty, Notice, Table, Tone},
    rooms::{self, choices},
};

/// Today's arrivals and other inquiries, by code.
pub async fn desk(State(app): State<Arc<App>>, headers: HeaderMap, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| desk_page(app, &inside, &headers)))
    })
    .await
}

fn desk_page(app: &App, inside: &Inside, headers: &HeaderMap) -> Result<Response, Response> {
    let t = inside.shell.t();
    let rows = app
        .book
        .desk(&inside.actor)
        .map_err(|no| say_no(inside.shell.lang, &no))?;
    let mut pieces = vec![Piece::Buttons(vec![Way {
        href: "/reception/new".into(),
        words: t.say("do-reception-receive_arrival"),
        hint: String::new(),
    }])];
    pieces.push(if rows.is_empty() {
        Piece::Empty(Empty::new(t.say("desk-empty")))
    } else {
        let under = if app.book.may_anywhere(&inside.actor, "case.list") {
            "/cases"
        } else {
            "/reception"
        };
        let hidden = cookies::hides_names(headers);
        Piece::Table(at_the_door(app, t, &rows, Some(under), hidden))
    });
    let page = Page::new(&inside.shell, "desk-title").lead(t.say("desk-lead"));
    Ok(told_done(page, inside).show(Sheet { pieces }))
}

/// Who waits: what the door saw tells people without a code from one another; names are said to
/// those who read cases, unless they are hidden.
fn at_the_door(app: &App, t: T, rows: &[DeskRow], under: Option<&str>, hidden: bool) -> Table {
    let mut heads = vec!["desk-who", "head-arrived", "head-risk", "head-worker"];
    // In their words: what tells two people of one age and language apart.
    let tells = under.is_some_and(|under| under == "/cases") && !hidden;
    if tells {
        heads.insert(1, "glance-request");
    }
    let heads = heads.iter().map(|head| t.say(head)).collect();
    let table = Table::new(t.say("desk-title"), heads).under_its_title();
    rows.iter().fold(table, |table, row| {
        let who = seen(t, row, hidden);
        let who = match under {
            Some(under) => Cell::Link(format!("{under}/{}", row.case.file), who),
            None => Cell::Text(who),
        };
        let mut cells = vec![
            who,
            Cell::Text(moment(t, &app.zone, row.case.arrived)),
            risk(t, &row.case),
            Cell::Text(worker(app, t, &row.case)),
        ];
        if tells {
            cells.insert(1, Cell::Text(shortened(&row.case.request)));
        }
        table.row(cells)
    })
}

/// Enough words to recognise somebody by.
const FEW_LETTERS: usize = 60;

fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(FEW_LETTERS).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

/// Code or name if there is one, sex and age as seen, language.
fn seen(t: T, row: &DeskRow, hidden: bool) -> String {
    let code = |list: &str, known: &Option<String>| known.as_ref().map(|code| t.code(list, code));
    let said = [
        row.case.code.clone(),
        row.short_name.clone().filter(|_| !hidden),
        code("sex_observed", &row.sex_seen),
        code("age_band", &row.age_band),
        code("language", &row.language),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    match said.is_empty() {
        true => t.say("no-code-yet"),
        false => said.join(&t.say("forms-and")),
    }
}

fn told_done<'s>(page: Page<'s>, inside: &Inside) -> Page<'s> {
    let Some(done) = inside.asked("done") else {
        return page;
    };
    let t = inside.shell.t();
    page.notice(match done {
        "forgotten" => Notice::new(Tone::Success, t.say("done-forgotten")),
        "urgent" => {
            Notice::new(Tone::Danger, t.say("arrived-fetch-title")).text(t.say("arrived-fetch"))
        }
        _ => Notice::new(Tone::Success, t.say("done-title")),
    })
}

/// Somebody at the desk, for those who help there and do not read cases (section 2 of the
/// specification): the line of the list, and what can be added.
pub async fn person(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(file): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| person_page(app, &inside, &file)))
    })
    .await
}

fn person_page(app: &App, inside: &Inside, file: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let fail = |no| say_no(inside.shell.lang, &no);
    let file = id_of(&inside.shell, file)?;
    let (room, kind) = ("reception", "give_help");
    let look = app
        .book
        .look_to_act(&inside.actor, file, room, kind)
        .map_err(fail)?;
    if look.reads() {
        return Ok(to(&format!("/cases/{file}")));
    }
    let mut rows = app.book.desk(&inside.actor).map_err(fail)?;
    rows.retain(|row| row.case.file == file);
    let pieces = vec![
        Piece::Table(at_the_door(app, t, &rows, None, true)),
        Piece::Buttons(helping(app, inside.shell.t(), &look)),
    ];
    let page = Page::new(&inside.shell, "desk-person")
        .lead(t.say("desk-person-lead"))
        .back("/reception", t.say("nav-reception"));
    Ok(told_done(page, inside).show(Sheet { pieces }))
}

/// What may be added at the desk, in the order of the work.
fn helping(app: &App, t: T, look: &CaseLook) -> Vec<Way> {
    const AT_DESK: [&str; 5] = [
        "give_help",
        "report_danger",
        "record_desk_contact",
        "report_interpreter",
        "log_authority_request",
    ];
    let may = AT_DESK
        .into_iter()
        .filter(|kind| app.book.may(&look.reader, look, "reception", kind));
    may.map(|kind| Way {
        href: format!("/cases/{}/reception/{kind}", look.file),
        words: t.say(&format!("do-reception-{kind}")),
        hint: String::new(),
    })
    .collect()
}

/// The form for somebody at the door.
pub async fn show_new(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let id = fresh_command(&inside.shell)?;
            let draft = drafting::begun(app, &inside)?;
            arrival(app, &inside, StatusCode::OK, |view| match &draft {
                Some(draft) => view.begun(draft, &app.zone),
                None => view.typed(&as_usual(app)).command(&id),
            })
        }))
    })
    .await
}

fn arrival(
    app: &App,
    inside: &Inside,
    status: StatusCode,
    fill: impl FnOnce(FormView<'_>) -> FormView<'_>,
) -> Result<Response, Response> {
    let lang = inside.shell.lang;
    if !app
        .book
        .may_anywhere(&inside.actor, "reception.receive_arrival")
    {
        return Err(not_here(lang));
    }
    let t = inside.shell.t();
    let action = rooms::action("reception", "receive_arrival").ok_or_else(|| not_here(lang))?;
    let choices = choices(app, t, &action.form, None, inside.actor.by.centre);
    let view = FormView::new(&action.form, &choices, t)
        .cancel("/reception")
        .keeping();
    Ok(Page::new(&inside.shell, &action.title_key())
        .lead(t.say("arrival-lead"))
        .back("/reception", t.say("nav-reception"))
        .status(status)
        .sheet(vec![Piece::Form(Box::new(fill(view)))]))
}

/// How this centre works and is reached as a rule: answered before anybody asks.
fn as_usual(app: &App) -> Vec<(String, String)> {
    let sop = app.book.sop();
    let usual = [
        ("delivery_model", sop.usual_delivery_model.code()),
        ("channel", sop.usual_channel.code()),
    ];
    let usual = usual.iter();
    usual
        .map(|(name, code)| ((*name).to_owned(), (*code).to_owned()))
        .collect()
}

/// Whether what was ticked at the door raises an alert (2.0).
fn raises_alerts(posted: &Posted) -> bool {
    let grave = [
        "danger_now",
        "suicidal_risk",
        "child_alone",
        "sexual_violence_recent",
    ];
    let mut needs = posted
        .0
        .iter()
        .filter(|(name, _)| name == "immediate_needs");
    needs.any(|(_, need)| grave.contains(&need.as_str()))
}

/// Somebody arrives.
pub async fn receive(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| received(app, &inside, &posted)))
    })
    .await
}

fn received(app: &App, inside: &Inside, posted: &Posted) -> Result<Response, Response> {
    let (lang, t) = (inside.shell.lang, inside.shell.t());
    let (room, kind) = ("reception", "receive_arrival");
    let action = rooms::action(room, kind).ok_or_else(|| not_here(lang))?;
    let Some(id) = posted.command().and_then(|text| text.parse::<Id>().ok()) else {
        return Err(crate::refused(lang, StatusCode::BAD_REQUEST));
    };
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let keep = id.to_string();
    let answers = match check(&action.form, &forms::Choices::none(), &posted.0, &app.now()) {
        Ok(answers) => answers,
        Err(problems) => {
            return arrival(app, inside, wrong, |view| {
                view.with_problems(&problems).command(&keep)
            });
        }
    };
    let Ok(command) = command(id, None, room, kind, answers, posted).map_err(|Unread| ()) else {
        return Err(crate::refused(lang, StatusCode::BAD_REQUEST));
    };
    match app.book.carry_out(&inside.actor, &command) {
        Ok(done) if app.book.may_anywhere(&inside.actor, "case.list") => {
            Ok(to(&format!("/cases/{}?done=arrival", done.file)))
        }
        Ok(_) => Ok(to(match raises_alerts(posted) {
            true => "/reception?done=urgent",
            false => "/reception?done=arrival",
        })),
        Err(No::Refused(refused)) => {
            let problems = refusal::beside(t, &action.form, &refused, &posted.0, None);
            let notice = refusal::notice(t, &action.form, &refused, None);
            arrival(app, inside, wrong, |view| {
                view.with_problems(&problems).notice(notice).command(&keep)
            })
        }
        Err(no) => Err(say_no(lang, &no)),
    }
}
