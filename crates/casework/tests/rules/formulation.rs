//! What the picture means, in words; pictures kept and compared; assessing again.

use casework::{
    assessment::{Turn, Which, compare, g2},
    class::{Class, Classes},
    lists::{Occasion, Overall, Step, StepState, Strength},
    refusal::{MissingWhat, Why},
};
use serde_json::{Value, json};

use crate::{
    assessment::{assess, assess_except, factor, formulation, profile, safety, submit},
    picture::record,
    story::*,
};

#[test]
fn the_formulation_answers_every_question_in_words() {
    let mut story = registered("low");
    assess_except(&mut story, &["formulation"]);
    for field in [
        "exposed_to",
        "helps_avoid",
        "helps_resist",
        "helps_recover",
        "formulation_text",
        "person_view",
        "rationale",
    ] {
        let silent = with(formulation(), json!({field: " "}));
        let refusal = story.is_refused(
            WORKER,
            "assessment",
            "write_formulation",
            silent,
            Why::TextNeeded,
        );
        assert_eq!(refusal.field, Some(field));
    }
    story.does(WORKER, "assessment", "write_formulation", formulation());
}

#[test]
fn a_picture_without_protection_is_asked_whether_it_was_explored() {
    let asks = |story: &mut Story| {
        let refusal = story.is_refused(
            WORKER,
            "assessment",
            "write_formulation",
            formulation(),
            Why::ReasonNeeded,
        );
        assert_eq!(refusal.field, Some("nothing_protective_because"));
    };
    let mut story = registered("low");
    story.does(WORKER, "assessment", "attach_profile", profile("community"));
    record(&mut story, factor("individual", "debt", "risk"));
    asks(&mut story);
    let answered = with(
        formulation(),
        json!({"nothing_protective_because": "not explored yet"}),
    );
    story.does(WORKER, "assessment", "write_formulation", answered);
    for polarity in ["protective", "mixed"] {
        let friend = record(&mut story, factor("individual", "trusted_friend", polarity));
        story.does(WORKER, "assessment", "write_formulation", formulation());
        let gone = json!({"factor": friend.to_string(), "reason": "moved away"});
        story.does(WORKER, "assessment", "retire_factor", gone);
        asks(&mut story);
    }
}

#[test]
fn a_picture_without_context_is_asked_whether_it_was_explored() {
    let friend = factor("individual", "trusted_friend", "protective");
    let begins = || {
        let mut story = registered("low");
        record(&mut story, friend.clone());
        story
    };
    let not_applying = with(
        profile("community"),
        json!({"applies": [], "does_not_apply": ["hostility"]}),
    );
    let mut story = begins();
    story.does(WORKER, "assessment", "attach_profile", not_applying);
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "write_formulation",
        formulation(),
        Why::ReasonNeeded,
    );
    assert_eq!(refusal.field, Some("no_context_because"));
    let answered = with(formulation(), json!({"no_context_because": "none seen"}));
    story.does(WORKER, "assessment", "write_formulation", answered);
    for level in ["community", "structural"] {
        let mut story = begins();
        record(&mut story, factor(level, "other", "risk").tap("no school"));
        story.does(WORKER, "assessment", "write_formulation", formulation());
    }
    let differently = json!({"applies": [], "applies_differently": ["hostility"], "text": "less"});
    for changes in [json!({}), differently] {
        let mut story = begins();
        let body = with(profile("community"), changes);
        story.does(WORKER, "assessment", "attach_profile", body);
        story.does(WORKER, "assessment", "write_formulation", formulation());
    }
}

trait Tap {
    fn tap(self, other: &str) -> Value;
}

impl Tap for Value {
    fn tap(self, other: &str) -> Value {
        with(self, json!({"other": other}))
    }
}

#[test]
fn the_judgement_is_general_and_the_words_may_be_restricted() {
    let mut story = registered("low");
    assess_except(&mut story, &["formulation"]);
    let text = with(
        formulation(),
        json!({"about": ["gbv"], "overall": "critical"}),
    );
    story.does(WORKER, "assessment", "write_formulation", text);
    let general = story.case_for(Classes::GENERAL).assessment;
    assert_eq!(general.overall.unwrap().1, Overall::Critical);
    assert!(general.formulation.is_none());
    assert!(
        story
            .case_for(Classes::of(Class::Gbv))
            .assessment
            .formulation
            .is_some()
    );
}

#[test]
fn a_picture_is_kept_and_compared_with_a_later_one() {
    let mut story = registered("low");
    let debt = factor("individual", "debt", "risk");
    let worse = record(&mut story, debt.clone());
    let better = record(&mut story, debt.clone());
    let same = record(&mut story, debt.clone());
    let gone = record(&mut story, debt.clone());
    let departure = json!({"occasion": "before_departure"});
    story.does(WORKER, "assessment", "take_snapshot", departure.clone());
    for (id, strength) in [(worse, "strong"), (better, "weak"), (same, "moderate")] {
        let changed = json!({"factor": id.to_string(), "strength": strength});
        story.does(
            WORKER,
            "assessment",
            "record_factor",
            with(debt.clone(), changed),
        );
    }
    let retired = json!({"factor": gone.to_string(), "reason": "paid"});
    story.does(WORKER, "assessment", "retire_factor", retired);
    let new = record(&mut story, debt);
    story.does(WORKER, "assessment", "take_snapshot", departure);
    let kept = story.case().assessment.snapshots;
    assert_eq!((kept[0].number, kept[1].number), (1, 2));
    assert_eq!(kept[0].occasion, Occasion::BeforeDeparture);
    let turns: Vec<_> = compare(&kept[0].marks(), &kept[1].marks())
        .into_iter()
        .map(|(mark, turn)| (mark.which, turn))
        .collect();
    assert_eq!(
        turns,
        [
            (Which::Own(worse), Some(Turn::Stronger(Strength::Moderate))),
            (Which::Own(better), Some(Turn::Weaker(Strength::Moderate))),
            (Which::Own(same), None),
            (Which::Own(new), Some(Turn::New)),
            (Which::Own(gone), Some(Turn::Gone)),
        ]
    );
}

#[test]
fn an_assessment_is_done_again_while_help_goes_on() {
    let mut story = registered("low");
    let again = json!({"reason": "she left the house"});
    story.is_refused(WORKER, "assessment", "reassess", again.clone(), Why::NotNow);
    assess(&mut story);
    story.does(WORKER, "approval", "submit", submit());
    let silent = json!({"reason": " "});
    story.is_refused(WORKER, "assessment", "reassess", silent, Why::TextNeeded);
    story
        .days(30)
        .does(WORKER, "assessment", "reassess", again.clone());
    story.is_refused(WORKER, "assessment", "reassess", again, Why::AlreadyDone);
    let state = |story: &Story| story.case().step(Step::Assessment).state();
    assert_eq!(state(&story), StepState::RevisitDue);
    let missing: Vec<_> = g2(&story.case(), &story.sop, story.now)
        .iter()
        .map(|missing| missing.what)
        .collect();
    let anew = [
        MissingWhat::SafetyCheck,
        MissingWhat::RiskDecision,
        MissingWhat::Formulation,
    ];
    assert_eq!(missing, anew);
    let risk = json!({"risk_level": "low", "risk_reason": "steady"});
    story
        .does(WORKER, "assessment", "check_safety", safety("safe"))
        .does(WORKER, "assessment", "write_formulation", formulation())
        .does(WORKER, "screening", "decide_risk", risk);
    assert_eq!(state(&story), StepState::InProgress);
    story.does(WORKER, "approval", "submit", submit());
    assert_eq!(state(&story), StepState::Done);
    let kept = story.case().assessment.snapshots;
    let occasions: Vec<_> = kept.iter().map(|picture| picture.occasion).collect();
    assert_eq!(occasions, [Occasion::Intake, Occasion::Reassessment]);
    assert!(story.case().assessment.reassessing.is_none());
    story.days(60);
    story.does(
        WORKER,
        "assessment",
        "reassess",
        json!({"reason": "by the calendar"}),
    );
    assert_eq!(state(&story), StepState::RevisitDue);
}

#[test]
fn an_assessment_that_waits_for_approval_is_not_started_again() {
    let mut story = registered("high");
    assess(&mut story);
    story.does(WORKER, "approval", "submit", submit());
    story.is_refused(
        WORKER,
        "assessment",
        "reassess",
        json!({"reason": "x"}),
        Why::NotNow,
    );
}
