//! An override saves a life where nobody could be asked; it does not overrule a "no" (2.7, DP7).

use casework::{
    Id,
    class::{Class, Classes},
    lists::LegalBasis,
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{packages::*, plans::*, story::*};

/// A refusal of referrals to this recipient.
fn no_to(recipient: Id) -> Value {
    with(
        consent("referral"),
        json!({"decision": "refused", "recipients": [recipient]}),
    )
}

fn saving(recipient: Id, changes: Value) -> Value {
    let least = json!({"recipient": recipient, "danger": "no pulse", "why_not_asked": "unconscious",
        "minimum_data": ["name", "need_only"], "what_was_shared": "name, need"});
    with(least, changes)
}

fn overrides(story: &mut Story, changes: Value) -> &mut Story {
    story.hours(1);
    story.does(WORKER, "consent", "make_override", saving(CLINIC, changes))
}

/// The supervisor countersigns the newest override.
fn countersigned(story: &mut Story) {
    let made = story.case().consents.overrides.last().unwrap().made.id;
    let signs = json!({"override_id": made, "comment": "checked"});
    story.does(SUPERVISOR, "consent", "countersign_override", signs);
}

#[test]
fn who_was_asked_and_said_no_is_not_overridden() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("legal_counselling", CLINIC));
    story.does(WORKER, "consent", "record_consent", no_to(CLINIC));
    overrides(&mut story, json!({"why_not_asked": "said no"}));
    countersigned(&mut story);
    let no = waits(&mut story, id, Why::ConsentRefused);
    assert_eq!(no.which, Some(("consent_scope", "referral")));
    assert_eq!(no.whom, Some(CLINIC));
    overrides(&mut story, json!({"capacity": "able"}));
    countersigned(&mut story);
    waits(&mut story, id, Why::ConsentRefused);
}

#[test]
fn who_said_no_and_cannot_be_asked_any_more_is_saved_by_two() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("specialist_care", CLINIC));
    story.does(WORKER, "consent", "record_consent", no_to(CLINIC));
    overrides(&mut story, json!({"capacity": "in_doubt"}));
    waits(&mut story, id, Why::TwoStaffNeeded);
    countersigned(&mut story);
    assert_eq!(sends(&mut story, id), LegalBasis::VitalInterest);
}

#[test]
fn a_no_after_the_override_ends_it() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("specialist_care", CLINIC));
    overrides(&mut story, json!({"capacity": "in_doubt"}));
    countersigned(&mut story);
    story.hours(1);
    story.does(WORKER, "consent", "record_consent", no_to(CLINIC));
    waits(&mut story, id, Why::ConsentRefused);
}

#[test]
fn a_withdrawal_is_a_no_and_a_no_to_somebody_else_is_none() {
    for scope in ["referral", "case_management"] {
        let mut story = registered("low");
        allow(&mut story, "case_management", &[]);
        allow(&mut story, "referral", &[CLINIC]);
        let id = draft(&mut story, referral("specialist_care", CLINIC));
        story.hours(1);
        story.does(
            WORKER,
            "consent",
            "withdraw_consent",
            json!({"scope": scope}),
        );
        let id = if status(&story, id).code() == "draft" {
            id
        } else {
            draft(&mut story, referral("specialist_care", CLINIC))
        };
        overrides(&mut story, json!({}));
        waits(&mut story, id, Why::ConsentWithdrawn);
        overrides(&mut story, json!({"capacity": "in_doubt"}));
        countersigned(&mut story);
        sends(&mut story, id);
    }
    let mut story = registered("low");
    let id = draft(&mut story, referral("specialist_care", CLINIC));
    story.does(WORKER, "consent", "record_consent", no_to(SHELTER));
    overrides(&mut story, json!({}));
    assert_eq!(sends(&mut story, id), LegalBasis::VitalInterest);
}

#[test]
fn a_report_to_an_authority_never_rests_on_an_override() {
    let report = || {
        with(
            referral("complaint_support", CLINIC),
            json!({"authority": true}),
        )
    };
    let mut story = registered("low");
    let id = draft(&mut story, report());
    overrides(&mut story, json!({"capacity": "in_doubt"}));
    countersigned(&mut story);
    waits(&mut story, id, Why::ConsentMissing);
    let basis = json!({"scope": "authority_report", "recipients": [CLINIC],
        "legal_basis": "legal_obligation", "reason": "the law demands it"});
    story.does(WORKER, "consent", "propose_substitute", basis);
    let proposed = story.case().consents.substitutes[0].substitute.substitute;
    let yes = json!({"substitute": proposed, "reason": "checked"});
    story.does(SUPERVISOR, "consent", "confirm_substitute", yes);
    assert_eq!(sends(&mut story, id), LegalBasis::LegalObligation);
}

#[test]
fn what_can_wait_is_not_overridden() {
    for (urgency, saved) in [
        ("now1h", true),
        ("same_day", true),
        ("within72h", true),
        ("within2_weeks", false),
        ("planned", false),
    ] {
        let mut story = registered("low");
        let body = with(referral("food", CLINIC), json!({"urgency": urgency}));
        let id = draft(&mut story, body);
        overrides(&mut story, json!({}));
        if saved {
            sends(&mut story, id);
        } else {
            waits(&mut story, id, Why::ConsentMissing);
        }
    }
}

#[test]
fn a_life_waits_for_no_agreement_with_the_recipient() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("food", CLINIC));
    let saves = |story: &Story, id| {
        let case = story.case();
        let known = case.implementation.referral(id).unwrap();
        casework::implementation::is_lifesaving(&case, &known.referral)
    };
    assert!(!saves(&story, id));
    overrides(&mut story, json!({}));
    assert!(saves(&story, id));
    sends(&mut story, id);
    assert!(!saves(&story, id), "it was used");
}

#[test]
fn a_countersignature_answers_the_alert_that_asked_for_it() {
    let mut story = registered("low");
    overrides(&mut story, json!({}));
    overrides(&mut story, json!({}));
    let open = |story: &Story| {
        let alerts = story.case().reception.alerts;
        let open = alerts.iter().filter(|alert| alert.answered.is_none());
        open.map(|alert| alert.raised.recorded).collect::<Vec<_>>()
    };
    let before = open(&story);
    countersigned(&mut story);
    assert_eq!(open(&story), before[..1]);
}

#[test]
fn an_override_about_health_is_for_readers_of_health() {
    let mut story = registered("low");
    let of = |story: &Story| story.events[story.events.len() - 2].classes;
    overrides(&mut story, json!({}));
    assert_eq!(of(&story), Classes::GENERAL);
    for told in ["health_facts", "psychological_facts"] {
        overrides(&mut story, json!({"minimum_data": ["name", told]}));
        assert_eq!(of(&story), Classes::of(Class::Health), "{told}");
    }
}
