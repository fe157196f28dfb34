//! An expression to its value.

use std::cell::Cell;

use super::ast::{Expr, Operator, Path, Start, Step, To};
use super::value::{Node, Value, World};

/// How many places and operations one evaluation may look at. A form of 300 questions needs a few
/// thousand; only a form made to do harm needs more.
pub const MAX_STEPS: u64 = 5_000_000;

/// The evaluation would have taken too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("evaluating this takes too long")]
pub struct Stopped;

/// Evaluates expressions in a world, as long as its steps last.
pub struct Evaluation<'w> {
    pub(super) world: &'w dyn World,
    steps: &'w Cell<u64>,
    /// The question that the expression belongs to: `current()`.
    pub(super) question: Node,
}

/// Where in the world an expression stands: its node, and the node's place among those that a
/// condition in brackets sifts.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub node: Node,
    pub position: usize,
    pub size: usize,
}

impl<'w> Evaluation<'w> {
    /// An evaluation for one question; `steps` is what remains and is used up.
    pub fn new(world: &'w dyn World, question: Node, steps: &'w Cell<u64>) -> Self {
        Evaluation {
            world,
            steps,
            question,
        }
    }

    /// The value of an expression that belongs to the question.
    ///
    /// # Errors
    ///
    /// When its steps are used up.
    pub fn value(&self, expr: &Expr) -> Result<Value, Stopped> {
        self.at(
            expr,
            Place {
                node: self.question,
                position: 1,
                size: 1,
            },
        )
    }

    /// The value of a condition on a node other than the question: a choice filter.
    ///
    /// # Errors
    ///
    /// When its steps are used up.
    pub fn value_in(&self, expr: &Expr, node: Node) -> Result<Value, Stopped> {
        let place = Place {
            node,
            position: 1,
            size: 1,
        };
        self.at(expr, place)
    }

    pub(super) fn spend(&self, steps: usize) -> Result<(), Stopped> {
        let left = self.steps.get().checked_sub(steps as u64).ok_or(Stopped)?;
        self.steps.set(left);
        Ok(())
    }

    pub(super) fn at(&self, expr: &Expr, place: Place) -> Result<Value, Stopped> {
        self.spend(1)?;
        Ok(match expr {
            Expr::Number(number) => Value::Number(*number),
            Expr::Text(text) => Value::Text(text.clone()),
            Expr::Reference(name) => {
                Value::Nodes(self.counting(self.world.reference(name, self.question))?)
            }
            Expr::Negative(inner) => Value::Number(-self.at(inner, place)?.number(self.world)),
            Expr::Path(path) => Value::Nodes(self.path(path, place)?),
            Expr::Union(parts) => {
                let mut all = Vec::new();
                for part in parts {
                    if let Value::Nodes(nodes) = self.at(part, place)? {
                        all.extend(
                            nodes
                                .into_iter()
                                .filter(|n| !all.contains(n))
                                .collect::<Vec<_>>(),
                        );
                        self.spend(all.len())?;
                    }
                }
                all.sort_by_key(order);
                Value::Nodes(all)
            }
            Expr::Chain(first, rest) => self.chain(first, rest, place)?,
            Expr::Call(function, parts) => self.call(*function, parts, place)?,
        })
    }

    /// Irrelevant answers do not count: they are not there.
    pub(super) fn counting(&self, nodes: Vec<Node>) -> Result<Vec<Node>, Stopped> {
        self.spend(nodes.len())?;
        Ok(nodes
            .into_iter()
            .filter(|node| self.world.counts(*node))
            .collect())
    }

    fn chain(
        &self,
        first: &Expr,
        rest: &[(Operator, Expr)],
        place: Place,
    ) -> Result<Value, Stopped> {
        let mut value = self.at(first, place)?;
        for (sign, next) in rest {
            value = match sign {
                Operator::Or if value.truth(self.world) => return Ok(Value::Truth(true)),
                Operator::And if !value.truth(self.world) => return Ok(Value::Truth(false)),
                Operator::Or | Operator::And => {
                    Value::Truth(self.at(next, place)?.truth(self.world))
                }
                _ => {
                    let right = self.at(next, place)?;
                    self.operate(*sign, &value, &right)?
                }
            };
        }
        Ok(value)
    }

    fn operate(&self, sign: Operator, left: &Value, right: &Value) -> Result<Value, Stopped> {
        use Operator as O;
        let (a, b) = match sign {
            O::Equal | O::Unequal | O::Less | O::AtMost | O::More | O::AtLeast => {
                return Ok(Value::Truth(self.compare(sign, left, right)?));
            }
            _ => (left.number(self.world), right.number(self.world)),
        };
        Ok(Value::Number(match sign {
            O::Plus => a + b,
            O::Minus => a - b,
            O::Times => a * b,
            O::Divide => a / b,
            _ => a % b,
        }))
    }

    /// A comparison holds if it holds for any of several places (XPath 1.0, 3.4).
    fn compare(&self, sign: Operator, left: &Value, right: &Value) -> Result<bool, Stopped> {
        let world = self.world;
        if matches!(left, Value::Truth(_)) || matches!(right, Value::Truth(_)) {
            let (a, b) = (left.truth(world), right.truth(world));
            return Ok(numbers(
                sign,
                f64::from(u8::from(a)),
                f64::from(u8::from(b)),
            ));
        }
        let ordering = !matches!(sign, Operator::Equal | Operator::Unequal);
        let numeric =
            ordering || matches!(left, Value::Number(_)) || matches!(right, Value::Number(_));
        let (many, others) = (several(left, self)?, several(right, self)?);
        self.spend(many.len().saturating_mul(others.len()))?;
        Ok(many.iter().any(|a| {
            others.iter().any(|b| {
                if numeric {
                    numbers(sign, a.number(world), b.number(world))
                } else {
                    (a.text(world) == b.text(world)) == (sign == Operator::Equal)
                }
            })
        }))
    }

    /// Where a path leads.
    pub(super) fn path(&self, path: &Path, place: Place) -> Result<Vec<Node>, Stopped> {
        let mut nodes = match &path.start {
            Start::Here => vec![place.node],
            Start::Root => vec![self.world.root()],
            Start::At(base, keep) => {
                let nodes = match self.at(base, place)? {
                    Value::Nodes(nodes) => nodes,
                    _ => Vec::new(),
                };
                self.sift(nodes, keep)?
            }
        };
        let mut steps = path.steps.as_slice();
        // `/data/name`: whatever the author calls the form, its top is the top.
        if let (Start::Root, Some((first, rest))) = (&path.start, steps.split_first())
            && matches!(first.to, To::Child(_))
        {
            steps = rest;
        }
        for step in steps {
            nodes = self.step(&nodes, step)?;
        }
        Ok(nodes)
    }

    fn step(&self, from: &[Node], step: &Step) -> Result<Vec<Node>, Stopped> {
        let mut found: Vec<Node> = Vec::new();
        for node in from {
            let next = match &step.to {
                To::Child(name) => self.world.children(*node, Some(name)),
                To::Children => self.world.children(*node, None),
                To::Itself => vec![*node],
                To::Parent => self.world.parent(*node).into_iter().collect(),
                To::Below(name) => self.below(*node, name)?,
            };
            let next = self.sift(self.counting(next)?, &step.keep)?;
            if matches!(step.to, To::Parent | To::Below(_)) {
                self.spend(found.len())?;
                found.extend(
                    next.into_iter()
                        .filter(|n| !found.contains(n))
                        .collect::<Vec<_>>(),
                );
            } else {
                found.extend(next);
            }
        }
        Ok(found)
    }

    fn below(&self, node: Node, name: &str) -> Result<Vec<Node>, Stopped> {
        let mut found = Vec::new();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            found.extend(self.world.children(node, Some(name)));
            let mut children = self.world.children(node, None);
            self.spend(children.len())?;
            children.reverse();
            open.extend(children);
        }
        found.sort_by_key(order);
        Ok(found)
    }

    /// Keeps the nodes for which each condition holds; a number is a position.
    fn sift(&self, mut nodes: Vec<Node>, keep: &[Expr]) -> Result<Vec<Node>, Stopped> {
        for condition in keep {
            let size = nodes.len();
            let mut kept = Vec::new();
            for (index, node) in nodes.into_iter().enumerate() {
                let place = Place {
                    node,
                    position: index + 1,
                    size,
                };
                let holds = match self.at(condition, place)? {
                    Value::Number(number) => number == place.position as f64,
                    other => other.truth(self.world),
                };
                if holds {
                    kept.push(node);
                }
            }
            nodes = kept;
        }
        Ok(nodes)
    }
}

fn several(value: &Value, evaluation: &Evaluation<'_>) -> Result<Vec<Value>, Stopped> {
    Ok(match value {
        Value::Nodes(nodes) => {
            evaluation.spend(nodes.len())?;
            nodes.iter().map(|node| Value::Nodes(vec![*node])).collect()
        }
        other => vec![other.clone()],
    })
}

fn numbers(sign: Operator, a: f64, b: f64) -> bool {
    match sign {
        Operator::Equal => a == b,
        Operator::Unequal => a != b,
        Operator::Less => a < b,
        Operator::AtMost => a <= b,
        Operator::More => a > b,
        _ => a >= b,
    }
}

/// The order of the form, or of the list.
fn order(node: &Node) -> (u8, u32, u32, u32) {
    match *node {
        Node::Answer(one) => (0, one, 0, 0),
        Node::List(list) => (1, list, 0, 0),
        Node::Root(list) => (2, list, 0, 0),
        Node::Item(list, row) => (3, list, row, 0),
        Node::Cell(list, row, column) => (4, list, row, column),
    }
}
