//! The picture of vulnerability: factors, links and context.

use casework::{
    Id,
    class::{Class, Classes},
    lists::FactorLevel,
    refusal::{MissingWhat, Why},
};

use serde_json::{Value, json};

use crate::{
    assessment::{assess, factor, profile, submit},
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

pub fn record(story: &mut Story, body: Value) -> Id {
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
