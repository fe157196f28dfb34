//! An alert that stands with the reader along the duty list: until when, and whose number it was
//! before (`domain.md` 2.0).

use axum::response::Response;
use casebook::OpenAlert;
use casework::reception::escalation::Holder;

use super::section::{Row, Sections, until};
use crate::pages::{
    alerts::{take, way},
    lists::code,
};

impl Sections<'_> {
    /// Its row, with the button that takes it.
    pub(super) fn alert(&self, one: &OpenAlert) -> Result<Row, Response> {
        let t = self.t();
        let href = way(one);
        let when = match one.holder {
            Holder::Taken(_) => t.say("day-alert-taken"),
            Holder::Turn { until: at, .. } => {
                let when = until(t, self.now.timestamp(), at);
                t.say_with("day-alert-passes", &[("when", when.into())])
            }
            Holder::Everybody => t.say("alert-everybody"),
        };
        let words = match one.answers {
            true => t.say("do-reception-answer_alert"),
            false => t.say("day-open"),
        };
        Ok(Row {
            hour: None,
            code: code(t, one.row.code.as_ref()),
            name: None,
            risk: None,
            why: t.code("alert_kind", &one.row.kind),
            when,
            late: one.holder == Holder::Everybody,
            know: Vec::new(),
            warning: None,
            call: self.who_had_it(one),
            button: (href.clone(), words),
            post: take(self.inside, t, one)?,
            href,
        })
    }

    /// Whose turn it was before, and their number.
    fn who_had_it(&self, one: &OpenAlert) -> Option<(String, String)> {
        let Holder::Turn { before, .. } = one.holder else {
            return None;
        };
        let before = before?;
        let phone = one.phone(before)?;
        let known = self.app.book.organisation();
        let name = known.name(before).unwrap_or_default();
        let words = [("name", name.into()), ("phone", phone.into())];
        let words = self.t().say_with("day-alert-before", &words);
        Some((format!("tel:{phone}"), words))
    }
}
