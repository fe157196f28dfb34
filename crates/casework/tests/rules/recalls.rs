//! Drafts and recalls: who may read them, what a withdrawal calls back (2.7, DP6).

use casework::{
    Id,
    class::{Class, Classes},
    consent::Withdrawal,
    implementation,
    lists::{ReferralStatus, Scope},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{packages::*, plans::*, story::*};

#[test]
fn a_referral_is_called_back_while_it_is_under_way_with_a_reason() {
    let (mut story, id) = sent("food");
    let silent = json!({"referral": id, "reason": " "});
    story.is_refused(
        WORKER,
        "implementation",
        "recall_referral",
        silent,
        Why::TextNeeded,
    );
    let recall = |id: Id| json!({"referral": id, "reason": "sent to the wrong office"});
    story.does(WORKER, "implementation", "recall_referral", recall(id));
    let told = |story: &Story, id| {
        let case = story.case();
        case.implementation
            .referral(id)
            .unwrap()
            .recalled
            .clone()
            .unwrap()
            .1
            .tell_recipient
    };
    assert_eq!(status(&story, id), ReferralStatus::Recalled);
    assert!(told(&story, id));
    story.is_refused(
        WORKER,
        "implementation",
        "recall_referral",
        recall(id),
        Why::ReferralState,
    );
    let unsent = draft(&mut story, referral("food", SHELTER));
    story.does(WORKER, "implementation", "recall_referral", recall(unsent));
    assert!(!told(&story, unsent), "nothing had left");
    for (last, may) in [
        ("no_response", true),
        ("in_service", true),
        ("completed", false),
        ("declined_by_person", false),
    ] {
        let (mut story, id) = sent("food");
        story.does(
            WORKER,
            "implementation",
            "record_referral_answer",
            answer(id, last),
        );
        let tried = story.tries(WORKER, "implementation", "recall_referral", recall(id));
        assert_eq!(tried.is_ok(), may, "{last}");
    }
}

#[test]
fn a_withdrawal_calls_back_what_it_covered_and_nothing_else() {
    let withdrawal = |scope, recipients: &[Id]| Withdrawal {
        scope,
        recipients: recipients.to_vec(),
        in_their_words: None,
    };
    let mut story = registered("low");
    allow(&mut story, "referral", &[SHELTER, CLINIC]);
    allow(&mut story, "health_data", &[]);
    let shelter = draft(&mut story, referral("food", SHELTER));
    sends(&mut story, shelter);
    let care = with(
        referral("medicines", CLINIC),
        json!({"data_shared": ["health_facts"]}),
    );
    let clinic = draft(&mut story, care);
    let done = draft(&mut story, referral("food", SHELTER));
    sends(&mut story, done);
    story.does(
        WORKER,
        "implementation",
        "record_referral_answer",
        answer(done, "completed"),
    );
    let count = |withdrawal| implementation::recalls(&story.case(), &withdrawal).len();
    assert_eq!(count(withdrawal(Scope::Referral, &[])), 2);
    assert_eq!(count(withdrawal(Scope::Referral, &[SHELTER])), 1);
    assert_eq!(count(withdrawal(Scope::Referral, &[POLICE])), 0);
    assert_eq!(count(withdrawal(Scope::HealthData, &[])), 1);
    assert_eq!(count(withdrawal(Scope::Photo, &[])), 0);
    assert_eq!(count(withdrawal(Scope::Registration, &[POLICE])), 2);
    assert_eq!(count(withdrawal(Scope::CaseManagement, &[])), 2);
    story.hours(1);
    let words = json!({"scope": "referral", "recipients": [CLINIC]});
    story.does(WORKER, "consent", "withdraw_consent", words);
    assert_eq!(status(&story, clinic), ReferralStatus::Recalled);
    assert_eq!(status(&story, shelter), ReferralStatus::Sent);
    let case = story.case();
    let (at, recalled) = case
        .implementation
        .referral(clinic)
        .unwrap()
        .recalled
        .clone()
        .unwrap();
    assert_eq!(
        (recalled.withdrawn, recalled.tell_recipient),
        (Some(Scope::Referral), false)
    );
    assert_eq!(
        at.classes,
        Classes::of(Class::Health),
        "no more is told than before"
    );
}

#[test]
fn who_received_it_is_told_once_of_a_recall() {
    let (mut story, id) = sent("food");
    let told = |id: Id| json!({"referral": id, "told_how": "by phone; they delete it"});
    let tell = |story: &mut Story, body: Value| {
        story.tries(WORKER, "implementation", "tell_recipient", body)
    };
    assert_eq!(tell(&mut story, told(id)).unwrap_err().why, Why::NotNow);
    let unsent = draft(&mut story, referral("food", SHELTER));
    for one in [id, unsent] {
        let recall = json!({"referral": one, "reason": "the wrong office"});
        story.does(WORKER, "implementation", "recall_referral", recall);
    }
    let to_be_told = |story: &Story, id| {
        story
            .case()
            .implementation
            .referral(id)
            .unwrap()
            .to_be_told()
    };
    assert!(to_be_told(&story, id));
    assert!(!to_be_told(&story, unsent), "nobody had received it");
    assert_eq!(tell(&mut story, told(unsent)).unwrap_err().why, Why::NotNow);
    let silent = with(told(id), json!({"told_how": " "}));
    assert_eq!(tell(&mut story, silent).unwrap_err().why, Why::TextNeeded);
    assert!(tell(&mut story, told(id)).is_ok());
    assert!(!to_be_told(&story, id));
    assert_eq!(tell(&mut story, told(id)).unwrap_err().why, Why::NotNow);
}

#[test]
fn what_left_to_save_a_life_is_not_called_back_by_a_withdrawal() {
    let mut story = registered("low");
    let made = json!({"recipient": CLINIC, "danger": "x", "why_not_asked": "x",
        "minimum_data": ["name", "need_only"], "what_was_shared": "x"});
    story.does(WORKER, "consent", "make_override", made);
    let id = draft(&mut story, referral("food", CLINIC));
    sends(&mut story, id);
    story.hours(1);
    story.does(
        WORKER,
        "consent",
        "withdraw_consent",
        json!({"scope": "registration"}),
    );
    assert_eq!(status(&story, id), ReferralStatus::Sent);
}

#[test]
fn a_draft_gives_a_reason_names_a_known_action_and_never_carries_orientation() {
    let mut story = registered("low");
    let body = referral("food", SHELTER);
    let silent = with(body.clone(), json!({"reason": ""}));
    story.is_refused(
        WORKER,
        "implementation",
        "draft_referral",
        silent,
        Why::TextNeeded,
    );
    let orphan = with(body.clone(), json!({"plan_action_ref": NOBODY}));
    story.is_refused(
        WORKER,
        "implementation",
        "draft_referral",
        orphan,
        Why::ActionUnknown,
    );
    let told = with(body, json!({"about": ["sogi"]}));
    let no = story.is_refused(
        WORKER,
        "implementation",
        "draft_referral",
        told,
        Why::NotAllowed,
    );
    assert_eq!(no.field, Some("about"));
}

#[test]
fn a_referral_is_as_restricted_as_its_service_its_data_its_action_and_the_worker_say() {
    let mut story = begun("low");
    let secret = with(goal("safety"), json!({"about": ["trafficking"]}));
    let goal = set_goal(&mut story, secret);
    let body = objective(&story, goal);
    let objective = set_objective(&mut story, body);
    let body = referral_action(&story, objective, SHELTER);
    let action = plan_action(&mut story, body);
    let of = |story: &mut Story, changes: Value| {
        draft(story, with(referral("food", SHELTER), changes));
        story
            .case()
            .implementation
            .referrals
            .last()
            .unwrap()
            .at
            .classes
    };
    assert_eq!(of(&mut story, json!({})), Classes::GENERAL);
    assert_eq!(
        of(&mut story, json!({"service_type": "medicines"})),
        Classes::of(Class::Health)
    );
    assert_eq!(
        of(&mut story, json!({"data_shared": ["health_facts"]})),
        Classes::of(Class::Health)
    );
    let psychological = json!({"data_shared": ["psychological_facts"]});
    assert_eq!(of(&mut story, psychological), Classes::of(Class::Mhpss));
    assert_eq!(
        of(&mut story, json!({"about": ["gbv"]})),
        Classes::of(Class::Gbv)
    );
    let planned = json!({"plan_action_ref": action});
    assert_eq!(of(&mut story, planned), Classes::of(Class::Trafficking));
    let hidden = story.case().implementation.referrals[1].referral.referral;
    let no = waits(&mut story, hidden, Why::ConsentMissing);
    assert_eq!(
        no.classes,
        Classes::of(Class::Health),
        "the reason is as restricted"
    );
    let needs = ask(
        "implementation",
        "draft_referral",
        with(referral("medicines", SHELTER), json!({"about": ["gbv"]})),
    )
    .needs();
    assert_eq!(needs, Classes::of(Class::Health).and(Class::Gbv));
    let help = ask(
        "implementation",
        "send_referral",
        json!({"referral": hidden}),
    );
    assert_eq!(help.needs(), Classes::GENERAL);
}

#[test]
fn who_writes_a_referral_must_be_able_to_follow_it() {
    let needs = |changes: Value| {
        let body = with(referral("food", SHELTER), changes);
        ask("implementation", "draft_referral", body).needs()
    };
    assert_eq!(needs(json!({})), Classes::GENERAL);
    assert_eq!(
        needs(json!({"service_type": "safe_space"})),
        Classes::GENERAL
    );
    let therapy = json!({"service_type": "psychological_therapy"});
    assert_eq!(needs(therapy), Classes::of(Class::Health));
    let told = json!({"data_shared": ["psychological_facts"]});
    assert_eq!(needs(told), Classes::of(Class::Mhpss));
}
