//! Whole forms, answered: what counts, what is relevant, what is wrong.

#![allow(clippy::expect_used)] // A vector that cannot be read is a broken test.

mod common;

use common::{form, vectors};
use forms::sitting::{Around, Sitting};
use serde_json::Value;

#[test]
fn every_form_is_answered_as_expected() {
    let all = vectors("forms");
    let chance = || 0.5;
    let mut wrong = Vec::new();
    for case in all["cases"].as_array().expect("cases") {
        let form = form(case);
        let around = Around {
            now: "2026-11-22T09:30:00.000+01:00",
            language: case["language"].as_str().unwrap_or(""),
            chance: &chance,
        };
        let answers = case["answers"].as_object().expect("answers");
        let sitting = Sitting::new(&form, answers, &around).expect("a sitting");
        let outcome = sitting.outcome().expect("an outcome");
        for part in ["values", "relevant", "errors"] {
            let wanted = &case[part];
            if !wanted.is_null() && !covers(&outcome[part], wanted, part == "relevant") {
                wrong.push(format!(
                    "{}: {part} {} not {wanted}",
                    case["name"], outcome[part]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of relevance a case names what it is about; values and errors it names all.
fn covers(found: &Value, wanted: &Value, partly: bool) -> bool {
    if !partly {
        return found == wanted;
    }
    wanted
        .as_object()
        .is_some_and(|map| map.iter().all(|(key, value)| &found[key] == value))
}
