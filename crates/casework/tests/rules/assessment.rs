//! The assessment: safety, needs, categories, gate G2 part by part, approval, what is due.

use casework::{
    assessment::{g2, needs_approval},
    due::{Due, DueWhat, due},
    lists::{NeedDomain, RiskLevel, Step, StepState},
    order::OnClash,
    refusal::{MissingWhat, Why},
    sop::FloorReason,
};

use serde_json::{Value, json};

use crate::{safety::safety_plan, story::*};

pub fn safety(current: &str) -> Value {
    json!({"current_safety": current, "asked_in_private": true})
}

pub fn need(domain: &str, status: &str) -> Value {
    json!({"domain": domain, "status": status})
}

pub fn factor(level: &str, code: &str, polarity: &str) -> Value {
    json!({"level": level, "code": code, "polarity": polarity, "phase": "during", "active": "now",
        "strength": "moderate", "evidence_text": "she said so", "source": "person",
        "confidence": "high", "person_agrees": "yes"})
}

pub fn profile(level: &str) -> Value {
    json!({"level": level, "place": "port quarter", "valid_from": "2026-01-01",
        "source": "team visit", "applies": ["hostility"]})
}

pub fn formulation() -> Value {
    json!({"exposed_to": "eviction", "helps_avoid": "a friend", "helps_resist": "faith",
        "helps_recover": "work", "formulation_text": "I want to stand on my feet",
        "person_view": "agrees", "overall": "moderate", "rationale": "strong ties, no income"})
}

pub fn skipped() -> Value {
    json!({"why": "no_indication"})
}

/// Every command that gate G2 asks for, by the name of what it brings.
pub fn parts() -> Vec<(&'static str, &'static str, Value)> {
    let mut all = vec![("safety_check", "check_safety", safety("safe"))];
    for domain in NeedDomain::CODES {
        all.push((domain, "answer_need", need(domain, "no_need")));
    }
    let priorities = json!({"own_priorities": "my papers", "ranked_domains": ["documentation"]});
    all.extend([
        (
            "individual",
            "record_factor",
            factor("individual", "language_skills", "protective"),
        ),
        (
            "household",
            "record_factor",
            factor("household", "separation", "risk"),
        ),
        ("community", "attach_profile", profile("community")),
        ("structural", "attach_profile", profile("structural")),
        ("tip", "skip_tip", skipped()),
        ("priorities", "record_priorities", priorities),
        ("formulation", "write_formulation", formulation()),
    ]);
    all
}

/// Does everything that gate G2 asks for, except what is named.
pub fn assess_except(story: &mut Story, left_out: &[&str]) {
    for (name, kind, body) in parts() {
        if !left_out.contains(&name) {
            story.does(WORKER, "assessment", kind, body);
        }
    }
}

/// Does everything that gate G2 asks for.
pub fn assess(story: &mut Story) {
    assess_except(story, &[]);
}

pub fn submit() -> Value {
    json!({"subject": "assessment"})
}

/// A registered child of about this age, carried by [`WORKER`].
pub fn registered_child(dob: &str, risk: &str) -> Story {
    let mut story = Story::begins();
    let consent = with(
        consent("registration"),
        json!({"given_by": "oneself", "assent": "given_in_writing"}),
    );
    let identity = with(identity(), json!({"dob": dob}));
    story
        .does(DESK, "reception", "receive_arrival", {
            with(arrival(), json!({"age_band": "from15_to17"}))
        })
        .does(WORKER, "screening", "screen", screening(risk))
        .does(WORKER, "consent", "record_consent", consent)
        .does(WORKER, "registration", "record_identity", identity);
    complete(&mut story);
    story
}

pub fn dues_of(story: &Story, what: DueWhat) -> Vec<Due> {
    let mut all = due(&story.case(), &story.sop, story.now);
    all.retain(|due| due.what == what);
    all
}

pub fn floor_reasons(story: &Story) -> Vec<FloorReason> {
    let floors = casework::floors::floors(&story.case(), &story.sop, story.now);
    floors.iter().map(|floor| floor.reason).collect()
}

#[test]
fn a_whole_assessment_passes_the_gate() {
    let mut story = registered("low");
    assess(&mut story);
    assert!(g2(&story.case(), &story.sop, story.now).is_empty());
    story.does(WORKER, "approval", "submit", submit());
    let case = story.case();
    assert_eq!(case.step(Step::Assessment).state(), StepState::Done);
    assert_eq!(case.step(Step::Planning).state(), StepState::InProgress);
}

#[test]
fn each_part_left_out_is_what_the_gate_misses() {
    let general = [
        ("safety_check", MissingWhat::SafetyCheck),
        ("individual", MissingWhat::IndividualFactor),
        ("household", MissingWhat::HouseholdFactor),
        ("community", MissingWhat::ContextProfile),
        ("structural", MissingWhat::ContextProfile),
        ("tip", MissingWhat::TipScreening),
        ("priorities", MissingWhat::OwnPriorities),
        ("formulation", MissingWhat::Formulation),
    ];
    for (left_out, what) in general {
        let mut story = registered("low");
        if left_out == "individual" {
            // Something protective elsewhere, so that the formulation can be written.
            let protective = factor("community", "safe_space", "protective");
            story.does(WORKER, "assessment", "record_factor", protective);
        }
        assess_except(&mut story, &[left_out]);
        story.misses(WORKER, "approval", "submit", submit(), &[what]);
    }
    for domain in NeedDomain::ALL {
        let mut story = registered("low");
        assess_except(&mut story, &[domain.code()]);
        let refusal = story.is_refused(WORKER, "approval", "submit", submit(), Why::GateNotMet);
        assert_eq!(refusal.missing.len(), 1);
        assert_eq!(refusal.missing[0].what, MissingWhat::NeedDomain);
        assert_eq!(
            refusal.missing[0].which,
            Some(("need_domain", domain.code()))
        );
    }
}

#[test]
fn the_missing_context_is_named_by_its_level() {
    for level in ["community", "structural"] {
        let mut story = registered("low");
        assess_except(&mut story, &[level]);
        let missing = g2(&story.case(), &story.sop, story.now);
        assert_eq!(missing[0].which, Some(("factor_level", level)));
    }
}

#[test]
fn an_empty_assessment_misses_everything_once() {
    let story = registered("low");
    let missing = g2(&story.case(), &story.sop, story.now);
    assert_eq!(missing.len(), 1 + 18 + 2 + 2 + 1 + 2);
}

#[test]
fn a_risk_level_needs_its_reason() {
    let mut story = registered("low");
    assess(&mut story);
    let silent = json!({"risk_level": "low", "risk_reason": " "});
    story.does(WORKER, "screening", "decide_risk", silent);
    story.misses(
        WORKER,
        "approval",
        "submit",
        submit(),
        &[MissingWhat::RiskDecision],
    );
    let reasoned = json!({"risk_level": "low", "risk_reason": "has family here"});
    story.does(WORKER, "screening", "decide_risk", reasoned);
    story.does(WORKER, "approval", "submit", submit());
}

#[test]
fn safety_that_was_not_asked_in_private_is_kept_and_does_not_pass_the_gate() {
    let mut story = registered("low");
    assess_except(&mut story, &["safety_check"]);
    let overheard = with(safety("safe"), json!({"asked_in_private": false}));
    story.does(WORKER, "assessment", "check_safety", overheard);
    assert_eq!(story.case().assessment.safety.len(), 1);
    story.misses(
        WORKER,
        "approval",
        "submit",
        submit(),
        &[MissingWhat::SafetyCheck],
    );
    story.does(WORKER, "assessment", "check_safety", safety("safe"));
    story.does(WORKER, "approval", "submit", submit());
}

#[test]
fn declined_is_an_answer_and_not_discussed_is_none() {
    let mut story = registered("low");
    assess(&mut story);
    for (status, answered) in [
        ("declined", true),
        ("not_discussed", false),
        ("met", true),
        ("no_need", true),
    ] {
        story.does(WORKER, "assessment", "answer_need", need("mhpss", status));
        assert_eq!(
            story.case().assessment.answered(NeedDomain::Mhpss),
            answered
        );
        assert_eq!(
            g2(&story.case(), &story.sop, story.now).is_empty(),
            answered
        );
    }
}

#[test]
fn answers_that_replace_need_the_page_they_were_typed_on() {
    let clash = |kind: &str, body: Value| ask("assessment", kind, body).on_clash();
    let priorities = json!({"own_priorities": "x"});
    let plan = safety_plan();
    assert_eq!(
        clash("answer_need", need("shelter", "met")),
        OnClash::NeedsBase("shelter")
    );
    assert_eq!(
        clash("record_priorities", priorities),
        OnClash::NeedsBase("priorities")
    );
    assert_eq!(
        clash("write_formulation", formulation()),
        OnClash::NeedsBase("formulation")
    );
    assert_eq!(
        clash("make_safety_plan", plan),
        OnClash::NeedsBase("safety_plan")
    );
    assert_eq!(clash("check_safety", safety("safe")), OnClash::Commutes);
    let mut story = registered("low");
    assess(&mut story);
    story.does(WORKER, "assessment", "make_safety_plan", safety_plan());
    for part in ["shelter", "priorities", "formulation", "safety_plan"] {
        assert_eq!(story.case().part_version(part), 1, "{part}");
    }
}

#[test]
fn a_floor_found_after_the_risk_was_decided_is_not_passed_over() {
    let mut story = registered("medium");
    assess(&mut story);
    let danger = json!({"danger_sources": ["partner"], "threat_detail": "he is outside",
        "current_safety": "immediate_danger", "suicidal": false, "action_taken": "locked the door"});
    story.does(WORKER, "reception", "report_danger", danger);
    let unheeded = &[MissingWhat::RiskDecision];
    story.misses(WORKER, "approval", "submit", submit(), unheeded);
    let below = json!({"risk_level": "medium", "risk_reason": "the police took him away"});
    story.does(SUPERVISOR, "screening", "decide_risk", below);
    let (case, now) = (story.case(), story.now);
    assert!(needs_approval(&case, now), "below a grave floor");
    story.does(WORKER, "approval", "submit", submit());
    let state = story.case().step(Step::Assessment).state();
    assert_eq!(state, StepState::AwaitingApproval);
}

#[test]
fn high_urgent_and_children_are_approved_by_somebody_else() {
    for (risk, asked) in [
        ("urgent", true),
        ("high", true),
        ("medium", false),
        ("low", false),
    ] {
        let mut story = registered(risk);
        assert_eq!(needs_approval(&story.case(), story.now), asked, "{risk}");
        assess(&mut story);
        story.does(WORKER, "approval", "submit", submit());
        let state = story.case().step(Step::Assessment).state();
        let expected = if asked {
            StepState::AwaitingApproval
        } else {
            StepState::Done
        };
        assert_eq!(state, expected);
    }
    let child = registered_child("2010-01-01", "low");
    assert!(needs_approval(&child.case(), child.now));
    assert!(
        needs_approval(&Story::begins().case(), child.now),
        "no risk level yet"
    );
}

#[test]
fn an_approved_assessment_is_done_and_its_picture_kept() {
    let mut story = registered("high");
    assess(&mut story);
    story.does(WORKER, "approval", "submit", submit());
    assert_eq!(dues_of(&story, DueWhat::AssessmentApproval).len(), 1);
    assert!(dues_of(&story, DueWhat::Assessment).is_empty());
    assert!(story.case().assessment.snapshots.is_empty());
    story.is_refused(
        WORKER,
        "approval",
        "approve",
        submit(),
        Why::SupervisorNeeded,
    );
    story.does(SUPERVISOR, "approval", "approve", submit());
    let case = story.case();
    assert_eq!(case.step(Step::Assessment).state(), StepState::Done);
    assert_eq!(case.assessment.snapshots.len(), 1);
    assert_eq!(case.assessment.snapshots[0].risk, Some(RiskLevel::High));
}

#[test]
fn the_clock_of_the_assessment_follows_the_risk_and_starts_at_the_door() {
    for (risk, hours) in [("urgent", 24), ("high", 48), ("medium", 168), ("low", 336)] {
        let mut story = registered(risk);
        let arrived = story.now;
        let after = |hours| arrived + jiff::SignedDuration::from_hours(hours);
        story.hours(5);
        let dues = dues_of(&story, DueWhat::Assessment);
        assert_eq!(
            dues.iter().map(|due| due.at).collect::<Vec<_>>(),
            [after(hours)]
        );
        assert!(dues_of(&story, DueWhat::Reassessment).is_empty());
    }
}

#[test]
fn a_waiting_approval_and_the_next_reassessment_are_due() {
    let mut story = registered("high");
    let start = story.now;
    let after = |hours| start + jiff::SignedDuration::from_hours(hours);
    assess(&mut story);
    story.does(WORKER, "approval", "submit", submit());
    assert_eq!(
        dues_of(&story, DueWhat::AssessmentApproval)[0].at,
        after(48)
    );
    assert!(dues_of(&story, DueWhat::Reassessment).is_empty());
    story.hours(10);
    story.does(SUPERVISOR, "approval", "approve", submit());
    assert!(dues_of(&story, DueWhat::AssessmentApproval).is_empty());
    assert_eq!(
        dues_of(&story, DueWhat::Reassessment)[0].at,
        after(10 + 720)
    );
    story.hours(90);
    let reason = json!({"reason": "he moved"});
    story.does(WORKER, "assessment", "reassess", reason);
    assert_eq!(
        dues_of(&story, DueWhat::Reassessment)[0].at,
        after(100 + 48)
    );
}

#[test]
fn nothing_is_assessed_before_the_case_is_open() {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    story.is_refused(
        WORKER,
        "assessment",
        "check_safety",
        safety("safe"),
        Why::NotACaseYet,
    );
}
