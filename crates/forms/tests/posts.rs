//! The post as a whole: missing, repeated, unknown, conditional, hostile.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at the first surprise"
)]

use forms::{
    Answers, Choices, CodeList, Form, Kind, MAX_POSTED, Problem, Problems, Sensitivity, check,
};
use jiff::Zoned;
use serde_json::json;

const SAFETY: CodeList = CodeList {
    name: "safety",
    codes: &["safe", "at_risk"],
};

fn form() -> Form {
    Form::new("test.safety")
        .purpose("safety")
        .section("now")
        .code_or("current_safety", SAFETY)
        .required()
        .long_text("threat_detail", 100)
        .required()
        .high()
        .only_when("current_safety", &["at_risk"])
        .text("threat_place", 20)
        .only_when("threat_detail", &["here"])
}

fn checked(form: &Form, pairs: &[(&str, &str)]) -> Result<Answers, Problems> {
    let now: Zoned = "2026-11-21T10:30:00+01:00[Europe/Rome]".parse().unwrap();
    let posted: Vec<_> = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    check(form, &Choices::none(), &posted, &now)
}

#[test]
fn a_required_answer_is_given() {
    assert!(checked(&form(), &[("current_safety", "safe")]).is_ok());
    for nothing in ["", "  ", "\n"] {
        let problems = checked(&form(), &[("current_safety", nothing)]).unwrap_err();
        assert_eq!(problems.of("current_safety"), Some(&Problem::Missing));
    }
    let invisible = checked(
        &Form::new("t").purpose("t").text("name", 9).required(),
        &[("name", "\u{2066}\u{2069}")],
    );
    assert_eq!(invisible.unwrap_err().of("name"), Some(&Problem::Missing));
}

#[test]
fn a_question_that_is_not_asked_is_dropped() {
    let answers = checked(
        &form(),
        &[
            ("current_safety", "safe"),
            ("threat_detail", "a\u{202E}b"),
            ("threat_place", "x"),
        ],
    );
    assert_eq!(
        answers.unwrap(),
        json!({"current_safety": "safe"})
            .as_object()
            .cloned()
            .unwrap()
    );
}

#[test]
fn a_question_that_is_asked_is_checked() {
    let problems = checked(&form(), &[("current_safety", "at_risk")]).unwrap_err();
    assert_eq!(problems.fields, vec![("threat_detail", Problem::Missing)]);
    let answers = checked(
        &form(),
        &[
            ("current_safety", "at_risk"),
            ("threat_detail", "here"),
            ("threat_place", "door"),
        ],
    )
    .unwrap();
    assert_eq!(answers["threat_place"], json!("door"));
}

#[test]
fn a_condition_on_a_question_that_is_not_asked_does_not_hold() {
    let answers = checked(
        &form(),
        &[
            ("current_safety", "safe"),
            ("threat_detail", "here"),
            ("threat_place", "door"),
        ],
    )
    .unwrap();
    assert!(!answers.contains_key("threat_place"));
}

#[test]
fn a_field_is_posted_once() {
    let problems = checked(
        &form(),
        &[("current_safety", "safe"), ("current_safety", "at_risk")],
    )
    .unwrap_err();
    assert_eq!(problems.of("current_safety"), Some(&Problem::Repeated));
    let problems = checked(
        &form(),
        &[
            ("current_safety", "safe"),
            ("command", "1"),
            ("command", "2"),
        ],
    )
    .unwrap_err();
    assert_eq!(problems.whole, vec![Problem::Repeated]);
}

#[test]
fn only_fields_of_the_form_and_its_envelope_are_known() {
    assert!(
        checked(
            &form(),
            &[("current_safety", "safe"), ("command", "c1"), ("base", "7")]
        )
        .is_ok()
    );
    let problems = checked(&form(), &[("current_safety", "safe"), ("role", "admin")]).unwrap_err();
    assert_eq!(problems.whole, vec![Problem::UnknownField]);
}

#[test]
fn a_flood_of_fields_is_refused_unread() {
    let flood = vec![("current_safety", "safe"); MAX_POSTED + 1];
    let problems = checked(&form(), &flood).unwrap_err();
    assert_eq!(
        (problems.whole, problems.fields.len()),
        (vec![Problem::TooManyFields], 0)
    );
}

#[test]
fn nothing_typed_is_lost() {
    let problems = checked(&form(), &[("current_safety", " wrong\u{202E} ")]).unwrap_err();
    assert_eq!(
        problems.typed,
        vec![("current_safety".to_owned(), " wrong\u{202E} ".to_owned())]
    );
}

#[test]
fn a_form_reads_like_a_table() {
    let form = form();
    assert_eq!(form.flaws(), Vec::<String>::new());
    let field = form.field("threat_detail").unwrap();
    assert_eq!(
        (field.purpose, field.section, field.sensitivity),
        ("safety", Some("now"), Sensitivity::H)
    );
}

#[test]
fn a_flawed_form_is_found_out() {
    let form = Form::new("test.flawed")
        .text("name", 5)
        .purpose("p")
        .text("name", 5)
        .text("base", 5)
        .code_or(
            "it",
            CodeList {
                name: "l",
                codes: &["unknown"],
            },
        )
        .text("late", 5)
        .only_when("later", &["x"])
        .text("never", 5)
        .only_when("it", &["y"]);
    assert_eq!(form.flaws().len(), 6, "{:?}", form.flaws());
}

/// A small generator of its own: the same sequence each time, no clock and no chance.
struct Seed(u64);

impl Seed {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    fn text(&mut self) -> String {
        const SCRAPS: [&str; 24] = [
            "",
            "yes",
            "unknown",
            "safe",
            "2026-02-30",
            "-",
            "99999999999999999999999",
            "2026-11-21T25:61",
            "1e9",
            "NaN",
            "٣",
            "۳",
            "\0",
            "\u{202E}",
            "\u{2066}",
            "\r\n",
            "<script>",
            "'; DROP TABLE",
            "{{7*7}}",
            "e\u{301}\u{301}\u{301}",
            "👩‍👩‍👧",
            "\u{10FFFF}",
            "+00",
            ",,",
        ];
        (0..self.next(4))
            .map(|_| SCRAPS[self.next(SCRAPS.len())])
            .collect()
    }
}

#[test]
fn hostile_posts_never_panic_and_never_slip_through() {
    let kinds = [
        Kind::Text { max: 8 },
        Kind::LongText { max: 8 },
        Kind::CodeOr(SAFETY),
        Kind::MultiOr(SAFETY),
        Kind::Date { future: true },
        Kind::DateTime { future: true },
        Kind::YesNoOr,
        Kind::Tick,
        Kind::Int { min: -5, max: 5 },
        Kind::Money,
        Kind::Pick,
        Kind::Phone,
        Kind::Hidden,
    ];
    let mut seed = Seed(20_261_121);
    for _ in 0..20_000 {
        let form = Form::new("t")
            .purpose("t")
            .ask("it", kinds[seed.next(kinds.len())]);
        let text = seed.text();
        if let Ok(answers) = checked(&form, &[("it", &text)]) {
            for value in answers.values().filter_map(|value| value.as_str()) {
                assert!(
                    !value.contains(['\0', '\u{202E}', '\u{2066}', '\r']),
                    "{value:?}"
                );
            }
        }
    }
}
