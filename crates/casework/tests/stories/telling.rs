//! What the stories of section 9 have in common.

use casework::{
    Id,
    approval::Subject,
    class::{Class, Classes},
    closure::{g6, open_needs},
    due::{Due, DueWhat, due},
    floors,
    lists::{ActionStatus, NeedDomain, Status},
    refusal::Why,
    sop::FloorReason,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{plans::*, story::*};

/// The day counted from D0, at the hour of the first contact.
pub fn on_day(story: &mut Story, from: Timestamp, day: i64) {
    story.now = from;
    story.days(day);
}

pub fn dues(story: &Story, what: DueWhat) -> Vec<Due> {
    let all = due(&story.case(), &story.sop, story.now);
    all.into_iter().filter(|due| due.what == what).collect()
}

/// Days from `from` to the one thing of this kind that is due.
#[track_caller]
pub fn due_on_day(story: &Story, from: Timestamp, what: DueWhat) -> i64 {
    let all = dues(story, what);
    assert_eq!(all.len(), 1, "{what:?}: {all:?}");
    all[0].at.duration_since(from).as_hours() / 24
}

pub fn floor_reasons(story: &Story) -> Vec<FloorReason> {
    let floors = floors::floors(&story.case(), &story.sop, story.now);
    floors.iter().map(|floor| floor.reason).collect()
}

/// Every class but this one: a colleague who may read a lot, and not this.
pub fn all_but(hidden: Class) -> Classes {
    let others = Class::ALL.iter().copied();
    others.filter(|class| *class != hidden).collect()
}

pub fn refuses(scope: &str) -> Value {
    with(consent(scope), json!({"decision": "refused"}))
}

pub fn agrees(story: &mut Story, scope: &str, recipients: &[Id]) {
    let yes = with(consent(scope), json!({"recipients": recipients}));
    story.does(WORKER, "consent", "record_consent", yes);
}

pub fn risk(level: &str, reason: &str) -> Value {
    json!({"risk_level": level, "risk_reason": reason})
}

/// Duplicate check, worker, and the registration itself.
pub fn register(story: &mut Story) {
    let none = json!({"duplicate_outcome": "none_found"});
    let worker = json!({"worker": WORKER.account.to_string()});
    story
        .does(WORKER, "registration", "resolve_duplicate", none)
        .does(MANAGER, "registration", "assign_worker", worker)
        .does(WORKER, "registration", "complete_registration", json!({}));
}

/// The assessment beside its safety check and trafficking part: these needs, no others.
pub fn assess(story: &mut Story, needs: &[&str]) {
    for domain in NeedDomain::CODES {
        let body = if needs.contains(domain) {
            json!({"domain": domain, "status": "need", "severity": "serious"})
        } else {
            json!({"domain": domain, "status": "no_need"})
        };
        story.does(WORKER, "assessment", "answer_need", body);
    }
    let factor = |level: &str, code: &str, polarity: &str| {
        json!({"level": level, "code": code, "polarity": polarity, "phase": "during",
            "active": "now", "strength": "moderate", "evidence_text": "said so",
            "source": "person", "confidence": "high", "person_agrees": "yes"})
    };
    for body in [
        factor("individual", "coping_skills", "protective"),
        factor("household", "separation", "risk"),
    ] {
        story.does(WORKER, "assessment", "record_factor", body);
    }
    for level in ["community", "structural"] {
        let body = json!({"level": level, "place": "port quarter", "valid_from": "2026-01-01",
            "source": "team visit", "applies": ["hostility"]});
        story.does(WORKER, "assessment", "attach_profile", body);
    }
    let formulation = json!({"exposed_to": "exploitation", "helps_avoid": "the centre",
        "helps_resist": "faith", "helps_recover": "work", "formulation_text": "I want my own life",
        "person_view": "agrees", "overall": "high", "rationale": "strong, and alone"});
    story
        .does(
            WORKER,
            "assessment",
            "record_priorities",
            json!({"own_priorities": "to be safe"}),
        )
        .does(WORKER, "assessment", "write_formulation", formulation);
}

/// Sends something for approval, and another person approves.
#[track_caller]
pub fn approve_the(story: &mut Story, subject: &str) {
    let body = json!({"subject": subject});
    story
        .does(WORKER, "approval", "submit", body.clone())
        .does(SUPERVISOR, "approval", "approve", body);
}

pub fn safety_plan() -> Value {
    json!({"warning_signs": "the car", "safe_places": "the library", "who_to_call": "hotline",
        "steps": "leave by the garden", "copy_given": "no_unsafe"})
}

/// A goal with its objective, due so many days from now.
pub fn aim(story: &mut Story, domain: &str, horizon: &str, days: i64) -> Id {
    let goal = set_goal(story, goal(domain));
    let body = with(
        objective(story, goal),
        json!({"due": day(story, days), "horizon": horizon}),
    );
    set_objective(story, body)
}

/// An action towards an objective, of this type, service and recipient.
pub fn act(story: &mut Story, objective: Id, service: &str, to: Option<Id>) -> Id {
    let kind = if to.is_some() { "referral" } else { "direct" };
    let body = with(
        action(story, objective),
        json!({"action_type": kind, "service_type": service, "recipient": to}),
    );
    plan_action(story, body)
}

/// Monitoring, review date and agreement; then the plan is sent and approved.
pub fn agree_on_plan(story: &mut Story) {
    finish(story);
    approve_the(story, "plan");
}

/// Somebody was reached and is safe; the next contact is agreed.
pub fn reached(story: &mut Story, next_in_days: i64) {
    let body = json!({"mode": "in_person_centre", "contact_type": "centre", "reached": true,
        "safety_now": "safe", "wellbeing": 3, "next_contact_due": day(story, next_in_days)});
    story.does(WORKER, "review", "record_contact", body);
}

pub fn review(level: &str, decision: &str) -> Value {
    json!({"meeting_type": "case_management", "participants": ["caseworker", "supervisor"],
        "goal_progress": "on the way", "risk_level_new": level, "risk_reason": "as agreed",
        "changes_agreed": "see the plan", "decision": decision})
}

/// Everything planned has an end, every need is met.
pub fn all_done(story: &mut Story) {
    let case = story.case();
    for known in &case.planning.objectives {
        let body = json!({"objective": known.objective.objective, "progress": "met"});
        story.does(WORKER, "review", "record_progress", body);
    }
    for known in case.planning.open_actions() {
        let end =
            json!({"action": known.action.action, "status": ActionStatus::Done, "outcome": "done"});
        story.does(WORKER, "implementation", "end_action", end);
    }
    for known in &case.implementation.referrals {
        if !known.is_over() {
            let end = json!({"referral": known.referral.referral, "status": "completed", "outcome": "helped"});
            story.does(WORKER, "implementation", "record_referral_answer", end);
        }
    }
    for (domain, ..) in open_needs(&case) {
        let met = json!({"domain": domain, "status": "met"});
        story.does(WORKER, "assessment", "answer_need", met);
    }
}

/// Closed for a reason: proposed and sent by the worker, approved by a supervisor and nobody else.
#[track_caller]
pub fn close(story: &mut Story, reason: &str) {
    let proposal = json!({"reason": reason, "objectives_outcome": "own room, own work",
        "person_prepared": true, "final_risk": "low", "final_picture": "strong ties",
        "safety_after": "lives with a friend", "reentry_info_given": true, "feedback_offered": true});
    story.does(WORKER, "closure", "propose_closure", proposal);
    assert_eq!(g6(&story.case(), &story.sop, story.now), []);
    let closure = json!({"subject": Subject::Closure});
    story.does(WORKER, "approval", "submit", closure.clone());
    assert_eq!(story.case().status(), Some(Status::Open), "not closed yet");
    for by in [WORKER, MANAGER] {
        story.is_refused(
            by,
            "approval",
            "approve",
            closure.clone(),
            Why::SupervisorNeeded,
        );
    }
    story.does(SUPERVISOR, "approval", "approve", closure);
    assert_eq!(story.case().status(), Some(Status::Closed));
}
