//! Meetings: who sits in which, with whose consent, and what is kept of them.

use casework::{
    Id,
    class::{Class, Classes},
    refusal::Why,
    review::{self, meeting_held},
};
use serde_json::json;

use crate::{contact::contact, review::a_review, story::*};

#[test]
fn case_management_is_internal_and_case_planning_is_with_the_person() {
    let mut story = registered("low");
    for outsider in ["partner", "authority"] {
        let mixed = json!({"participants": ["caseworker", outsider]});
        story.is_refused(
            WORKER,
            "review",
            "hold_review",
            with(a_review(), mixed),
            Why::InternalMeeting,
        );
    }
    let named = json!({"partners": [Id([40; 16]).to_string()]});
    story.is_refused(
        WORKER,
        "review",
        "hold_review",
        with(a_review(), named),
        Why::InternalMeeting,
    );
    let planning = with(a_review(), json!({"meeting_type": "case_planning"}));
    story.is_refused(
        WORKER,
        "review",
        "hold_review",
        planning.clone(),
        Why::PersonNotThere,
    );
    let there = json!({"participants": ["caseworker", "person"]});
    story.does(WORKER, "review", "hold_review", with(planning, there));
}

#[test]
fn a_case_conference_needs_consent_for_each_partner() {
    let mut story = registered("low");
    let (one, two) = (Id([40; 16]).to_string(), Id([41; 16]).to_string());
    let conference = |partners: &[&String]| {
        with(
            a_review(),
            json!({
        "meeting_type": "case_conference", "participants": ["caseworker", "partner"], "partners": partners}),
        )
    };
    story.is_refused(
        WORKER,
        "review",
        "hold_review",
        conference(&[]),
        Why::RecipientNeeded,
    );
    story.is_refused(
        WORKER,
        "review",
        "hold_review",
        conference(&[&one]),
        Why::ConsentMissing,
    );
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("case_conference"), json!({"recipients": [one]})),
    );
    story.does(WORKER, "review", "hold_review", conference(&[&one]));
    let both = conference(&[&one, &two]);
    let refusal = story.is_refused(WORKER, "review", "hold_review", both, Why::ConsentMissing);
    assert_eq!(
        (refusal.field, refusal.which),
        (Some("partners"), Some(("consent_scope", "case_conference")))
    );
}

#[test]
fn a_carer_who_may_be_the_abuser_sits_in_no_meeting() {
    let family = json!({"meeting_type": "family_meeting", "participants": ["person", "caregiver"],
        "minutes": "talked"});
    let mut story = registered("low");
    story.does(WORKER, "review", "hold_meeting", family.clone());
    let carer = |safe: bool| json!({"caregiver": Id([60; 16]).to_string(), "safe": safe});
    story.does(WORKER, "household", "link_caregiver", carer(false));
    let refusal = story.is_refused(
        WORKER,
        "review",
        "hold_meeting",
        family.clone(),
        Why::CaregiverNotSafe,
    );
    assert_eq!(refusal.classes, Classes::of(Class::Child));
    let without = with(family.clone(), json!({"participants": ["person"]}));
    story.does(WORKER, "review", "hold_meeting", without);
    story.does(WORKER, "household", "link_caregiver", carer(true));
    story.does(WORKER, "review", "hold_meeting", family.clone());
    story.does(
        WORKER,
        "child",
        "describe_caregiver",
        json!({"situation": "suspected"}),
    );
    story.is_refused(
        WORKER,
        "review",
        "hold_meeting",
        family,
        Why::CaregiverNotSafe,
    );
}

#[test]
fn meetings_have_minutes_and_are_known_by_kind() {
    let mut story = registered("low");
    let meeting =
        json!({"meeting_type": "handover", "participants": ["caseworker"], "minutes": " "});
    story.is_refused(
        WORKER,
        "review",
        "hold_meeting",
        meeting.clone(),
        Why::TextNeeded,
    );
    let held = with(meeting, json!({"minutes": "all told", "about": ["health"]}));
    story.does(WORKER, "review", "hold_meeting", held);
    let kind = |story: &Story| match &story.events.last().unwrap().body {
        casework::event::Body::Review(event) => meeting_held(event),
        _ => None,
    };
    assert_eq!(kind(&story), Some("handover"));
    assert!(story.case_for(Classes::GENERAL).review.meetings.is_empty());
    assert_eq!(
        story
            .case_for(Classes::of(Class::Health))
            .review
            .meetings
            .len(),
        1
    );
    story.does(WORKER, "review", "record_contact", contact());
    assert_eq!(kind(&story), None);
    let review: review::Review = serde_json::from_value(a_review()).unwrap();
    assert_eq!(
        meeting_held(&review::Event::ReviewHeld(review)),
        Some("case_management")
    );
}

#[test]
fn nobody_from_outside_hears_of_the_person_without_their_consent_whatever_the_meeting() {
    let one = Id([61; 16]).to_string();
    for kind in ["case_planning", "family_meeting", "handover"] {
        let with_partner = |partners: serde_json::Value| {
            json!({"meeting_type": kind, "participants": ["person", "partner"],
                "partners": partners, "minutes": "talked"})
        };
        let mut story = registered("low");
        let unnamed = with_partner(json!([]));
        story.is_refused(
            WORKER,
            "review",
            "hold_meeting",
            unnamed,
            Why::RecipientNeeded,
        );
        let named = with_partner(json!([one]));
        let no = story.is_refused(
            WORKER,
            "review",
            "hold_meeting",
            named.clone(),
            Why::ConsentMissing,
        );
        assert_eq!(no.whom, Some(Id([61; 16])));
        let yes = with(consent("case_conference"), json!({"recipients": [one]}));
        story.does(WORKER, "consent", "record_consent", yes);
        story.does(WORKER, "review", "hold_meeting", named);
    }
}

#[test]
fn who_takes_the_case_over_is_there_with_consent_to_the_transfer_and_a_panel_needs_none() {
    let one = Id([61; 16]).to_string();
    let with_partner = |kind: &str| {
        json!({"meeting_type": kind, "participants": ["person", "partner"],
            "partners": [one], "minutes": "talked"})
    };
    let mut story = registered("low");
    let yes = with(consent("transfer_partner"), json!({"recipients": [one]}));
    story.does(WORKER, "consent", "record_consent", yes);
    story.does(WORKER, "review", "hold_meeting", with_partner("handover"));
    story.is_refused(
        WORKER,
        "review",
        "hold_meeting",
        with_partner("family_meeting"),
        Why::ConsentMissing,
    );
    let panel = with_partner("best_interests_panel");
    story.does(WORKER, "review", "hold_meeting", panel);
}
