//! A form with the answers of one sitting: what is relevant, what follows, what is wrong.
//!
//! ```
//! use forms::{sitting::{Around, Sitting}, xlsform::{Book, read}};
//!
//! let survey = "type,name,label,relevant\ninteger,age,Age,\ntext,school,Which school?,${age} < 18\n";
//! let form = read(Book::from_csv(&[("survey", survey)]).unwrap()).unwrap();
//! let answers = serde_json::json!({"age": 40, "school": "left over"});
//! let around = Around::at("2026-11-22T09:30:00.000+01:00", &|| 0.5);
//! let sitting = Sitting::new(&form, answers.as_object().unwrap(), &around).unwrap();
//! let outcome = sitting.outcome().unwrap();
//! assert_eq!(outcome["relevant"]["school"], false);
//! assert_eq!(outcome["values"], serde_json::json!({"age": 40}));
//! ```
//!
//! Answers come and go as JSON. A key is the path of its question, `group/name`; a repeat is an
//! array of objects under its path, whose keys are full paths again; where a single key has to
//! name one instance (in `relevant` and `errors`) it is `group/repeat[2]/name`, counted from 1.

mod input;
mod judge;
mod output;
mod settle;
mod typed;
mod world;

use std::cell::Cell;

use serde_json::{Map, Value};

pub use judge::{Wrong, Wrongness};

use crate::expression::{MAX_STEPS, Stopped};
use crate::xlsform::Form;

/// The most instances of one repeat.
pub const MAX_INSTANCES: usize = 1000;
/// The most questions that a sitting may have, all instances counted.
pub const MAX_SPOTS: usize = 100_000;

/// What surrounds a sitting: the clock, the language, chance.
pub struct Around<'a> {
    /// Now, as `2026-11-22T09:30:00.000+01:00`.
    pub now: &'a str,
    /// The reader's language, as a code (`fr`) or as the form names it; empty for its default.
    pub language: &'a str,
    /// A number from 0 to below 1, another at each call.
    pub chance: &'a dyn Fn() -> f64,
}

impl<'a> Around<'a> {
    /// A moment, in the form's own language.
    pub fn at(now: &'a str, chance: &'a dyn Fn() -> f64) -> Self {
        Around {
            now,
            language: "",
            chance,
        }
    }
}

/// One question, group or instance of a repeat in a sitting.
#[derive(Debug, Clone, Default)]
struct Spot {
    of: usize,
    parent: u32,
    /// Its number among the instances of its repeat, from 1.
    position: usize,
    relevant: bool,
    gone: bool,
    /// Whether an answer was given, be it an empty one.
    answered: bool,
    value: String,
    /// Whether the value was worked out as a number.
    number: bool,
    /// What stands in it, by the place in the group: one each, or a repeat's instances.
    children: Vec<Vec<u32>>,
}

/// Why answers cannot be taken at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Untaken {
    /// An evaluation used up its steps.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// More instances than a sitting may have.
    #[error("these answers have too many repetitions")]
    TooMany,
}

/// A form, answered.
pub struct Sitting<'a> {
    form: &'a Form,
    around: &'a Around<'a>,
    /// The reader's language as the form names it.
    language: String,
    spots: Vec<Spot>,
    /// The spots of each question.
    of: Vec<Vec<u32>>,
    unknown: Vec<Wrong>,
    steps: Cell<u64>,
}

impl<'a> Sitting<'a> {
    /// Takes answers and works the form out.
    ///
    /// # Errors
    ///
    /// When that would take too long, or too much room.
    pub fn new(
        form: &'a Form,
        answers: &Map<String, Value>,
        around: &'a Around<'a>,
    ) -> Result<Self, Untaken> {
        let mut sitting = Sitting {
            form,
            around,
            language: form.language(around.language).to_owned(),
            spots: Vec::with_capacity(form.questions.len()),
            of: vec![Vec::new(); form.questions.len()],
            unknown: Vec::new(),
            steps: Cell::new(MAX_STEPS),
        };
        sitting.add(0, 0, 1)?;
        sitting.take(answers)?;
        sitting.settle()?;
        Ok(sitting)
    }

    /// `values`, `relevant` and `errors`, as the command line prints them.
    ///
    /// # Errors
    ///
    /// When judging them takes too long.
    pub fn outcome(&self) -> Result<Value, Stopped> {
        let errors = self.wrongs()?;
        Ok(serde_json::json!({
            "values": self.values(),
            "relevant": self.relevance(),
            "errors": self.worded(&errors),
        }))
    }

    fn spot(&self, at: u32) -> &Spot {
        &self.spots[at as usize]
    }

    fn spot_mut(&mut self, at: u32) -> &mut Spot {
        &mut self.spots[at as usize]
    }

    /// Adds a spot and all that stands in it; repeats begin without instances.
    fn add(&mut self, question: usize, parent: u32, position: usize) -> Result<u32, Untaken> {
        let first = self.push(question, parent, position)?;
        let mut open = vec![first];
        while let Some(at) = open.pop() {
            let of = self.spot(at).of;
            let form = self.form;
            for (place, child) in form.question(of).children.iter().enumerate() {
                if form.question(*child).kind == crate::xlsform::Kind::Repeat {
                    continue;
                }
                let new = self.push(*child, at, 1)?;
                if let Some(slot) = self.spot_mut(at).children.get_mut(place) {
                    slot.push(new);
                }
                open.push(new);
            }
        }
        Ok(first)
    }

    fn push(&mut self, question: usize, parent: u32, position: usize) -> Result<u32, Untaken> {
        let at = u32::try_from(self.spots.len()).map_err(|_| Untaken::TooMany)?;
        if self.spots.len() >= MAX_SPOTS {
            return Err(Untaken::TooMany);
        }
        self.spots.push(Spot {
            of: question,
            parent,
            position,
            relevant: true,
            children: vec![Vec::new(); self.form.question(question).children.len()],
            ..Spot::default()
        });
        if let Some(list) = self.of.get_mut(question) {
            list.push(at);
        }
        Ok(at)
    }

    /// Adds one more instance of a repeat.
    fn add_instance(&mut self, repeat: usize, parent: u32) -> Result<u32, Untaken> {
        let place = self.form.question(repeat).place;
        let count = self.instances(repeat, parent).len();
        if count >= MAX_INSTANCES {
            return Err(Untaken::TooMany);
        }
        let new = self.add(repeat, parent, count + 1)?;
        if let Some(slot) = self.spot_mut(parent).children.get_mut(place) {
            slot.push(new);
        }
        Ok(new)
    }

    fn instances(&self, repeat: usize, parent: u32) -> &[u32] {
        let place = self.form.question(repeat).place;
        self.spot(parent)
            .children
            .get(place)
            .map_or(&[], Vec::as_slice)
    }

    /// The path of a spot, with the numbers of the instances it stands in.
    fn path(&self, mut at: u32) -> String {
        let mut names: Vec<String> = Vec::new();
        while at != 0 {
            let spot = self.spot(at);
            let question = self.form.question(spot.of);
            names.push(if question.kind == crate::xlsform::Kind::Repeat {
                format!("{}[{}]", question.name, spot.position)
            } else {
                question.name.clone()
            });
            at = spot.parent;
        }
        names.reverse();
        names.join("/")
    }

    /// All spots in the order of the form, without those that are gone.
    fn in_order(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.spots.len());
        let mut open = vec![0u32];
        while let Some(at) = open.pop() {
            order.push(at);
            open.extend(self.spot(at).children.iter().flatten().rev());
        }
        order
    }
}
