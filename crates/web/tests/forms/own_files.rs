//! Samples of files of their own: households and feedback.

use casework::{feedback::FeedbackAsk, household_file::Kit, lists::HouseholdRole};
use serde_json::{Value, json};
use strum::VariantNames as _;
use web::rooms;

use super::{ID, checked, owned};

/// Kind, and what is posted: everything that is asked.
const FEEDBACK: &[(&str, &[(&str, &str)])] = &[
    (
        "receive",
        &[
            ("feedback_type", "dissatisfaction"),
            ("text", "Waited three hours in the rain."),
            ("about_staff", ID),
            ("sensitivity", "ordinary"),
            ("channel", "in_person_centre"),
            ("anonymous", "no"),
            ("person", ID),
        ],
    ),
    ("acknowledge", &[("note", "Told them it was heard.")]),
    ("respond", &[("outcome", "A roof over the door.")]),
    (
        "close_loop",
        &[("how", "Told at the next visit."), ("satisfied", "yes")],
    ),
];

fn answers(room: &str, kind: &str, posted: &[(&str, &str)]) -> Value {
    let action = rooms::own_file(room, kind).unwrap();
    let answers = checked(&action.form, &owned(posted));
    Value::Object(answers.unwrap_or_else(|why| panic!("{room}.{kind}: {why}")))
}

#[test]
fn every_step_of_feedback_reads_into_its_command() {
    let kinds: Vec<&str> = FEEDBACK.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, FeedbackAsk::VARIANTS);
    for (kind, posted) in FEEDBACK {
        let body = answers("feedback", kind, posted);
        let asked = serde_json::from_value::<FeedbackAsk>(json!({"kind": kind, "body": body}));
        let asked: &'static str = asked.unwrap_or_else(|why| panic!("{kind}: {why}")).into();
        assert_eq!(asked, *kind);
    }
}

#[test]
fn nobody_who_stays_unknown_is_named() {
    let mut posted = FEEDBACK[0].1.to_vec();
    posted.retain(|(name, _)| *name != "anonymous");
    posted.push(("anonymous", "yes"));
    assert_eq!(answers("feedback", "receive", &posted).get("person"), None);
}

#[test]
fn what_is_given_to_all_reads_into_its_record() {
    let posted = [
        ("service_type", "nfi_kit"),
        ("what", "Blankets"),
        ("again_because", "The first were stolen."),
    ];
    let kit: Kit = serde_json::from_value(answers("household_file", "give_kit", &posted)).unwrap();
    assert_eq!(kit.what, "Blankets");
}

#[test]
fn what_was_found_of_a_pair_reads_into_its_verdict() {
    let posted = [
        ("pair_verdict", "same"),
        ("keep", ID),
        ("verdict_reason", "The same scar, and she says so."),
    ];
    let said = answers("pair", "judge", &posted);
    let said: casebook::Verdict = serde_json::from_value(said).unwrap();
    assert_eq!(said.keep.unwrap().to_string(), ID);
    let posted = [("pair_verdict", "not_same"), ("keep", ID), posted[2]];
    assert_eq!(answers("pair", "judge", &posted).get("keep"), None);
    let alone = answers("pair", "judge_alone", &[posted[0], posted[2]]);
    assert!(serde_json::from_value::<casebook::Verdict>(alone).is_ok());
}

#[test]
fn those_who_form_a_household_each_have_a_role() {
    let posted = [("person_1", ID), ("role_1", "head")];
    let answers = answers("household_file", "form", &posted);
    let (person, role) = rooms::founders()[0];
    assert_eq!(answers[person], json!(ID));
    assert!(
        answers[role]
            .as_str()
            .unwrap()
            .parse::<HouseholdRole>()
            .is_ok()
    );
}
