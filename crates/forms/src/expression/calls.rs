//! The functions that choose which of their arguments they evaluate, and where.

use super::ast::{Expr, Step, To};
use super::eval::{Evaluation, Place, Stopped};
use super::functions;
use super::library::Function;
use super::value::Value;

impl Evaluation<'_> {
    pub(super) fn call(
        &self,
        function: Function,
        parts: &[Expr],
        place: Place,
    ) -> Result<Value, Stopped> {
        use Function as F;
        Ok(match (function, parts) {
            (F::If, [condition, then, otherwise]) => {
                let holds = self.at(condition, place)?.truth(self.world);
                self.at(if holds { then } else { otherwise }, place)?
            }
            (F::Once, [value]) => {
                let now = self.world.text(self.question);
                if now.is_empty() {
                    self.at(value, place)?
                } else {
                    Value::Text(now.into_owned())
                }
            }
            (F::Coalesce, parts) => self.coalesce(parts, place)?,
            (F::Position, []) => Value::Number(place.position as f64),
            (F::Position, [of]) => self.position(of, place)?,
            (F::Last, _) => Value::Number(place.size as f64),
            (F::Current, _) => Value::Nodes(vec![self.question]),
            (F::IndexedRepeat, [target, rest @ ..]) => self.indexed(target, rest, place)?,
            (F::ChoiceName, [choice, question]) => self.choice_name(choice, question, place)?,
            (F::String | F::Number | F::StringLength | F::NormalizeSpace, []) => {
                functions::apply(self, function, &[Value::Nodes(vec![place.node])])?
            }
            (function, parts) => {
                let values = parts
                    .iter()
                    .map(|part| self.at(part, place))
                    .collect::<Result<Vec<_>, _>>()?;
                functions::apply(self, function, &values)?
            }
        })
    }

    fn coalesce(&self, parts: &[Expr], place: Place) -> Result<Value, Stopped> {
        for part in parts {
            let value = self.at(part, place)?;
            if !value.text(self.world).is_empty() {
                return Ok(value);
            }
        }
        Ok(Value::Text(String::new()))
    }

    fn position(&self, of: &Expr, place: Place) -> Result<Value, Stopped> {
        let own = match of {
            Expr::Reference(name) => self.world.enclosing(name, self.question),
            _ => None,
        };
        let node = match own {
            Some(node) => Some(node),
            None => match self.at(of, place)? {
                Value::Nodes(nodes) => nodes.first().copied(),
                _ => None,
            },
        };
        Ok(Value::Number(
            node.map_or(f64::NAN, |node| self.world.position(node) as f64),
        ))
    }

    fn indexed(&self, target: &Expr, rest: &[Expr], place: Place) -> Result<Value, Stopped> {
        let mut repeats = Vec::new();
        for pair in rest.chunks(2) {
            if let [repeat, index] = pair {
                repeats.push((last_name(repeat), self.at(index, place)?.number(self.world)));
            }
        }
        let nodes = self
            .world
            .indexed(last_name(target), &repeats, self.question);
        Ok(Value::Nodes(self.counting(nodes)?))
    }

    /// The second argument names the question in quotes (the documentation's way) or as it is.
    fn choice_name(&self, choice: &Expr, question: &Expr, place: Place) -> Result<Value, Stopped> {
        let choice = self.at(choice, place)?;
        let name = match question {
            Expr::Text(text) => text
                .trim()
                .trim_start_matches("${")
                .trim_end_matches('}')
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .trim(),
            other => last_name(other),
        };
        let label = self.world.choice_label(&choice.text(self.world), name);
        Ok(Value::Text(label.unwrap_or_default()))
    }
}

/// What a reference or a path ends in.
pub(crate) fn last_name(expr: &Expr) -> &str {
    match expr {
        Expr::Reference(name) => name,
        Expr::Path(path) => match path.steps.last() {
            Some(Step {
                to: To::Child(name) | To::Below(name),
                ..
            }) => name,
            _ => "",
        },
        _ => "",
    }
}
