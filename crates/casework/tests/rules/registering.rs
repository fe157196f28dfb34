//! The way from the door to a code: every flaw said at once, texts that can be looked up, a young
//! person's caregiver, the level that would have been right, and a worker who takes the case.

use casework::{
    Refusal,
    class::{Class, Classes},
    due::DueWhat,
    lists::{RiskLevel, Scope},
    refusal::{MissingWhat, Why},
    registration::g1,
};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::story::*;

fn no_to(story: &mut Story, what: &str, body: Value) -> Refusal {
    let (room, kind) = what.split_once('.').unwrap();
    story.tries(WORKER, room, kind, body).unwrap_err()
}

/// Everything that keeps a yes from counting is said at once, each beside its field (2.1).
#[test]
fn all_flaws_of_a_consent_are_said_at_once() {
    let careless = with(
        consent("photo"),
        json!({"explained": ["purpose"], "understanding_checked": false, "text_version": "zzz",
            "form": "verbal_certified", "given_by": "guardian"}),
    );
    let said = no_to(&mut arrived(), "consent.record_consent", careless);
    let all = std::iter::once(&said).chain(&said.also);
    let beside: Vec<_> = all.map(|flaw| (flaw.why, flaw.field.unwrap())).collect();
    assert_eq!(
        beside,
        [
            (Why::ExplainMore, "explained"),
            (Why::UnderstandingNotChecked, "understanding_checked"),
            (Why::ConsentTextUnknown, "text_version"),
            (Why::CertificateNeeded, "certificate"),
            (Why::AdultDecides, "given_by"),
        ]
    );
}

/// A flaw that its reader may not know is left out while others stand in the way, and is the
/// neutral sentence when it stands alone.
#[test]
fn a_hidden_flaw_waits_behind_those_that_may_be_said() {
    let mut story = arrived();
    story.does(
        WORKER,
        "reception",
        "report_interpreter",
        json!({"interpreter_ref": "I-7", "why_unsafe": "knows the family", "interview_unreliable": true, "about": ["gbv"]}),
    );
    let through = |more: Value| {
        with(
            with(consent("photo"), json!({"interpreter_ref": "i7"})),
            more,
        )
    };
    let both = no_to(
        &mut story,
        "consent.record_consent",
        through(json!({"understanding_checked": false})),
    );
    let told = both.for_reader(Classes::GENERAL);
    assert_eq!(
        (told.why, told.also.len()),
        (Why::UnderstandingNotChecked, 0)
    );
    let alone = no_to(&mut story, "consent.record_consent", through(json!({})));
    assert_eq!(alone.why, Why::InterpreterNeeded);
    assert_eq!(alone.for_reader(Classes::GENERAL).why, Why::GateNotMet);
}

/// The version of a text is one that the centre hands out, or a form on paper that is named (2.1).
#[test]
fn a_text_is_one_of_the_centre_or_a_named_paper() {
    let of = |version: &str, paper: Value| {
        let changes = json!({"text_version": version, "paper_form": paper});
        with(consent("photo"), changes)
    };
    let unknown = of("zzz", json!(null));
    arrived().is_refused(
        WORKER,
        "consent",
        "record_consent",
        unknown,
        Why::ConsentTextUnknown,
    );
    let unnamed = of("paper", json!(" "));
    arrived().is_refused(
        WORKER,
        "consent",
        "record_consent",
        unnamed,
        Why::TextNeeded,
    );
    arrived().does(
        WORKER,
        "consent",
        "record_consent",
        of("2026-1", json!(null)),
    );
    let named = of("paper", json!("form 12/2024 in Tigrinya"));
    arrived().does(WORKER, "consent", "record_consent", named);
}

/// A text that is handed out no more, or for other scopes only, is none (2.1).
#[test]
fn a_retired_text_is_handed_out_no_more() {
    let mut story = arrived();
    story.sop.consent_texts[0].retired = true;
    let why = Why::ConsentTextUnknown;
    story.is_refused(WORKER, "consent", "record_consent", consent("photo"), why);
    story.sop.consent_texts[0].retired = false;
    story.sop.consent_texts[0].scopes = vec![Scope::Registration];
    story.is_refused(WORKER, "consent", "record_consent", consent("photo"), why);
    story.does(WORKER, "consent", "record_consent", consent("registration"));
}

/// Whoever registers may carry the case on while there is room, or leave it with the duty worker: no
/// second person is waited for (2.1, G1).
#[test]
fn a_worker_takes_a_case_while_there_is_room() {
    let cap = Story::begins().sop.caseload_cap;
    let me = json!(WORKER.account);
    let full = json!({"worker": me, "carries": cap});
    let why = Why::CaseloadFull;
    arrived().is_refused(WORKER, "registration", "take_case", full, why);
    let duty = json!({"worker": "duty", "carries": cap});
    arrived().does(WORKER, "registration", "take_case", duty);
    let mut story = arrived();
    let room = json!({"worker": me, "carries": cap - 1});
    story.does(WORKER, "registration", "take_case", room.clone());
    assert_eq!(story.kinds(), ["registration.worker_assigned"]);
    assert!(
        !g1(&story.case(), story.now)
            .iter()
            .any(|one| one.what == MissingWhat::Worker)
    );
    // Somebody carries it now: those who assign pass it on.
    let why = Why::CarriedAlready;
    story.is_refused(
        COLLEAGUE,
        "registration",
        "take_case",
        json!({"worker": COLLEAGUE.account}),
        why,
    );
}

/// Nobody is given a case by a colleague (2.1).
#[test]
fn a_case_is_taken_for_oneself_alone() {
    let colleague = json!({"worker": COLLEAGUE.account});
    let why = Why::TakeForOneself;
    arrived().is_refused(WORKER, "registration", "take_case", colleague, why);
}

/// Whoever is refused learns which level would have been right, unless its reason is hidden (3.1).
#[test]
fn a_level_below_the_floor_is_answered_with_the_lowest_allowed() {
    let asked = with(
        screening("low"),
        json!({"initial_concerns": ["separated_child"]}),
    );
    let said = no_to(&mut arrived(), "screening.screen", asked);
    assert_eq!(
        (said.why, said.at_least),
        (Why::BelowFloor, Some(RiskLevel::Medium))
    );
    let hidden = said
        .within(Classes::of(Class::Gbv))
        .for_reader(Classes::GENERAL);
    assert_eq!((hidden.why, hidden.at_least), (Why::GateNotMet, None));
}

/// National law may let young people decide alone: the SOP says so (2.1, child rule).
#[test]
fn where_the_law_asks_no_caregiver_the_young_person_decides_alone() {
    let mut story = arrived_child("from15_to17");
    for band in &mut story.sop.child_consent {
        band.caregiver_if_safe = false;
    }
    let alone = with(consent("photo"), json!({"caregiver_situation": null}));
    story.does(WORKER, "consent", "record_consent", alone);
}

/// Somebody who came for a bed: it is due tonight until one was given, registered or not (2.0).
#[test]
fn a_place_to_sleep_is_due_tonight_until_one_was_given() {
    let mut story = Story::begins();
    let came = with(arrival(), json!({"immediate_needs": ["shelter_tonight"]}));
    story.does(DESK, "reception", "receive_arrival", came);
    let due = |story: &Story| {
        let all = casework::due::due(&story.case(), &story.sop, story.now);
        let mut all = all.into_iter();
        all.find(|due| due.what == DueWhat::ShelterTonight)
    };
    let hours = story.sop.shelter_tonight_hours;
    let tonight = story.now + SignedDuration::from_hours(i64::from(hours));
    assert_eq!(due(&story).map(|due| due.at), Some(tonight));
    let meal = json!({"service_type": "food", "modality": "in_kind", "what": "soup"});
    story.does(DESK, "reception", "give_help", meal);
    assert!(due(&story).is_some(), "a meal is no bed");
    let bed = json!({"service_type": "centre_bed", "modality": "in_kind", "what": "bed 4"});
    story.does(DESK, "reception", "give_help", bed);
    assert_eq!(due(&story), None);
}

/// Who did not ask for a bed has none due (2.0).
#[test]
fn nobody_else_has_a_bed_due() {
    let all = casework::due::due(&arrived().case(), &arrived().sop, arrived().now);
    assert!(all.iter().all(|due| due.what != DueWhat::ShelterTonight));
}

/// From 15 to 17 the young person decides, and a caregiver who is there and safe agrees as well; who
/// may be a danger is neither asked nor waited for (2.1, child rule; 2.7).
#[test]
fn a_safe_caregiver_agrees_beside_a_young_person() {
    let of = |changes: Value| with(consent("photo"), changes);
    let no = [
        (json!({"caregiver_situation": null}), Why::AskAboutCaregiver),
        (
            json!({"caregiver_situation": "present_and_safe"}),
            Why::CaregiverAgreesToo,
        ),
    ];
    for (changes, why) in no {
        let mut story = arrived_child("from15_to17");
        story.is_refused(WORKER, "consent", "record_consent", of(changes), why);
    }
    let yes = [
        json!({"caregiver_situation": "absent"}),
        json!({"caregiver_situation": "unsafe"}),
        json!({"caregiver_situation": "suspected"}),
        json!({"caregiver_situation": "present_and_safe", "caregiver_agrees": true}),
    ];
    for changes in yes {
        let mut story = arrived_child("from15_to17");
        story.does(WORKER, "consent", "record_consent", of(changes));
    }
}
