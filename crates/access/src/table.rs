//! The permission table, read from its reviewed text once.

use std::{collections::BTreeMap, sync::LazyLock};

use casework::{
    actor::Role,
    class::{Class, Classes},
};

use crate::{Actor, Standing};

const TEXT: &str = include_str!("../permissions.txt");

static TABLE: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| read(TEXT));

/// Every row of the table as written: name, and one cell for each of [`Role::ALL`].
#[must_use]
pub fn rows() -> &'static BTreeMap<&'static str, Vec<&'static str>> {
    &TABLE
}

fn read(text: &'static str) -> BTreeMap<&'static str, Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.collect()))
        })
        .collect()
}

/// Whether an actor who stands so may do this. What the table does not name, nobody may do.
#[must_use]
pub fn may(actor: &Actor, action: &str, standing: Standing) -> bool {
    row(action).is_some_and(|cells| holds(cell(cells, actor.by.role), standing, false))
}

/// The classes that an actor who stands so may read.
#[must_use]
pub fn classes(actor: &Actor, standing: Standing) -> Classes {
    Class::ALL
        .iter()
        .copied()
        .filter(|class| {
            let cells = row(class_row(*class));
            cells.is_some_and(|cells| {
                holds(
                    cell(cells, actor.by.role),
                    standing,
                    actor.grants.has(*class),
                )
            })
        })
        .collect()
}

/// The cell of a row for a role, as its relations; empty when the table does not name it.
pub(crate) fn relations(action: &str, role: Role) -> Vec<&'static str> {
    row(action).map_or_else(Vec::new, |cells| cell(cells, role).split('+').collect())
}

pub(crate) const fn class_row(class: Class) -> &'static str {
    match class {
        Class::Health => "class.health",
        Class::Mhpss => "class.mhpss",
        Class::Trafficking => "class.trafficking",
        Class::Gbv => "class.gbv",
        Class::Child => "class.child",
        Class::Sogi => "class.sogi",
    }
}

fn row(action: &str) -> Option<&'static [&'static str]> {
    let exact = TABLE.get(action);
    let cells = exact.or_else(|| {
        let (room, _) = action.split_once('.')?;
        TABLE.get(format!("{room}.*").as_str())
    })?;
    Some(cells)
}

fn cell(cells: &'static [&'static str], role: Role) -> &'static str {
    cells.get(role as usize).copied().unwrap_or("-")
}

/// A cell holds when one of its relations does, and the grant if it asks for one.
fn holds(cell: &str, standing: Standing, granted: bool) -> bool {
    let words: Vec<&str> = cell.split('+').collect();
    let related = words.iter().any(|word| match *word {
        "own" => standing.own,
        "desk" => standing.desk,
        "centre" => standing.centre,
        "alert" => standing.alert,
        "receiver" => standing.receiver,
        "any" => true,
        _ => false,
    });
    related && (granted || !words.contains(&"grant"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_known_word_for_every_role() {
        for (name, cells) in rows() {
            assert_eq!(cells.len(), Role::ALL.len(), "{name}");
            for word in cells.iter().flat_map(|cell| cell.split('+')) {
                let known = [
                    "-", "own", "desk", "centre", "alert", "receiver", "any", "grant",
                ];
                assert!(known.contains(&word), "{name}: {word}");
            }
        }
    }

    #[test]
    fn every_class_has_a_row() {
        for class in Class::ALL {
            assert!(TABLE.contains_key(class_row(*class)), "{}", class.code());
        }
    }

    #[test]
    fn the_columns_stand_in_the_order_of_the_roles() {
        let line = TEXT
            .lines()
            .find(|line| line.starts_with("# columns:"))
            .unwrap();
        let columns: Vec<&str> = line["# columns:".len()..].split_whitespace().collect();
        assert_eq!(columns, Role::CODES);
    }
}
