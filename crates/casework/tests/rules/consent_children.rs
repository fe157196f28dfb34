//! Consent of children, lawful substitutes decided by two, overrides that save a life.

use casework::{
    consent::Basis,
    lists::{AlertKind, LegalBasis, Scope, Status},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{plans::CLINIC, story::*};

/// The child rule, one row an age band: what is refused, what is accepted.
#[test]
fn each_age_has_its_own_rule() {
    let caregiver = |assent: Value| json!({"given_by": "caregiver", "caregiver_situation": "present_and_safe", "assent": assent});
    let no = [
        (
            "from0_to5",
            json!({"given_by": "oneself"}),
            Why::ChildCaregiverNeeded,
        ),
        ("from6_to11", caregiver(json!(null)), Why::ChildAssentNeeded),
        (
            "from6_to11",
            caregiver(json!("refused")),
            Why::ChildAssentNeeded,
        ),
        (
            "from12_to14",
            caregiver(json!("given_verbally")),
            Why::ChildAssentNeeded,
        ),
        (
            "from12_to14",
            json!({"given_by": "oneself", "assent": "given_in_writing"}),
            Why::ChildCaregiverNeeded,
        ),
        (
            "from15_to17",
            caregiver(json!("given_in_writing")),
            Why::ChildOwnConsentNeeded,
        ),
    ];
    for (band, changes, why) in no {
        arrived_child(band).is_refused(
            WORKER,
            "consent",
            "record_consent",
            with(consent("photo"), changes),
            why,
        );
    }
    let yes = [
        ("from0_to5", caregiver(json!("too_young"))),
        ("from0_to5", json!({"given_by": "guardian"})),
        ("from6_to11", caregiver(json!("given_verbally"))),
        ("from6_to11", caregiver(json!("given_in_writing"))),
        ("from12_to14", caregiver(json!("given_in_writing"))),
        ("from15_to17", json!({"caregiver_situation": "absent"})),
        ("from18_to59", json!({"caregiver_situation": null})),
    ];
    for (band, changes) in yes {
        arrived_child(band).does(
            WORKER,
            "consent",
            "record_consent",
            with(consent("photo"), changes),
        );
    }
}

#[test]
fn an_unsafe_caregiver_never_decides() {
    for situation in ["unsafe", "suspected"] {
        let asked = json!({"given_by": "caregiver", "caregiver_situation": situation, "assent": "given_in_writing"});
        let mut story = arrived_child("from6_to11");
        story.is_refused(
            WORKER,
            "consent",
            "record_consent",
            with(consent("photo"), asked.clone()),
            Why::CaregiverNotSafe,
        );
        let guardian = with(asked, json!({"given_by": "guardian"}));
        story.does(
            WORKER,
            "consent",
            "record_consent",
            with(consent("photo"), guardian),
        );
    }
}

fn substitute(scope: &str, basis: &str) -> Value {
    json!({"scope": scope, "legal_basis": basis, "reason": "nobody safe to ask", "assent": "given_verbally"})
}

fn proposed(story: &Story) -> Value {
    let id = story
        .case()
        .consents
        .substitutes
        .last()
        .unwrap()
        .substitute
        .substitute
        .to_string();
    json!({"substitute": id, "reason": "I agree"})
}

#[test]
fn two_people_decide_a_lawful_substitute() {
    let mut story = arrived_child("from15_to17");
    story.does(
        WORKER,
        "consent",
        "propose_substitute",
        substitute("registration", "best_interests_child"),
    );
    assert_eq!(
        allows(&story, Scope::Registration, None),
        Err(Why::ConsentMissing)
    );
    let yes = proposed(&story);
    story.is_refused(
        WORKER,
        "consent",
        "confirm_substitute",
        yes.clone(),
        Why::TwoStaffNeeded,
    );
    story.does(SUPERVISOR, "consent", "confirm_substitute", yes.clone());
    assert_eq!(
        allows(&story, Scope::Registration, None),
        Ok(Basis::Substitute(LegalBasis::BestInterestsChild))
    );
    assert_eq!(allows(&story, Scope::Photo, None), Err(Why::ConsentMissing));
    story.is_refused(
        SUPERVISOR,
        "consent",
        "confirm_substitute",
        yes,
        Why::AlreadyDone,
    );
    let unknown = json!({"substitute": "00".repeat(16), "reason": "x"});
    story.is_refused(
        SUPERVISOR,
        "consent",
        "confirm_substitute",
        unknown,
        Why::NoSuchThing,
    );
}

#[test]
fn a_substitute_does_not_overrule_a_no_of_the_person() {
    let mut story = arrived_child("from15_to17");
    story.does(
        WORKER,
        "consent",
        "propose_substitute",
        substitute("tracing", "best_interests_child"),
    );
    let yes = proposed(&story);
    story.does(SUPERVISOR, "consent", "confirm_substitute", yes);
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("tracing"), json!({"decision": "refused"})),
    );
    assert_eq!(
        allows(&story, Scope::Tracing, None),
        Err(Why::ConsentRefused)
    );
}

#[test]
fn best_interests_are_for_children_and_consent_is_no_substitute() {
    let mut story = arrived();
    story.is_refused(
        WORKER,
        "consent",
        "propose_substitute",
        substitute("registration", "best_interests_child"),
        Why::NotAChild,
    );
    story.is_refused(
        WORKER,
        "consent",
        "propose_substitute",
        substitute("registration", "consent"),
        Why::SubstituteNotForScope,
    );
    story.does(
        WORKER,
        "consent",
        "propose_substitute",
        substitute("registration", "vital_interest"),
    );
}

#[test]
fn an_override_names_its_danger_and_is_countersigned_by_another_supervisor() {
    let mut story = arrived();
    let made = json!({"recipient": CLINIC.to_string(), "danger": "unconscious", "why_not_asked": "cannot speak",
        "minimum_data": ["need_only"], "what_was_shared": "no pulse felt at the wrist"});
    story.is_refused(
        SUPERVISOR,
        "consent",
        "make_override",
        with(made.clone(), json!({"danger": " "})),
        Why::OverrideNeedsDanger,
    );
    story.does(SUPERVISOR, "consent", "make_override", made);
    assert_eq!(
        story.case().reception.alerts.last().unwrap().alert.kind,
        AlertKind::OverrideToCountersign
    );
    let id = story.case().consents.overrides[0].made.id.to_string();
    let sign = json!({"override_id": id, "comment": "it was right"});
    story.is_refused(
        SUPERVISOR,
        "consent",
        "countersign_override",
        sign.clone(),
        Why::SelfApproval,
    );
    story.is_refused(
        COLLEAGUE,
        "consent",
        "countersign_override",
        sign.clone(),
        Why::SupervisorNeeded,
    );
    story.does(
        SECOND_SUPERVISOR,
        "consent",
        "countersign_override",
        sign.clone(),
    );
    story.is_refused(
        SECOND_SUPERVISOR,
        "consent",
        "countersign_override",
        sign,
        Why::AlreadyDone,
    );
    story.does(
        WORKER,
        "consent",
        "tell_person",
        json!({"override_id": id, "in_their_words": "thank you"}),
    );
    let state = &story.case().consents.overrides[0];
    assert!(state.countersigned.is_some() && state.told.is_some());
    let unknown = json!({"override_id": "00".repeat(16), "in_their_words": null});
    story.is_refused(WORKER, "consent", "tell_person", unknown, Why::NoSuchThing);
}

#[test]
fn consent_given_anew_does_not_end_a_hold_for_another_reason() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "review",
        "put_on_hold",
        json!({"reason": "in hospital"}),
    );
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("case_management"),
    );
    assert_eq!(story.case().status(), Some(Status::OnHold));
}

#[test]
fn a_caregiver_told_to_be_unsafe_proposes_high() {
    let mut story = Story::begins();
    // Not alone: that would be a reason of its own.
    let child = with(arrival(), json!({"age_band": "from15_to17"}));
    story.does(DESK, "reception", "receive_arrival", child);
    let told = with(
        consent("photo"),
        json!({"given_by": "oneself", "caregiver_situation": "unsafe"}),
    );
    story.does(WORKER, "consent", "record_consent", told);
    story.is_refused(
        WORKER,
        "screening",
        "screen",
        screening("medium"),
        Why::BelowFloor,
    );
    let safe = with(
        consent("photo"),
        json!({"caregiver_situation": "present_and_safe", "caregiver_agrees": true}),
    );
    story.does(WORKER, "consent", "record_consent", safe);
    story.does(WORKER, "screening", "screen", screening("medium"));
}
