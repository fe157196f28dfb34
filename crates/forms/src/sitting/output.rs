//! Answers in their places to JSON.

use serde_json::{Map, Value, json};

use super::{Sitting, Wrong, Wrongness};
use crate::expression::{self, Evaluation, Expr, Node, Stopped, World, number_of};
use crate::xlsform::{Kind, Question, Texts, in_language};

impl Sitting<'_> {
    /// What counts: the relevant answers, as numbers where they are numbers, by path.
    pub fn values(&self) -> Map<String, Value> {
        self.values_below(0)
    }

    fn values_below(&self, top: u32) -> Map<String, Value> {
        let mut values = Map::new();
        let mut open = vec![top];
        while let Some(at) = open.pop() {
            let spot = self.spot(at);
            let question = self.form.question(spot.of);
            if !spot.relevant {
                continue;
            }
            if question.kind.keeps() && !spot.value.is_empty() {
                values.insert(question.path.clone(), self.json(at));
            }
            for (id, spots) in question.children.iter().zip(&spot.children) {
                let child = self.form.question(*id);
                if child.kind != Kind::Repeat {
                    open.extend(spots);
                    continue;
                }
                let counting = spots.iter().filter(|one| self.spot(**one).relevant);
                let list: Vec<Value> = counting
                    .map(|one| Value::Object(self.values_below(*one)))
                    .collect();
                if !list.is_empty() {
                    values.insert(child.path.clone(), Value::Array(list));
                }
            }
        }
        values
    }

    fn json(&self, at: u32) -> Value {
        let spot = self.spot(at);
        let kind = self.form.question(spot.of).kind;
        let numeric = spot.number || matches!(kind, Kind::Integer | Kind::Decimal | Kind::Range);
        let number = number_of(&spot.value);
        let is_number = numeric && number.is_finite() && !spot.value.contains(['T', ':']);
        if !is_number {
            return json!(spot.value);
        }
        if number.fract() == 0.0 && number.abs() < 9e15 {
            json!(number as i64)
        } else {
            json!(number)
        }
    }

    /// Whether each question, group and instance is relevant, by path. A repeat as a whole stands
    /// under its path without a number: whether it is asked, be it without instances so far.
    pub fn relevance(&self) -> Map<String, Value> {
        let mut map = Map::new();
        for at in self.in_order() {
            let spot = self.spot(at);
            let path = self.path(at);
            for (id, spots) in self
                .form
                .question(spot.of)
                .children
                .iter()
                .zip(&spot.children)
            {
                let child = self.form.question(*id);
                if child.kind == Kind::Repeat {
                    let inside = if at == 0 {
                        child.name.clone()
                    } else {
                        format!("{path}/{}", child.name)
                    };
                    map.insert(inside, json!(self.is_asked(child, at, spots)));
                }
            }
            if at != 0 {
                map.insert(path, json!(spot.relevant));
            }
        }
        map
    }

    fn is_asked(&self, repeat: &Question, parent: u32, instances: &[u32]) -> bool {
        let spot = self.spot(parent);
        match (&repeat.relevant, instances) {
            (_, instances) if !instances.is_empty() => {
                instances.iter().any(|at| self.spot(*at).relevant)
            }
            (Some(formula), _) if spot.relevant => self
                .evaluate(formula, parent)
                .is_ok_and(|value| value.truth(self)),
            _ => spot.relevant,
        }
    }

    /// Errors by path: what the form says of them, or a sentence in English.
    pub(super) fn worded(&self, wrongs: &[Wrong]) -> Map<String, Value> {
        let mut map = Map::new();
        for wrong in wrongs {
            let plain = match wrong.what {
                Wrongness::Unknown => "this form has no such question",
                Wrongness::Kind => "this is not an answer of the kind that is asked for",
                Wrongness::Choice => "this is not among the choices that are offered",
                Wrongness::Missing => "an answer is required",
                Wrongness::Constraint => "this answer is not allowed",
            };
            let message = wrong.message.as_deref().unwrap_or(plain);
            map.insert(wrong.path.clone(), json!(message));
        }
        map
    }

    /// A text of the form in the reader's language, with the answers that it refers to.
    pub(super) fn worded_text(&self, texts: &Texts, at: u32) -> Option<String> {
        let default = &self.form.settings.default_language;
        let text = in_language(texts, &self.language, default)?;
        let mut parts = text.split("${");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once('}') {
                Some((name, rest)) => {
                    let nodes = self.reference(name.trim(), Node::Answer(at));
                    if let Some(node) = nodes.into_iter().find(|node| self.counts(*node)) {
                        out.push_str(&self.text(node));
                    }
                    out.push_str(rest);
                }
                None => {
                    out.push_str("${");
                    out.push_str(part);
                }
            }
        }
        Some(out)
    }

    /// A question's label in the reader's language, by its path.
    pub fn label(&self, path: &str) -> Option<String> {
        let at = self
            .in_order()
            .into_iter()
            .find(|at| self.path(*at) == path)?;
        self.worded_text(&self.form.question(self.spot(at).of).label, at)
    }

    /// The value of an expression as if it stood at a question: for trying one out in a preview.
    /// An empty path is the form itself.
    ///
    /// # Errors
    ///
    /// When evaluating takes too long.
    pub fn value_at(&self, path: &str, expr: &Expr) -> Result<expression::Value, Stopped> {
        let at = self
            .in_order()
            .into_iter()
            .find(|at| self.path(*at) == path)
            .unwrap_or(0);
        Evaluation::new(self, Node::Answer(at), &self.steps).value(expr)
    }
}
