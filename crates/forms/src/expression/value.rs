//! What an expression evaluates to, how one kind becomes another, and what surrounds it.

use std::borrow::Cow;

use super::dates;

/// A place that a path can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Node {
    /// A question, group or repeat among the answers.
    Answer(u32),
    /// A list of choices as a whole: `instance('list')`.
    List(u32),
    /// The `root` in it.
    Root(u32),
    /// One row of a list.
    Item(u32, u32),
    /// One column of one row.
    Cell(u32, u32, u32),
}

/// What an expression evaluates to.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text; dates are text in the form of ISO 8601.
    Text(String),
    /// A number; there is one kind.
    Number(f64),
    /// True or false.
    Truth(bool),
    /// The places that a path leads to.
    Nodes(Vec<Node>),
}

/// What surrounds an expression: the answers, the lists, the clock, chance.
pub trait World {
    /// Where `${name}` leads to, seen from a place: to the nearest, where they share a repeat.
    fn reference(&self, name: &str, from: Node) -> Vec<Node>;
    /// The node itself, or the repeat around it, of that name.
    fn enclosing(&self, name: &str, from: Node) -> Option<Node>;
    /// Where `indexed-repeat` leads to: in each named repeat the one of that number.
    fn indexed(&self, name: &str, repeats: &[(&str, f64)], from: Node) -> Vec<Node>;
    /// The top of the form.
    fn root(&self) -> Node;
    /// What stands directly in a place, in order; by name or all.
    fn children(&self, node: Node, name: Option<&str>) -> Vec<Node>;
    /// What a place stands in.
    fn parent(&self, node: Node) -> Option<Node>;
    /// The answer in a place; empty where there is none.
    fn text(&self, node: Node) -> Cow<'_, str>;
    /// Whether it counts: irrelevant answers do not.
    fn counts(&self, node: Node) -> bool;
    /// Its number among its like, from 1.
    fn position(&self, node: Node) -> usize;
    /// A list of choices or an attached table.
    fn list(&self, name: &str) -> Option<Node>;
    /// The rows of a table whose column holds a value, by the table's name.
    fn rows(&self, list: &str, column: &str, value: &str) -> Vec<Node>;
    /// A choice's label in the reader's language.
    fn choice_label(&self, choice: &str, question: &str) -> Option<String>;
    /// Now, as `2026-11-22T09:30:00.000+01:00`.
    fn now(&self) -> &str;
    /// The reader's language, such as `fr`, for the names of months and days.
    fn language(&self) -> &str;
    /// The form's version.
    fn version(&self) -> &str;
    /// A number from 0 to below 1, another at each call.
    fn chance(&self) -> f64;
}

impl Value {
    /// As text: a number without exponent, the first of several places.
    pub fn text<'a>(&'a self, world: &'a dyn World) -> Cow<'a, str> {
        match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Number(number) => Cow::Owned(text_of(*number)),
            Value::Truth(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
            Value::Nodes(nodes) => nodes
                .first()
                .map_or(Cow::Borrowed(""), |node| world.text(*node)),
        }
    }

    /// As a number; dates become days since 1970.
    pub fn number(&self, world: &dyn World) -> f64 {
        match self {
            Value::Number(number) => *number,
            Value::Truth(truth) => f64::from(u8::from(*truth)),
            other => number_of(&other.text(world)),
        }
    }

    /// As true or false: text that is not empty, a number that is not zero, an answer that is
    /// given. The text `false` is true, as the specification says.
    pub fn truth(&self, world: &dyn World) -> bool {
        match self {
            Value::Truth(truth) => *truth,
            Value::Number(number) => *number != 0.0 && !number.is_nan(),
            Value::Text(text) => !text.is_empty(),
            Value::Nodes(nodes) => match nodes.as_slice() {
                [Node::Answer(_)] => !self.text(world).is_empty(),
                some => !some.is_empty(),
            },
        }
    }

    /// Each value apart: all places of a set, or the one value.
    pub fn each<'a>(&'a self, world: &'a dyn World) -> Vec<Cow<'a, str>> {
        match self {
            Value::Nodes(nodes) => nodes.iter().map(|node| world.text(*node)).collect(),
            other => vec![other.text(world)],
        }
    }
}

/// A number in the form that XPath 1.0 gives it: whole numbers without a point, no exponent.
pub fn text_of(number: f64) -> String {
    if number.is_nan() {
        "NaN".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .to_owned()
    } else if number == 0.0 {
        "0".to_owned()
    } else {
        number.to_string()
    }
}

/// A text as a number: digits with at most one sign and one point, or a date as days since 1970.
pub fn number_of(text: &str) -> f64 {
    let text = text.trim_matches([' ', '\t', '\r', '\n']);
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.bytes().filter(|b| *b == b'.').count() <= 1
        && digits.len() <= 400
        && digits != ".";
    if plain {
        return text.parse().unwrap_or(f64::NAN);
    }
    dates::days(text).unwrap_or(f64::NAN)
}
