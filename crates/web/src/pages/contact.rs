//! A contact in half a minute, from anywhere: who it was with, then the few answers that the clocks
//! need (`domain.md` 2.5). What is told of it waits for the whole form of the case.

use std::sync::{Arc, LazyLock};

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use casebook::{CaseLook, No};
use casework::{
    Id,
    lists::{Channel, ContactType, RiskLevel},
    review::next_at_latest,
};
use forms::{Choices, Form, check};
use serde_json::json;

use super::{
    act, case,
    day::{reach, short},
    lists::code,
    refusal,
    sheet::{Piece, Sheet, Way},
};
use crate::{
    App, FormView, Page, Posted, T,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    cookies,
    parts::{Empty, Notice, Tone},
    rooms::list,
};

const ROOM: &str = "review";
const KIND: &str = "record_contact";

static FORM: LazyLock<Form> = LazyLock::new(|| {
    Form::new("day.contact")
        .purpose("safety")
        .code("mode", list!(Channel))
        .required()
        .yes_no("reached")
        .code_or("safety_now", list!(CurrentSafety))
        .required()
        .medium()
        .only_when("reached", &["yes"])
        .long_text("progress_note", 500)
        .high()
        .date("next_contact_due", true)
        .required()
});

#[derive(Template)]
#[template(path = "pages/contact.html")]
struct Choose {
    t: T,
    cases: Vec<(String, String)>,
}

/// Who it was with.
pub async fn choose(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    let hidden = cookies::hides_names(&headers);
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| chosen(app, &inside, hidden)))
    })
    .await
}

fn chosen(app: &App, inside: &Inside, hidden: bool) -> Result<Response, Response> {
    let t = inside.shell.t();
    if let Some(case) = inside.asked("case").filter(|case| !case.is_empty()) {
        let file = id_of(&inside.shell, case)?;
        return Ok(to(&format!("/contact/{file}")));
    }
    let day = app.book.day(&inside.actor, inside.signed_in.left);
    let day = day.map_err(|no| say_no(inside.shell.lang, &no))?;
    let may = |row: &&views::DayCase| {
        app.book
            .may_today(&inside.actor, row, "review.record_contact")
    };
    let cases: Vec<(String, String)> = (day.rows.cases.iter().filter(may))
        .map(|row| {
            let code = code(t, row.case.code.as_ref());
            let words = match short(&row.reach, hidden) {
                Some(name) => t.say_with(
                    "contact-option",
                    &[("code", code.into()), ("name", name.into())],
                ),
                None => code,
            };
            (row.case.file.to_string(), words)
        })
        .collect();
    let page = Page::new(&inside.shell, "contact-title").back("/day", t.say("nav-day"));
    if cases.is_empty() {
        let empty = Empty::new(t.say("contact-none")).link("/search", t.say("day-find"));
        let pieces = vec![Piece::Empty(empty)];
        return Ok(page.show(Sheet { pieces }));
    }
    Ok(page.lead(t.say("contact-lead")).show(Choose { t, cases }))
}

/// The few answers.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Path(file): Path<String>) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let look = open(app, &inside, &file)?;
            let command = fresh_command(&inside.shell)?;
            let view = view(app, &inside, &look)
                .typed(&before(app, &look))
                .command(&command);
            Ok(page(app, &inside, &look, StatusCode::OK, view))
        }))
    })
    .await
}

/// The post.
pub async fn record(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(file): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| carry(app, &inside, &file, &posted)))
    })
    .await
}

fn carry(app: &App, inside: &Inside, file: &str, posted: &Posted) -> Result<Response, Response> {
    let look = open(app, inside, file)?;
    let Some(id) = posted.command().and_then(|text| text.parse::<Id>().ok()) else {
        return Err(crate::refused(inside.shell.lang, StatusCode::BAD_REQUEST));
    };
    let again = |view: FormView<'_>| {
        let view = view.command(&id.to_string());
        page(app, inside, &look, StatusCode::UNPROCESSABLE_ENTITY, view)
    };
    let mut answers = match check(&FORM, &NO_CHOICES, &posted.0, &app.now()) {
        Ok(answers) => answers,
        Err(problems) => return Ok(again(view(app, inside, &look).with_problems(&problems))),
    };
    let mode = answers.get("mode").and_then(serde_json::Value::as_str);
    let kind = kind_of(mode.and_then(|mode| mode.parse().ok()));
    answers.insert("contact_type".into(), json!(kind.code()));
    let command = act::command(id, Some(look.file), ROOM, KIND, answers, posted)
        .map_err(|_| crate::refused(inside.shell.lang, StatusCode::BAD_REQUEST))?;
    match app.book.carry_out(&inside.actor, &command) {
        Ok(done) => {
            let (way, _) = back(app, inside, done.file);
            Ok(to(&format!("{way}?done={ROOM}-{KIND}")))
        }
        Err(No::Refused(refused)) => {
            let t = inside.shell.t();
            let problems = refusal::beside(t, &FORM, &refused, &posted.0, None);
            let view = view(app, inside, &look).with_problems(&problems);
            Ok(again(
                view.notice(refusal::notice(t, &FORM, &refused, None)),
            ))
        }
        Err(no) => Err(say_no(inside.shell.lang, &no)),
    }
}

static NO_CHOICES: LazyLock<Choices> = LazyLock::new(Choices::none);

fn open(app: &App, inside: &Inside, file: &str) -> Result<CaseLook, Response> {
    let file = id_of(&inside.shell, file)?;
    let look = app.book.look_to_act(&inside.actor, file, ROOM, KIND);
    look.map_err(|no| say_no(inside.shell.lang, &no))
}

/// Back to the day, for those who have one; else to the case. The way, and the key of its words.
fn back(app: &App, inside: &Inside, file: Id) -> (String, &'static str) {
    if app.book.may_anywhere(&inside.actor, "day.read") {
        ("/day".to_owned(), "nav-day")
    } else {
        (format!("/cases/{file}"), "case-title")
    }
}

fn view<'v>(app: &App, inside: &Inside, look: &CaseLook) -> FormView<'v> {
    let (way, _) = back(app, inside, look.file);
    FormView::new(&FORM, &NO_CHOICES, inside.shell.t()).cancel(&way)
}

/// What is known before anybody types: the first safe way, and by when the next contact is due.
fn before(app: &App, look: &CaseLook) -> Vec<(String, String)> {
    let safe = look.case.registration.safe_contact.as_ref();
    let mode = safe.and_then(|(_, contact)| contact.safe_channel.first().copied());
    let mode = mode.unwrap_or(Channel::InPersonCentre);
    let risk = look.case.risk().unwrap_or(RiskLevel::Urgent);
    let next = next_at_latest(app.book.sop(), risk, app.book.now());
    let mut typed = Vec::new();
    if mode != Channel::NoneContactUnsafe {
        typed.push(("mode".to_owned(), mode.code().to_owned()));
    }
    typed.push(("next_contact_due".to_owned(), next.to_string()));
    typed
}

/// What kind of contact a way makes.
const fn kind_of(mode: Option<Channel>) -> ContactType {
    use Channel as C;
    match mode {
        Some(C::HomeVisit | C::OutreachPoint) => ContactType::Visit,
        Some(C::PhoneCall | C::Hotline | C::ViaTrustedPerson | C::ViaPartner) => ContactType::Call,
        Some(C::Sms | C::MessagingApp | C::Email | C::Letter) => ContactType::Message,
        Some(C::InPersonCentre | C::NoneContactUnsafe) | None => ContactType::Centre,
    }
}

fn page(
    app: &App,
    inside: &Inside,
    look: &CaseLook,
    status: StatusCode,
    view: FormView<'_>,
) -> Response {
    let t = inside.shell.t();
    let whole = Way {
        href: format!("/cases/{}/{ROOM}/{KIND}", look.file),
        words: t.say("contact-whole"),
        hint: t.say("contact-whole-hint"),
    };
    let pieces = vec![Piece::Form(Box::new(view)), Piece::Ways(vec![whole])];
    let known = views::Reach::of(&look.case);
    let mut page = Page::new(&inside.shell, "contact-title").status(status);
    if look.reads() {
        page = page.person(case::strip(app, t, look));
    }
    let (way, words) = back(app, inside, look.file);
    let mut how = Notice::new(Tone::Info, t.say("contact-how")).text(reach(t, &known));
    if let Some(level) = look.case.risk() {
        let day = t.day(next_at_latest(app.book.sop(), level, app.book.now()));
        let level = t.code("risk_level", level.code());
        let words = [("level", level.into()), ("day", day.into())];
        how = how.point(t.say_with("contact-latest", &words));
    }
    page.back(&way, t.say(words))
        .notice(how)
        .show(Sheet { pieces })
}
