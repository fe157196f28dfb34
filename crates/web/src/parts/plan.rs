//! A plan as it hangs together: goals in the person's words, what shows that they are reached, and
//! who does what for it.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Badge, Facts, Table};

/// A goal with everything below it.
#[derive(Debug, Clone)]
pub struct Goal {
    /// The need it serves, and its place in the person's order.
    pub need: String,
    /// What the person wants, as they said it.
    pub words: String,
    /// What can be done with it: addresses and texts.
    pub ways: Vec<(String, String)>,
    /// What will have changed.
    pub objectives: Vec<Objective>,
}

/// An objective with its actions.
#[derive(Debug, Clone)]
pub struct Objective {
    /// What will have changed.
    pub text: String,
    /// The goal it serves, where it does not stand below it.
    pub serves: Option<String>,
    /// How far it is, while the plan is followed.
    pub progress: Option<Badge>,
    /// How it is seen, and until when.
    pub facts: Facts,
    /// Who does what.
    pub actions: Table,
    /// Said where nobody does anything yet.
    pub nobody: String,
    /// What can be done with it: addresses and texts.
    pub ways: Vec<(String, String)>,
}

/// The goals in the person's order.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/plan.html")]
pub struct Plan {
    goals: Vec<Goal>,
}

impl HtmlSafe for Plan {}

impl Plan {
    /// These goals, in this order.
    pub fn new(goals: Vec<Goal>) -> Self {
        Plan { goals }
    }
}
