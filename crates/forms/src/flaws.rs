//! Mistakes in a declared form, for a test to find.

use crate::{Field, Form, Kind, OR_ANSWERS, RESERVED};

impl Form {
    /// What is wrong with the declaration itself; empty when nothing is.
    pub fn flaws(&self) -> Vec<String> {
        let mut flaws = Vec::new();
        for (place, field) in self.fields.iter().enumerate() {
            let earlier = self.fields.get(..place).unwrap_or_default();
            let mut say = |what: &str| flaws.push(format!("{}: {} {what}", self.id, field.name));
            if earlier.iter().any(|other| other.name == field.name) {
                say("is asked twice");
            }
            if RESERVED.contains(&field.name) {
                say("is a reserved name");
            }
            if field.purpose.is_empty() {
                say("has no purpose");
            }
            if field
                .kind
                .list()
                .is_some_and(|list| field.kind.takes_or() && OR_ANSWERS.iter().any(|a| list.has(a)))
            {
                say("lists an answer that it takes anyway");
            }
            if let Some((other, values)) = field.only_when {
                match earlier.iter().find(|earlier| earlier.name == other) {
                    None => say("waits for a field that does not come earlier"),
                    Some(other) if !values.iter().all(|value| can_be(other, value)) => {
                        say("waits for a value that cannot come")
                    }
                    Some(_) => {}
                }
            }
        }
        flaws
    }
}

fn can_be(field: &Field, value: &str) -> bool {
    if field.kind.takes_or() && OR_ANSWERS.contains(&value) {
        return true;
    }
    match field.kind {
        Kind::Code(list) | Kind::CodeOr(list) | Kind::Multi(list) | Kind::MultiOr(list) => {
            list.has(value)
        }
        Kind::YesNo | Kind::YesNoOr => value == "yes" || value == "no",
        Kind::Tick => value == "yes",
        _ => true,
    }
}
