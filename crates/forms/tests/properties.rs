//! What holds for every text, every expression and every sheet.

#![allow(clippy::expect_used)] // What cannot even be built is a broken test.

use forms::expression::{Expr, parse, pattern_for_browser};
use forms::sitting::{Around, Sitting};
use forms::xlsform::{Book, Form, read};
use proptest::prelude::*;

fn form(cell: &str) -> Option<Form> {
    let cell = cell.replace('"', "\"\"");
    let survey = format!(
        "type,name,label,calculation\ninteger,a,A,\nbegin repeat,r,R,\ntext,b,B,\nend repeat,,,\ncalculate,c,,\"{cell}\"\n"
    );
    read(Book::from_csv(&[("survey", &survey)]).ok()?).ok()
}

/// Texts that look like expressions, sound or not.
fn scraps() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "${a}",
        "${b}",
        "'x'",
        "\"y\"",
        "1",
        ".5",
        "2026-11-22",
        "and",
        "or",
        "div",
        "mod",
        "-",
        "+",
        "*",
        "=",
        "!=",
        "<=",
        "(",
        ")",
        "[",
        "]",
        ",",
        "/",
        "//",
        ".",
        "..",
        "|",
        "name",
        "if(",
        "count(",
        "position(..)",
        "selected(",
        "regex(., ",
        "today()",
        "'",
        "${",
        "}",
        "é",
        "١",
        "substr(",
        "round(",
        "concat(",
        "not(",
        "date(",
        "instance('l')/root/item",
        "current()",
        "indexed-repeat(${b}, ${r}, ",
    ]);
    prop::collection::vec(words, 0..24).prop_map(|words| words.join(" "))
}

/// Sound expressions.
fn sound() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        (0u32..1_000_000).prop_map(|n| n.to_string()),
        (0.0f64..1e6).prop_map(|n| n.to_string()),
        "[a-zà-ü0-9 ]{0,6}".prop_map(|text| format!("'{text}'")),
        prop::sample::select(vec![
            "${a}",
            "${b}",
            "${r}",
            ".",
            "..",
            "../a",
            "//b",
            "today()",
            "true()",
            "position(..)",
            "/data/r[1]/b",
            "/data/*"
        ])
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(5, 60, 4, |inner| {
        let signs = prop::sample::select(vec![
            "+", "-", "*", "div", "mod", "=", "!=", "<", "<=", ">", ">=", "and", "or",
        ]);
        let calls = prop::sample::select(vec![
            "count",
            "sum",
            "string",
            "number",
            "not",
            "round",
            "int",
            "concat",
            "date",
            "string-length",
            "uuid",
            "max",
        ]);
        prop_oneof![
            (inner.clone(), signs, inner.clone())
                .prop_map(|(a, sign, b)| format!("{a} {sign} {b}")),
            (calls, inner.clone()).prop_map(|(name, a)| format!("{name}({a})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("if({a}, {b}, {c})")),
            inner.clone().prop_map(|a| format!("({a})")),
            inner.clone().prop_map(|a| format!("-({a})")),
            inner.clone().prop_map(|a| format!("${{b}}[{a}]")),
            inner.prop_map(|a| format!("//r[{a}]/b")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_upsets_the_reader(text in any::<String>()) {
        let _ = parse(&text);
        let _ = form(&text);
    }

    #[test]
    fn no_scrap_upsets_the_reader(text in scraps()) {
        if let Ok(expr) = parse(&text) {
            prop_assert_eq!(parse(&expr.to_string()), Ok(expr));
        }
    }

    #[test]
    fn what_is_printed_reads_as_the_same(text in sound()) {
        let expr: Expr = parse(&text).expect("it is sound");
        prop_assert_eq!(parse(&expr.to_string()), Ok(expr));
    }

    #[test]
    fn every_sound_expression_has_a_value(text in sound(), a in any::<i32>(), b in ".{0,5}") {
        let form = form("1").expect("a form");
        let answers = serde_json::json!({"a": a, "r": [{"b": b}, {"b": "2026-11-22"}]});
        let around = Around::at("2026-11-22T09:30:00.000+01:00", &|| 0.5);
        let sitting = Sitting::new(&form, answers.as_object().expect("an object"), &around).expect("a sitting");
        let expr = parse(&text).expect("it is sound");
        for path in ["", "a", "r[1]/b", "r[2]"] {
            sitting.value_at(path, &expr).expect("a value");
        }
    }

    #[test]
    fn any_pattern_is_spelled_out_or_refused(pattern in ".{0,20}") {
        let _ = pattern_for_browser(&pattern);
    }

    #[test]
    fn no_answer_upsets_a_form(key in ".{0,12}", text in any::<String>(), number in any::<f64>()) {
        let form = form("${a} + count(${r})").expect("a form");
        let around = Around::at("2026-11-22T09:30:00.000+01:00", &|| 0.5);
        for value in [serde_json::json!(text), serde_json::json!(number), serde_json::json!([{key.clone(): text.clone()}]), serde_json::json!({key.clone(): null})] {
            let mut answers = serde_json::Map::new();
            for name in ["a", "r", "c", key.as_str()] {
                answers.insert(name.to_owned(), value.clone());
            }
            if let Ok(sitting) = Sitting::new(&form, &answers, &around) {
                sitting.outcome().expect("an outcome");
            }
        }
    }

    #[test]
    fn a_book_comes_back_as_it_was(rows in prop::collection::vec(prop::collection::vec("[^\u{0}-\u{1f}\u{7f}-\u{9f}\u{feff}\u{fffe}\u{ffff}]{0,12}", 1..6), 1..8)) {
        let csv: Vec<String> = rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            cells.join(",")
        }).collect();
        let book = Book::from_csv(&[("survey", &csv.join("\n"))]).expect("sheets");
        let texts = book.to_csv().expect("texts");
        let named: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        prop_assert_eq!(&Book::from_csv(&named).expect("sheets").sheets, &book.sheets);
        let again = Book::from_xlsx(&book.to_xlsx().expect("a file")).expect("sheets");
        prop_assert_eq!(&again.sheets, &book.sheets);
    }

    #[test]
    fn damaged_bytes_never_upset_the_reader(at in 0usize..6000, byte in any::<u8>(), cut in 0usize..6000) {
        let book = Book::from_csv(&[("survey", "type,name,label\ntext,a,A\n")]).expect("sheets");
        let mut bytes = book.to_xlsx().expect("a file");
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        bytes.truncate(bytes.len().saturating_sub(cut % 50));
        if let Ok(book) = Book::from_xlsx(&bytes) {
            let _ = read(book);
        }
    }
}
