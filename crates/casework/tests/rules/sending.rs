//! Sending a referral: consent at the moment of use, what leaves and what never does (2.7, DP5 to
//! DP8, DP13).

use casework::{
    Id,
    lists::{LegalBasis, ReferralStatus},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{packages::*, plans::*, story::*};

#[test]
fn a_referral_is_drafted_without_consent_and_sent_only_with_it() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("rent_support", SHELTER));
    let shown = |story: &Story| {
        let case = story.case();
        case.implementation
            .referral(id)
            .unwrap()
            .shown_status(&case, story.now)
    };
    assert_eq!(shown(&story), ReferralStatus::ConsentPending);
    let no = waits(&mut story, id, Why::ConsentMissing);
    assert_eq!(no.which, Some(("consent_scope", "referral")));
    assert_eq!(no.whom, Some(SHELTER), "the words name the partner");
    allow(&mut story, "referral", &[CLINIC]);
    waits(&mut story, id, Why::ConsentMissing);
    allow(&mut story, "referral", &[SHELTER]);
    assert_eq!(shown(&story), ReferralStatus::Draft);
    assert_eq!(sends(&mut story, id), LegalBasis::Consent);
    assert_eq!(shown(&story), ReferralStatus::Sent);
    waits(&mut story, id, Why::ReferralNotSendable);
    waits(&mut story, NOBODY, Why::NoSuchThing);
}

#[test]
fn a_refusal_a_withdrawal_and_an_end_of_consent_each_say_so() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("rent_support", SHELTER));
    let no = with(
        consent("referral"),
        json!({"decision": "refused", "recipients": [SHELTER]}),
    );
    story.does(WORKER, "consent", "record_consent", no);
    waits(&mut story, id, Why::ConsentRefused);
    let short = json!({"recipients": [SHELTER], "expires_on": day(&story, 1)});
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("referral"), short),
    );
    story.days(2);
    waits(&mut story, id, Why::ConsentExpired);
    allow(&mut story, "referral", &[SHELTER]);
    story.hours(1);
    story.does(
        WORKER,
        "consent",
        "withdraw_consent",
        json!({"scope": "referral"}),
    );
    let fresh = draft(&mut story, referral("rent_support", SHELTER));
    waits(&mut story, fresh, Why::ConsentWithdrawn);
}

#[test]
fn each_kind_of_data_takes_its_own_consent() {
    for (category, scope) in [
        ("health_facts", "health_data"),
        ("psychological_facts", "mhpss_support"),
        ("photo", "photo"),
    ] {
        let mut story = registered("low");
        allow(&mut story, "referral", &[SHELTER]);
        let body = with(
            referral("rent_support", SHELTER),
            json!({"data_shared": ["name", category]}),
        );
        let id = draft(&mut story, body);
        let no = waits(&mut story, id, Why::ConsentMissing);
        assert_eq!(no.which, Some(("consent_scope", scope)));
        allow(&mut story, scope, &[]);
        sends(&mut story, id);
    }
}

#[test]
fn authorities_consulates_tracing_and_return_have_scopes_of_their_own() {
    let authority = with(
        referral("complaint_support", POLICE),
        json!({"authority": true}),
    );
    for (body, scope) in [
        (authority, "authority_report"),
        (
            referral("tip_national_referral", POLICE),
            "authority_report",
        ),
        (referral("consular_liaison", POLICE), "consular_contact"),
    ] {
        let mut story = registered("low");
        allow(&mut story, "referral", &[POLICE]);
        let id = draft(&mut story, body);
        let no = waits(&mut story, id, Why::ConsentMissing);
        assert_eq!(no.which, Some(("consent_scope", scope)));
        allow(&mut story, scope, &[POLICE]);
        sends(&mut story, id);
    }
    for (service, scope) in [("tracing", "tracing"), ("travel_assistance", "avr_return")] {
        let mut story = registered("low");
        allow(&mut story, "referral", &[SHELTER]);
        let id = draft(&mut story, referral(service, SHELTER));
        let no = waits(&mut story, id, Why::ConsentMissing);
        assert_eq!(no.which, Some(("consent_scope", scope)));
        allow(&mut story, scope, &[]);
        sends(&mut story, id);
    }
}

#[test]
fn a_consent_that_names_another_authority_does_not_count_and_one_without_names_does() {
    let report = || {
        with(
            referral("complaint_support", POLICE),
            json!({"authority": true}),
        )
    };
    let mut story = registered("low");
    let id = draft(&mut story, report());
    allow(&mut story, "authority_report", &[CLINIC]);
    waits(&mut story, id, Why::ConsentMissing);
    allow(&mut story, "authority_report", &[]);
    sends(&mut story, id);
    let mut refused = registered("low");
    let id = draft(&mut refused, report());
    let no = with(consent("authority_report"), json!({"decision": "refused"}));
    refused.does(WORKER, "consent", "record_consent", no);
    waits(&mut refused, id, Why::ConsentRefused);
}

#[test]
fn a_lawful_substitute_counts_once_two_decided_and_only_for_whom_it_names() {
    for (named, sendable) in [(vec![], true), (vec![POLICE], true), (vec![CLINIC], false)] {
        let mut story = registered("low");
        let body = with(
            referral("complaint_support", POLICE),
            json!({"authority": true}),
        );
        let id = draft(&mut story, body);
        let basis = json!({"scope": "authority_report", "recipients": named,
            "legal_basis": "legal_obligation", "reason": "the law demands it"});
        story.does(WORKER, "consent", "propose_substitute", basis);
        waits(&mut story, id, Why::ConsentMissing);
        let proposed = story.case().consents.substitutes[0].substitute.substitute;
        let yes = json!({"substitute": proposed, "reason": "checked"});
        story.does(SUPERVISOR, "consent", "confirm_substitute", yes);
        if sendable {
            assert_eq!(sends(&mut story, id), LegalBasis::LegalObligation);
        } else {
            waits(&mut story, id, Why::ConsentMissing);
        }
    }
}

#[test]
fn only_the_data_that_the_person_agreed_to_leaves() {
    let mut story = registered("low");
    let some =
        json!({"recipients": [SHELTER], "decision": "partial", "data_categories": ["need_only"]});
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("referral"), some),
    );
    let id = draft(&mut story, referral("rent_support", SHELTER));
    let no = waits(&mut story, id, Why::DataNotConsented);
    assert_eq!(
        (no.field, no.which),
        (Some("data_shared"), Some(("data_category", "name")))
    );
    let less = json!({"data_shared": ["need_only"]});
    let id = draft(&mut story, with(referral("rent_support", SHELTER), less));
    sends(&mut story, id);
    let other = json!({"recipients": [CLINIC], "data_categories": ["age"]});
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("referral"), other),
    );
    let less = json!({"data_shared": ["need_only"]});
    let id = draft(&mut story, with(referral("rent_support", SHELTER), less));
    sends(&mut story, id);
}

#[test]
fn a_partial_yes_that_names_no_data_lets_none_leave() {
    let mut story = registered("low");
    let id = draft(&mut story, referral("rent_support", SHELTER));
    let some = |data: Value| {
        let part = json!({"recipients": [SHELTER], "decision": "partial", "data_categories": data});
        with(consent("referral"), part)
    };
    story.does(WORKER, "consent", "record_consent", some(json!([])));
    waits(&mut story, id, Why::DataNotConsented);
    let named = some(json!(["name", "need_only"]));
    story.does(WORKER, "consent", "record_consent", named);
    sends(&mut story, id);
}

#[test]
fn a_withdrawal_of_the_record_or_the_work_freezes_what_is_not_yet_sent() {
    for scope in ["registration", "case_management"] {
        let mut story = registered("low");
        allow(&mut story, "case_management", &[]);
        allow(&mut story, "referral", &[SHELTER]);
        story.hours(1);
        story.does(
            WORKER,
            "consent",
            "withdraw_consent",
            json!({"scope": scope}),
        );
        let id = draft(&mut story, referral("rent_support", SHELTER));
        let no = waits(&mut story, id, Why::ConsentWithdrawn);
        assert_eq!(no.which, Some(("consent_scope", scope)));
    }
}

#[test]
fn an_override_sends_the_least_data_to_its_recipient_once() {
    let mut story = registered("low");
    let made = json!({"recipient": CLINIC, "danger": "no pulse", "why_not_asked": "unconscious",
        "minimum_data": ["age", "need_only"], "what_was_shared": "age, need"});
    story.does(WORKER, "consent", "make_override", made.clone());
    let to = |to: Id, data: Value| with(referral("food", to), json!({"data_shared": data}));
    let elsewhere = draft(&mut story, to(SHELTER, json!(["age"])));
    waits(&mut story, elsewhere, Why::ConsentMissing);
    let too_much = draft(&mut story, to(CLINIC, json!(["age", "name"])));
    waits(&mut story, too_much, Why::ConsentMissing);
    let least = draft(&mut story, to(CLINIC, json!(["age", "need_only"])));
    assert_eq!(sends(&mut story, least), LegalBasis::VitalInterest);
    let case = story.case();
    let known = case.implementation.referral(least).unwrap();
    let used = known.sent.as_ref().unwrap().1.override_id;
    assert_eq!(used, Some(case.consents.overrides[0].made.id));
    let again = draft(&mut story, to(CLINIC, json!(["age"])));
    waits(&mut story, again, Why::ConsentMissing);
    story.does(WORKER, "consent", "make_override", made);
    sends(&mut story, again);
}

/// A referral with consent, whose action waits for another that ended so.
fn second_of_two(ended: Option<&str>) -> (Story, Id) {
    let (mut story, line) = drafted("low");
    let body = with(
        referral_action(&story, line.objective, SHELTER),
        json!({"depends_on": line.action}),
    );
    let second = plan_action(&mut story, body);
    allow(&mut story, "referral", &[SHELTER]);
    let body = with(
        referral("food", SHELTER),
        json!({"plan_action_ref": second}),
    );
    let id = draft(&mut story, body);
    if let Some(status) = ended {
        let end = json!({"action": line.action, "status": status, "outcome": "papers are there"});
        story.does(WORKER, "implementation", "end_action", end);
    }
    (story, id)
}

#[test]
fn a_referral_waits_for_the_action_before_it_unless_life_is_at_stake() {
    let (mut done, id) = second_of_two(Some("done"));
    assert_eq!(sends(&mut done, id), LegalBasis::Consent);
    for ended in [None, Some("partly_done"), Some("cancelled")] {
        let (mut story, id) = second_of_two(ended);
        let no = waits(&mut story, id, Why::DependsOnOpen);
        assert_eq!(no.which, Some(("action_type", "direct")));
    }
    let (mut story, id) = second_of_two(None);
    let made = json!({"recipient": SHELTER, "danger": "x", "why_not_asked": "x",
        "minimum_data": ["name", "need_only"], "what_was_shared": "x"});
    story.does(WORKER, "consent", "make_override", made);
    assert_eq!(sends(&mut story, id), LegalBasis::VitalInterest);
}

#[test]
fn nobody_who_may_need_protection_is_referred_to_the_consulate_of_origin() {
    let mut story = registered("low");
    allow(&mut story, "consular_contact", &[]);
    allow(&mut story, "referral", &[SHELTER]);
    let consulate = draft(&mut story, referral("consular_liaison", POLICE));
    let asylum = draft(&mut story, referral("asylum_referral", SHELTER));
    let concern = with(screening("low"), json!({"intl_protection_concern": true}));
    story.does(WORKER, "screening", "screen", concern);
    waits(&mut story, consulate, Why::OriginConsulate);
    sends(&mut story, asylum);
    story.does(WORKER, "screening", "screen", screening("low"));
    sends(&mut story, consulate);
}

/// A yes to one recipient is not undone by a later no to another.
#[test]
fn a_no_to_another_recipient_leaves_what_this_one_may_learn() {
    let mut story = registered("low");
    allow(&mut story, "referral", &[CLINIC]);
    allow(&mut story, "health_data", &[CLINIC]);
    let no = json!({"decision": "refused", "recipients": [SHELTER]});
    let health = with(consent("health_data"), no);
    story.does(WORKER, "consent", "record_consent", health);
    let told = |to: Id| {
        with(
            referral("rent_support", to),
            json!({"data_shared": ["name", "health_facts"]}),
        )
    };
    let id = draft(&mut story, told(CLINIC));
    sends(&mut story, id);
    allow(&mut story, "referral", &[SHELTER]);
    let id = draft(&mut story, told(SHELTER));
    waits(&mut story, id, Why::ConsentRefused);
}

#[test]
fn nor_is_the_consulate_planned_scheduled_or_asked_for_them() {
    let (mut story, line) = drafted("low");
    let concern = with(screening("low"), json!({"intl_protection_concern": true}));
    story.does(WORKER, "screening", "screen", concern);
    let visit = with(
        action(&story, line.objective),
        json!({"service_type": "consular_liaison"}),
    );
    story.is_refused(
        WORKER,
        "planning",
        "plan_action",
        visit.clone(),
        Why::OriginConsulate,
    );
    let service = |status: &str| {
        json!({"service_type": "consular_liaison", "modality": "accompaniment", "provider": "team",
            "direct_or_referral": "direct", "status": status})
    };
    story.is_refused(
        WORKER,
        "implementation",
        "record_service",
        service("scheduled"),
        Why::OriginConsulate,
    );
    // What happened is written down.
    story.does(
        WORKER,
        "implementation",
        "record_service",
        service("delivered"),
    );
    story.does(WORKER, "screening", "screen", screening("low"));
    story.does(WORKER, "planning", "plan_action", visit);
    story.does(
        WORKER,
        "implementation",
        "record_service",
        service("scheduled"),
    );
}
