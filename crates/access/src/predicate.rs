//! The predicate of every list, search and count: the same table, written as SQL over the columns
//! that each view row carries (`worker`, `backup`, `centre`, `desk`, `themes`, `receiver`) and the
//! row's own `classes`.

use casework::class::{Class, Classes};

use crate::{Actor, standing::theme_bit, table};

/// The condition under which an actor may learn of a row. It uses the parameters `:account` and
/// `:centre` (ids as blobs) and nothing that was typed.
#[must_use]
pub fn predicate(actor: &Actor, action: &str) -> String {
    let role = actor.by.role;
    let mut all = vec![reach(actor, action)];
    for class in Class::ALL {
        let words = table::relations(table::class_row(*class), role);
        let granted = actor.grants.has(*class);
        let bit = Classes::of(*class).bits();
        all.push(format!(
            "(classes & {bit} = 0 OR {})",
            related(&words, actor, granted)
        ));
    }
    all.join(" AND ")
}

/// The part of [`predicate`] that speaks of the file and not of single rows: under which relations
/// the actor may learn that it is there. Each of them has an index, so that a list reads the
/// actor's own files and no others.
#[must_use]
pub fn reach(actor: &Actor, action: &str) -> String {
    related(&table::relations(action, actor.by.role), actor, true)
}

fn related(words: &[&str], actor: &Actor, granted: bool) -> String {
    if words.contains(&"grant") && !granted {
        return "0".into();
    }
    let any: Vec<String> = words
        .iter()
        .filter_map(|word| relation(word, actor))
        .collect();
    if any.is_empty() {
        "0".into()
    } else {
        format!("({})", any.join(" OR "))
    }
}

fn relation(word: &str, actor: &Actor) -> Option<String> {
    let theme = theme_bit(actor.by.role);
    match word {
        "own" => Some("worker = :account OR backup = :account".into()),
        "desk" => Some("(centre = :centre AND desk = 1)".into()),
        "centre" => Some("centre = :centre".into()),
        "alert" => Some(format!("(centre = :centre AND themes & {theme} <> 0)")),
        "receiver" => Some("receiver = :account OR receiver = :centre".into()),
        "any" => Some("1".into()),
        _ => None,
    }
}
