//! Violence, exploitation and abuse: by class of type, health care while it helps, one GBV type
//! an incident, aid workers to their own focal point.

use casework::{
    assessment::class_of_violence,
    class::{Class, Classes},
    lists::{AlertKind, Theme, VeaType},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::story::*;

pub fn vea(kind: &str) -> Value {
    json!({"type": kind, "phase": "during", "date_or_period": "last winter", "ongoing": false,
        "source": "person"})
}

fn recorded(story: &mut Story, body: Value) -> String {
    story.does(WORKER, "assessment", "record_vea", body);
    story
        .case()
        .assessment
        .vea
        .last()
        .unwrap()
        .1
        .vea
        .to_string()
}

#[test]
fn each_type_belongs_to_its_class() {
    let of = |class| -> Vec<&str> {
        let classes = Classes::of(class);
        let all = VeaType::ALL.iter();
        all.filter(|one| class_of_violence(**one) == classes)
            .map(|one| one.code())
            .collect()
    };
    assert_eq!(
        of(Class::Gbv),
        [
            "rape",
            "sexual_assault",
            "physical_assault",
            "forced_marriage",
            "denial_resources",
            "psychological_abuse",
            "sea_by_aid_worker",
            "harmful_practice"
        ]
    );
    assert_eq!(
        of(Class::Trafficking),
        [
            "forced_labour",
            "debt_bondage",
            "domestic_servitude",
            "sexual_exploitation",
            "forced_begging",
            "forced_criminality",
            "forced_recruitment",
            "organ_removal",
            "slavery_like"
        ]
    );
    assert_eq!(of(Class::Child), ["child_labour", "neglect", "child_abuse"]);
    assert_eq!(of(Class::Mhpss), ["torture"]);
    assert!(of(Class::Health).is_empty() && of(Class::Sogi).is_empty());
}

#[test]
fn what_was_done_is_read_by_the_readers_of_its_type() {
    let mut story = registered("low");
    story.does(WORKER, "assessment", "record_vea", vea("physical_assault"));
    story.does(WORKER, "assessment", "record_vea", vea("robbery_extortion"));
    assert_eq!(story.case_for(Classes::GENERAL).assessment.vea.len(), 1);
    assert_eq!(
        story.case_for(Classes::of(Class::Gbv)).assessment.vea.len(),
        2
    );
}

#[test]
fn recent_sexual_violence_opens_the_health_window() {
    for kind in ["rape", "sexual_assault"] {
        let mut story = registered("low");
        let at = story.now;
        story.hours(119);
        let body = with(vea(kind), json!({"violence_at": at.to_string()}));
        recorded(&mut story, body);
        let case = story.case();
        let window = case.reception.health_window.as_ref().unwrap();
        assert_eq!(window.hiv_until, at + jiff::SignedDuration::from_hours(72));
        assert_eq!(
            window.contraception_until,
            at + jiff::SignedDuration::from_hours(120)
        );
        let alert = &case.reception.alerts[0].alert;
        assert_eq!(
            (alert.kind, alert.theme),
            (AlertKind::SexualViolenceRecent, Theme::Gbv)
        );
        let general = story.case_for(Classes::GENERAL);
        assert!(general.reception.health_window.is_none());
        assert!(general.reception.alerts.is_empty());
    }
}

#[test]
fn the_health_window_closes_and_belongs_to_sexual_violence() {
    let opens = |kind: &str, hours: i64, changes: Value| {
        let mut story = registered("low");
        let at = story.now;
        story.hours(hours);
        let dated = with(vea(kind), json!({"violence_at": at.to_string()}));
        recorded(&mut story, with(dated, changes));
        let case = story.case();
        let opened = case.reception.health_window.is_some();
        assert_eq!(case.reception.alerts.len(), usize::from(opened));
        opened
    };
    assert!(opens("rape", 120, json!({})));
    assert!(!opens("rape", 121, json!({})));
    assert!(!opens("physical_assault", 1, json!({})));
    assert!(!opens("rape", 1, json!({"violence_at": null})));
    assert!(opens(
        "rape",
        1,
        json!({"violence_at": null, "ongoing": true})
    ));
}

#[test]
fn violence_lies_in_the_past() {
    let mut story = registered("low");
    let later = story.now + jiff::SignedDuration::from_mins(1);
    let body = |at: jiff::Timestamp| with(vea("rape"), json!({"violence_at": at.to_string()}));
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "record_vea",
        body(later),
        Why::HappenedInFuture,
    );
    assert_eq!(refusal.field, Some("violence_at"));
    let now = story.now;
    story.does(WORKER, "assessment", "record_vea", body(now));
}

#[test]
fn an_incident_has_one_gbv_type() {
    let mut story = registered("low");
    let first = recorded(&mut story, vea("rape"));
    let same = |kind: &str, incident: &str| with(vea(kind), json!({"incident": incident}));
    for kind in [
        "rape",
        "sexual_assault",
        "physical_assault",
        "forced_marriage",
        "denial_resources",
        "psychological_abuse",
    ] {
        let body = same(kind, &first);
        let refusal = story.is_refused(
            WORKER,
            "assessment",
            "record_vea",
            body,
            Why::OneTypePerIncident,
        );
        assert_eq!(refusal.field, Some("type"));
        assert_eq!(refusal.classes, Classes::of(Class::Gbv));
    }
    recorded(&mut story, same("robbery_extortion", &first));
    let other = recorded(&mut story, vea("robbery_extortion"));
    recorded(&mut story, same("sexual_assault", &other));
    let third = same("physical_assault", &other);
    story.is_refused(
        WORKER,
        "assessment",
        "record_vea",
        third,
        Why::OneTypePerIncident,
    );
    recorded(&mut story, vea("physical_assault"));
    let unknown = same("robbery_extortion", &"11".repeat(16));
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "record_vea",
        unknown,
        Why::NoSuchThing,
    );
    assert_eq!(refusal.field, Some("incident"));
}

#[test]
fn abuse_by_aid_workers_goes_to_its_focal_point_and_to_nobody_else() {
    let mut story = registered("low");
    story.does(WORKER, "assessment", "record_vea", vea("harmful_practice"));
    assert!(story.case().reception.alerts.is_empty());
    story.does(WORKER, "assessment", "record_vea", vea("sea_by_aid_worker"));
    let alerts = story.case().reception.alerts;
    assert_eq!(alerts.len(), 1);
    assert_eq!(alerts[0].alert.kind, AlertKind::SeaByAidWorker);
    assert_eq!(alerts[0].alert.theme, Theme::Psea);
    let general = story.case_for(Classes::GENERAL);
    assert!(general.reception.alerts.is_empty() && general.assessment.vea.is_empty());
}

#[test]
fn new_violence_forces_a_review_that_only_its_readers_are_told_of() {
    let triggers = |changes: Value| {
        let mut story = registered("low");
        story.hours(2);
        recorded(&mut story, with(vea("physical_assault"), changes));
        story.case().review.triggers
    };
    assert!(triggers(json!({})).is_empty(), "when is not known");
    assert!(
        triggers(json!({"violence_at": "2026-03-02T08:59:59Z"})).is_empty(),
        "before arrival"
    );
    let since_arrival = triggers(json!({"violence_at": "2026-03-02T09:00:00Z"}));
    let ongoing = triggers(json!({"ongoing": true}));
    for found in [since_arrival, ongoing] {
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, Classes::of(Class::Gbv));
    }
}
