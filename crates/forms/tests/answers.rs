//! Every kind of answer: what it takes, and what it refuses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at the first surprise"
)]

use forms::{Choices, CodeList, Form, Kind, Problem, Problems, as_typed, check};
use jiff::Zoned;
use serde_json::{Value, json};

const RISK: CodeList = CodeList {
    name: "risk_level",
    codes: &["urgent", "high", "medium", "low"],
};
const NEEDS: CodeList = CodeList {
    name: "immediate_needs",
    codes: &["medical", "shelter_tonight", "none"],
};

fn now() -> Zoned {
    "2026-11-21T10:30:00+01:00[Europe/Rome]".parse().unwrap()
}

fn post(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn one(kind: Kind, values: &[&str]) -> Result<Option<Value>, Problem> {
    let form = Form::new("test.one")
        .purpose("test")
        .ask("it", kind)
        .optional();
    let choices = Choices::none().with("it", [("a1", "Amal"), ("b2", "Bruno")]);
    let posted = post(
        &values
            .iter()
            .map(|value| ("it", *value))
            .collect::<Vec<_>>(),
    );
    match check(&form, &choices, &posted, &now()) {
        Ok(answers) => Ok(answers.get("it").cloned()),
        Err(problems) => Err(problems
            .of("it")
            .cloned()
            .expect("the problem is on the field")),
    }
}

fn takes(kind: Kind, typed: &str, expected: Value) {
    assert_eq!(
        one(kind, &[typed]),
        Ok(Some(expected)),
        "{kind:?} {typed:?}"
    );
}

fn refuses(kind: Kind, typed: &str, problem: Problem) {
    assert_eq!(one(kind, &[typed]), Err(problem), "{kind:?} {typed:?}");
}

#[test]
fn a_line_is_normalised_and_trimmed() {
    takes(
        Kind::Text { max: 5 },
        "  Ame\u{301}lie ".trim_end_matches("lie "),
        json!("Amé"),
    );
    takes(
        Kind::Text { max: 40 },
        "<script>alert(1)</script>",
        json!("<script>alert(1)</script>"),
    );
    takes(
        Kind::Text { max: 40 },
        "\u{2068}Layla\u{2069}",
        json!("Layla"),
    );
    refuses(Kind::Text { max: 5 }, "abcdef", Problem::TooLong { max: 5 });
    refuses(Kind::Text { max: 40 }, "a\nb", Problem::ControlCharacters);
    refuses(
        Kind::Text { max: 40 },
        "a\u{202E}b",
        Problem::ControlCharacters,
    );
    refuses(Kind::Text { max: 40 }, "a\0b", Problem::ControlCharacters);
}

#[test]
fn long_text_keeps_its_lines() {
    takes(
        Kind::LongText { max: 40 },
        "one\r\ntwo\tthree\rfour",
        json!("one\ntwo\tthree\nfour"),
    );
    refuses(
        Kind::LongText { max: 40 },
        "a\u{7}b",
        Problem::ControlCharacters,
    );
    refuses(
        Kind::LongText { max: 3 },
        "four",
        Problem::TooLong { max: 3 },
    );
}

#[test]
fn a_length_counts_letters_and_not_bytes() {
    takes(Kind::Text { max: 4 }, "سلام", json!("سلام"));
    refuses(Kind::Text { max: 3 }, "سلام", Problem::TooLong { max: 3 });
}

#[test]
fn a_code_is_of_its_list() {
    takes(Kind::Code(RISK), "high", json!("high"));
    refuses(Kind::Code(RISK), "unknown", Problem::NotACode);
    takes(Kind::CodeOr(RISK), "not_asked", json!("not_asked"));
    refuses(Kind::CodeOr(RISK), "enormous", Problem::NotACode);
}

#[test]
fn several_codes_stay_consistent() {
    assert_eq!(
        one(
            Kind::Multi(NEEDS),
            &["medical", "shelter_tonight", "medical"]
        ),
        Ok(Some(json!(["medical", "shelter_tonight"])))
    );
    assert_eq!(
        one(Kind::Multi(NEEDS), &["none"]),
        Ok(Some(json!(["none"])))
    );
    assert_eq!(
        one(Kind::Multi(NEEDS), &["none", "medical"]),
        Err(Problem::Contradiction)
    );
    assert_eq!(
        one(Kind::Multi(NEEDS), &["medical", "gold"]),
        Err(Problem::NotACode)
    );
    assert_eq!(
        one(Kind::MultiOr(NEEDS), &["declined"]),
        Ok(Some(json!("declined")))
    );
    assert_eq!(
        one(Kind::MultiOr(NEEDS), &["declined", "medical"]),
        Err(Problem::Contradiction)
    );
}

#[test]
fn a_day_is_of_the_calendar() {
    takes(
        Kind::Date { future: false },
        "2026-11-21",
        json!("2026-11-21"),
    );
    takes(
        Kind::Date { future: false },
        "٢٠٢٦-١١-٢١",
        json!("2026-11-21"),
    );
    takes(
        Kind::Date { future: true },
        "2027-02-28",
        json!("2027-02-28"),
    );
    refuses(
        Kind::Date { future: false },
        "2026-11-22",
        Problem::InFuture,
    );
    refuses(Kind::Date { future: true }, "2027-02-29", Problem::NotADate);
    refuses(Kind::Date { future: true }, "21/11/2026", Problem::NotADate);
    refuses(
        Kind::Date { future: true },
        "1899-12-31",
        Problem::BeforeSense,
    );
    refuses(
        Kind::Date { future: true },
        "2201-01-01",
        Problem::AfterSense,
    );
}

#[test]
fn a_moment_is_meant_in_the_zone_of_the_centre() {
    takes(
        Kind::DateTime { future: false },
        "2026-11-21T10:30",
        json!("2026-11-21T09:30:00Z"),
    );
    takes(
        Kind::DateTime { future: false },
        "2026-07-01T10:30:15",
        json!("2026-07-01T08:30:15Z"),
    );
    refuses(
        Kind::DateTime { future: false },
        "2026-11-21T10:31",
        Problem::InFuture,
    );
    refuses(
        Kind::DateTime { future: false },
        "2026-11-21",
        Problem::NotADate,
    );
}

#[test]
fn yes_and_no_are_explicit() {
    takes(Kind::YesNo, "no", json!(false));
    takes(Kind::YesNoOr, "yes", json!(true));
    takes(Kind::YesNoOr, "declined", json!("declined"));
    refuses(Kind::YesNo, "declined", Problem::NotACode);
    refuses(Kind::YesNoOr, "maybe", Problem::NotACode);
}

#[test]
fn a_box_is_ticked_or_not() {
    takes(Kind::Tick, "yes", json!(true));
    assert_eq!(one(Kind::Tick, &[]), Ok(Some(json!(false))));
    refuses(Kind::Tick, "perhaps", Problem::NotACode);
    let must = Form::new("test.tick").purpose("test").tick("it").required();
    assert_eq!(
        checked(&must, &[]).unwrap_err().of("it"),
        Some(&Problem::Missing)
    );
    assert_eq!(
        checked(&must, &[("it", "no")]).unwrap_err().of("it"),
        Some(&Problem::Missing)
    );
}

#[test]
fn numbers_have_a_range() {
    takes(Kind::Int { min: 0, max: 20 }, "١٢", json!(12));
    takes(Kind::Score { min: 0, max: 4 }, "4", json!(4));
    refuses(
        Kind::Int { min: 0, max: 20 },
        "21",
        Problem::OutOfRange { min: 0, max: 20 },
    );
    refuses(
        Kind::Int { min: 0, max: 20 },
        "99999999999999999999",
        Problem::OutOfRange { min: 0, max: 20 },
    );
    refuses(
        Kind::Int { min: 0, max: 20 },
        "-1",
        Problem::OutOfRange { min: 0, max: 20 },
    );
    refuses(Kind::Int { min: 0, max: 20 }, "two", Problem::NotANumber);
    refuses(Kind::Score { min: 0, max: 4 }, "1.5", Problem::NotANumber);
}

#[test]
fn money_is_counted_in_hundredths() {
    takes(Kind::Money, "12", json!(1200));
    takes(Kind::Money, "1 012,5", json!(101_250));
    takes(Kind::Money, "0.05", json!(5));
    refuses(Kind::Money, "1,250", Problem::NotANumber);
    refuses(Kind::Money, "-3", Problem::NotANumber);
    refuses(
        Kind::Money,
        "99999999999",
        Problem::OutOfRange {
            min: 0,
            max: 1_000_000_000,
        },
    );
}

#[test]
fn a_telephone_number_is_digits() {
    takes(Kind::Phone, "+39 (06) 123-45.67", json!("+39061234567"));
    takes(Kind::Phone, "0039 06 1234567", json!("+39061234567"));
    takes(Kind::Phone, "٠٦١٢٣٤٥", json!("0612345"));
    refuses(Kind::Phone, "call me", Problem::NotAPhone);
    refuses(Kind::Phone, "12", Problem::NotAPhone);
}

#[test]
fn options_of_the_moment_are_the_only_ones() {
    takes(Kind::Pick, "b2", json!("b2"));
    refuses(Kind::Pick, "c3", Problem::NotACode);
    assert_eq!(
        one(Kind::PickMany, &["a1", "b2"]),
        Ok(Some(json!(["a1", "b2"])))
    );
    assert_eq!(one(Kind::PickMany, &["a1", "zz"]), Err(Problem::NotACode));
}

fn checked(form: &Form, pairs: &[(&str, &str)]) -> Result<forms::Answers, Problems> {
    check(form, &Choices::none(), &post(pairs), &now())
}

#[test]
fn what_was_stored_can_be_typed_again() {
    let form = Form::new("test.again")
        .purpose("test")
        .date_time("met", false)
        .money("cost")
        .multi("needs", NEEDS)
        .yes_no("safe")
        .tick("told")
        .int("children", 0, 20);
    let typed = [
        ("met", "2026-11-21T10:30"),
        ("cost", "12.50"),
        ("needs", "medical"),
        ("needs", "shelter_tonight"),
        ("safe", "no"),
        ("told", "yes"),
        ("children", "2"),
    ];
    let answers = checked(&form, &typed).unwrap();
    assert_eq!(as_typed(&form, &answers, now().time_zone()), post(&typed));
}
