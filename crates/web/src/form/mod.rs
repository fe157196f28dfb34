//! Drawing a declared form: labels, hints, controls, what was typed and what is wrong with it.
//!
//! A form works without script. With it, questions that are not to be asked are hidden.

mod blank;
mod control;
mod draft;
mod field;
mod reading;
mod view;
mod words;

pub(crate) use blank::Blank;
pub use reading::read_out;
pub use view::FormView;
