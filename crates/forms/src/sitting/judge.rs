//! What is wrong with the answers.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Sitting, typed};
use crate::expression::{Evaluation, Node, Stopped, World};
use crate::xlsform::{Kind, Question, Row, Texts, in_language};

/// Why an answer cannot stay as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrongness {
    /// There is no such question.
    Unknown,
    /// It is no answer of that kind: no date, no number, no point.
    Kind,
    /// It is not among the choices that are offered.
    Choice,
    /// It is missing.
    Missing,
    /// The constraint does not hold.
    Constraint,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The question's path, with the numbers of instances.
    pub path: String,
    /// What is wrong.
    pub what: Wrongness,
    /// What the form itself says of it, in the reader's language.
    pub message: Option<String>,
}

impl Sitting<'_> {
    /// All that is wrong, in the order of the form. Irrelevant answers are never wrong.
    ///
    /// # Errors
    ///
    /// When judging takes too long.
    pub fn wrongs(&self) -> Result<Vec<Wrong>, Stopped> {
        let mut wrongs = self.unknown.clone();
        let told: HashSet<String> = wrongs.iter().map(|wrong| wrong.path.clone()).collect();
        for at in self.in_order() {
            let spot = self.spot(at);
            let question = self.form.question(spot.of);
            if !spot.relevant || !question.kind.asks() {
                continue;
            }
            if let Some((what, texts)) = self.wrong(question, at)?
                && !told.contains(&self.path(at))
            {
                let message = texts.and_then(|texts| self.worded_text(texts, at));
                wrongs.push(Wrong {
                    path: self.path(at),
                    what,
                    message,
                });
            }
        }
        Ok(wrongs)
    }

    fn wrong<'q>(
        &self,
        question: &'q Question,
        at: u32,
    ) -> Result<Option<(Wrongness, Option<&'q Texts>)>, Stopped> {
        let text = &self.spot(at).value;
        if text.is_empty() {
            let missing = match &question.required {
                Some(formula) => self.evaluate(formula, at)?.truth(self),
                None => false,
            };
            return Ok(missing.then_some((Wrongness::Missing, Some(&question.required_message))));
        }
        if !typed::fits(question, text) {
            return Ok(Some((Wrongness::Kind, None)));
        }
        if question.kind.chooses() && !self.is_offered(question, at, text)? {
            return Ok(Some((Wrongness::Choice, None)));
        }
        let holds = match &question.constraint {
            Some(formula) => self.evaluate(formula, at)?.truth(self),
            None => true,
        };
        Ok((!holds).then_some((Wrongness::Constraint, Some(&question.constraint_message))))
    }

    fn is_offered(&self, question: &Question, at: u32, text: &str) -> Result<bool, Stopped> {
        let list = question.list.and_then(|id| self.form.lists.get(id));
        let known = list.is_some_and(|list| list.known);
        if !known && question.answers_of.is_none() {
            return Ok(true);
        }
        let offered = self.choices(at)?;
        let names: HashSet<&str> = offered.iter().map(|row| row.name.as_str()).collect();
        if question.kind == Kind::SelectOne {
            return Ok(names.contains(text));
        }
        let mut seen = HashSet::new();
        let fits = text
            .split_whitespace()
            .all(|one| names.contains(one) && seen.insert(one));
        Ok(fits && (question.kind != Kind::Rank || seen.len() == names.len()))
    }

    /// The choices that are offered in a place, after its filter.
    fn choices(&self, at: u32) -> Result<Vec<Cow<'_, Row>>, Stopped> {
        let question = self.form.question(self.spot(at).of);
        if let Some(name) = &question.answers_of {
            return self.answers_of(name, question, at);
        }
        let Some(list) = question.list.and_then(|id| self.form.lists.get(id)) else {
            return Ok(Vec::new());
        };
        let Some(filter) = &question.choice_filter else {
            return Ok(list.rows.iter().map(Cow::Borrowed).collect());
        };
        let id = u32::try_from(question.list.unwrap_or(0)).unwrap_or(0);
        let evaluation = Evaluation::new(self, Node::Answer(at), &self.steps);
        let mut offered = Vec::new();
        for (row, index) in list.rows.iter().zip(0u32..) {
            let value = evaluation.value_in(&filter.expr, Node::Item(id, index))?;
            // The choice that `or_other` adds has no columns to be filtered by.
            let added = row.name == "other"
                && row
                    .cells
                    .iter()
                    .all(|cell| cell.is_empty() || cell == "other");
            if added || value.truth(self) {
                offered.push(Cow::Borrowed(row));
            }
        }
        Ok(offered)
    }

    /// What was answered to a question in the instances of its repeat, each once; the filter is asked
    /// from within each instance.
    fn answers_of(
        &self,
        name: &str,
        question: &Question,
        at: u32,
    ) -> Result<Vec<Cow<'_, Row>>, Stopped> {
        let Some(answered) = self.form.named(name) else {
            return Ok(Vec::new());
        };
        let repeat = self.form.question(answered).repeats.last().copied();
        let mut seen = HashSet::new();
        let mut offered = Vec::new();
        for instance in self.all_instances(repeat.unwrap_or_default(), at) {
            let of = Node::Answer(instance);
            let holds = match &question.choice_filter {
                Some(filter) => {
                    let evaluation = Evaluation::new(self, of, &self.steps);
                    evaluation.value(&filter.expr)?.truth(self)
                }
                None => true,
            };
            let answers = self.reference(name, of).into_iter();
            for node in answers.filter(|node| holds && self.counts(*node)) {
                let text = self.text(node).into_owned();
                if !text.is_empty() && seen.insert(text.clone()) {
                    offered.push(Cow::Owned(Row {
                        label: [(String::new(), text.clone())].into(),
                        name: text,
                        cells: Vec::new(),
                    }));
                }
            }
        }
        Ok(offered)
    }

    /// The names and labels of the choices that a question offers, by its path.
    ///
    /// # Errors
    ///
    /// When filtering takes too long.
    pub fn offered(&self, path: &str) -> Result<Vec<(String, String)>, Stopped> {
        let Some(at) = self
            .in_order()
            .into_iter()
            .find(|at| self.path(*at) == path)
        else {
            return Ok(Vec::new());
        };
        let default = &self.form.settings.default_language;
        let label = |row: &Row| {
            in_language(&row.label, &self.language, default)
                .unwrap_or(&row.name)
                .to_owned()
        };
        Ok(self
            .choices(at)?
            .iter()
            .map(|row| (row.name.clone(), label(row)))
            .collect())
    }
}
