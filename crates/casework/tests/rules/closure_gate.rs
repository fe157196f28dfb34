//! Gate G6: no need, referral, return or child is left without an answer, whatever the reason.

use casework::{
    Id,
    class::Classes,
    closure::{g6, open_needs},
    lists::NeedDomain,
    refusal::{MissingWhat as M, Why},
};
use serde_json::{Value, json};

use crate::{
    closure::{missing, missing_with, proposal},
    contact::{a_try, contact, reachable},
    review::a_review,
    story::*,
};

fn need(domain: &str, severity: &str, urgency: &str) -> Value {
    json!({"domain": domain, "status": "need", "severity": severity, "urgency": urgency})
}

/// A case to be closed with needs of every urgency.
fn in_need() -> Story {
    let mut story = registered("low");
    story
        .does(
            WORKER,
            "assessment",
            "answer_need",
            need("shelter", "minor", "now1h"),
        )
        .does(
            WORKER,
            "assessment",
            "answer_need",
            need("health", "critical", "planned"),
        )
        .does(
            WORKER,
            "assessment",
            "answer_need",
            need("documentation", "serious", "within72h"),
        )
        .does(
            WORKER,
            "assessment",
            "answer_need",
            need("mhpss", "minor", "same_day"),
        )
        .does(
            WORKER,
            "assessment",
            "answer_need",
            json!({"domain": "safety", "status": "met", "severity": "critical"}),
        );
    story.does(
        WORKER,
        "closure",
        "propose_closure",
        proposal("programme_closed"),
    );
    story
}

#[test]
fn every_open_need_is_named_the_urgent_ones_first() {
    let story = in_need();
    let found: Vec<_> = g6(&story.case(), &story.sop, story.now)
        .into_iter()
        .map(|missing| (missing.what, missing.which.unwrap().1))
        .collect();
    assert_eq!(
        found,
        [
            (M::UrgentNeedOpen, "shelter"),
            (M::UrgentNeedOpen, "health"),
            (M::UrgentNeedOpen, "mhpss"),
            (M::UnmetNeedDisposition, "documentation"),
        ]
    );
}

#[test]
fn no_need_stays_open_without_a_written_disposition() {
    let mut story = in_need();
    let disposal = |domain: &str, note: &str| json!({"domain": domain, "disposition": "handed_over", "note": note});
    let blank = disposal("shelter", " ");
    story.is_refused(WORKER, "closure", "dispose_need", blank, Why::TextNeeded);
    for domain in ["shelter", "health", "mhpss"] {
        story.does(
            WORKER,
            "closure",
            "dispose_need",
            disposal(domain, "city shelter"),
        );
    }
    assert_eq!(missing(&story), [M::UnmetNeedDisposition]);
    story.does(
        WORKER,
        "closure",
        "dispose_need",
        disposal("documentation", "lawyer"),
    );
    assert_eq!(missing(&story), []);
}

#[test]
fn a_need_found_in_a_review_must_be_disposed_of_too() {
    let mut story = registered("low");
    let new = json!({"new_needs": ["livelihood_work_training", "livelihood_work_training"]});
    story
        .does(WORKER, "review", "hold_review", with(a_review(), new))
        .does(
            WORKER,
            "closure",
            "propose_closure",
            proposal("objectives_met"),
        );
    assert_eq!(missing(&story), [M::UnmetNeedDisposition]);
    // The assessment of that domain since then has the last word.
    story.hours(1).does(
        WORKER,
        "assessment",
        "answer_need",
        json!({"domain": "livelihood_work_training", "status": "met"}),
    );
    assert_eq!(missing(&story), []);
    assert_eq!(open_needs(&story.case()), []);
    let again = with(
        a_review(),
        json!({"new_needs": ["livelihood_work_training"]}),
    );
    story.hours(1).does(WORKER, "review", "hold_review", again);
    assert_eq!(
        open_needs(&story.case()),
        [(NeedDomain::LivelihoodWorkTraining, None, None)]
    );
    story.does(
        WORKER,
        "closure",
        "dispose_need",
        json!({"domain": "livelihood_work_training",
        "disposition": "referred", "note": "job centre", "new_need": true, "about": ["health"]}),
    );
    assert_eq!(missing(&story), []);
    let general = story.case_for(Classes::GENERAL);
    assert!(general.closure.dispositions.is_empty());
}

fn referral() -> Value {
    json!({"to_agency": Id([50; 16]).to_string(), "service_type": "maternal_srh",
        "reason": "check-up", "urgency": "planned", "data_shared": ["need_only"], "channel": "phone"})
}

#[test]
fn no_referral_is_left_without_somebody_who_follows_it() {
    let mut story = registered("low");
    story
        .does(WORKER, "implementation", "draft_referral", referral())
        .does(
            WORKER,
            "closure",
            "propose_closure",
            proposal("objectives_met"),
        );
    let found = g6(&story.case(), &story.sop, story.now);
    let classes = story.case().implementation.referrals[0].at.classes;
    assert_ne!(classes, Classes::GENERAL);
    assert_eq!(
        (found[0].what, found[0].classes),
        (M::ReferralWithoutOwner, classes)
    );
    let id = story.case().implementation.referrals[0]
        .referral
        .referral
        .to_string();
    story.does(
        WORKER,
        "closure",
        "name_referral_owner",
        json!({"referral": id, "owner": COLLEAGUE.account.to_string()}),
    );
    assert_eq!(missing(&story), []);
    let mut recalled = registered("low");
    recalled.does(WORKER, "implementation", "draft_referral", referral());
    let id = recalled.case().implementation.referrals[0]
        .referral
        .referral
        .to_string();
    recalled
        .does(
            WORKER,
            "implementation",
            "recall_referral",
            json!({"referral": id, "reason": "moved away"}),
        )
        .does(
            WORKER,
            "closure",
            "propose_closure",
            proposal("objectives_met"),
        );
    assert_eq!(missing(&recalled), []);
}

#[test]
fn lost_contact_is_closed_after_the_waiting_time() {
    let mut story = reachable("low");
    for mode in ["phone_call", "messaging_app", "phone_call"] {
        story.does(WORKER, "review", "record_contact", a_try(mode));
    }
    story.does(WORKER, "review", "mark_lost_contact", json!({}));
    let said = json!({"attempts": "two calls, one message", "person_prepared": false});
    story.days(30).hours(-1);
    let tried = with(proposal("lost_contact"), said);
    assert_eq!(
        missing_with(&mut story, tried.clone()),
        [M::LostContactTime]
    );
    story.hours(1);
    assert_eq!(missing(&story), []);
    story.does(WORKER, "review", "record_contact", contact());
    assert_eq!(missing(&story), [M::LostContactTime], "they came back");
}

#[test]
fn a_return_is_declared_in_its_own_consent() {
    let mut story = registered("low");
    assert_eq!(
        missing_with(&mut story, proposal("returned_avr")),
        [M::ReturnConsent]
    );
    story.does(WORKER, "consent", "record_consent", consent("avr_return"));
    assert_eq!(missing(&story), []);
}

/// The file now belongs to a child of sixteen without a guardian.
fn now_a_child(story: &mut Story) {
    story.does(
        WORKER,
        "registration",
        "dispute_age",
        json!({"said_by": "himself", "age_said": 16}),
    );
}

#[test]
fn a_child_returns_or_rejoins_a_family_only_after_best_interests() {
    let mut story = registered("low");
    story.does(WORKER, "consent", "record_consent", consent("avr_return"));
    now_a_child(&mut story);
    assert_eq!(missing_with(&mut story, proposal("returned_avr")), [M::Bia]);
    assert_eq!(missing_with(&mut story, proposal("reunified")), [M::Bia]);
    assert!(missing_with(&mut story, proposal("transferred_partner")).contains(&M::Bia));
    assert_eq!(missing_with(&mut story, proposal("moved_away_known")), []);
    assert_eq!(
        missing_with(&mut story, proposal("aged_out_to_adult_service")),
        [M::OfAge]
    );
    let mut adult = registered("low");
    assert_eq!(
        missing_with(&mut adult, proposal("aged_out_to_adult_service")),
        []
    );
    assert_eq!(missing_with(&mut adult, proposal("reunified")), []);
}
