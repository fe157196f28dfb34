//! The six steps as dividers of a paper file.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::i18n::T;

/// How far a step is (domain 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StepState {
    /// Nothing yet.
    #[default]
    NotStarted,
    /// Under way.
    InProgress,
    /// Done by the worker, waiting for another.
    AwaitingApproval,
    /// Done.
    Done,
    /// Done, and to be looked at again.
    RevisitDue,
}

impl StepState {
    /// Its code, as in `step-state-<code>`.
    pub fn code(self) -> &'static str {
        match self {
            StepState::NotStarted => "not_started",
            StepState::InProgress => "in_progress",
            StepState::AwaitingApproval => "awaiting_approval",
            StepState::Done => "done",
            StepState::RevisitDue => "revisit_due",
        }
    }

    fn name(self, t: &T) -> String {
        t.say(&format!("step-state-{}", self.code()))
    }
}

/// One step.
#[derive(Debug, Clone, Default)]
pub struct Step {
    /// Its key: the name is the message `step-<key>`.
    pub key: &'static str,
    /// Its place; none when the reader cannot go there.
    pub href: Option<String>,
    /// How far it is.
    pub state: StepState,
    /// What is missing before the next step, in words, and where the reader can mend it.
    pub missing: Vec<(String, Option<String>)>,
    /// The one thing that matters next on this step, in words, and where the reader can mend it.
    pub next: Option<(String, Option<String>)>,
    /// Is this the step one is looking at?
    pub here: bool,
}

impl Step {
    fn name(&self, t: &T) -> String {
        t.say(&format!("step-{}", self.key))
    }
}

/// The steps in order.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/steps.html")]
pub struct Steps {
    t: T,
    steps: Vec<Step>,
}

impl HtmlSafe for Steps {}

impl Steps {
    /// These steps, in this order.
    pub fn new(t: T, steps: Vec<Step>) -> Self {
        Steps { t, steps }
    }
}
