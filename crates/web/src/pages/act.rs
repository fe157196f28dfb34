//! Doing something on a case: one form for each kind of command, and its post.

mod approving;
mod clash;
mod command;

pub use command::{Unread, command};

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use casebook::{CaseLook, Command, Done, Draft, No};
use casework::{
    Id,
    refusal::{Refusal, Why},
};
use forms::{Choices, Problem, Problems, check};

use super::{case, overview, refusal, registering, sheet::Piece};
use crate::{
    App, FormView, Page, Posted,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    drafting, not_here,
    rooms::{self, Action, choices, place_of},
};

type Parts = Path<(String, String, String)>;

/// The form.
pub async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((file, room, kind)): Parts,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| form(app, &inside, &file, &room, &kind)))
    })
    .await
}

fn form(
    app: &App,
    inside: &Inside,
    file: &str,
    room: &str,
    kind: &str,
) -> Result<Response, Response> {
    let desk = open(app, inside, file, room, kind, &inside.query)?;
    let command = fresh_command(&inside.shell)?;
    let which = desk.which(&inside.query);
    let base = desk.base(which);
    let mut view = desk.view(app, inside).command(&command);
    if let Some(base) = &base {
        view = view.base(base);
    }
    if let Some(draft) = drafting::begun(app, inside)? {
        return Ok(desk.go_on(app, inside, &draft, base.as_deref()));
    }
    view = match case::stored(desk.action, &desk.look, &inside.query) {
        Some(answers) => view.filled(&answers, &app.zone),
        None => view.typed(&desk.begins_with(app, inside)),
    };
    Ok(desk.first(app, inside, view))
}

/// The post.
pub async fn act(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((file, room, kind)): Parts,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(
            enter(app, visit).and_then(|inside| carry(app, &inside, &file, &room, &kind, &posted)),
        )
    })
    .await
}

fn carry(
    app: &App,
    inside: &Inside,
    file: &str,
    room: &str,
    kind: &str,
    posted: &Posted,
) -> Result<Response, Response> {
    if let Some(answer) = came_again(app, inside, file, room, kind, posted) {
        return answer;
    }
    let desk = open(app, inside, file, room, kind, &posted.0)?;
    let Some(id) = posted.command().and_then(|text| text.parse::<Id>().ok()) else {
        return Err(crate::refused(inside.shell.lang, StatusCode::BAD_REQUEST));
    };
    let again = |status, view: FormView<'_>| {
        let mut view = view.command(&id.to_string());
        if let Some(base) = posted.base() {
            view = view.base(base);
        }
        desk.page(app, inside, status, vec![Piece::Form(Box::new(view))])
    };
    let answers = match check(&desk.action.form, &desk.choices, &posted.0, &app.now()) {
        Ok(answers) => answers,
        Err(problems) => {
            return Ok(again(
                StatusCode::UNPROCESSABLE_ENTITY,
                desk.view(app, inside).with_problems(&problems),
            ));
        }
    };
    let command = match command(id, Some(desk.look.file), room, kind, answers, posted) {
        Ok(command) => desk.on_base(command, posted),
        Err(Unread) => {
            let problems = Problems::none(&posted.0).on_whole();
            return Ok(again(
                StatusCode::UNPROCESSABLE_ENTITY,
                desk.view(app, inside).with_problems(&problems),
            ));
        }
    };
    match app.book.carry_out(&inside.actor, &command) {
        Ok(done) => Ok(after(app, inside, &done, room, kind)),
        Err(No::Refused(refused)) => {
            let clash = refused.why == Why::ChangedSince;
            let status = if clash {
                StatusCode::CONFLICT
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            let view = desk.refused(app, inside, &refused, posted);
            let view = view.command(&id.to_string());
            if clash {
                return Ok(desk.clash(app, inside, StatusCode::CONFLICT, view, &posted.0));
            }
            Ok(again(status, view))
        }
        Err(no) => Err(say_no(inside.shell.lang, &no)),
    }
}

/// A post that was carried out before finds the case as it left it: what it chose may be no option
/// any more, and the file may be gone. It is answered as the first time.
fn came_again(
    app: &App,
    inside: &Inside,
    file: &str,
    room: &str,
    kind: &str,
    posted: &Posted,
) -> Option<Result<Response, Response>> {
    let id: Id = posted.command()?.parse().ok()?;
    if !app.book.was_carried_out(id).ok()? {
        return None;
    }
    let form = &rooms::action(room, kind)?.form;
    let as_posted = posted.0.iter().fold(Choices::none(), |choices, (name, _)| {
        let values = posted.0.iter().filter(|(known, _)| known == name);
        let options = values.map(|(_, value)| (value.trim(), ""));
        match form.field(name) {
            Some(field) => choices.with(field.name, options),
            None => choices,
        }
    });
    let answers = check(form, &as_posted, &posted.0, &app.now()).ok()?;
    let file = file.parse().ok()?;
    let command = command(id, Some(file), room, kind, answers, posted).ok()?;
    match app.book.carry_out(&inside.actor, &command) {
        Ok(done) => Some(Ok(after(app, inside, &done, room, kind))),
        // Another body or somebody else: first of all, who may do this here at all?
        Err(No::IdTaken) => None,
        Err(no) => Some(Err(say_no(inside.shell.lang, &no))),
    }
}

/// Where one goes after something was done. The desk goes back to its list.
fn after(app: &App, inside: &Inside, done: &Done, room: &str, kind: &str) -> Response {
    if done.forgotten {
        return to("/reception?done=forgotten");
    }
    let home = if kind == "take_alert" {
        ALERTS.to_owned()
    } else if room == "approval" && kind != "submit" {
        APPROVALS.to_owned()
    } else if kind == "complete_registration" {
        format!("/cases/{}", done.file)
    } else if app.book.may_anywhere(&inside.actor, "case.list") {
        home_of(done.file, room)
    } else if app.book.may_anywhere(&inside.actor, "alert.list") {
        ALERTS.to_owned()
    } else {
        desk_of(done.file)
    };
    to(&format!("{home}?done={room}-{kind}"))
}

/// Where those go back to who answer alerts and read no case.
const ALERTS: &str = "/alerts";

/// Where those go back to who answer one request after the other.
const APPROVALS: &str = "/approvals";

/// Where the desk adds to a file that it does not read.
fn desk_of(file: Id) -> String {
    format!("/reception/{file}")
}

/// Where a room's work stands: its place, or the case itself for what belongs to several places.
fn home_of(file: Id, room: &str) -> String {
    match place_of(room) {
        "" => format!("/cases/{file}"),
        place => format!("/cases/{file}/{place}"),
    }
}

/// A form on a desk: the action, the case, the options.
struct Desk {
    action: &'static Action,
    look: CaseLook,
    choices: Choices,
}

fn open(
    app: &App,
    inside: &Inside,
    file: &str,
    room: &str,
    kind: &str,
    asked: &[(String, String)],
) -> Result<Desk, Response> {
    let lang = inside.shell.lang;
    let action = rooms::action(room, kind).ok_or_else(|| not_here(lang))?;
    let file = id_of(&inside.shell, file)?;
    let look = app
        .book
        .look_to_act(&inside.actor, file, room, kind)
        .map_err(|no| say_no(lang, &no))?;
    let choices = choices(
        app,
        inside.shell.t(),
        &action.form,
        Some(&look),
        inside.actor.by.centre,
    );
    let choices = rooms::narrowed(choices, &action.form, &look, asked);
    Ok(Desk {
        action,
        look,
        choices,
    })
}

impl Desk {
    /// The form as it opens; of an approval, with what is new above it and the work below it.
    fn first(&self, app: &App, inside: &Inside, view: FormView<'_>) -> Response {
        let approval = self.action.room == "approval";
        let mut pieces = match approval {
            true => overview::what_changed(inside, &self.look, &inside.query),
            false => Vec::new(),
        };
        pieces.splice(0..0, self.cannot_yet(app, inside));
        pieces.push(Piece::Form(Box::new(view)));
        if approval {
            let shown = overview::what_waits(app, inside, &self.look, &inside.query);
            pieces.extend(shown);
        }
        self.page(app, inside, StatusCode::OK, pieces)
    }

    /// The form as it was left. Where somebody changed the same part since, both values are shown.
    fn go_on(&self, app: &App, inside: &Inside, draft: &Draft, base: Option<&str>) -> Response {
        let view = self.view(app, inside).begun(draft, &app.zone);
        match base {
            Some(base) if draft.typed.base.as_deref() == Some(base) => {
                self.first(app, inside, view.base(base))
            }
            Some(_) => self.clash(app, inside, StatusCode::OK, view, &draft.typed.fields),
            None => self.first(app, inside, view),
        }
    }

    /// Which of several it is about, for an action that replaces one of them.
    fn which<'p>(&self, pairs: &'p [(String, String)]) -> Option<&'p str> {
        let field = self.action.each?;
        let found = pairs.iter().find(|(name, _)| name == field);
        found.map(|(_, value)| value.as_str())
    }

    /// The version that a page shows; of one of several, together with which.
    fn base(&self, which: Option<&str>) -> Option<String> {
        let version = |part: &str| self.look.case.part_version(part);
        match self.action.each {
            Some(_) => which.map(|part| format!("{part}:{}", version(part))),
            None => self.action.part.map(|part| version(part).to_string()),
        }
    }

    /// A page shows one of several: about the others it knew nothing, as if they were not there.
    fn on_base(&self, mut command: Command, posted: &Posted) -> Command {
        if self.action.each.is_some() {
            let base = posted.base().and_then(|base| base.split_once(':'));
            let shown = base.filter(|(part, _)| self.which(&posted.0) == Some(part));
            command.base = shown.map_or(Some(0), |(_, version)| version.parse().ok());
        }
        command
    }

    /// Whether the form comes with what was said before, and nothing stands in its place.
    fn is_begun_for_them(&self, app: &App, inside: &Inside) -> bool {
        let said = |known: &[(String, String)]| known.iter().any(|(name, _)| name != "scope");
        let known = registering::known(app, inside, &self.look, self.action);
        self.action.kind != "take_case"
            && said(&known)
            && case::stored(self.action, &self.look, &inside.query).is_none()
    }

    /// What an empty form holds: what its address says, and what is known already.
    fn begins_with(&self, app: &App, inside: &Inside) -> Vec<(String, String)> {
        let mut all = inside.query.clone();
        let known = registering::known(app, inside, &self.look, self.action);
        let asked = |name: &str| inside.asked(name).is_some();
        all.extend(known.into_iter().filter(|(name, _)| !asked(name)));
        all
    }

    /// The form as it comes back: what is wrong, and of an approval the way to send it back.
    fn refused(
        &self,
        app: &App,
        inside: &Inside,
        refused: &Refusal,
        posted: &Posted,
    ) -> FormView<'_> {
        let (t, form) = (inside.shell.t(), &self.action.form);
        let known = app.book.organisation();
        let whom = refused.whom.and_then(|partner| known.name(partner));
        let problems = refusal::beside(t, form, refused, &posted.0, whom);
        let mut told = refusal::notice(t, form, refused, whom);
        drop(known);
        if let Some((href, words)) = self.way_back(app, inside, &posted.0) {
            let notice = told.unwrap_or_else(|| refusal::bare(t));
            told = Some(notice.link(&href, words));
        }
        (self.view(app, inside))
            .with_problems(&problems)
            .notice(told)
    }

    fn view(&self, app: &App, inside: &Inside) -> FormView<'_> {
        let view = FormView::new(&self.action.form, &self.choices, inside.shell.t())
            .without(registering::not_asked(app, &self.look, self.action));
        let mut view = view.cancel(&self.home(app)).keeping();
        if self.action.kind == "record_identity" {
            view = view.similar(&format!("/cases/{}/similar", self.look.file));
        }
        if self.action.grave {
            view.grave()
        } else {
            view
        }
    }

    fn page(
        &self,
        app: &App,
        inside: &Inside,
        status: StatusCode,
        mut pieces: Vec<Piece<'_>>,
    ) -> Response {
        let t = inside.shell.t();
        let before = registering::before(app, inside, &self.look, self.action);
        pieces.splice(0..0, before);
        let mut page = Page::new(&inside.shell, &self.action.title_key()).status(status);
        let home = match place_of(self.action.room) {
            _ if !self.look.reads() && self.home(app) == ALERTS => t.say("nav-alerts"),
            _ if !self.look.reads() => t.say("nav-reception"),
            "" => t.say("case-title"),
            place => t.say(&format!("place-{place}")),
        };
        if self.look.reads() {
            page = page.person(case::strip(app, t, &self.look));
        }
        if status == StatusCode::OK && self.is_begun_for_them(app, inside) {
            page = page.lead(t.say("form-filled-before"));
        }
        page.back(&self.home(app), home).sheet(pieces)
    }

    /// Where one comes from and goes back to.
    fn home(&self, app: &App) -> String {
        if self.look.reads() {
            home_of(self.look.file, self.action.room)
        } else if app.book.may_anywhere(&self.look.reader, "alert.list") {
            ALERTS.to_owned()
        } else {
            desk_of(self.look.file)
        }
    }
}

/// Problems that concern no single field.
trait OnWhole {
    fn on_whole(self) -> Self;
}

impl OnWhole for Problems {
    fn on_whole(mut self) -> Self {
        self.whole.push(Problem::UnknownField);
        self
    }
}
