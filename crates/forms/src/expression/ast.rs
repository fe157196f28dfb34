//! What an expression is once it has been read.

use super::library::Function;

/// An expression. Operators of one rank stand in one flat chain, so that a condition of three
/// hundred `or`s is no deeper than one of two.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// `18`, `0.5`
    Number(f64),
    /// `'yes'`
    Text(String),
    /// `${name}`
    Reference(String),
    /// `../name`, `/data/group/name`, `instance('list')/root/item[name = 'a']/label`
    Path(Path),
    /// `selected(., 'a')`
    Call(Function, Vec<Expr>),
    /// `a + b - c`: the first, then each operator with what stands right of it; from left to right.
    Chain(Box<Expr>, Vec<(Operator, Expr)>),
    /// `-a`
    Negative(Box<Expr>),
    /// `a | b`
    Union(Vec<Expr>),
}

/// An operator between two expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
    Plus,
    Minus,
    Times,
    Divide,
    Modulo,
}

impl Operator {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::Or => "or",
            Operator::And => "and",
            Operator::Equal => "=",
            Operator::Unequal => "!=",
            Operator::Less => "<",
            Operator::AtMost => "<=",
            Operator::More => ">",
            Operator::AtLeast => ">=",
            Operator::Plus => "+",
            Operator::Minus => "-",
            Operator::Times => "*",
            Operator::Divide => "div",
            Operator::Modulo => "mod",
        }
    }

    /// How tightly it binds: operators of one rank share a chain.
    pub fn rank(self) -> usize {
        match self {
            Operator::Or => 0,
            Operator::And => 1,
            Operator::Equal | Operator::Unequal => 2,
            Operator::Less | Operator::AtMost | Operator::More | Operator::AtLeast => 3,
            Operator::Plus | Operator::Minus => 4,
            Operator::Times | Operator::Divide | Operator::Modulo => 5,
        }
    }
}

/// A way through the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Where it begins.
    pub start: Start,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Where a path begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// At the question that the expression belongs to.
    Here,
    /// `/`: at the top of the form.
    Root,
    /// At what another expression finds, such as `instance('list')`, with its own conditions.
    At(Box<Expr>, Vec<Expr>),
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Where it leads.
    pub to: To,
    /// The conditions in brackets after it.
    pub keep: Vec<Expr>,
}

/// Where a step leads.
#[derive(Debug, Clone, PartialEq)]
pub enum To {
    /// `name`
    Child(String),
    /// `*`
    Children,
    /// `.`
    Itself,
    /// `..`
    Parent,
    /// `//name`
    Below(String),
}

impl Expr {
    /// Calls `look` with this expression and everything in it.
    pub fn walk<'a>(&'a self, look: &mut dyn FnMut(&'a Expr)) {
        look(self);
        match self {
            Expr::Number(_) | Expr::Text(_) | Expr::Reference(_) => {}
            Expr::Negative(inner) => inner.walk(look),
            Expr::Call(_, parts) | Expr::Union(parts) => parts.iter().for_each(|p| p.walk(look)),
            Expr::Chain(first, rest) => {
                first.walk(look);
                rest.iter().for_each(|(_, one)| one.walk(look));
            }
            Expr::Path(path) => {
                if let Start::At(base, keep) = &path.start {
                    base.walk(look);
                    keep.iter().for_each(|k| k.walk(look));
                }
                path.steps
                    .iter()
                    .flat_map(|step| &step.keep)
                    .for_each(|k| k.walk(look));
            }
        }
    }
}
