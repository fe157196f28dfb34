//! Needs by domain, categories and own priorities, each in its class.

use casework::{
    class::{Class, Classes},
    lists::{NeedDomain, NeedStatus, VulnerabilityCategory as Category},
    refusal::Why,
    sop::FloorReason,
};
use serde_json::json;

use crate::{
    assessment::{floor_reasons, need},
    story::*,
};

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
fn family_and_skills_are_words_and_codes_of_needs_are_codes() {
    let mut story = registered("low");
    let (room, kind) = ("assessment", "describe_life");
    story.is_refused(WORKER, room, kind, json!({}), Why::TextNeeded);
    for wrong in ["child alone", "SC", "sc-uc", "SC-UCX", "SC-UC-WR"] {
        let body = json!({"un_needs_codes": wrong});
        let refusal = story.is_refused(WORKER, room, kind, body, Why::CodesUnreadable);
        assert_eq!(refusal.field, Some("un_needs_codes"));
    }
    let body = json!({"skills": "baker", "un_needs_codes": "SC-UC, WR-SF"});
    story.does(WORKER, room, kind, body);
    let (_, life) = story.case_for(Classes::GENERAL).assessment.life.unwrap();
    assert_eq!(life.skills.as_deref(), Some("baker"));
}

#[test]
fn health_alerts_are_read_by_readers_of_health_only() {
    let mut story = registered("low");
    let (room, kind) = ("assessment", "note_health_alerts");
    let empty = json!({"health_alerts": " "});
    story.is_refused(WORKER, room, kind, empty, Why::TextNeeded);
    story.does(WORKER, room, kind, json!({"health_alerts": "insulin"}));
    let general = story.case_for(Classes::GENERAL);
    assert!(general.assessment.health_alerts.is_none());
    let readers = story.case_for(Classes::of(Class::Health));
    assert!(readers.assessment.health_alerts.is_some());
}
