//! The assessment: safety, needs, categories, gate G2 part by part, approval, what is due.

use casework::{
    assessment::{g2, needs_approval},
    class::{Class, Classes},
    due::{Due, DueWhat, due},
    lists::{
        AlertKind, CurrentSafety, NeedDomain, NeedStatus, RiskLevel, Step, StepState, Theme,
        VulnerabilityCategory as Category,
    },
    order::OnClash,
    refusal::{MissingWhat, Why},
    sop::FloorReason,
};
use serde_json::{Value, json};

use crate::story::*;

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

fn dues_of(story: &Story, what: DueWhat) -> Vec<Due> {
    let mut all = due(&story.case(), &story.sop, story.now);
    all.retain(|due| due.what == what);
    all
}

fn floor_reasons(story: &Story) -> Vec<FloorReason> {
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
fn a_need_says_how_severe_it_is_and_keeps_its_id() {
    let mut story = registered("low");
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "answer_need",
        need("shelter", "need"),
        Why::SeverityNeeded,
    );
    assert_eq!(refusal.field, Some("severity"));
    let severe = with(need("shelter", "need"), json!({"severity": "critical"}));
    story.does(WORKER, "assessment", "answer_need", severe);
    let first = story.case().assessment.needs[&NeedDomain::Shelter].row.need;
    assert_eq!(story.case().assessment.open_needs().count(), 1);
    story.does(WORKER, "assessment", "answer_need", need("shelter", "met"));
    let case = story.case();
    assert_eq!(case.assessment.needs[&NeedDomain::Shelter].row.need, first);
    assert_eq!(
        case.assessment.need(first).unwrap().row.status,
        NeedStatus::Met
    );
    assert_eq!(case.assessment.open_needs().count(), 0);
    assert!(case.assessment.need(DESK.account).is_none());
    story.does(
        WORKER,
        "assessment",
        "answer_need",
        need("safety", "no_need"),
    );
    let other = story.case().assessment.needs[&NeedDomain::Safety].row.need;
    assert_ne!(other, first);
}

#[test]
fn what_is_said_about_health_and_mind_is_read_by_their_readers_only() {
    for (domain, class) in [
        ("health", Some(Class::Health)),
        ("sexual_reproductive_health", Some(Class::Health)),
        ("mhpss", Some(Class::Mhpss)),
        ("shelter", None),
    ] {
        let mut story = registered("low");
        let told = json!({"domain": domain, "status": "need", "severity": "serious",
            "description": "in the person's words"});
        story.does(WORKER, "assessment", "answer_need", told);
        let general = story.case_for(Classes::GENERAL);
        assert_eq!(general.assessment.needs.len(), 1, "the row is general");
        assert_eq!(general.assessment.need_texts.is_empty(), class.is_some());
        let held = class.map_or(Classes::GENERAL, Classes::of);
        assert_eq!(story.case_for(held).assessment.need_texts.len(), 1);
    }
    let mut story = registered("low");
    let resources = with(
        need("shelter", "no_need"),
        json!({"resources_available": "aunt"}),
    );
    story.does(WORKER, "assessment", "answer_need", resources);
    assert_eq!(
        story.kinds(),
        ["assessment.need_answered", "assessment.need_described"]
    );
    story.does(
        WORKER,
        "assessment",
        "answer_need",
        need("shelter", "no_need"),
    );
    assert_eq!(story.kinds(), ["assessment.need_answered"]);
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
fn immediate_danger_alerts_the_supervisor_and_anything_less_does_not() {
    let mut story = registered("low");
    for calm in ["safe", "at_risk"] {
        story.does(WORKER, "assessment", "check_safety", safety(calm));
        assert!(story.case().reception.alerts.is_empty());
    }
    story.does(
        WORKER,
        "assessment",
        "check_safety",
        safety("immediate_danger"),
    );
    let alerts = story.case().reception.alerts;
    assert_eq!(alerts.len(), 1);
    assert_eq!(alerts[0].alert.kind, AlertKind::DangerNow);
    assert_eq!(alerts[0].alert.theme, Theme::SupervisorNow);
    assert_eq!(floor_reasons(&story), [FloorReason::DangerNow]);
}

#[test]
fn danger_to_oneself_alerts_the_supervisor_unless_it_is_past() {
    let oneself = |current: &str| with(safety(current), json!({"danger_sources": ["oneself"]}));
    let mut story = registered("low");
    story.does(WORKER, "assessment", "check_safety", oneself("safe"));
    assert!(story.case().reception.alerts.is_empty());
    story.does(WORKER, "assessment", "check_safety", oneself("at_risk"));
    let alerts = story.case().reception.alerts;
    assert_eq!(alerts.len(), 1);
    assert_eq!(alerts[0].alert.kind, AlertKind::SuicidalRisk);
}

#[test]
fn the_source_of_danger_decides_who_reads_about_it() {
    let gbv = Classes::of(Class::Gbv);
    let trafficking = Classes::of(Class::Trafficking);
    for (source, classes) in [
        ("partner", gbv),
        ("trafficker_or_recruiter", trafficking),
        ("community", Classes::GENERAL),
    ] {
        let mut story = registered("low");
        let check = with(
            safety("at_risk"),
            json!({"danger_sources": [source, "unknown"]}),
        );
        story.does(WORKER, "assessment", "check_safety", check);
        let general = story.case_for(Classes::GENERAL);
        assert_eq!(general.assessment.safety.len(), 1);
        assert_eq!(
            general.assessment.dangers.len(),
            usize::from(classes == Classes::GENERAL)
        );
        assert_eq!(story.case_for(classes).assessment.dangers.len(), 1);
    }
    let mut story = registered("low");
    let about = json!({"threat_detail": "waits at the gate", "about": ["sogi"]});
    story.does(
        WORKER,
        "assessment",
        "check_safety",
        with(safety("at_risk"), about),
    );
    assert!(
        story
            .case_for(Classes::GENERAL)
            .assessment
            .dangers
            .is_empty()
    );
    assert_eq!(
        story
            .case_for(Classes::of(Class::Sogi))
            .assessment
            .dangers
            .len(),
        1
    );
    let known = json!({"location_known_to_perpetrator": true});
    story.does(
        WORKER,
        "assessment",
        "check_safety",
        with(safety("at_risk"), known),
    );
    assert_eq!(story.case().assessment.dangers.len(), 2);
    story.does(WORKER, "assessment", "check_safety", safety("at_risk"));
    assert_eq!(story.case().assessment.dangers.len(), 2);
}

#[test]
fn what_was_told_last_about_safety_counts() {
    let mut story = registered("low");
    let last = |story: &Story| {
        let case = story.case();
        case.assessment.last_safety(&case)
    };
    assert_eq!(last(&story), None);
    story.does(WORKER, "assessment", "check_safety", safety("safe"));
    assert_eq!(last(&story), Some(CurrentSafety::Safe));
    story.hours(1);
    let danger = json!({"danger_sources": ["employer"], "threat_detail": "waits outside",
        "current_safety": "at_risk", "suicidal": false, "action_taken": "door locked"});
    story.does(DESK, "reception", "report_danger", danger);
    assert_eq!(last(&story), Some(CurrentSafety::AtRisk));
    assert!(floor_reasons(&story).contains(&FloorReason::CredibleThreat));
    story.hours(1);
    story.does(WORKER, "assessment", "check_safety", safety("safe"));
    assert_eq!(last(&story), Some(CurrentSafety::Safe));
    assert!(floor_reasons(&story).is_empty());
    story.hours(1);
    let contact = json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true,
        "safety_now": "immediate_danger", "next_contact_due": "2026-03-09"});
    story.does(WORKER, "review", "record_contact", contact);
    assert_eq!(last(&story), Some(CurrentSafety::ImmediateDanger));
}

pub fn safety_plan() -> Value {
    json!({"warning_signs": "the car", "safe_places": "the library", "who_to_call": "hotline",
        "steps": "leave by the garden", "copy_given": "no_unsafe"})
}

#[test]
fn a_safety_plan_has_steps_and_somebody_to_call() {
    let mut story = registered("high");
    for field in ["steps", "who_to_call"] {
        let empty = with(safety_plan(), json!({field: " "}));
        let refusal = story.is_refused(
            WORKER,
            "assessment",
            "make_safety_plan",
            empty,
            Why::TextNeeded,
        );
        assert_eq!(refusal.field, Some(field));
    }
    let body = with(safety_plan(), json!({"about": ["gbv"]}));
    story.does(WORKER, "assessment", "make_safety_plan", body);
    let general = story.case_for(Classes::GENERAL);
    assert!(
        general.assessment.safety_planned.is_some(),
        "gates know that it stands"
    );
    assert!(general.assessment.safety_plan.is_none());
    assert!(
        story
            .case_for(Classes::of(Class::Gbv))
            .assessment
            .safety_plan
            .is_some()
    );
}

#[test]
fn grave_risk_asks_for_a_safety_plan_the_same_day() {
    for (risk, asked) in [("urgent", 1), ("high", 1), ("medium", 0), ("low", 0)] {
        let mut story = registered(risk);
        let dues = dues_of(&story, DueWhat::SafetyPlan);
        assert_eq!(dues.len(), asked, "{risk}");
        if let Some(due) = dues.first() {
            assert_eq!(due.at, "2026-03-02T23:59:59.999999999Z".parse().unwrap());
        }
        story.does(WORKER, "assessment", "make_safety_plan", safety_plan());
        assert!(dues_of(&story, DueWhat::SafetyPlan).is_empty());
    }
}

#[test]
fn categories_found_are_kept_by_class_and_move_the_floors() {
    let mut story = registered("low");
    let found = json!({"vulnerability_categories": ["homeless", "serious_medical", "destitute"],
        "social_risk_conditions": ["housing_hardship"]});
    story.does(WORKER, "assessment", "record_categories", found);
    let general = story.case_for(Classes::GENERAL).assessment;
    assert_eq!(general.categories.len(), 2);
    assert_eq!(general.social_risks.len(), 1);
    assert!(!general.categories.contains(&Category::SeriousMedical));
    let reasons = floor_reasons(&story);
    assert_eq!(
        reasons,
        [
            FloorReason::SeriousUntreatedIllness,
            FloorReason::HomelessTonight
        ]
    );
    let gone = json!({"vulnerability_categories": [], "no_longer": ["homeless"]});
    story.does(WORKER, "assessment", "record_categories", gone);
    assert_eq!(
        floor_reasons(&story),
        [FloorReason::SeriousUntreatedIllness]
    );
    let case = story.case();
    assert!(!case.assessment.categories.contains(&Category::Homeless));
    assert!(case.assessment.categories.contains(&Category::Destitute));
    assert!(case.assessment.social_risks.is_empty());
    let again = json!({"vulnerability_categories": ["destitute"]});
    story.does(WORKER, "assessment", "record_categories", again);
    let concerns = story.case().screening.concerns;
    let times = concerns.iter().filter(|one| **one == Category::Destitute);
    assert_eq!(times.count(), 1);
}

#[test]
fn nobody_ticks_a_category_of_trafficking() {
    let mut story = registered("low");
    for category in ["vot_potential", "vot_identified"] {
        for field in ["vulnerability_categories", "no_longer"] {
            let ticked = json!({"vulnerability_categories": []});
            let ticked = with(ticked, json!({field: [category]}));
            let refusal = story.is_refused(
                WORKER,
                "assessment",
                "record_categories",
                ticked,
                Why::NotConcluded,
            );
            assert_eq!(refusal.field, Some(field));
        }
    }
}

#[test]
fn own_priorities_are_words() {
    let mut story = registered("low");
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "record_priorities",
        json!({"own_priorities": ""}),
        Why::TextNeeded,
    );
    assert_eq!(refusal.field, Some("own_priorities"));
    let words = json!({"own_priorities": "call my mother"});
    story.does(WORKER, "assessment", "record_priorities", words);
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
