//! One question as it stands on the page.

use askama::Template;
use askama::filters::HtmlSafe;
use forms::{Field, Kind};

use super::control::{Choice, Control, Options};
use super::words::Words;
use crate::i18n::T;

/// More options than this stand in two columns, unless one of them is a sentence.
const MANY_IN_COLUMNS: usize = 5;
const LONGEST_IN_COLUMNS: usize = 60;
const MANY_IN_A_WALL: usize = 20;
const SHORT_ON_AVERAGE: usize = 13;

/// A question, its control, and everything that is said about it.
#[derive(Template)]
#[template(path = "form/field.html")]
pub(crate) struct FieldView {
    t: T,
    id: String,
    name: &'static str,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    condition: Option<String>,
    when: Option<(&'static str, String)>,
    required: bool,
    typed: String,
    control: Control,
    /// Short answers of one word or mark stand side by side where there is room.
    in_a_row: bool,
    focused: bool,
}

impl HtmlSafe for FieldView {}

impl FieldView {
    pub fn new(
        prefix: &str,
        field: &Field,
        typed: &[&str],
        error: Option<String>,
        words: &Words<'_>,
    ) -> Self {
        FieldView {
            t: words.t,
            id: format!("{prefix}-{}", field.name),
            name: field.name,
            label: words.label(field.name),
            hint: words.hint(field.name),
            error,
            condition: words.condition(field),
            when: field
                .only_when
                .map(|(other, values)| (other, values.join(" "))),
            required: field.required && !matches!(field.kind, Kind::Hidden),
            typed: typed
                .first()
                .map_or_else(String::new, |typed| (*typed).to_owned()),
            control: Control::of(field, typed, words),
            in_a_row: matches!(field.kind, Kind::YesNo | Kind::YesNoOr | Kind::Score { .. }),
            focused: false,
        }
    }

    /// The cursor goes here when the page opens.
    pub fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// Of several options, the one that was chosen has the cursor, or else the first.
    fn has_focus(&self, choices: &[Choice], place: &usize) -> bool {
        let chosen = choices.iter().position(|choice| choice.chosen);
        self.focused && chosen.unwrap_or(0) == *place
    }

    /// The ids of what is said about the question, for `aria-describedby`.
    fn described(&self) -> String {
        let said = [
            ("if", self.condition.is_some()),
            ("hint", self.hint.is_some()),
            ("error", self.error.is_some()),
        ];
        let ids: Vec<String> = said
            .iter()
            .filter(|(_, is)| *is)
            .map(|(what, _)| format!("{}-{what}", self.id))
            .collect();
        ids.join(" ")
    }

    /// The first option carries the question's own id, so that the summary of problems leads to it.
    fn option_id(&self, place: &usize) -> String {
        if *place == 0 {
            self.id.clone()
        } else {
            format!("{}-{}", self.id, place + 1)
        }
    }

    /// A folded list begins with an invitation to choose, unless it ends with "leave empty".
    fn lacks_blank(options: &Options) -> bool {
        (options.all.iter()).all(|choice| !choice.value.is_empty())
    }

    /// Lists after the first stay folded until one of them is needed.
    fn needs_several(lists: &[Options]) -> bool {
        let chosen = |options: &Options| {
            let mut all = options.often.iter().chain(&options.all);
            all.any(|choice| choice.chosen)
        };
        lists.iter().skip(1).any(chosen)
    }

    /// Many options stand in columns; very many short ones, as countries, in a wall of them.
    fn laid_out(choices: &[Choice]) -> &'static str {
        let short = choices
            .iter()
            .all(|choice| choice.label.chars().count() <= LONGEST_IN_COLUMNS);
        let letters: usize = choices
            .iter()
            .map(|choice| choice.label.chars().count())
            .sum();
        if choices.len() > MANY_IN_A_WALL && letters <= choices.len() * SHORT_ON_AVERAGE {
            " options-wall"
        } else if choices.len() > MANY_IN_COLUMNS && short {
            " options-many"
        } else {
            ""
        }
    }

    fn is_first_apart(choices: &[Choice], place: &usize) -> bool {
        choices.iter().position(|choice| choice.apart) == Some(*place) && *place > 0
    }
}
