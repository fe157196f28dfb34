//! `client/expression.js` against the same vectors as the server, in Node.

#![allow(clippy::expect_used)] // A vector that cannot be read is a broken test.

mod common;

use std::path::Path;
use std::process::Command;

use common::{form, vectors};
use forms::expression::parse;
use forms::sitting::{Around, Sitting};
use serde_json::{Value, json};

#[test]
fn the_browser_answers_every_vector_as_the_server_does() {
    let expressions = vectors("expressions");
    let house = form(&expressions["form"]);
    let mut cases = expressions["cases"].clone();
    for case in cases.as_array_mut().expect("cases") {
        let expr = parse(case["expr"].as_str().expect("an expression")).expect("it can be read");
        case["ast"] = expr.to_json();
    }
    let now = expressions["now"].as_str().expect("a moment");
    let compiled = json!({
        "now": now,
        "chance": 0.5,
        "expressions": {"form": house.to_json(), "answers": expressions["form"]["answers"], "cases": cases},
        "forms": whole_forms(now),
    });
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vectors.json");
    std::fs::write(&file, compiled.to_string()).expect("written");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors.mjs");
    let ran = Command::new("node").arg(script).arg(&file).output();
    let ran = ran.expect("node is installed: the browser's interpreter is tried with it");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(
        ran.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&ran.stderr)
    );
}

/// Whole forms with what the server makes of them; that it is right is said in `sittings.rs`.
fn whole_forms(now: &str) -> Vec<Value> {
    let chance = || 0.5;
    vectors("forms")["cases"]
        .as_array()
        .expect("cases")
        .iter()
        .map(|case| {
            let form = form(case);
            let language = case["language"].as_str().unwrap_or("");
            let around = Around { now, language, chance: &chance };
            let sitting = Sitting::new(&form, case["answers"].as_object().expect("answers"), &around);
            let outcome = sitting.expect("a sitting").outcome().expect("an outcome");
            json!({"name": case["name"], "form": form.to_json(), "answers": case["answers"], "language": language, "outcome": outcome})
        })
        .collect()
}
