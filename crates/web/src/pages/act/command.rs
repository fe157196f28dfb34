//! From the checked answers of a form to the command that it posts.

use casebook::Command;
use casework::{Ask, Id};
use forms::Answers;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::Posted;

/// The checked answers did not read into the command: the form and the rules disagree.
pub struct Unread;

/// A command from the checked answers of its form.
///
/// # Errors
/// [`Unread`], which a test over all forms keeps from happening.
pub fn command(
    id: Id,
    file: Option<Id>,
    room: &str,
    kind: &str,
    mut answers: Answers,
    posted: &Posted,
) -> Result<Command, Unread> {
    let happened = match answers.remove("happened") {
        Some(Value::String(text)) => Some(text.parse::<Timestamp>().map_err(|_| Unread)?),
        _ => None,
    };
    let ask: Ask =
        serde_json::from_value(json!({"room": room, "what": {"kind": kind, "body": answers}}))
            .map_err(|problem| {
                // The words of serde name fields and types, and the value only when it is a code.
                tracing::error!(
                    room,
                    kind,
                    line = problem.line(),
                    "a form's answers do not read into its command"
                );
                Unread
            })?;
    let base = posted.base().and_then(|text| text.parse().ok());
    Ok(Command {
        id,
        file,
        happened,
        base,
        ask,
    })
}
