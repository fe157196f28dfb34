//! Consent of adults, what takes it back, and what no other basis replaces (2.1, 2.7, DP6, DP8).

use casework::{
    lists::{AlertKind, Scope, Status},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::story::*;

fn arrived() -> Story {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    story
}

fn allows(story: &Story, scope: Scope) -> Result<(), Why> {
    let state = story.case().consents;
    state.allows(scope, None, story.now).map(drop)
}

#[test]
fn nobody_consents_for_an_adult() {
    for by in ["caregiver", "guardian", "other_trusted_adult"] {
        let body = with(consent("photo"), json!({"given_by": by}));
        let why = Why::AdultDecides;
        let refusal = arrived().is_refused(WORKER, "consent", "record_consent", body, why);
        assert_eq!(refusal.field, Some("given_by"), "{by}");
    }
    arrived().does(WORKER, "consent", "record_consent", consent("photo"));
}

#[test]
fn a_withdrawal_in_the_consent_form_withdraws() {
    let mut story = registered("low");
    let given = consent("case_management");
    let back = with(given.clone(), json!({"decision": "withdrawn"}));
    story
        .does(WORKER, "consent", "record_consent", given)
        .hours(1)
        .does(WORKER, "consent", "record_consent", back);
    let case = story.case();
    assert_eq!(case.status(), Some(Status::OnHold));
    let kind = case.reception.alerts[0].alert.kind;
    assert_eq!(kind, AlertKind::ConsentWithdrawn);
    let expired = with(consent("photo"), json!({"decision": "expired"}));
    let mut other = registered("low");
    other.does(WORKER, "consent", "record_consent", expired);
    assert!(other.case().reception.alerts.is_empty());
}

fn decided_by_two(story: &mut Story, scope: &str, basis: &str) {
    let asked = json!({"scope": scope, "legal_basis": basis, "reason": "needed"});
    story.does(WORKER, "consent", "propose_substitute", asked);
    let known = story.case().consents.substitutes;
    let id = known.last().unwrap().substitute.substitute.to_string();
    let yes = json!({"substitute": id, "reason": "yes"});
    story.does(SUPERVISOR, "consent", "confirm_substitute", yes);
}

#[test]
fn no_other_basis_permits_pictures_publicity_or_a_return() {
    let none = [
        "photo",
        "audio_video",
        "biometrics",
        "research",
        "communication_media",
        "avr_return",
    ];
    for scope in none {
        for basis in ["legitimate_interest", "vital_interest", "legal_obligation"] {
            let asked = json!({"scope": scope, "legal_basis": basis, "reason": "x"});
            let why = Why::SubstituteNotForScope;
            let refusal = arrived().is_refused(WORKER, "consent", "propose_substitute", asked, why);
            assert_eq!(refusal.field, Some("legal_basis"), "{scope} {basis}");
        }
    }
    let child = |scope: &str| {
        let mut story = Story::begins();
        let arrival = arrival_of_child("from15_to17");
        story.does(DESK, "reception", "receive_arrival", arrival);
        let asked = json!({"scope": scope, "legal_basis": "best_interests_child", "reason": "x"});
        story.tries(WORKER, "consent", "propose_substitute", asked)
    };
    assert!(child("avr_return").is_ok(), "a panel allows it");
    assert!(child("photo").is_err());
    decided_by_two(&mut arrived(), "health_data", "vital_interest");
}

#[test]
fn a_withdrawal_alone_is_a_no_and_ends_a_substitute() {
    let mut story = arrived();
    decided_by_two(&mut story, "health_data", "vital_interest");
    assert_eq!(allows(&story, Scope::HealthData), Ok(()));
    let scope = json!({"scope": "health_data"});
    story
        .hours(1)
        .does(WORKER, "consent", "withdraw_consent", scope);
    let withdrawn = Err(Why::ConsentWithdrawn);
    assert_eq!(allows(&story, Scope::HealthData), withdrawn);
    story.hours(1);
    decided_by_two(&mut story, "health_data", "vital_interest");
    assert_eq!(allows(&story, Scope::HealthData), withdrawn, "it was a no");
    decided_by_two(&mut story, "health_data", "legal_obligation");
    assert_eq!(allows(&story, Scope::HealthData), Ok(()), "the law demands");
}

fn girl(known: Value) -> Story {
    let mut story = Story::begins();
    let arrival = with(
        arrival_of_child("from12_to14"),
        json!({"immediate_needs": ["none"]}),
    );
    let by = json!({"given_by": "caregiver", "assent": "given_in_writing"});
    let identity = with(identity(), json!({"dob": "2013-04-01"}));
    story
        .does(DESK, "reception", "receive_arrival", arrival)
        .does(WORKER, "screening", "screen", screening("low"))
        .does(
            WORKER,
            "consent",
            "record_consent",
            with(consent("registration"), by),
        )
        .does(WORKER, "registration", "record_identity", identity);
    complete(&mut story);
    story.does(WORKER, "child", "describe_caregiver", known);
    story
}

#[test]
fn a_caregiver_known_as_a_danger_does_not_decide() {
    let asked = |situation: Value| {
        let by = json!({"given_by": "caregiver", "assent": "given_in_writing",
            "caregiver_situation": situation});
        with(consent("photo"), by)
    };
    let father = json!({"situation": "unsafe", "who": "the father"});
    let mut story = girl(father);
    let (kind, why) = ("record_consent", Why::CaregiverNotSafe);
    let refusal = story.is_refused(WORKER, "consent", kind, asked(json!(null)), why);
    let told = refusal.for_reader(casework::class::Classes::GENERAL);
    assert_eq!(told.why, Why::GateNotMet, "who knows, knows");
    // The other parent is there and safe.
    story.does(WORKER, "consent", kind, asked(json!("present_and_safe")));
    let safe = json!({"situation": "present_and_safe", "who": "the aunt"});
    girl(safe).does(WORKER, "consent", kind, asked(json!(null)));
}
