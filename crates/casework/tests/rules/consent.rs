//! Consent: per scope and recipient, at the moment of use; children; substitutes; overrides.

use casework::{
    Id,
    consent::Basis,
    decide::Beside,
    due::DueWhat,
    lists::{AlertKind, Scope, Status},
    refusal::Why,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    contact::hours_to,
    plans::{CLINIC, SHELTER},
    story::*,
};

fn for_recipient(recipient: Id) -> Value {
    with(
        consent("referral"),
        json!({"recipients": [recipient.to_string()]}),
    )
}

#[test]
fn consent_holds_for_its_scope_alone() {
    let mut story = arrived();
    story.does(WORKER, "consent", "record_consent", consent("health_data"));
    assert_eq!(allows(&story, Scope::HealthData, None), Ok(Basis::Consent));
    assert_eq!(allows(&story, Scope::Photo, None), Err(Why::ConsentMissing));
}

#[test]
fn consent_holds_for_its_recipients_alone() {
    let mut story = arrived();
    story.does(WORKER, "consent", "record_consent", for_recipient(SHELTER));
    assert_eq!(
        allows(&story, Scope::Referral, Some(SHELTER)),
        Ok(Basis::Consent)
    );
    assert_eq!(
        allows(&story, Scope::Referral, Some(CLINIC)),
        Err(Why::ConsentMissing)
    );
}

#[test]
fn sharing_needs_a_named_recipient() {
    for scope in ["referral", "transfer_partner", "case_conference"] {
        let mut story = arrived();
        let refusal = story.is_refused(
            WORKER,
            "consent",
            "record_consent",
            consent(scope),
            Why::RecipientNeeded,
        );
        assert_eq!(refusal.field, Some("recipients"));
    }
    let mut refused = with(consent("referral"), json!({"decision": "refused"}));
    refused["explained"] = json!([]);
    arrived().does(WORKER, "consent", "record_consent", refused);
}

#[test]
fn a_later_no_ends_an_earlier_yes_for_everyone() {
    let mut story = arrived();
    story.does(WORKER, "consent", "record_consent", for_recipient(SHELTER));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("referral"), json!({"decision": "refused"})),
    );
    assert_eq!(
        allows(&story, Scope::Referral, Some(SHELTER)),
        Err(Why::ConsentRefused)
    );
}

#[test]
fn a_no_to_one_recipient_leaves_the_other() {
    let mut story = arrived();
    story.does(WORKER, "consent", "record_consent", for_recipient(SHELTER));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(for_recipient(CLINIC), json!({"decision": "refused"})),
    );
    assert_eq!(
        allows(&story, Scope::Referral, Some(SHELTER)),
        Ok(Basis::Consent)
    );
    assert_eq!(
        allows(&story, Scope::Referral, Some(CLINIC)),
        Err(Why::ConsentRefused)
    );
}

#[test]
fn decisions_recorded_as_withdrawn_or_expired_do_not_count() {
    for (decision, why) in [
        ("withdrawn", Why::ConsentWithdrawn),
        ("expired", Why::ConsentExpired),
    ] {
        let mut story = arrived();
        story.does(
            WORKER,
            "consent",
            "record_consent",
            with(consent("photo"), json!({"decision": decision})),
        );
        assert_eq!(allows(&story, Scope::Photo, None), Err(why));
    }
    let mut story = arrived();
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("photo"), json!({"decision": "partial"})),
    );
    assert_eq!(allows(&story, Scope::Photo, None), Ok(Basis::Consent));
}

#[test]
fn consent_ends_after_its_last_day() {
    let mut story = arrived();
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("photo"), json!({"expires_on": "2026-03-04"})),
    );
    let at = |text: &str| {
        story
            .case()
            .consents
            .allows(Scope::Photo, None, text.parse::<Timestamp>().unwrap())
    };
    assert_eq!(at("2026-03-04T23:59:00Z"), Ok(Basis::Consent));
    assert_eq!(at("2026-03-05T00:01:00Z"), Err(Why::ConsentExpired));
}

#[test]
fn withdrawal_takes_effect_at_once_and_alerts_data_protection() {
    let mut story = arrived();
    story.does(WORKER, "consent", "record_consent", consent("photo"));
    story.does(
        WORKER,
        "consent",
        "withdraw_consent",
        json!({"scope": "photo"}),
    );
    assert_eq!(
        allows(&story, Scope::Photo, None),
        Err(Why::ConsentWithdrawn)
    );
    let alerts = story.case().reception.alerts;
    assert_eq!(
        alerts.last().unwrap().alert.kind,
        AlertKind::ConsentWithdrawn
    );
    story
        .hours(1)
        .does(WORKER, "consent", "record_consent", consent("photo"));
    assert_eq!(allows(&story, Scope::Photo, None), Ok(Basis::Consent));
}

#[test]
fn withdrawal_for_one_recipient_leaves_the_other() {
    let mut story = arrived();
    let both = with(
        consent("referral"),
        json!({"recipients": [SHELTER.to_string(), CLINIC.to_string()]}),
    );
    story.does(WORKER, "consent", "record_consent", both);
    story.does(
        WORKER,
        "consent",
        "withdraw_consent",
        json!({"scope": "referral", "recipients": [SHELTER.to_string()]}),
    );
    assert_eq!(
        allows(&story, Scope::Referral, Some(SHELTER)),
        Err(Why::ConsentWithdrawn)
    );
    assert_eq!(
        allows(&story, Scope::Referral, Some(CLINIC)),
        Ok(Basis::Consent)
    );
}

#[test]
fn withdrawing_the_whole_case_freezes_it_until_consent_is_given_anew() {
    for scope in ["registration", "case_management"] {
        let mut story = registered("low");
        story.does(
            WORKER,
            "consent",
            "record_consent",
            consent("case_management"),
        );
        story.hours(1).does(
            WORKER,
            "consent",
            "withdraw_consent",
            json!({"scope": scope}),
        );
        assert_eq!(story.case().status(), Some(Status::OnHold));
        let help = json!({"service_type": "food", "modality": "in_kind", "what": "soup"});
        story.does(DESK, "reception", "give_help", help);
        story
            .hours(1)
            .does(WORKER, "consent", "record_consent", consent(scope));
        assert_eq!(story.case().status(), Some(Status::Open));
    }
}

#[test]
fn a_case_rests_until_every_consent_it_rests_on_is_given_anew() {
    let mut story = registered("low");
    let all = "case_management";
    story.does(WORKER, "consent", "record_consent", consent(all));
    for scope in ["registration", all] {
        let withdrawn = json!({"scope": scope});
        story
            .hours(1)
            .does(WORKER, "consent", "withdraw_consent", withdrawn);
    }
    story
        .hours(1)
        .does(WORKER, "consent", "record_consent", consent(all));
    assert_eq!(story.case().status(), Some(Status::OnHold));
    let other = consent("registration");
    story.does(WORKER, "consent", "record_consent", other);
    assert_eq!(story.case().status(), Some(Status::Open));
}

#[test]
fn who_no_longer_wants_to_be_recorded_is_looked_at_in_thirty_days() {
    let due = |story: &Story| hours_to(story, DueWhat::DeletionReview);
    let rest = json!({"reason": "in hospital"});
    let mut story = registered("low");
    story.does(WORKER, "review", "put_on_hold", rest.clone());
    let photo = json!({"scope": "photo"});
    story.does(WORKER, "consent", "withdraw_consent", photo);
    assert_eq!(due(&story), None, "a rest, and another consent");
    story.does(WORKER, "review", "resume", json!({}));
    let registration = json!({"scope": "registration"});
    story.does(WORKER, "consent", "withdraw_consent", registration);
    assert_eq!(due(&story), Some(30 * 24));
    let again = consent("registration");
    story
        .hours(1)
        .does(WORKER, "consent", "record_consent", again);
    assert_eq!(due(&story), None);
    story.does(WORKER, "review", "put_on_hold", rest);
    assert_eq!(due(&story), None, "another rest is no reason to delete");
}

#[test]
fn withdrawing_one_scope_does_not_freeze_the_case() {
    let mut story = registered("low");
    story.does(WORKER, "consent", "record_consent", consent("photo"));
    story.does(
        WORKER,
        "consent",
        "withdraw_consent",
        json!({"scope": "photo"}),
    );
    assert_eq!(story.case().status(), Some(Status::Open));
}

#[test]
fn a_refused_registration_leaves_a_tally_and_nothing_else() {
    let mut story = arrived();
    story.does(
        DESK,
        "reception",
        "give_help",
        json!({"service_type": "food", "modality": "in_kind", "what": "soup"}),
    );
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("registration"), json!({"decision": "refused"})),
    );
    assert!(story.last.events.is_empty());
    let Beside::TallyAndForget(tally) = &story.last.beside[0] else {
        panic!("{:?}", story.last)
    };
    assert_eq!(tally.services.len(), 1);
    assert_eq!(tally.day, "2026-03-02".parse().unwrap());
}

#[test]
fn refusing_registration_later_or_another_scope_keeps_the_record() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("registration"), json!({"decision": "refused"})),
    );
    assert_eq!(story.last.events.len(), 1);
    let mut other = arrived();
    other.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("photo"), json!({"decision": "refused"})),
    );
    assert!(other.last.beside.is_empty());
}

#[test]
fn consent_must_be_informed_understood_and_decided_by_somebody_able() {
    let cases = [
        (
            json!({"explained": ["purpose"]}),
            Why::ExplainMore,
            "explained",
        ),
        (
            json!({"understanding_checked": false}),
            Why::UnderstandingNotChecked,
            "understanding_checked",
        ),
        (
            json!({"capacity": "in_doubt"}),
            Why::CapacityInDoubt,
            "capacity",
        ),
        (
            json!({"given_by": "nobody"}),
            Why::ConsentMissing,
            "given_by",
        ),
    ];
    for (changes, why, field) in cases {
        let refusal = arrived().is_refused(
            WORKER,
            "consent",
            "record_consent",
            with(consent("photo"), changes),
            why,
        );
        assert_eq!(refusal.field, Some(field));
    }
    let supported = with(consent("photo"), json!({"capacity": "able_with_support"}));
    arrived().does(WORKER, "consent", "record_consent", supported);
}

#[test]
fn spoken_consent_is_certified_and_a_thumbprint_is_kept() {
    for (form, field, why) in [
        ("verbal_certified", "certificate", Why::CertificateNeeded),
        ("thumbprint", "evidence", Why::EvidenceNeeded),
    ] {
        let bare = with(consent("photo"), json!({"form": form}));
        let refusal = arrived().is_refused(WORKER, "consent", "record_consent", bare.clone(), why);
        assert_eq!(refusal.field, Some(field));
        let blank = with(bare.clone(), json!({field: "  "}));
        arrived().is_refused(WORKER, "consent", "record_consent", blank, why);
        arrived().does(
            WORKER,
            "consent",
            "record_consent",
            with(bare, json!({field: "cabinet 2"})),
        );
    }
    for form in ["written", "audio", "video"] {
        arrived().does(
            WORKER,
            "consent",
            "record_consent",
            with(consent("photo"), json!({"form": form})),
        );
    }
}
