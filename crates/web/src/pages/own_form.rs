//! A form that belongs to no case of the reader's: shown, posted, shown again with what is wrong.

use axum::{http::StatusCode, response::Response};
use casebook::No;
use casework::{Id, Refusal, refusal::Why};
use forms::{Answers, Choices, check};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{refusal, sheet::Piece};
use crate::{
    App, FormView, Page, Posted,
    app::{Inside, fresh_command, say_no, to},
    drafting,
    rooms::Action,
};

/// A form with its options, and the way out.
pub struct OwnForm {
    pub action: &'static Action,
    pub choices: Choices,
    pub cancel: String,
}

/// What was posted, read: the command's id, when it happened, the answers.
pub struct Asked {
    pub command: Id,
    pub happened: Option<Timestamp>,
    pub answers: Answers,
}

impl OwnForm {
    fn view(&self, inside: &Inside) -> FormView<'_> {
        let view = FormView::new(&self.action.form, &self.choices, inside.shell.t());
        view.cancel(&self.cancel).keeping()
    }

    fn page(&self, inside: &Inside, status: StatusCode, view: FormView<'_>) -> Response {
        Page::new(&inside.shell, &self.action.title_key())
            .status(status)
            .back(&self.cancel, inside.shell.t().say("forms-cancel"))
            .sheet(vec![Piece::Form(Box::new(view))])
    }

    /// The form to fill, begun with what stands in the address, or as it was left.
    ///
    /// # Errors
    /// When the operating system gives no random bytes, or the ledger cannot be read.
    pub fn fresh(
        &self,
        app: &App,
        inside: &Inside,
        begun: &[(String, String)],
    ) -> Result<FormView<'_>, Response> {
        if let Some(draft) = drafting::begun(app, inside)? {
            return Ok(self.view(inside).begun(&draft, &app.zone));
        }
        let command = fresh_command(&inside.shell)?;
        Ok(self.view(inside).typed(begun).command(&command))
    }

    /// That form on a page of its own.
    ///
    /// # Errors
    /// When the operating system gives no random bytes, or the ledger cannot be read.
    pub fn shown(
        &self,
        app: &App,
        inside: &Inside,
        begun: &[(String, String)],
    ) -> Result<Response, Response> {
        let view = self.fresh(app, inside, begun)?;
        Ok(self.page(inside, StatusCode::OK, view))
    }

    /// Carries out what was posted and goes on to the address that `work` gives, or shows the form
    /// again with what is wrong.
    ///
    /// # Errors
    /// The answer to everything that no form can show.
    pub fn answered(
        &self,
        app: &App,
        inside: &Inside,
        posted: &Posted,
        work: impl FnOnce(Asked) -> Result<String, No>,
    ) -> Result<Response, Response> {
        Ok(match self.post(app, inside, posted, work)? {
            Ok(next) => to(&next),
            Err(view) => self.page(inside, StatusCode::UNPROCESSABLE_ENTITY, *view),
        })
    }

    /// Carries out what was posted, for pages with more than the form; `Err` within `Ok` is the form
    /// again, with what is wrong.
    ///
    /// # Errors
    /// The answer to everything that no form can show.
    pub fn post<D>(
        &self,
        app: &App,
        inside: &Inside,
        posted: &Posted,
        work: impl FnOnce(Asked) -> Result<D, No>,
    ) -> Result<Result<D, Box<FormView<'_>>>, Response> {
        let lang = inside.shell.lang;
        let command = posted.command().and_then(|text| text.parse::<Id>().ok());
        let Some(command) = command else {
            return Err(crate::refused(lang, StatusCode::BAD_REQUEST));
        };
        let mut answers = match check(&self.action.form, &self.choices, &posted.0, &app.now()) {
            Ok(answers) => answers,
            Err(problems) => {
                let view = self.view(inside).with_problems(&problems);
                return Ok(Err(Box::new(view.command(&command.to_string()))));
            }
        };
        let happened = match answers.remove("happened") {
            Some(Value::String(text)) => text.parse::<Timestamp>().ok(),
            _ => None,
        };
        let asked = Asked {
            command,
            happened,
            answers,
        };
        match work(asked) {
            Ok(done) => Ok(Ok(done)),
            Err(No::Refused(refused)) => {
                let t = inside.shell.t();
                let problems = refusal::beside(t, &self.action.form, &refused, &posted.0, None);
                let view = self.view(inside).with_problems(&problems);
                let view = view.notice(refusal::notice(t, &self.action.form, &refused, None));
                Ok(Err(Box::new(view.command(&command.to_string()))))
            }
            Err(no) => Err(say_no(lang, &no)),
        }
    }
}

/// The answers as the record that the rules take.
///
/// # Errors
/// A refusal, when form and rules disagree; a test over all forms keeps it from happening.
pub fn read<A: DeserializeOwned>(answers: Answers) -> Result<A, No> {
    serde_json::from_value(Value::Object(answers)).map_err(|problem| {
        tracing::error!(
            line = problem.line(),
            "a form's answers do not read into its record"
        );
        Refusal::new(Why::NotAllowed).into()
    })
}
