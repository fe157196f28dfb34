//! A form on paper: its questions, with boxes to tick and lines to write on.

use askama::Template;
use askama::filters::HtmlSafe;
use forms::{Choices, Field, Form, Kind};

use super::control::{Choice, Control};
use super::words::Words;
use crate::i18n::T;

/// More options than this, such as all countries, are a line to write on.
const MOST_BOXES: usize = 40;

/// An empty form to print.
#[derive(Template)]
#[template(path = "form/blank.html")]
pub(crate) struct Blank {
    t: T,
    sections: Vec<(Option<String>, Vec<Question>)>,
}

impl HtmlSafe for Blank {}

struct Question {
    label: String,
    required: bool,
    condition: Option<String>,
    hint: Option<String>,
    room: Room,
}

/// Room for an answer.
enum Room {
    Boxes(Vec<String>),
    Lines(usize),
}

impl Blank {
    /// The form in a language. Options that depend on a case are lines to write on.
    pub fn of(form: &Form, t: T) -> Self {
        let choices = Choices::none();
        let words = Words {
            t,
            form,
            choices: &choices,
        };
        let asked: Vec<&Field> = form
            .fields
            .iter()
            .filter(|field| field.kind != Kind::Hidden)
            .collect();
        let sections = asked.chunk_by(|one, next| one.section == next.section);
        let sections = sections.map(|fields| {
            let heading = fields.first().and_then(|field| field.section);
            let questions = fields.iter().map(|field| Question::of(field, &words));
            (heading.map(|key| words.section(key)), questions.collect())
        });
        Self {
            t,
            sections: sections.collect(),
        }
    }
}

impl Question {
    fn of(field: &Field, words: &Words<'_>) -> Self {
        Self {
            label: words.label(field.name),
            required: field.required,
            condition: words.condition(field),
            hint: words.hint(field.name),
            room: Room::of(field, words),
        }
    }
}

impl Room {
    fn of(field: &Field, words: &Words<'_>) -> Self {
        match Control::of(field, &[], words) {
            Control::Radios(choices) | Control::Checks(choices) => boxes(choices),
            Control::Select(options) => boxes(options.all),
            Control::Selects(_) => Self::Lines(1),
            Control::Tick { .. } => Self::Boxes(vec![words.t.say("answer-yes")]),
            Control::Long { rows, .. } => Self::Lines(rows + 1),
            Control::Line(_) => Self::Lines(1),
        }
    }
}

fn boxes(choices: Vec<Choice>) -> Room {
    let written = choices
        .into_iter()
        .filter(|choice| !choice.value.is_empty());
    let labels: Vec<String> = written.map(|choice| choice.label).collect();
    if labels.is_empty() || labels.len() > MOST_BOXES {
        Room::Lines(1)
    } else {
        Room::Boxes(labels)
    }
}
