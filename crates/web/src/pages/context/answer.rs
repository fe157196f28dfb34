//! A case answers the context that it inherits: each factor holds, does not, or in another way.

use std::sync::Arc;

use access::context::Context;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use casebook::{CaseLook, No};
use casework::Id;
use forms::{Answers, Choices, Form, check};
use serde_json::{Value, json};

use crate::{
    App, FormView, Page, Posted,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    not_here,
    pages::{act, case::strip, refusal, sheet::Piece},
    rooms::list,
};

/// The lists of the record, one for each answer.
const HOLDS: [&str; 3] = ["applies", "does_not_apply", "applies_differently"];

/// The form.
pub async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((file, id)): Path<(String, String)>,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| {
            let desk = open(app, &inside, &file, &id)?;
            let command = fresh_command(&inside.shell)?;
            let view = desk.view(&inside).command(&command);
            Ok(desk.page(app, &inside, StatusCode::OK, view))
        }))
    })
    .await
}

/// The post.
pub async fn post(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((file, id)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(enter(app, visit).and_then(|inside| keep(app, &inside, &file, &id, &posted)))
    })
    .await
}

/// The profile on a case's desk.
struct Desk {
    look: CaseLook,
    context: Context,
    form: Form,
    choices: Choices,
}

fn open(app: &App, inside: &Inside, file: &str, id: &str) -> Result<Desk, Response> {
    let lang = inside.shell.lang;
    let (file, id) = (id_of(&inside.shell, file)?, id_of(&inside.shell, id)?);
    let look = app
        .book
        .look_to_act(&inside.actor, file, "assessment", "attach_profile")
        .map_err(|no| say_no(lang, &no))?;
    let context = known(app, id).ok_or_else(|| not_here(lang))?;
    Ok(Desk {
        form: questions(&context),
        look,
        context,
        choices: Choices::none(),
    })
}

fn known(app: &App, id: Id) -> Option<Context> {
    let known = app.book.organisation();
    known
        .contexts()
        .find(|known| known.id == id && !known.ended)
        .cloned()
}

/// One question for each factor that the profile names.
fn questions(context: &Context) -> Form {
    let form = Form::new("context.answer")
        .purpose("understand")
        .section("context-answer");
    let factors = context.current().map(|said| said.factors.as_slice());
    let form = factors
        .unwrap_or_default()
        .iter()
        .fold(form, |form, known| {
            form.code(known.code.code(), list!(ContextAnswer))
                .required()
        });
    form.section("context-words")
        .long_text("text", 4000)
        .medium()
}

impl Desk {
    fn home(&self) -> String {
        format!("/cases/{}/picture", self.look.file)
    }

    fn view(&self, inside: &Inside) -> FormView<'_> {
        FormView::new(&self.form, &self.choices, inside.shell.t()).cancel(&self.home())
    }

    fn page(&self, app: &App, inside: &Inside, status: StatusCode, view: FormView<'_>) -> Response {
        let t = inside.shell.t();
        let place = self.context.current().map(|said| said.place.clone());
        let words = [("place", place.unwrap_or_default().into())];
        Page::new(&inside.shell, "context-answer-title")
            .titled(t.say_with("context-answer-of", &words))
            .lead(t.say("context-answer-lead"))
            .status(status)
            .back(&self.home(), t.say("picture-title"))
            .person(strip(app, t, &self.look))
            .sheet(vec![Piece::Form(Box::new(view))])
    }

    /// The answers as the record that a case keeps; the casebook adds what the profile says.
    fn record(&self, answers: &Answers) -> Option<Answers> {
        let said = self.context.current()?;
        let mut record = json!({"context": self.context.id, "level": said.level, "place": said.place,
            "valid_from": said.valid_from, "source": said.sources});
        for holds in HOLDS {
            let codes = said.factors.iter().map(|known| known.code.code());
            let here: Vec<&str> = codes
                .filter(|code| answers.get(*code).and_then(Value::as_str) == Some(holds))
                .collect();
            record[holds] = json!(here);
        }
        if let Some(text) = answers.get("text") {
            record["text"] = text.clone();
        }
        match record {
            Value::Object(record) => Some(record),
            _ => None,
        }
    }
}

fn keep(
    app: &App,
    inside: &Inside,
    file: &str,
    id: &str,
    posted: &Posted,
) -> Result<Response, Response> {
    let desk = open(app, inside, file, id)?;
    let lang = inside.shell.lang;
    let bad = || crate::refused(lang, StatusCode::BAD_REQUEST);
    let command: Id = posted
        .command()
        .and_then(|text| text.parse().ok())
        .ok_or_else(bad)?;
    let again = |view: FormView<'_>| {
        let view = view.command(&command.to_string());
        desk.page(app, inside, StatusCode::UNPROCESSABLE_ENTITY, view)
    };
    let answers = match check(&desk.form, &desk.choices, &posted.0, &app.now()) {
        Ok(answers) => answers,
        Err(problems) => return Ok(again(desk.view(inside).with_problems(&problems))),
    };
    let record = desk.record(&answers).ok_or_else(bad)?;
    let file = Some(desk.look.file);
    let kind = "attach_profile";
    let order = act::command(command, file, "assessment", kind, record, posted);
    let order = order.map_err(|_| bad())?;
    match app.book.carry_out(&inside.actor, &order) {
        Ok(_) => Ok(to(&desk.home())),
        Err(No::Refused(refused)) => {
            let t = inside.shell.t();
            let problems = refusal::beside(t, &desk.form, &refused, &posted.0, None);
            let view = desk.view(inside).with_problems(&problems);
            let notice = refusal::notice(t, &desk.form, &refused, None);
            Ok(again(view.notice(notice)))
        }
        Err(no) => Err(say_no(lang, &no)),
    }
}
