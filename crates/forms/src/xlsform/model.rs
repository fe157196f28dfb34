//! A form as it was understood.

use std::collections::{BTreeMap, HashMap};

use super::book::Book;
use super::finding::Findings;
use super::kind::Kind;
use crate::expression::Expr;

/// A form, ready to be asked.
#[derive(Debug, Clone)]
pub struct Form {
    /// What the settings say.
    pub settings: Settings,
    /// The languages of its texts; empty is the one without a name.
    pub languages: Vec<String>,
    /// All questions, groups and repeats in the order of the sheet; the first is the form itself.
    pub questions: Vec<Question>,
    /// The lists of choices and the attached tables.
    pub lists: Vec<List>,
    /// What is worth knowing; a refused form is none.
    pub notices: Findings,
    /// The sheets it was made from.
    pub book: Book,
    pub(crate) by_name: HashMap<String, Vec<usize>>,
    pub(crate) list_ids: HashMap<String, usize>,
    pub(crate) order: Vec<Task>,
}

/// One thing to work out, and of which question; they stand in an order in which each finds done
/// what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// How many instances a repeat has.
    Instances(usize),
    /// Whether it is relevant.
    Relevance(usize),
    /// Its default or its calculation.
    Value(usize),
}

/// The settings of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Its title.
    pub title: String,
    /// Its identifier.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The language that is shown where no other was chosen.
    pub default_language: String,
    /// Other settings, by name.
    pub others: BTreeMap<String, String>,
}

/// A text in several languages, by the language as the form names it.
pub type Texts = BTreeMap<String, String>;

/// An expression, as written and as read.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// As written.
    pub source: String,
    /// As read.
    pub expr: Expr,
    /// Its column, from 0.
    pub column: usize,
    /// What stands above the column.
    pub header: &'static str,
}

/// A question, a group or a repeat.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// Its name.
    pub name: String,
    /// Its names from the top: `group/name`.
    pub path: String,
    /// What is asked.
    pub kind: Kind,
    /// The row that it stands in, from 0.
    pub row: usize,
    /// The group that it stands in.
    pub parent: usize,
    /// Its number among what stands in the group.
    pub place: usize,
    /// What stands in it.
    pub children: Vec<usize>,
    /// The repeats around it, the outermost first; a repeat is around itself.
    pub repeats: Vec<usize>,
    /// What is asked, in words.
    pub label: Texts,
    /// A hint beside it.
    pub hint: Texts,
    /// More help, for the asking person.
    pub guidance: Texts,
    /// What is said when the constraint does not hold.
    pub constraint_message: Texts,
    /// What is said when an answer is missing.
    pub required_message: Texts,
    /// Pictures and sounds, by column.
    pub media: BTreeMap<String, Texts>,
    /// When it is asked at all.
    pub relevant: Option<Formula>,
    /// When it must be answered.
    pub required: Option<Formula>,
    /// What an answer must satisfy.
    pub constraint: Option<Formula>,
    /// How its value is worked out.
    pub calculation: Option<Formula>,
    /// When it can only be read.
    pub readonly: Option<Formula>,
    /// Which choices are offered.
    pub choice_filter: Option<Formula>,
    /// How many instances a repeat has.
    pub repeat_count: Option<Formula>,
    /// Its first answer.
    pub default: FirstAnswer,
    /// The question whose answering sets off the calculation.
    pub trigger: Option<String>,
    /// How it is shown.
    pub appearance: String,
    /// Settings of its kind.
    pub parameters: BTreeMap<String, String>,
    /// Its list of choices.
    pub list: Option<usize>,
    /// The question in a repeat whose answers are its choices.
    pub answers_of: Option<String>,
    /// What the program's rules need to know of it.
    pub binding: Binding,
}

/// The first answer to a question.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum FirstAnswer {
    /// None.
    #[default]
    None,
    /// Always the same.
    Fixed(String),
    /// Worked out when the form is opened.
    Dynamic(Formula),
}

/// The columns `sanad::…`: what binds a question to a typed field, and what every field must
/// declare (`domain.md` section 8, DP1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Binding {
    /// The field of the rules.
    pub field: String,
    /// What the answer is asked for.
    pub purpose: String,
    /// How sensitive it is: L, M or H.
    pub sensitivity: String,
    /// Who may read it.
    pub classes: Vec<String>,
}

/// A list of choices, or a table that lies beside the form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct List {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether its file was found; without it no choice can be checked.
    pub known: bool,
}

/// One choice, or one row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// The choice's name.
    pub name: String,
    /// Its label.
    pub label: Texts,
    /// All cells, as [`List::columns`].
    pub cells: Vec<String>,
}

impl Form {
    /// The question of a path.
    pub fn at_path(&self, path: &str) -> Option<usize> {
        let name = path.rsplit('/').next()?;
        let ids = self.by_name.get(name)?;
        ids.iter()
            .copied()
            .find(|id| self.question(*id).path == path)
    }

    /// A question by its number; the form itself where there is none.
    pub(crate) fn question(&self, id: usize) -> &Question {
        &self.questions[id]
    }

    /// The one question of a name.
    pub(crate) fn named(&self, name: &str) -> Option<usize> {
        match self.by_name.get(name)?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Questions that keep an answer and do not declare purpose, sensitivity and reader classes. A
    /// form with any of them may be read and tried, and not be published.
    pub fn undeclared(&self) -> Vec<&Question> {
        self.questions
            .iter()
            .filter(|question| question.kind.keeps())
            .filter(|question| {
                let binding = &question.binding;
                binding.purpose.is_empty()
                    || binding.sensitivity.is_empty()
                    || binding.classes.is_empty()
            })
            .collect()
    }

    /// The form's own name for a language: as asked, or by its code in brackets (`French (fr)`),
    /// else the form's default.
    pub fn language(&self, wanted: &str) -> &str {
        let code = format!("({})", wanted.to_lowercase());
        let fits = |known: &&String| {
            known.eq_ignore_ascii_case(wanted) || known.to_lowercase().ends_with(&code)
        };
        let default = self.settings.default_language.as_str();
        let known = if wanted.is_empty() {
            None
        } else {
            self.languages.iter().find(fits)
        };
        match known {
            Some(known) => known,
            None if !default.is_empty() => default,
            None => self.languages.first().map_or("", String::as_str),
        }
    }
}

/// A text in a language, or in the form's default, or in any.
pub(crate) fn in_language<'a>(texts: &'a Texts, language: &str, default: &str) -> Option<&'a str> {
    texts
        .get(language)
        .or_else(|| texts.get(default))
        .or_else(|| texts.get(""))
        .or_else(|| texts.values().next())
        .map(String::as_str)
}
