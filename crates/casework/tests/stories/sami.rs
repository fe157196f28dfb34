//! TEST-05 "Sami" (invented), 27, gay man.

use casework::{
    Id,
    class::{Class, Classes},
    due::DueWhat,
    lists::{AlertKind, RiskLevel, Theme},
    refusal::Why,
};
use serde_json::json;

use crate::{packages::*, plans::*, story::*, telling::*};

const HOUSING: Id = Id([67; 16]);
const ASYLUM: Id = Id([68; 16]);

/// The whole story, to its closure on D130.
pub fn sami() -> Story {
    let mut story = Story::begins();
    let d0 = story.now;
    let asks = with(
        arrival(),
        json!({"request": "a lawyer", "interpreter_ref": "interpreter A"}),
    );
    let screened = with(screening("low"), json!({"intl_protection_concern": true}));
    let named = json!({"preferred_name": "Sami Invented", "sex": "male", "dob": "1999-01-01"});
    let contact = json!({"safe_channel": ["phone_call"], "may_leave_message": false});
    story.does(DESK, "reception", "receive_arrival", asks).does(
        WORKER,
        "screening",
        "screen",
        screened,
    );
    agrees(&mut story, "registration", &[]);
    story
        .does(
            WORKER,
            "registration",
            "record_identity",
            with(identity(), named),
        )
        .does(WORKER, "registration", "set_safe_contact", contact);
    register(&mut story);
    assert!(story.case().registration.sogi.is_none(), "not asked");
    on_day(&mut story, d0, 6);
    let told = json!({"sexual_orientation": "gay", "why_needed": "a single room", "hide_from": "interpreter A"});
    let cousin = json!({"interpreter_ref": "interpreter A", "why_unsafe": "of his community",
        "replaced_by": "interpreter B", "interview_unreliable": true, "about": ["sogi"]});
    story
        .does(WORKER, "registration", "record_sogi", told)
        .does(WORKER, "reception", "report_interpreter", cousin);
    housed(&mut story, d0);
    threatened(&mut story, d0);
    protected(&mut story, d0);
    on_day(&mut story, d0, 129);
    all_done(&mut story);
    on_day(&mut story, d0, 130);
    close(&mut story, "resettled_or_regularised");
    story
}

/// D8: the housing partner learns "single room, safety reason", and nothing else.
fn housed(story: &mut Story, d0: jiff::Timestamp) {
    on_day(story, d0, 8);
    agrees(story, "referral", &[HOUSING]);
    let room = with(
        referral("rent_support", HOUSING),
        json!({"reason": "single room, safety reason"}),
    );
    let telling = with(room.clone(), json!({"about": ["sogi"]}));
    story.is_refused(
        WORKER,
        "implementation",
        "draft_referral",
        telling,
        Why::NotAllowed,
    );
    let id = draft(story, room);
    sends(story, id);
    let package =
        serde_json::to_string(&story.case().implementation.referral(id).unwrap().referral);
    assert!(!package.unwrap().contains("gay"));
}

/// D15: a neighbour threatens him; moved the same day, the supervisor knows, a review is forced.
fn threatened(story: &mut Story, d0: jiff::Timestamp) {
    on_day(story, d0, 15);
    let threat = json!({"danger_sources": ["community"], "threat_detail": "a neighbour, at the door",
        "current_safety": "at_risk", "suicidal": false, "action_taken": "moved"});
    story.does(WORKER, "reception", "report_danger", threat);
    let alert = story.case().reception.alerts.last().unwrap().clone();
    assert_eq!(
        (alert.alert.kind, alert.alert.theme),
        (AlertKind::Threat, Theme::SupervisorNow)
    );
    assert_eq!(
        dues(story, DueWhat::AnswerAlert)[0].at,
        story.now,
        "at once"
    );
    assert_eq!(
        due_on_day(story, d0, DueWhat::TriggerReview),
        17,
        "within 48 h"
    );
    let moved = json!({"service_type": "hotel", "modality": "service", "provider": "hotel",
        "direct_or_referral": "direct", "status": "delivered"});
    let medium = risk("medium", "moved");
    story
        .does(WORKER, "implementation", "record_service", moved)
        .is_refused(WORKER, "screening", "decide_risk", medium, Why::BelowFloor);
    story
        .hours(30)
        .does(WORKER, "review", "hold_review", review("high", "continue"));
    assert_eq!(story.case().risk(), Some(RiskLevel::High));
    assert!(dues(story, DueWhat::TriggerReview).is_empty());
}

/// D30: the asylum authority needs his consent by its name; his consulate is never asked.
fn protected(story: &mut Story, d0: jiff::Timestamp) {
    on_day(story, d0, 30);
    let interview = draft(story, referral("asylum_referral", ASYLUM));
    waits(story, interview, Why::ConsentMissing);
    agrees(story, "referral", &[HOUSING, ASYLUM]);
    sends(story, interview);
    agrees(story, "consular_contact", &[]);
    let papers = draft(story, referral("consular_liaison", CLINIC));
    waits(story, papers, Why::OriginConsulate);
    let cancelled = json!({"referral": papers, "status": "cancelled"});
    story.does(
        WORKER,
        "implementation",
        "record_referral_answer",
        cancelled,
    );
    on_day(story, d0, 100);
    reached(story, 7);
    let calm = json!({"current_safety": "safe", "asked_in_private": true});
    story.does(WORKER, "assessment", "check_safety", calm).does(
        WORKER,
        "screening",
        "decide_risk",
        risk("low", "protection was granted"),
    );
}

#[test]
fn who_he_loves_stands_in_one_place_that_few_may_read() {
    let story = sami();
    assert!(
        story
            .case_for(Classes::of(Class::Sogi))
            .registration
            .sogi
            .is_some()
    );
    assert!(
        story
            .case_for(all_but(Class::Sogi))
            .registration
            .sogi
            .is_none()
    );
    let telling = story.events.iter().filter(|event| {
        let words = String::from_utf8(event.to_bytes()).unwrap();
        words.contains("gay") || words.contains("orientation")
    });
    let classes: Vec<_> = telling.map(|event| event.classes).collect();
    assert_eq!(classes, [Classes::of(Class::Sogi)]);
}
