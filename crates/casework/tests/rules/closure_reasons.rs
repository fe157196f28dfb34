//! Gate G6: what each reason of closure asks for is the SOP's data, with a least that stands.

use casework::{Case, Sop, lists::ClosureReason, refusal::MissingWhat as M};
use serde_json::json;

use crate::{
    closure::{bare, missing_with, proposal},
    story::*,
};

#[test]
fn each_thing_that_is_not_said_is_named() {
    let mut story = registered("low");
    let everything = [
        M::ObjectiveOutcome,
        M::FinalPicture,
        M::SafetyAfter,
        M::PersonInformed,
        M::ReentryInformation,
        M::FeedbackOffered,
    ];
    assert_eq!(missing_with(&mut story, bare("objectives_met")), everything);
    assert_eq!(missing_with(&mut story, proposal("objectives_met")), []);
    for (field, blank, what) in [
        ("objectives_outcome", json!(" "), M::ObjectiveOutcome),
        ("final_picture", json!(""), M::FinalPicture),
        ("safety_after", json!(""), M::SafetyAfter),
        ("person_prepared", json!(false), M::PersonInformed),
        ("reentry_info_given", json!(false), M::ReentryInformation),
        ("feedback_offered", json!(false), M::FeedbackOffered),
    ] {
        let partly = with(proposal("objectives_met"), json!({field: blank}));
        assert_eq!(missing_with(&mut story, partly), [what]);
    }
    let tried = json!({"person_prepared": false, "attempts": "three letters"});
    assert_eq!(
        missing_with(&mut story, with(proposal("objectives_met"), tried)),
        []
    );
    let blank = json!({"person_prepared": false, "attempts": " "});
    let blank = with(proposal("objectives_met"), blank);
    assert_eq!(missing_with(&mut story, blank), [M::PersonInformed]);
}

/// What each reason misses when nothing was said.
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
fn reasons() -> Vec<(&'static str, Vec<M>)> {
    use M::{AttemptsDocumented, LostContactTime, PersonInformed, ReentryInformation, SafetyAfter};
    let whole = vec![
        M::ObjectiveOutcome,
        M::FinalPicture,
        SafetyAfter,
        PersonInformed,
        ReentryInformation,
        M::FeedbackOffered,
    ];
    let refusal = vec![SafetyAfter, PersonInformed, ReentryInformation];
    let before = |first: &[M]| [first, &whole].concat();
    vec![
        ("support_ended", whole.clone()),
        ("criteria_no_longer_met", whole.clone()),
        ("moved_away_known", whole.clone()),
        ("resettled_or_regularised", whole.clone()),
        ("reunified", whole.clone()),
        ("programme_closed", whole.clone()),
        ("aged_out_to_adult_service", whole.clone()),
        ("person_chose_to_stop", refusal.clone()),
        (
            "consent_withdrawn",
            [&[M::Withdrawal], refusal.as_slice()].concat(),
        ),
        (
            "removed_deported",
            vec![
                M::ObjectiveOutcome,
                M::FinalPicture,
                SafetyAfter,
                PersonInformed,
            ],
        ),
        (
            "detained_long_term",
            vec![
                M::ObjectiveOutcome,
                M::FinalPicture,
                SafetyAfter,
                PersonInformed,
                ReentryInformation,
            ],
        ),
        ("returned_avr", before(&[M::ReturnConsent])),
        (
            "transferred_same_org",
            before(&[M::ReceiverAcceptance, M::HandoverPlan]),
        ),
        (
            "transferred_partner",
            before(&[M::ReceiverAcceptance, M::HandoverPlan, M::TransferConsent]),
        ),
        (
            "lost_contact",
            vec![
                LostContactTime,
                AttemptsDocumented,
                M::ObjectiveOutcome,
                M::FinalPicture,
            ],
        ),
        (
            "security_restriction",
            vec![SafetyAfter, AttemptsDocumented],
        ),
        ("duplicate", vec![M::SameRecord, M::ReasonInWords]),
        ("registered_in_error", vec![M::ReasonInWords]),
    ]
}

#[test]
fn each_reason_has_its_own_list() {
    let mut story = registered("low");
    for (reason, expected) in reasons() {
        assert_eq!(missing_with(&mut story, bare(reason)), expected, "{reason}");
    }
}

#[test]
fn an_sop_names_every_reason_and_leaves_out_nothing_that_must_be() {
    let text = include_str!("../../../../practice/sop/default.toml");
    assert!(Sop::from_toml(text).is_ok());
    for (from, to) in [
        ("\nregistered_in_error = ", "\n# "),
        ("\"of_age\", ", ""),
        ("programme_closed = [", "programme_closed = [] # "),
        (
            "transferred_same_org = [\"receiver_acceptance\", ",
            "transferred_same_org = [",
        ),
        (
            "transferred_partner = [\"receiver_acceptance\", ",
            "transferred_partner = [",
        ),
        (
            "\"handover_plan\", \"transfer_consent\"",
            "\"handover_plan\"",
        ),
        ("lost_contact = [\"lost_contact\", ", "lost_contact = ["),
        ("death = [\"death_record\", ", "death = ["),
        ("\"dependants_review\", ", ""),
    ] {
        assert!(text.contains(from), "{from}");
        let allowed = from.contains("of_age");
        let changed = text.replacen(from, to, 1);
        assert_eq!(Sop::from_toml(&changed).is_ok(), allowed, "{from}");
    }
}

#[test]
fn the_list_of_reasons_is_whole_in_the_sop() {
    let story = registered("low");
    assert_eq!(story.sop.closure_checks.len(), ClosureReason::ALL.len());
    assert_eq!(Case::default().closure.retention_from(), None);
}
