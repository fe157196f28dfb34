//! Screening: eligibility with its reason, concerns by class, floors that propose.

use casework::{
    class::{Class, Classes},
    lists::{OutcomeStatus, RiskLevel, Status, VulnerabilityCategory},
    refusal::{MissingWhat, Why},
};
use serde_json::json;

use crate::story::*;

fn arrived_with(needs: &[&str]) -> Story {
    let mut story = Story::begins();
    story.does(
        DESK,
        "reception",
        "receive_arrival",
        with(arrival(), json!({"immediate_needs": needs})),
    );
    story
}

#[test]
fn turning_away_needs_a_reason_and_the_way_to_complain() {
    let away = with(
        screening("low"),
        json!({"eligibility_result": "not_eligible"}),
    );
    let mut story = arrived_with(&["none"]);
    let refusal = story.is_refused(
        WORKER,
        "screening",
        "screen",
        away.clone(),
        Why::ReasonNeeded,
    );
    assert_eq!(refusal.field, Some("reason_not_eligible"));
    let untold = with(
        away.clone(),
        json!({"reason_not_eligible": "lives elsewhere", "complaint_route_explained": false}),
    );
    let why = Why::ComplaintRouteNeeded;
    let refusal = story.is_refused(WORKER, "screening", "screen", untold, why);
    assert_eq!(refusal.field, Some("complaint_route_explained"));
    story.does(
        WORKER,
        "screening",
        "screen",
        with(away, json!({"reason_not_eligible": "lives elsewhere"})),
    );
    assert_eq!(story.case().outcome, Some(OutcomeStatus::NotEligible));
    assert_eq!(story.case().status(), Some(Status::Inquiry));
}

#[test]
fn somebody_turned_away_can_be_screened_again() {
    let mut story = arrived_with(&["none"]);
    let away = json!({"eligibility_result": "not_eligible", "reason_not_eligible": "not yet"});
    story.does(WORKER, "screening", "screen", with(screening("low"), away));
    story.does(WORKER, "screening", "screen", screening("low"));
    assert_eq!(story.case().outcome, None);
}

#[test]
fn registration_begins_only_when_eligible() {
    for (result, eligible) in [
        ("eligible", true),
        ("eligible_partial", true),
        ("pending", false),
    ] {
        let mut story = arrived_with(&["none"]);
        story.does(
            WORKER,
            "screening",
            "screen",
            with(screening("low"), json!({"eligibility_result": result})),
        );
        assert_eq!(
            casework::screening::eligible(&story.case()),
            eligible,
            "{result}"
        );
    }
}

#[test]
fn concerns_are_kept_by_their_class() {
    let mut story = arrived_with(&["none"]);
    let concerns = json!({"initial_concerns": ["destitute", "vot_potential", "lgbtqi", "stranded", "gbv_survivor", "chronic_illness", "torture_survivor"]});
    story.does(
        WORKER,
        "screening",
        "screen",
        with(screening("medium"), concerns),
    );
    let seen = |held: Classes| story.case_for(held).screening.concerns;
    use VulnerabilityCategory as V;
    assert_eq!(seen(Classes::GENERAL), [V::Destitute, V::Stranded]);
    for (class, category) in [
        (Class::Trafficking, V::VotPotential),
        (Class::Sogi, V::Lgbtqi),
        (Class::Gbv, V::GbvSurvivor),
        (Class::Health, V::ChronicIllness),
        (Class::Mhpss, V::TortureSurvivor),
    ] {
        assert!(seen(Classes::of(class)).contains(&category), "{class:?}");
        assert_eq!(seen(Classes::of(class)).len(), 3);
    }
}

/// Each floor of 3.1 that screening itself can see: the level below is refused, the level itself is not.
#[test]
fn floors_propose_and_a_worker_does_not_go_below() {
    let cases: [(&[&str], &[&str], &str, &str); 7] = [
        (&["danger_now"], &[], "high", "urgent"),
        (&["suicidal_risk"], &[], "high", "urgent"),
        (&["sexual_violence_recent"], &[], "high", "urgent"),
        (&["none"], &["unaccompanied_child"], "medium", "high"),
        (&["none"], &["at_risk_of_removal"], "medium", "high"),
        (&["none"], &["separated_child"], "low", "medium"),
        (&["shelter_tonight"], &[], "low", "medium"),
    ];
    for (needs, concerns, below, floor) in cases {
        let mut story = arrived_with(needs);
        let asked = |risk: &str| with(screening(risk), json!({"initial_concerns": concerns}));
        let refusal =
            story.is_refused(WORKER, "screening", "screen", asked(below), Why::BelowFloor);
        assert_eq!(
            refusal.field,
            Some("initial_risk"),
            "{needs:?} {concerns:?}"
        );
        story.does(WORKER, "screening", "screen", asked(floor));
        assert_eq!(story.case().risk().unwrap().code(), floor);
    }
}

#[test]
fn serious_illness_and_homelessness_propose_medium() {
    for concern in ["serious_medical", "homeless"] {
        let mut story = arrived_with(&["none"]);
        let asked = |risk: &str| with(screening(risk), json!({"initial_concerns": [concern]}));
        story.is_refused(WORKER, "screening", "screen", asked("low"), Why::BelowFloor);
        story.does(WORKER, "screening", "screen", asked("medium"));
    }
}

#[test]
fn going_below_a_floor_needs_a_text() {
    let mut story = arrived_with(&["danger_now"]);
    let silent = json!({"risk_level": "medium", "risk_reason": " "});
    let refusal = story.is_refused(
        SUPERVISOR,
        "screening",
        "decide_risk",
        silent,
        Why::ReasonNeeded,
    );
    assert_eq!(refusal.field, Some("risk_reason"));
    let at_first = with(screening("medium"), json!({"risk_reason": ""}));
    let refusal = story.is_refused(
        SUPERVISOR,
        "screening",
        "screen",
        at_first,
        Why::ReasonNeeded,
    );
    assert_eq!(refusal.field, Some("risk_reason"));
    story.does(
        SUPERVISOR,
        "screening",
        "decide_risk",
        json!({"risk_level": "medium", "risk_reason": "he sits in the police station"}),
    );
}

#[test]
fn a_supervisor_goes_below_a_floor_and_it_is_marked() {
    let mut story = arrived_with(&["danger_now"]);
    story.does(SUPERVISOR, "screening", "screen", screening("medium"));
    let risk = story.case().screening.risk.unwrap();
    assert_eq!(
        (risk.level, risk.below_floor),
        (RiskLevel::Medium, Some(RiskLevel::Urgent))
    );
    story.does(
        SUPERVISOR,
        "screening",
        "decide_risk",
        json!({"risk_level": "urgent", "risk_reason": "again"}),
    );
    assert_eq!(story.case().screening.risk.unwrap().below_floor, None);
    assert_eq!(story.case().screening.first_risk, Some(RiskLevel::Medium));
}

#[test]
fn nobody_can_claim_to_have_been_below_a_floor_that_was_not_there() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "screening",
        "decide_risk",
        json!({"risk_level": "low", "risk_reason": "calm", "below_floor": "urgent"}),
    );
    assert_eq!(story.case().screening.risk.unwrap().below_floor, None);
}

#[test]
fn a_hidden_floor_is_not_named_to_those_who_may_not_read_it() {
    let mut story = arrived_with(&["sexual_violence_recent"]);
    let refusal = story.is_refused(
        WORKER,
        "screening",
        "screen",
        screening("low"),
        Why::BelowFloor,
    );
    assert!(refusal.which.is_some());
    let shown = refusal.clone().for_reader(Classes::GENERAL);
    assert_eq!((shown.why, shown.which), (Why::GateNotMet, None));
    assert_eq!(shown.missing[0].what, MissingWhat::AnotherCheckPending);
    assert_eq!(refusal.clone().for_reader(Classes::of(Class::Gbv)), refusal);
}

#[test]
fn the_danger_at_the_door_ends_when_somebody_is_safe_again() {
    let mut story = arrived_with(&["danger_now"]);
    let danger = |safety: &str| {
        json!({"danger_sources": ["family"], "threat_detail": "x", "current_safety": safety,
        "suicidal": false, "action_taken": "y"})
    };
    story.does(WORKER, "reception", "report_danger", danger("safe"));
    story.does(WORKER, "screening", "screen", screening("low"));
}

#[test]
fn a_threat_proposes_high_for_a_month() {
    let mut story = registered("low");
    let danger = json!({"danger_sources": ["community"], "threat_detail": "x", "current_safety": "at_risk",
        "suicidal": false, "action_taken": "y"});
    story.does(WORKER, "reception", "report_danger", danger);
    let low = json!({"risk_level": "medium", "risk_reason": "calm"});
    story.is_refused(
        WORKER,
        "screening",
        "decide_risk",
        low.clone(),
        Why::BelowFloor,
    );
    story.days(31).does(WORKER, "screening", "decide_risk", low);
}

#[test]
fn recent_violence_proposes_urgent_for_five_days() {
    let mut story = arrived_with(&["sexual_violence_recent"]);
    story
        .hours(121)
        .does(WORKER, "screening", "screen", screening("low"));
}

#[test]
fn who_is_turned_away_meets_no_criterion_and_who_is_not_meets_one() {
    let none = json!({"eligibility_criteria": []});
    for result in ["eligible", "eligible_partial"] {
        let body = with(screening("low"), json!({"eligibility_result": result}));
        let body = with(body, none.clone());
        let mut story = arrived_with(&["none"]);
        let refusal = story.is_refused(WORKER, "screening", "screen", body, Why::TextNeeded);
        assert_eq!(refusal.field, Some("eligibility_criteria"));
    }
    let away =
        json!({"eligibility_result": "not_eligible", "reason_not_eligible": "lives elsewhere"});
    let body = with(with(screening("low"), away), none);
    arrived_with(&["none"]).does(WORKER, "screening", "screen", body);
}

#[test]
fn who_was_trafficked_is_not_ticked_at_the_door() {
    let ticked = |concern: &str| with(screening("high"), json!({"initial_concerns": [concern]}));
    let mut story = arrived_with(&["none"]);
    let body = ticked("vot_identified");
    let refusal = story.is_refused(WORKER, "screening", "screen", body, Why::NotConcluded);
    assert_eq!(refusal.field, Some("initial_concerns"));
    story.does(WORKER, "screening", "screen", ticked("vot_potential"));
}

#[test]
fn no_place_to_sleep_ends_with_a_bed() {
    let bed = |kind: &str| json!({"service_type": kind, "modality": "in_kind", "what": "a bed"});
    let mut story = arrived_with(&["shelter_tonight"]);
    let low = screening("low");
    story.does(DESK, "reception", "give_help", bed("food"));
    story.is_refused(WORKER, "screening", "screen", low.clone(), Why::BelowFloor);
    story.does(DESK, "reception", "give_help", bed("centre_bed"));
    story.does(WORKER, "screening", "screen", low);
    let mut story = arrived_with(&["shelter_tonight"]);
    story
        .does(WORKER, "screening", "screen", screening("medium"))
        .does(WORKER, "consent", "record_consent", consent("registration"));
    let low = json!({"risk_level": "low", "risk_reason": "has a flat"});
    for (place, roof) in [("street", false), ("own_rented", true)] {
        let lives = json!({"living_arrangement": place});
        story.does(WORKER, "registration", "record_background", lives);
        let said = story.tries(WORKER, "screening", "decide_risk", low.clone());
        assert_eq!(said.is_ok(), roof, "{place}");
    }
}
