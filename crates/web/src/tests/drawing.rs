//! Forms as drawn: what is typed stays, what is wrong is said beside it, what was stored is read out.

use askama::Template;
use forms::{Choices, CodeList, Form};
use jiff::tz::TimeZone;
use serde_json::json;

use super::samples::{choices, form, problems};
use crate::{FormView, Lang, read_out};

fn drawn() -> String {
    let (form, choices, problems) = (form(), choices(), problems());
    FormView::new(&form, &choices, Lang::En.t())
        .with_problems(&problems)
        .command("c1")
        .base("12")
        .render()
        .unwrap()
}

#[test]
fn what_was_typed_stays_even_when_it_is_no_date() {
    let html = drawn();
    assert!(
        html.contains(r#"type="text" class="line line-short" value="21/11/26""#),
        "{html}"
    );
    assert!(html.contains(r#"value="at_risk" checked"#));
    assert!(html.contains(r#"name="case" value="k7""#));
}

#[test]
fn what_is_wrong_is_said_beside_the_field_and_on_top() {
    let html = drawn();
    assert!(html.contains(r##"<a href="#f-arrived_on"><bdi>Day of arrival</bdi></a>"##));
    assert!(
        html.contains(r#"aria-describedby="f-arrived_on-error" aria-invalid="true""#),
        "{html}"
    );
    assert!(html.contains(r#"id="f-arrived_on-error""#));
    assert!(!html.contains(r#"id="f-name-error""#));
}

#[test]
fn a_condition_is_said_in_words_and_given_to_the_script() {
    let html = drawn();
    assert!(html.contains(r#"data-when="current_safety" data-is="at_risk immediate_danger""#));
    assert!(html.contains("At risk or In immediate danger"), "{html}");
}

#[test]
fn the_envelope_travels_with_the_form() {
    let html = drawn();
    assert!(
        html.contains(r#"name="command" value="c1""#) && html.contains(r#"name="base" value="12""#)
    );
}

#[test]
fn short_lists_stand_open_and_long_ones_fold() {
    let html = drawn();
    assert!(html.contains(r#"<select id="f-domain""#));
    assert!(html.contains(r#"type="radio" id="f-current_safety""#));
    assert!(html.contains(r#"type="checkbox" id="f-immediate_needs""#));
    assert!(html.contains(r#"value="declined""#));
}

#[test]
fn an_optional_choice_can_be_taken_back() {
    const LIST: CodeList = CodeList {
        name: "safety",
        codes: &["safe", "at_risk"],
    };
    let draw = |form: Form| {
        FormView::new(&form, &Choices::none(), Lang::En.t())
            .render()
            .unwrap()
    };
    let optional = draw(
        Form::new("sample.two")
            .purpose("p")
            .code("current_safety", LIST),
    );
    assert!(optional.contains(r#"value="" checked"#), "{optional}");
    let required = draw(
        Form::new("sample.two")
            .purpose("p")
            .code("current_safety", LIST)
            .required(),
    );
    assert!(!required.contains(r#"value="""#));
}

#[test]
fn stored_answers_fill_the_form_and_are_read_out() {
    let (form, choices) = (form(), choices());
    let answers = json!({"current_safety": "safe", "safe_tonight": true, "immediate_needs": ["medical", "food"],
        "seen_at": "2026-11-21T09:30:00Z", "arrived_on": "2026-11-20", "worker": "b2", "cost": 1250});
    let answers = answers.as_object().unwrap();
    let zone = TimeZone::fixed(jiff::tz::offset(1));
    let html = FormView::new(&form, &choices, Lang::En.t())
        .filled(answers, &zone)
        .render()
        .unwrap();
    assert!(
        html.contains(r#"type="datetime-local" class="line line-short" value="2026-11-21T10:30""#)
    );
    let facts = read_out(&form, &choices, answers, Lang::En.t(), &zone)
        .render()
        .unwrap();
    for said in [
        "Safe",
        "Yes",
        "Medical help, Food and water",
        "20 November",
        "10:30",
        "Bruno Conti",
        "12.50",
    ] {
        assert!(facts.contains(said), "{said} in {facts}");
    }
}
