//! What stands on the picture: own factors and context, no total, no category, nothing changed
//! after it was kept.

use casework::{
    assessment::{Holds, Mark, Turn, Which, compare, g2},
    class::Classes,
    lists::{
        FactorCode, FactorLevel, Polarity, RiskLevel, Strength, VulnerabilityCategory as Category,
    },
    refusal::{MissingWhat, Why},
};
use serde_json::{Value, json};

use crate::{
    assessment::{factor, formulation, profile},
    picture::record,
    story::*,
};

fn names(marks: &[Mark]) -> Vec<&'static str> {
    marks.iter().map(|mark| mark.code.code()).collect()
}

#[test]
fn the_starter_list_suggests_a_level_and_a_polarity_for_every_code() {
    use FactorLevel as L;
    for (code, level, polarity) in [
        (FactorCode::Debt, L::Individual, Polarity::Risk),
        (FactorCode::HarmfulCoping, L::Individual, Polarity::Risk),
        (FactorCode::Education, L::Individual, Polarity::Protective),
        (FactorCode::FamilyViolence, L::Household, Polarity::Risk),
        (
            FactorCode::SupportiveHome,
            L::Household,
            Polarity::Protective,
        ),
        (FactorCode::Hostility, L::Community, Polarity::Risk),
        (FactorCode::GoodServices, L::Community, Polarity::Protective),
        (FactorCode::RestrictiveLaw, L::Structural, Polarity::Risk),
        (
            FactorCode::RegularRoutes,
            L::Structural,
            Polarity::Protective,
        ),
    ] {
        assert_eq!(code.usual(), Some((level, polarity)), "{code:?}");
    }
    for code in FactorCode::ALL {
        assert_eq!(code.usual().is_none(), *code == FactorCode::Other);
    }
}

#[test]
fn the_polarity_is_chosen_for_the_case_whatever_the_list_suggests() {
    let mut story = registered("low");
    record(&mut story, factor("community", "diaspora_help", "risk"));
    let marks = story.case().assessment.marks();
    assert_eq!(marks[0].polarity, Polarity::Risk);
    assert_eq!(
        FactorCode::DiasporaHelp.usual(),
        Some((FactorLevel::Community, Polarity::Protective))
    );
}

#[test]
fn factors_are_never_added_up_to_a_judgement_or_a_level_of_risk() {
    let mut story = registered("low");
    story.does(WORKER, "assessment", "write_formulation", {
        let none =
            json!({"nothing_protective_because": "not yet", "no_context_because": "not yet"});
        with(formulation(), none)
    });
    let before = story.case();
    for _ in 0..12 {
        let strong = json!({"strength": "strong"});
        record(
            &mut story,
            with(factor("individual", "debt", "risk"), strong),
        );
    }
    let after = story.case();
    assert_eq!(after.assessment.marks().len(), 12);
    assert_eq!(after.assessment.overall, before.assessment.overall);
    assert_eq!(after.risk(), Some(RiskLevel::Low));
    // Only somebody's word changes it.
    let graver = with(
        formulation(),
        json!({"overall": "critical", "nothing_protective_because": "none", "no_context_because": "later"}),
    );
    story.does(WORKER, "assessment", "write_formulation", graver);
    let judged = story.case();
    assert_ne!(judged.assessment.overall, before.assessment.overall);
    assert_eq!(
        judged.risk(),
        Some(RiskLevel::Low),
        "rule 3: two different things"
    );
}

#[test]
fn no_record_of_the_picture_has_a_place_for_a_total() {
    let mut story = registered("low");
    record(&mut story, factor("individual", "debt", "risk"));
    let body = profile("community");
    story.does(WORKER, "assessment", "attach_profile", body);
    let kept = json!({"occasion": "trigger"});
    story.does(WORKER, "assessment", "take_snapshot", kept);
    let no_context = json!({"nothing_protective_because": "asked, none"});
    story.does(
        WORKER,
        "assessment",
        "write_formulation",
        with(formulation(), no_context),
    );
    let mut seen = 0;
    for event in &story.events {
        let stored: Value = serde_json::from_slice(&event.to_bytes()).unwrap();
        let body = &stored["body"];
        if body["room"] != "assessment" {
            continue;
        }
        seen += 1;
        let Some(fields) = body["what"]["body"].as_object() else {
            continue;
        };
        for (field, value) in fields {
            let total = ["total", "score", "sum", "count", "points", "rank"];
            assert!(!total.iter().any(|word| field.contains(word)), "{field}");
            assert!(!value.is_number(), "{field} = {value}");
        }
    }
    assert_eq!(seen, 5);
}

#[test]
fn a_category_is_never_vulnerability_by_itself() {
    let mut story = registered("low");
    let ticked: Vec<_> = (Category::ALL.iter())
        .filter(|it| !matches!(it, Category::VotIdentified | Category::VotPotential))
        .map(|it| it.code())
        .collect();
    let all = json!({"vulnerability_categories": ticked});
    story.does(WORKER, "assessment", "record_categories", all);
    let case = story.case();
    assert!(case.assessment.marks().is_empty());
    assert!(case.assessment.overall.is_none());
    let misses = |story: &Story, what| {
        let missing = g2(&story.case(), &story.sop, story.now);
        missing.iter().any(|missing| missing.what == what)
    };
    assert!(misses(&story, MissingWhat::IndividualFactor));
    record(&mut story, factor("individual", "debt", "risk"));
    assert!(!misses(&story, MissingWhat::IndividualFactor));
}

#[test]
fn what_holds_of_the_context_stands_on_the_picture_and_what_does_not_hold_does_not() {
    let mut story = registered("low");
    let body = json!({"applies": ["hostility"], "does_not_apply": ["overcrowding"],
        "applies_differently": ["diaspora_help"], "text": "helps with rent, asks for work"});
    story.does(
        WORKER,
        "assessment",
        "attach_profile",
        with(profile("community"), body),
    );
    let marks = story.case().assessment.marks();
    assert_eq!(names(&marks), ["hostility", "diaspora_help"]);
    assert_eq!(marks[0].inherited, Some(Holds::AsDescribed));
    assert_eq!(marks[1].inherited, Some(Holds::Differently));
    assert_eq!(marks[0].polarity, Polarity::Risk);
    assert_eq!(marks[1].polarity, Polarity::Protective);
}

#[test]
fn a_newer_profile_of_a_place_replaces_the_older_and_leaves_other_places() {
    let mut story = registered("low");
    let place = |place: &str, code: &str| {
        with(
            profile("community"),
            json!({"place": place, "applies": [code]}),
        )
    };
    story
        .does(
            WORKER,
            "assessment",
            "attach_profile",
            place("port", "hostility"),
        )
        .does(
            WORKER,
            "assessment",
            "attach_profile",
            place("hill", "overcrowding"),
        );
    assert_eq!(
        names(&story.case().assessment.marks()),
        ["hostility", "overcrowding"]
    );
    story.does(
        WORKER,
        "assessment",
        "attach_profile",
        place("port", "safe_space"),
    );
    assert_eq!(
        names(&story.case().assessment.marks()),
        ["overcrowding", "safe_space"]
    );
}

/// A profile of the centre with two factors, answered with these changes.
fn inherited(changes: Value) -> Value {
    let known = json!({"context": "33".repeat(16), "version": 2, "applies": [],
        "factors": [
            {"code": "hostility", "polarity": "risk", "strength": "strong"},
            {"code": "diaspora_help", "polarity": "mixed", "strength": "weak"}]});
    with(with(profile("community"), known), changes)
}

#[test]
fn every_factor_of_an_inherited_profile_is_answered_and_no_other() {
    let mut story = registered("low");
    let both = json!(["hostility", "diaspora_help"]);
    for wrong in [
        json!({"applies": ["hostility"]}),
        json!({"applies": ["hostility", "diaspora_help", "overcrowding"]}),
        json!({"applies": ["hostility"], "does_not_apply": ["overcrowding"]}),
    ] {
        let refusal = story.is_refused(
            WORKER,
            "assessment",
            "attach_profile",
            inherited(wrong),
            Why::AnswerEach,
        );
        assert_eq!(refusal.field, Some("applies"));
    }
    let body = inherited(json!({"applies": both}));
    story.does(WORKER, "assessment", "attach_profile", body);
    let marks = story.case().assessment.marks();
    assert_eq!(marks[0].strength, Strength::Strong);
    assert_eq!(
        marks[1].polarity,
        Polarity::Mixed,
        "as the profile says, not as the list suggests"
    );
}

#[test]
fn a_kept_picture_never_changes_and_the_next_one_shows_what_did() {
    let mut story = registered("low");
    let debt = factor("individual", "debt", "risk");
    let id = record(&mut story, debt.clone());
    let kept = json!({"occasion": "intake"});
    story.does(WORKER, "assessment", "take_snapshot", kept.clone());
    let before = story.case().assessment.snapshots[0].marks();
    let turned = json!({"factor": id.to_string(), "polarity": "protective", "strength": "strong"});
    record(&mut story, with(debt, turned));
    let body = profile("community");
    story
        .does(WORKER, "assessment", "attach_profile", body)
        .does(WORKER, "assessment", "take_snapshot", kept);
    let snapshots = story.case().assessment.snapshots;
    assert_eq!(snapshots[0].marks(), before);
    let all = compare(&snapshots[0].marks(), &snapshots[1].marks());
    let turns: Vec<_> = all.iter().map(|(_, turn)| *turn).collect();
    assert_eq!(turns, [Some(Turn::Turned(Polarity::Risk)), Some(Turn::New)]);
    assert_eq!(all[0].0.which, Which::Own(id));
    assert!(matches!(all[1].0.which, Which::Context(..)));
}

#[test]
fn who_may_not_read_a_factor_sees_a_picture_without_it() {
    let mut story = registered("low");
    record(&mut story, factor("household", "family_violence", "risk"));
    record(&mut story, factor("household", "separation", "risk"));
    let general = story.case_for(Classes::GENERAL).assessment.marks();
    assert_eq!(names(&general), ["separation"]);
    assert_eq!(story.case().assessment.marks().len(), 2);
}

#[test]
fn a_factor_names_the_needs_that_it_has_to_do_with_or_none() {
    let mut story = registered("low");
    let papers = factor("individual", "no_documents", "risk");
    let linked = json!({"linked_needs": ["documentation"]});
    record(&mut story, papers.clone());
    record(&mut story, with(papers, linked));
    let factors = story.case().assessment.factors;
    assert!(factors[0].factor.linked_needs.is_empty());
    assert_eq!(factors[1].factor.linked_needs.len(), 1);
}
