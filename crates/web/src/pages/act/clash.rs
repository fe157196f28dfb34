//! Somebody changed the same part while a form was open.

use axum::{http::StatusCode, response::Response};

use super::Desk;
use crate::{
    App, FormView,
    app::Inside,
    pages::{case, sheet::Piece},
};

impl Desk {
    /// Somebody changed the same part meanwhile: both values, and the newer version to go on from.
    pub(super) fn clash(
        &self,
        app: &App,
        inside: &Inside,
        status: StatusCode,
        view: FormView<'_>,
        typed: &[(String, String)],
    ) -> Response {
        let t = inside.shell.t();
        let which = self.which(typed);
        let mut pieces = vec![Piece::Heading(t.say("clash-theirs"))];
        if let Some(answers) = case::stored(self.action, &self.look, typed) {
            pieces.push(Piece::Facts(crate::read_out(
                &self.action.form,
                &self.choices,
                &answers,
                t,
                &app.zone,
            )));
        }
        pieces.push(Piece::Heading(t.say("clash-yours")));
        let view = match self.base(which) {
            Some(version) => view.base(&version),
            None => view,
        };
        pieces.push(Piece::Form(Box::new(view)));
        self.page(app, inside, status, pieces)
    }
}
