//! Scales of mental health: consent, training, scoring, and the safety protocol on any answer about
//! harming oneself.

use casework::{
    assessment::{ScaleTaken, band},
    class::{Class, Classes},
    floors::floors,
    lists::{AlertKind, RiskLevel, Scale, ScaleBand},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::story::*;

fn ready() -> Story {
    let mut story = registered("low");
    let yes = consent("mhpss_screening");
    story.does(WORKER, "consent", "record_consent", yes);
    story
}

/// A PHQ-9 whose first eight answers are this mark, and the last that.
fn phq(mark: u8, last: u8) -> Value {
    json!({"trained_interviewer": true, "phq_1": mark, "phq_2": mark, "phq_3": mark, "phq_4": mark,
        "phq_5": mark, "phq_6": mark, "phq_7": mark, "phq_8": mark, "phq_9": last})
}

fn gad(mark: u8) -> Value {
    json!({"trained_interviewer": true, "gad_1": mark, "gad_2": mark, "gad_3": mark, "gad_4": mark,
        "gad_5": mark, "gad_6": mark, "gad_7": mark})
}

fn newest(story: &Story) -> ScaleTaken {
    story.case().assessment.scales.last().unwrap().1.clone()
}

fn alerted(story: &Story) -> bool {
    let case = story.case_for(Classes::GENERAL);
    let mut alerts = case.reception.alerts.iter();
    alerts.any(|state| state.alert.kind == AlertKind::SelfHarmAnswer)
}

#[test]
fn a_scale_needs_consent_to_screening_and_somebody_trained() {
    let mut story = registered("low");
    story.is_refused(
        WORKER,
        "assessment",
        "take_phq9",
        phq(1, 0),
        Why::ConsentMissing,
    );
    let mut story = ready();
    let untrained = with(phq(1, 0), json!({"trained_interviewer": false}));
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "take_phq9",
        untrained,
        Why::TrainedNeeded,
    );
    assert_eq!(refusal.field, Some("trained_interviewer"));
    let untrained = with(gad(1), json!({"trained_interviewer": false}));
    story.is_refused(
        WORKER,
        "assessment",
        "take_gad7",
        untrained,
        Why::TrainedNeeded,
    );
    story.does(WORKER, "assessment", "take_phq9", phq(1, 0));
    story.does(WORKER, "assessment", "take_gad7", gad(1));
}

#[test]
fn the_score_is_the_sum_of_all_answers_and_a_part_has_none() {
    let mut story = ready();
    story.does(WORKER, "assessment", "take_phq9", phq(2, 1));
    assert_eq!(newest(&story).score(), Some(17));
    assert_eq!(newest(&story).band(), Some(ScaleBand::ModeratelySevere));
    story.does(WORKER, "assessment", "take_gad7", gad(3));
    assert_eq!(newest(&story).score(), Some(21));
    assert_eq!(newest(&story).band(), Some(ScaleBand::Severe));
    let part = with(phq(2, 0), json!({"phq_4": null}));
    story.does(WORKER, "assessment", "take_phq9", part);
    assert_eq!(newest(&story).score(), None);
    assert_eq!(newest(&story).band(), None);
}

#[test]
fn the_bands_begin_where_the_scales_say() {
    use ScaleBand as B;
    let all = [
        (Scale::Phq9, [0, 4], B::Minimal),
        (Scale::Phq9, [5, 9], B::Mild),
        (Scale::Phq9, [10, 14], B::Moderate),
        (Scale::Phq9, [15, 19], B::ModeratelySevere),
        (Scale::Phq9, [20, 27], B::Severe),
        (Scale::Gad7, [0, 4], B::Minimal),
        (Scale::Gad7, [5, 9], B::Mild),
        (Scale::Gad7, [10, 14], B::Moderate),
        (Scale::Gad7, [15, 21], B::Severe),
    ];
    for (scale, ends, expected) in all {
        for score in ends {
            assert_eq!(band(scale, score), expected, "{scale:?} {score}");
        }
    }
}

#[test]
fn an_answer_that_no_scale_has_or_no_answer_at_all_is_refused() {
    let mut story = ready();
    let four = with(phq(1, 0), json!({"phq_3": 4}));
    let refusal = story.is_refused(WORKER, "assessment", "take_phq9", four, Why::OutOfRange);
    assert_eq!(refusal.field, Some("phq_3"));
    let none = json!({"trained_interviewer": true});
    story.is_refused(WORKER, "assessment", "take_gad7", none, Why::TextNeeded);
    story.does(
        WORKER,
        "assessment",
        "take_phq9",
        with(phq(1, 0), json!({"phq_3": 3})),
    );
}

#[test]
fn any_answer_about_harming_oneself_tells_a_supervisor_at_once() {
    let mut story = ready();
    story.does(WORKER, "assessment", "take_phq9", phq(3, 0));
    assert!(!alerted(&story));
    // Also where everything else was declined, and the mark is the lowest.
    let last = json!({"trained_interviewer": true, "phq_9": 1});
    story.does(WORKER, "assessment", "take_phq9", last);
    assert!(alerted(&story));
    let least = floors(&story.case(), &story.sop, story.now);
    assert!(least.iter().any(|floor| floor.level <= RiskLevel::High));
}

#[test]
fn a_score_never_sets_a_risk_by_itself() {
    let mut story = ready();
    let before = floors(&story.case(), &story.sop, story.now);
    story.does(WORKER, "assessment", "take_phq9", phq(3, 0));
    story.does(WORKER, "assessment", "take_gad7", gad(3));
    assert_eq!(floors(&story.case(), &story.sop, story.now), before);
    assert_eq!(story.case().risk(), Some(RiskLevel::Low));
    assert!(story.case().assessment.overall.is_none());
}

#[test]
fn only_readers_of_mental_health_take_or_see_a_scale() {
    let mut story = ready();
    story.does(WORKER, "assessment", "take_gad7", gad(2));
    assert!(
        story
            .case_for(Classes::GENERAL)
            .assessment
            .scales
            .is_empty()
    );
    let held = Classes::of(Class::Mhpss);
    assert_eq!(story.case_for(held).assessment.scales.len(), 1);
    for kind in ["take_phq9", "take_gad7"] {
        let body = if kind == "take_gad7" {
            gad(2)
        } else {
            phq(2, 0)
        };
        assert_eq!(ask("assessment", kind, body).needs(), held);
    }
    let other = json!({"own_priorities": "sleep"});
    let other = ask("assessment", "record_priorities", other);
    assert_eq!(other.needs(), Classes::GENERAL);
}
