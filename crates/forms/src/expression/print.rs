//! An expression as text again, and as JSON for the browser.

use std::fmt::{self, Display, Formatter, Write};

use serde_json::{Value, json};

use super::ast::{Expr, Path, Start, Step, To};
use super::library::Function;
use super::pattern;

/// Reading what this prints gives the same expression.
impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Number(number) => write!(f, "{number}"),
            Expr::Text(text) if text.contains('\'') => write!(f, "\"{text}\""),
            Expr::Text(text) => write!(f, "'{text}'"),
            Expr::Reference(name) => write!(f, "${{{name}}}"),
            Expr::Path(path) => write!(f, "{path}"),
            Expr::Call(function, parts) => {
                f.write_str(function.name())?;
                f.write_char('(')?;
                listed(f, parts, ", ", false)?;
                f.write_char(')')
            }
            Expr::Chain(first, rest) => {
                let rank = rest.first().map_or(0, |(sign, _)| sign.rank());
                wrapped(f, first, binds_less(first, rank))?;
                rest.iter().try_for_each(|(sign, one)| {
                    write!(f, " {} ", sign.sign())?;
                    wrapped(f, one, binds_less(one, rank))
                })
            }
            Expr::Negative(inner) => {
                f.write_char('-')?;
                wrapped(
                    f,
                    inner,
                    matches!(**inner, Expr::Chain(..) | Expr::Negative(_)),
                )
            }
            Expr::Union(parts) => listed(f, parts, " | ", true),
        }
    }
}

fn binds_less(expr: &Expr, rank: usize) -> bool {
    matches!(expr, Expr::Chain(_, rest) if rest.first().is_some_and(|(sign, _)| sign.rank() <= rank))
}

fn wrapped(f: &mut Formatter<'_>, expr: &Expr, wrap: bool) -> fmt::Result {
    if wrap {
        write!(f, "({expr})")
    } else {
        write!(f, "{expr}")
    }
}

fn listed(f: &mut Formatter<'_>, parts: &[Expr], between: &str, wrap: bool) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(between)?;
        }
        let loose = matches!(part, Expr::Chain(..) | Expr::Negative(_) | Expr::Union(_));
        wrapped(f, part, wrap && loose)?;
    }
    Ok(())
}

impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut slash = match &self.start {
            Start::Here => false,
            Start::Root => {
                if !matches!(
                    self.steps.first(),
                    Some(Step {
                        to: To::Below(_),
                        ..
                    })
                ) {
                    f.write_char('/')?;
                }
                false
            }
            Start::At(base, keep) => {
                let plain = matches!(
                    **base,
                    Expr::Call(..) | Expr::Reference(_) | Expr::Number(_) | Expr::Text(_)
                );
                wrapped(f, base, !plain)?;
                conditions(f, keep)?;
                true
            }
        };
        for step in &self.steps {
            match &step.to {
                To::Below(name) => write!(f, "//{name}")?,
                other => {
                    if slash {
                        f.write_char('/')?;
                    }
                    match other {
                        To::Child(name) => f.write_str(name)?,
                        To::Children => f.write_char('*')?,
                        To::Itself => f.write_char('.')?,
                        _ => f.write_str("..")?,
                    }
                }
            }
            conditions(f, &step.keep)?;
            slash = true;
        }
        Ok(())
    }
}

fn conditions(f: &mut Formatter<'_>, keep: &[Expr]) -> fmt::Result {
    keep.iter().try_for_each(|one| write!(f, "[{one}]"))
}

impl Expr {
    /// For the browser's interpreter (`client/expression.js`): arrays whose first item says what
    /// they are.
    pub fn to_json(&self) -> Value {
        match self {
            Expr::Number(number) => json!(["number", number]),
            Expr::Text(text) => json!(["text", text]),
            Expr::Reference(name) => json!(["reference", name]),
            Expr::Call(Function::Regex, parts) => regex_json(parts),
            Expr::Call(function, parts) => json!(["call", function.name(), all(parts)]),
            Expr::Chain(first, rest) => {
                let rest: Vec<Value> = rest
                    .iter()
                    .map(|(sign, one)| json!([sign.sign(), one.to_json()]))
                    .collect();
                json!(["chain", first.to_json(), rest])
            }
            Expr::Negative(inner) => json!(["negative", inner.to_json()]),
            Expr::Union(parts) => json!(["union", all(parts)]),
            Expr::Path(path) => {
                let start = match &path.start {
                    Start::Here => json!("here"),
                    Start::Root => json!("root"),
                    Start::At(base, keep) => json!([base.to_json(), all(keep)]),
                };
                let steps: Vec<Value> = path.steps.iter().map(step_json).collect();
                json!(["path", start, steps])
            }
        }
    }
}

/// A pattern that stands in the form is translated, so that the browser matches what we match.
fn regex_json(parts: &[Expr]) -> Value {
    if let [value, Expr::Text(source)] = parts
        && let Some(translated) = pattern::for_browser(source)
    {
        return json!(["matches", value.to_json(), translated]);
    }
    json!(["call", "regex", all(parts)])
}

fn all(parts: &[Expr]) -> Vec<Value> {
    parts.iter().map(Expr::to_json).collect()
}

fn step_json(step: &Step) -> Value {
    let (kind, name) = match &step.to {
        To::Child(name) => ("child", name.as_str()),
        To::Children => ("children", ""),
        To::Itself => ("itself", ""),
        To::Parent => ("parent", ""),
        To::Below(name) => ("below", name.as_str()),
    };
    json!([kind, name, all(&step.keep)])
}
