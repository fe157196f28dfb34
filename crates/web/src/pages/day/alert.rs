//! An alert that stands with the reader along the duty list: until when, and whose number it was
//! before (`domain.md` 2.0).

use axum::response::Response;
use casebook::OpenAlert;
use casework::reception::escalation::Holder;

use super::{
    section::{Row, Sections, until, waited},
    ways::risk,
};
use crate::pages::{
    alerts::{answer_way, answered_by, nobody_on_duty, take, way},
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
            Holder::Everybody if one.list.is_empty() => {
                let since = waited(t, self.now.timestamp(), one.row.raised_at);
                t.say_with("day-alert-waits", &[("since", since.into())])
            }
            Holder::Everybody => t.say("alert-everybody"),
        };
        let (answer, post) = (answer_way(t, one), take(self.inside, t, one)?);
        let both = answer.is_some() && post.is_some();
        let button = answer.unwrap_or_else(|| (href.clone(), t.say("day-open")));
        Ok(Row {
            hour: None,
            code: code(t, one.row.code.as_ref()),
            name: None,
            risk: (self.app.book.reads_cases(&self.inside.actor))
                .then(|| risk(t, one.row.risk.as_deref())),
            why: t.code("alert_kind", &one.row.kind),
            when,
            late: one.holder == Holder::Everybody,
            know: self.who_answers(one),
            warning: None,
            call: self.who_had_it(one),
            button,
            post,
            both,
            href,
        })
    }

    /// Who answers it, where the reader can only begin; whom to go to, where nobody has duty.
    fn who_answers(&self, one: &OpenAlert) -> Vec<String> {
        let t = self.t();
        if one.holder == Holder::Everybody && one.list.is_empty() {
            return vec![nobody_on_duty(self.app, self.inside, one)];
        }
        let theirs = !one.answers;
        let role = theirs.then(|| answered_by(t, one.row.theme));
        role.into_iter()
            .map(|role| t.say_with("alert-answered-by", &[("role", role.into())]))
            .collect()
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
