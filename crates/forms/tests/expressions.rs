//! Expressions against the vectors, which are made from the public specification of XLSForm and
//! XPath 1.0, and not by this program.

#![allow(clippy::expect_used)] // A vector that cannot be read is a broken test.

mod common;

use common::{form, vectors};
use forms::expression::{Value, parse};
use forms::sitting::{Around, Sitting};
use serde_json::Value as Json;

#[test]
fn every_vector_has_its_value() {
    let all = vectors("expressions");
    let form = form(&all["form"]);
    let chance = || all["chance"].as_f64().expect("a number");
    let around = Around {
        now: all["now"].as_str().expect("a moment"),
        language: "en",
        chance: &chance,
    };
    let answers = all["form"]["answers"].as_object().expect("answers");
    let sitting = Sitting::new(&form, answers, &around).expect("a sitting");
    let cases = all["cases"].as_array().expect("cases");
    assert!(cases.len() >= 1000);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| off(&sitting, case))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

fn off(sitting: &Sitting<'_>, case: &Json) -> Option<String> {
    let source = case["expr"].as_str().expect("an expression");
    let expr = match parse(source) {
        Ok(expr) => expr,
        Err(unclear) => return Some(format!("{source}: {unclear}")),
    };
    let again = parse(&expr.to_string());
    if again.as_ref() != Ok(&expr) {
        return Some(format!("{source}: printed as {expr}, which is {again:?}"));
    }
    let value = sitting
        .value_at(case["at"].as_str().unwrap_or(""), &expr)
        .expect("a value");
    (!fits(&value, sitting, case))
        .then(|| format!("{source} at {}: {value:?}, not {case}", case["at"]))
}

fn fits(value: &Value, sitting: &Sitting<'_>, case: &Json) -> bool {
    if let Some(near) = case["near"].as_f64() {
        let within = case["within"]
            .as_f64()
            .unwrap_or(near.abs() * 1e-12 + 1e-15);
        return (value.number(sitting) - near).abs() <= within;
    }
    match &case["is"] {
        Json::String(text) => value.text(sitting) == *text,
        Json::Bool(truth) => value.truth(sitting) == *truth && !matches!(value, Value::Number(_)),
        Json::Number(number) => Some(value.number(sitting)) == number.as_f64(),
        other => {
            let number = value.number(sitting);
            match other["number"].as_str() {
                Some("NaN") => number.is_nan(),
                Some("Infinity") => number == f64::INFINITY,
                _ => number == f64::NEG_INFINITY,
            }
        }
    }
}
