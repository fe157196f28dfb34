//! Every form of every kind of command: well declared, said in English, and read by the rules.
//!
//! To add the samples of a room: a file beside this one with `SAMPLES`, and one line in [`samples`].

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops there")]

mod assessment;
mod child;
mod closure;
mod household;
mod implementation;
mod own_files;
mod planning;
mod review;
mod transfer;

use std::collections::BTreeSet;

use casework::Ask;
use forms::{Answers, Choices, Form, Kind, check};
use serde_json::json;
use strum::VariantNames as _;
use web::{Lang, T, rooms};

/// One post of one form, as a browser sends it.
pub struct Sample {
    room: &'static str,
    kind: &'static str,
    posted: &'static [(&'static str, &'static str)],
}

/// A sample as a line of a table.
pub const fn post(
    room: &'static str,
    kind: &'static str,
    posted: &'static [(&'static str, &'static str)],
) -> Sample {
    Sample { room, kind, posted }
}

/// Some id.
pub const ID: &str = "0123456789abcdef0123456789abcdef";

/// Every action of a case, and every form of a file of its own.
fn all_actions() -> impl Iterator<Item = &'static rooms::Action> {
    rooms::actions().iter().chain(rooms::own_files())
}

fn samples() -> Vec<&'static Sample> {
    [
        assessment::SAMPLES,
        child::SAMPLES,
        planning::SAMPLES,
        implementation::SAMPLES,
        review::SAMPLES,
        closure::SAMPLES,
        transfer::SAMPLES,
        household::SAMPLES,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The kinds of events of each room that has forms.
fn events() -> Vec<(&'static str, &'static [&'static str])> {
    let all = [
        ("reception", casework::reception::Event::VARIANTS),
        ("consent", casework::consent::Event::VARIANTS),
        ("screening", casework::screening::Event::VARIANTS),
        ("registration", casework::registration::Event::VARIANTS),
        ("assessment", casework::assessment::Event::VARIANTS),
        ("child", casework::child::Event::VARIANTS),
        ("planning", casework::planning::Event::VARIANTS),
        ("implementation", casework::implementation::Event::VARIANTS),
        ("review", casework::review::Event::VARIANTS),
        ("closure", casework::closure::Event::VARIANTS),
        ("transfer", casework::transfer::Event::VARIANTS),
        ("approval", casework::approval::Event::VARIANTS),
        ("household", casework::household::Event::VARIANTS),
        ("feedback", casework::feedback::FeedbackEvent::VARIANTS),
    ];
    let has_forms = |room: &str| all_actions().any(|action| action.room == room);
    all.into_iter()
        .filter(|(room, _)| has_forms(room))
        .collect()
}

fn checked(form: &Form, posted: &[(String, String)]) -> Result<Answers, String> {
    let picks = form
        .fields
        .iter()
        .filter(|field| matches!(field.kind, Kind::Pick | Kind::PickMany));
    let choices = picks.fold(Choices::none(), |choices, field| {
        let options = posted.iter().filter(|(name, _)| name == field.name);
        choices.with(field.name, options.map(|(_, id)| (id.clone(), id.clone())))
    });
    let now = "2026-11-21T12:00:00[UTC]".parse().unwrap();
    check(form, &choices, posted, &now).map_err(|problems| format!("{:?}", problems.fields))
}

fn read(room: &str, kind: &str, posted: &[(String, String)]) -> Result<Ask, String> {
    let action = rooms::action(room, kind).ok_or("no such action")?;
    let mut answers = checked(&action.form, posted)?;
    answers.remove("happened");
    serde_json::from_value(json!({"room": room, "what": {"kind": kind, "body": answers}}))
        .map_err(|error| error.to_string())
}

fn owned(posted: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = posted.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

#[test]
fn every_form_is_well_declared() {
    let flaws: Vec<String> = all_actions()
        .flat_map(|action| action.form.flaws())
        .collect();
    assert_eq!(flaws, Vec::<String>::new());
}

#[test]
fn every_kind_of_event_that_a_form_records_is_one() {
    let strange: Vec<&str> = rooms::actions()
        .iter()
        .flat_map(|action| {
            let kinds = events().into_iter().find(|(room, _)| *room == action.room);
            let kinds = kinds.map_or(&[][..], |(_, kinds)| kinds);
            let recorded = action.recorded.iter().copied();
            recorded.filter(move |kind| !kind.is_empty() && !kinds.contains(kind))
        })
        .collect();
    assert_eq!(strange, Vec::<&str>::new());
}

#[test]
fn every_form_is_said_in_english() {
    let t = Lang::En.t();
    let mut unsaid = BTreeSet::new();
    for action in all_actions() {
        unsaid.extend(unless_said(t, &[action.title_key()]));
        let form = action.form.id.replace('.', "-");
        for field in &action.form.fields {
            let keys = |what: &str, name: &str| {
                [format!("{what}-{form}-{name}"), format!("{what}-{name}")]
            };
            if field.kind != Kind::Hidden {
                unsaid.extend(unless_said(t, &keys("field", field.name)));
            }
            if let Some(section) = field.section {
                unsaid.extend(unless_said(t, &keys("section", section)));
            }
            if let Some(list) = field.kind.list() {
                let codes = list.codes.iter();
                unsaid.extend(codes.flat_map(|code| {
                    unless_said(
                        t,
                        &[
                            format!("code-{}-{code}", list.name),
                            format!("answer-{code}"),
                        ],
                    )
                }));
            }
        }
    }
    assert_eq!(unsaid, BTreeSet::new());
}

#[test]
fn every_event_is_said_in_english() {
    let keys = events().into_iter().flat_map(|(room, kinds)| {
        let kinds = kinds.iter();
        kinds.map(move |kind| format!("event-{room}-{kind}"))
    });
    let unsaid: BTreeSet<String> = keys
        .flat_map(|key| unless_said(Lang::En.t(), &[key]))
        .collect();
    assert_eq!(unsaid, BTreeSet::new());
}

fn unless_said(t: T, keys: &[String]) -> Option<String> {
    let said = keys.iter().any(|key| t.find(key).is_some());
    (!said).then(|| keys.last().cloned().unwrap_or_default())
}

#[test]
fn every_sample_reads_into_its_command() {
    for sample in samples() {
        let ask = read(sample.room, sample.kind, &owned(sample.posted));
        let ask = ask.unwrap_or_else(|why| panic!("{}.{}: {why}", sample.room, sample.kind));
        assert_eq!(ask.kind(), (sample.room, sample.kind));
    }
}

/// What is not required may stay empty without the rules stumbling over it.
#[test]
fn every_sample_reads_with_its_required_answers_alone() {
    for sample in samples() {
        let action = rooms::action(sample.room, sample.kind).unwrap();
        let required = |(name, _): &(String, String)| {
            action.form.field(name).is_some_and(|field| field.required)
        };
        let posted: Vec<_> = owned(sample.posted).into_iter().filter(required).collect();
        if let Err(why) = read(sample.room, sample.kind, &posted) {
            panic!("{}.{}: {why}", sample.room, sample.kind);
        }
    }
}

#[test]
fn every_question_of_a_sampled_room_is_answered_in_a_sample() {
    let sampled: BTreeSet<&str> = samples().iter().map(|sample| sample.room).collect();
    let mut unanswered = Vec::new();
    for action in rooms::actions() {
        for field in &action.form.fields {
            let answers = |sample: &&Sample| {
                (sample.room, sample.kind) == (action.room, action.kind)
                    && sample.posted.iter().any(|(name, _)| *name == field.name)
            };
            let asked = field.name != "happened" && sampled.contains(action.room);
            if asked && !samples().iter().any(answers) {
                unanswered.push(format!("{}: {}", action.form.id, field.name));
            }
        }
    }
    assert_eq!(unanswered, Vec::<String>::new());
}

/// The machinery's own commands have no form.
#[test]
fn every_kind_of_command_of_these_rooms_has_a_form() {
    let all = [
        ("assessment", casework::assessment::Ask::VARIANTS),
        ("child", casework::child::Ask::VARIANTS),
        ("planning", casework::planning::Ask::VARIANTS),
        ("implementation", casework::implementation::Ask::VARIANTS),
        ("review", casework::review::Ask::VARIANTS),
        ("closure", casework::closure::Ask::VARIANTS),
        ("transfer", casework::transfer::Ask::VARIANTS),
        ("household", casework::household::Ask::VARIANTS),
    ];
    let without: Vec<&str> = all
        .into_iter()
        .flat_map(|(room, kinds)| {
            let kinds = kinds.iter().copied();
            kinds.filter(move |kind| rooms::action(room, kind).is_none())
        })
        .collect();
    assert_eq!(without, ["receive_notice"]);
}
