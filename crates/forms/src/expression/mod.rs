//! The expression language of XLSForm (ODK's XPath), read and evaluated.
//!
//! Reading is bounded in length and depth; evaluating is bounded in steps, reads no clock and
//! rolls no die: what `now()` and `random()` answer comes in through [`World`]. The same
//! expressions are evaluated in the browser by `client/expression.js`; both are held to
//! `tests/vectors`. Where the public documentation leaves a choice, it is told in
//! `docs/decisions/0012-expressions-follow-the-odk-documentation.md`.

mod ast;
mod calls;
mod dates;
mod digest;
mod eval;
mod functions;
mod geo;
mod lex;
mod library;
mod numbers;
mod parse;
mod pattern;
mod print;
mod value;

pub use ast::{Expr, Operator, Path, Start, Step, To};
pub(crate) use calls::last_name;
pub use dates::{day_of, is_date, is_date_time, is_time};
pub use eval::{Evaluation, MAX_STEPS, Stopped};
pub(crate) use geo::point;
pub use lex::is_name;
pub use library::Function;
pub use parse::{DEEPEST, LONGEST, Unclear, parse};
pub(crate) use pattern::flaw as pattern_flaw;
pub use pattern::for_browser as pattern_for_browser;
pub use value::{Node, Value, World, number_of, text_of};
