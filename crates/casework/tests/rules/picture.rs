//! The picture of vulnerability: factors, links, context, words, pictures kept, assessing again.

use casework::{
    Id,
    assessment::{Change, ChangeKind, changes, g2},
    class::{Class, Classes},
    lists::{FactorLevel, Occasion, Overall, Step, StepState},
    refusal::{MissingWhat, Why},
};
use serde_json::{Value, json};

use crate::{
    assessment::{assess, assess_except, factor, formulation, profile, safety, submit},
    story::*,
};

fn newest(story: &Story) -> Id {
    story
        .case()
        .assessment
        .factors
        .last()
        .unwrap()
        .factor
        .factor
}

fn record(story: &mut Story, body: Value) -> Id {
    story.does(WORKER, "assessment", "record_factor", body);
    newest(story)
}

#[test]
fn a_factor_rests_on_evidence() {
    let mut story = registered("low");
    let debt = factor("individual", "debt", "risk");
    let silent = with(debt.clone(), json!({"evidence_text": " "}));
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "record_factor",
        silent,
        Why::TextNeeded,
    );
    assert_eq!(refusal.field, Some("evidence_text"));
    story.does(WORKER, "assessment", "record_factor", debt);
    let case = story.case();
    assert_eq!(case.assessment.factors.len(), 1);
    assert_ne!(newest(&story), Id::default());
}

#[test]
fn another_factor_says_what_it_is() {
    let mut story = registered("low");
    let other = factor("household", "other", "risk");
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "record_factor",
        other.clone(),
        Why::TextNeeded,
    );
    assert_eq!(refusal.field, Some("other"));
    let named = with(other, json!({"other": "a blind grandmother"}));
    story.does(WORKER, "assessment", "record_factor", named);
}

#[test]
fn what_we_cannot_change_says_what_makes_it_easier() {
    let mut story = registered("low");
    let law = with(
        factor("structural", "restrictive_law", "risk"),
        json!({"strength": "strong", "not_changeable_by_us": true}),
    );
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "record_factor",
        law.clone(),
        Why::ReasonNeeded,
    );
    assert_eq!(refusal.field, Some("mitigation"));
    record(
        &mut story,
        with(law, json!({"mitigation": "a lawyer on call"})),
    );
    let case = story.case();
    assert!(
        !case
            .assessment
            .strong_risks()
            .next()
            .unwrap()
            .needs_objective()
    );
}

#[test]
fn only_strong_risks_that_act_now_ask_for_an_objective() {
    let strong = with(
        factor("individual", "debt", "risk"),
        json!({"strength": "strong"}),
    );
    let mut story = registered("low");
    for weaker in [
        json!({"strength": "moderate"}),
        json!({"active": "past"}),
        json!({"polarity": "protective"}),
        json!({"polarity": "mixed"}),
    ] {
        record(&mut story, with(strong.clone(), weaker));
    }
    assert_eq!(story.case().assessment.strong_risks().count(), 0);
    let id = record(&mut story, strong);
    let case = story.case();
    let risks: Vec<_> = case.assessment.strong_risks().collect();
    assert_eq!((risks.len(), risks[0].factor.factor), (1, id));
    assert!(risks[0].needs_objective());
    let retired = json!({"factor": id.to_string(), "reason": "paid"});
    story.does(WORKER, "assessment", "retire_factor", retired);
    assert_eq!(story.case().assessment.strong_risks().count(), 0);
}

#[test]
fn strong_protections_are_known() {
    let mut story = registered("low");
    let friend = factor("individual", "trusted_friend", "protective");
    record(&mut story, friend.clone());
    record(
        &mut story,
        with(
            friend.clone(),
            json!({"strength": "strong", "polarity": "risk"}),
        ),
    );
    assert_eq!(story.case().assessment.strong_protections().count(), 0);
    record(&mut story, with(friend, json!({"strength": "strong"})));
    assert_eq!(story.case().assessment.strong_protections().count(), 1);
}

#[test]
fn a_factor_is_told_anew_under_its_id() {
    let mut story = registered("low");
    let debt = factor("individual", "debt", "risk");
    let id = record(&mut story, debt.clone());
    record(&mut story, factor("household", "separation", "risk"));
    let again = with(
        debt.clone(),
        json!({"factor": id.to_string(), "strength": "strong"}),
    );
    story.does(WORKER, "assessment", "record_factor", again);
    let case = story.case();
    assert_eq!(case.assessment.factors.len(), 2);
    assert_eq!(
        case.assessment.strong_risks().next().unwrap().factor.factor,
        id
    );
    let unknown = with(debt, json!({"factor": "11".repeat(16)}));
    story.is_refused(
        WORKER,
        "assessment",
        "record_factor",
        unknown,
        Why::NoSuchThing,
    );
}

#[test]
fn a_factor_is_read_by_the_readers_of_its_matter() {
    for (code, class) in [
        ("untreated_illness", Some(Class::Health)),
        ("pregnancy_without_care", Some(Class::Health)),
        ("trauma_symptoms", Some(Class::Mhpss)),
        ("harmful_coping", Some(Class::Mhpss)),
        ("targeted_identity", Some(Class::Sogi)),
        ("rejection_of_identity", Some(Class::Sogi)),
        ("family_violence", Some(Class::Gbv)),
        ("forced_marriage_plans", Some(Class::Gbv)),
        ("hidden_debt_to_recruiter", Some(Class::Trafficking)),
        ("debt", None),
    ] {
        let mut story = registered("low");
        record(&mut story, factor("individual", code, "risk"));
        let general = story.case_for(Classes::GENERAL);
        assert_eq!(
            general.assessment.factors.is_empty(),
            class.is_some(),
            "{code}"
        );
        let levels: Vec<_> = general.assessment.covered.values().collect();
        assert_eq!(
            levels,
            [&FactorLevel::Individual],
            "the gate works for everybody"
        );
        let held = class.map_or(Classes::GENERAL, Classes::of);
        assert_eq!(story.case_for(held).assessment.factors.len(), 1);
        assert_eq!(story.last.events.len(), 1 + usize::from(class.is_some()));
    }
}

#[test]
fn what_was_restricted_stays_restricted() {
    let mut story = registered("low");
    let debt = factor("individual", "debt", "risk");
    let id = record(&mut story, with(debt.clone(), json!({"about": ["gbv"]})));
    let again = with(debt, json!({"factor": id.to_string()}));
    story.does(WORKER, "assessment", "record_factor", again);
    assert!(
        story
            .case_for(Classes::GENERAL)
            .assessment
            .factors
            .is_empty()
    );
    let retired = json!({"factor": id.to_string(), "reason": "paid"});
    story.does(WORKER, "assessment", "retire_factor", retired);
    assert_eq!(
        story.kinds(),
        ["assessment.factor_retired", "assessment.level_uncovered"]
    );
    assert!(
        story
            .case_for(Classes::GENERAL)
            .assessment
            .covered
            .is_empty()
    );
    assert!(story.case().assessment.covered.is_empty());
}

#[test]
fn a_factor_is_retired_once_with_a_reason() {
    let mut story = registered("low");
    assess(&mut story);
    let household = story.case().assessment.factors[1].factor.factor.to_string();
    let silent = json!({"factor": household, "reason": ""});
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "retire_factor",
        silent,
        Why::TextNeeded,
    );
    assert_eq!(refusal.field, Some("reason"));
    let retired = json!({"factor": household, "reason": "together again"});
    story.does(WORKER, "assessment", "retire_factor", retired.clone());
    assert_eq!(story.kinds(), ["assessment.factor_retired"]);
    story.is_refused(
        WORKER,
        "assessment",
        "retire_factor",
        retired,
        Why::NoSuchThing,
    );
    let case = story.case();
    assert_eq!(case.assessment.standing().count(), 1);
    assert_eq!(
        case.assessment.factors.len(),
        2,
        "what was said stays on file"
    );
    story.misses(
        WORKER,
        "approval",
        "submit",
        submit(),
        &[MissingWhat::HouseholdFactor],
    );
}

#[test]
fn links_join_two_known_factors_and_their_classes() {
    let mut story = registered("low");
    let debt = record(&mut story, factor("individual", "debt", "risk")).to_string();
    let pain = record(&mut story, factor("individual", "trauma_symptoms", "risk")).to_string();
    let link = |from: &str, to: &str| json!({"from": from, "to": to, "kind": "aggravates", "note": "cannot sleep"});
    let unknown = "11".repeat(16);
    let no = |story: &mut Story, body, why, field| {
        let refusal = story.is_refused(WORKER, "assessment", "link_factors", body, why);
        assert_eq!(refusal.field, Some(field));
    };
    no(&mut story, link(&unknown, &debt), Why::NoSuchThing, "from");
    no(&mut story, link(&debt, &unknown), Why::NoSuchThing, "to");
    no(&mut story, link(&debt, &debt), Why::NotAllowed, "to");
    story.does(WORKER, "assessment", "link_factors", link(&debt, &pain));
    assert!(story.case_for(Classes::GENERAL).assessment.links.is_empty());
    assert_eq!(
        story
            .case_for(Classes::of(Class::Mhpss))
            .assessment
            .links
            .len(),
        1
    );
}

#[test]
fn a_context_profile_is_of_a_place_and_says_what_applies() {
    let mut story = registered("low");
    let community = profile("community");
    let no = |story: &mut Story, changes, why, field| {
        let body = with(community.clone(), changes);
        let refusal = story.is_refused(WORKER, "assessment", "attach_profile", body, why);
        assert_eq!(refusal.field, Some(field));
    };
    no(
        &mut story,
        json!({"level": "individual"}),
        Why::NotAllowed,
        "level",
    );
    no(
        &mut story,
        json!({"level": "household"}),
        Why::NotAllowed,
        "level",
    );
    no(&mut story, json!({"place": ""}), Why::TextNeeded, "place");
    no(
        &mut story,
        json!({"applies": []}),
        Why::TextNeeded,
        "applies",
    );
    let twice = json!({"does_not_apply": ["hostility"]});
    no(&mut story, twice, Why::NoneWithOthers, "applies");
    let differently = json!({"applies_differently": ["good_services"]});
    no(&mut story, differently.clone(), Why::TextNeeded, "text");
    let told = with(
        differently,
        json!({"text": "not for people without papers"}),
    );
    story
        .does(
            WORKER,
            "assessment",
            "attach_profile",
            with(community.clone(), told),
        )
        .does(WORKER, "assessment", "attach_profile", community)
        .does(
            WORKER,
            "assessment",
            "attach_profile",
            profile("structural"),
        );
    assert_eq!(story.case().assessment.profiles.len(), 3);
}

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
    let change = |factor, kind| Change { factor, kind };
    assert_eq!(
        changes(&kept[0], &kept[1]),
        [
            change(gone, ChangeKind::Gone),
            change(worse, ChangeKind::Stronger),
            change(better, ChangeKind::Weaker),
            change(new, ChangeKind::New),
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
