//! What a form asks, declared as a table, and the one check that every answer passes.
//!
//! A form is data: names, kinds, what is required, how sensitive an answer is and what it is asked
//! for. Labels are not here (they are messages, see `locales/`), and neither is anything that
//! draws or stores. [`check`] turns what a browser posted into typed JSON or says, field by field,
//! what is wrong, and keeps every character that was typed.
//!
//! Forms that centres write themselves come as spreadsheets: [`xlsform`] reads them, their
//! conditions are [`expression`]s, and a [`sitting`] is such a form with its answers.
//!
//! # To add a form
//!
//! ```
//! use forms::{CodeList, Form};
//!
//! const SAFETY: CodeList = CodeList { name: "safety", codes: &["safe", "at_risk", "immediate_danger"] };
//!
//! pub fn safety_check() -> Form {
//!     Form::new("assessment.safety")
//!         .purpose("safety")                       // from here on
//!         .section("now")                          // from here on
//!         .code_or("current_safety", SAFETY).required()
//!         .long_text("threat_detail", 4000).high().only_when("current_safety", &["at_risk", "immediate_danger"])
//!         .yes_no("can_return_home")               // a plain yes or no is always required
//!         .section("next")
//!         .date("next_contact_due", true).required()
//! }
//! assert_eq!(safety_check().flaws(), Vec::<String>::new());
//! ```
//!
//! `purpose` and `section` hold for all fields after them; `required`, `optional`, `medium`,
//! `high` and `only_when` speak of the field just before. Put [`Form::flaws`] into a test.
//!
//! # To add a kind of field
//!
//! A variant of [`Kind`], its builder in `form.rs`, its reading in `read.rs`, how it is typed back in
//! `typed.rs`, and how it is drawn in `web`.

mod check;
mod choices;
pub mod expression;
mod flaws;
mod form;
mod kind;
mod problem;
mod read;
pub mod sitting;
mod text;
mod typed;
pub mod xlsform;

pub use check::{MAX_POSTED, RESERVED, check};
pub use choices::Choices;
pub use form::{Field, Form};
pub use kind::{CodeList, Kind, OR_ANSWERS, Sensitivity};
pub use problem::{Problem, Problems};
pub use text::{clean_line, clean_text};
pub use typed::as_typed;

/// The JSON that a checked form becomes.
pub type Answers = serde_json::Map<String, serde_json::Value>;
