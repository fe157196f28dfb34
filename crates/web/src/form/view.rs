//! A whole form on a page.

use askama::Template;
use askama::filters::HtmlSafe;
use forms::{Answers, Choices, Form, Kind, Problem, Problems, as_typed};
use jiff::tz::TimeZone;

use super::draft::Drafting;
use super::field::FieldView;
use super::words::Words;
use crate::i18n::T;
use crate::parts::Notice;

/// A form in the making; a template shows it with `{{ form }}`, and it can be a body itself.
#[derive(Clone, Template)]
#[template(path = "form/form.html")]
pub struct FormView<'a> {
    pub(super) t: T,
    form: &'a Form,
    choices: &'a Choices,
    typed: Vec<(String, String)>,
    wrong: Vec<(&'static str, Problem)>,
    wrong_whole: Vec<Problem>,
    pub(super) notice: Option<Notice>,
    pub(super) drafting: Option<Drafting>,
    /// What stands in it was posted and not carried out.
    unsent: bool,
    action: String,
    button: String,
    is_grave: bool,
    pub(super) cancel: Option<(String, String)>,
    pub(super) command: Option<String>,
    base: Option<String>,
    prefix: String,
    /// Where people are looked up who are like what is typed.
    similar: Option<String>,
    /// Questions that do not concern this person: they are not drawn.
    without: &'static [&'static str],
}

impl HtmlSafe for FormView<'_> {}

/// Questions under one heading.
struct Group<'a> {
    heading: Option<&'a str>,
    fields: Vec<FieldView>,
    /// Seldom needed: it stands folded, unless something in it is answered or wrong.
    folded: bool,
    open: bool,
}

/// The heading of questions that are seldom needed.
const SELDOM: &str = "seldom";

impl<'a> FormView<'a> {
    /// An empty form that posts to its own address under a button that says "Save".
    pub fn new(form: &'a Form, choices: &'a Choices, t: T) -> Self {
        FormView {
            t,
            form,
            choices,
            typed: Vec::new(),
            wrong: Vec::new(),
            wrong_whole: Vec::new(),
            notice: None,
            drafting: None,
            unsent: false,
            action: String::new(),
            button: t.say("forms-save"),
            is_grave: false,
            cancel: None,
            command: None,
            base: None,
            prefix: "f".to_owned(),
            similar: None,
            without: &[],
        }
    }

    /// Filled with stored answers; times in the centre's zone.
    pub fn filled(mut self, answers: &Answers, zone: &TimeZone) -> Self {
        self.typed = as_typed(self.form, answers, zone);
        self
    }

    /// Filled with what was posted, untouched: after a refusal, nothing has to be typed again.
    pub fn typed(mut self, posted: &[(String, String)]) -> Self {
        self.typed = posted.to_vec();
        self
    }

    /// With what is wrong, and with what was typed when it was.
    pub fn with_problems(mut self, problems: &Problems) -> Self {
        self.wrong = problems.fields.clone();
        self.wrong_whole = problems.whole.clone();
        self.unsent = true;
        self.typed(&problems.typed)
    }

    /// With a notice on top, such as a refusal in words; none leaves what stood there.
    pub fn notice(mut self, notice: impl Into<Option<Notice>>) -> Self {
        self.notice = notice.into().or(self.notice);
        self
    }

    /// Where it posts to.
    pub fn action(mut self, action: &str) -> Self {
        action.clone_into(&mut self.action);
        self
    }

    /// What its button says: the key of a message.
    pub fn button(mut self, key: &str) -> Self {
        self.button = self.t.say(key);
        self
    }

    /// The button looks like what it is: hard to take back.
    pub fn grave(mut self) -> Self {
        self.is_grave = true;
        self
    }

    /// A way out beside the button.
    pub fn cancel(mut self, href: &str) -> Self {
        self.cancel = Some((href.to_owned(), self.t.say("forms-cancel")));
        self
    }

    /// The command's id: random, made by the caller when the page is made, and kept when the form
    /// comes back with problems.
    pub fn command(mut self, id: &str) -> Self {
        self.command = Some(id.to_owned());
        self
    }

    /// The version of the file that this page shows.
    pub fn base(mut self, version: &str) -> Self {
        self.base = Some(version.to_owned());
        self
    }

    /// People who are like what is typed are looked up at this address and shown beside the form.
    pub fn similar(mut self, address: &str) -> Self {
        self.similar = Some(address.to_owned());
        self
    }

    /// Leaves out questions that do not concern this person.
    pub fn without(mut self, names: &'static [&'static str]) -> Self {
        self.without = names;
        self
    }

    /// Another beginning for ids, where a page has several forms.
    pub fn prefix(mut self, prefix: &str) -> Self {
        prefix.clone_into(&mut self.prefix);
        self
    }

    fn words(&self) -> Words<'_> {
        Words {
            t: self.t,
            form: self.form,
            choices: self.choices,
        }
    }

    fn values(&self, name: &str) -> Vec<&str> {
        self.typed
            .iter()
            .filter(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
            .collect()
    }

    fn hidden(&self) -> Vec<(&'static str, &str)> {
        let fields = self
            .form
            .fields
            .iter()
            .filter(|field| field.kind == Kind::Hidden);
        fields
            .filter_map(|field| Some((field.name, *self.values(field.name).first()?)))
            .collect()
    }

    fn groups(&self) -> Vec<Group<'a>> {
        let asked: Vec<_> = self
            .form
            .fields
            .iter()
            .filter(|field| field.kind != Kind::Hidden && self.is_drawn(field.name))
            .collect();
        let group = |fields: &[&'a forms::Field]| {
            let heading = fields.first().and_then(|field| field.section);
            Group {
                heading,
                folded: heading == Some(SELDOM),
                open: fields.iter().any(|field| self.is_touched(field.name)),
                fields: fields.iter().map(|field| self.field(field)).collect(),
            }
        };
        asked
            .chunk_by(|one, next| one.section == next.section)
            .map(group)
            .collect()
    }

    /// What does not concern the person is left out, unless it is answered all the same, or wrong.
    fn is_drawn(&self, name: &str) -> bool {
        !self.without.contains(&name) || self.is_touched(name)
    }

    /// Answered, or wrong.
    fn is_touched(&self, name: &str) -> bool {
        let answered = self.values(name).iter().any(|value| !value.is_empty());
        answered || self.wrong.iter().any(|(known, _)| *known == name)
    }

    fn field(&self, field: &forms::Field) -> FieldView {
        let words = self.words();
        let error = self
            .wrong
            .iter()
            .find(|(name, _)| *name == field.name)
            .map(|(_, problem)| words.problem(problem));
        let touched = self.drafting.as_ref().and_then(Drafting::touched);
        FieldView::new(&self.prefix, field, &self.values(field.name), error, &words)
            .focused(touched == Some(field.name))
    }

    /// For the summary: id, label, problem.
    fn wrong_fields(&self) -> Vec<(String, String, String)> {
        let words = self.words();
        let line = |(name, problem): &(&'static str, Problem)| {
            (
                format!("{}-{name}", self.prefix),
                words.label(name),
                words.problem(problem),
            )
        };
        self.wrong.iter().map(line).collect()
    }

    fn is_wrong(&self) -> bool {
        !self.wrong.is_empty() || !self.wrong_whole.is_empty()
    }

    /// The id of the form on its page, for buttons that stand outside of it.
    pub(crate) fn dom_id(&self) -> String {
        format!("{}-form-{}", self.prefix, self.form.id.replace('.', "-"))
    }
}
