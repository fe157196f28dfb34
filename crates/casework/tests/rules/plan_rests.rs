//! What a plan rests on: needs, factors, a safety plan, a child's best interests, progress
//! (sections 4 and 6, 2.7 "child without guardian").

use casework::{
    Event, Id,
    approval::{self, Completed, Subject},
    due::{Due, DueWhat, due},
    event::{Body, VERSION},
    lists::{ActionStatus, NeedDomain, Step},
    planning::{self, PlanWarning},
    refusal::{MissingWhat, Why},
    sop::hours_after,
};
use serde_json::{Value, json};

use crate::{packages::*, plan_gate::missing, plans::*, services::service, story::*};

/// The person turns out to be sixteen, with nobody known to care for them.
fn is_a_child(story: &mut Story) {
    let age = json!({"age_assessed": 16, "age_method": "interview", "dob": "2010-01-01"});
    story.does(WORKER, "registration", "assess_age", age);
}

fn best_interests(story: &mut Story, allows: &[&str]) {
    let bia = json!({"child_view": "I want to go to school", "care_now": "foster",
        "recommended_actions": "school", "bid_needed": false, "allows": allows});
    story
        .does(WORKER, "child", "open_bia", json!({}))
        .does(WORKER, "child", "record_bia", bia);
}

fn factor(polarity: &str, strength: &str) -> Value {
    json!({"level": "individual", "code": "debt", "polarity": polarity, "phase": "during",
        "active": "now", "strength": strength, "evidence_text": "she said so", "source": "person",
        "confidence": "high", "person_agrees": "yes"})
}

fn record_factor(story: &mut Story, body: Value) -> Id {
    story.does(WORKER, "assessment", "record_factor", body);
    story
        .case()
        .assessment
        .factors
        .last()
        .unwrap()
        .factor
        .factor
}

fn warned(story: &Story, what: PlanWarning) -> Vec<planning::Warning> {
    let mut all = planning::warnings(&story.case(), &story.sop);
    all.retain(|warning| warning.what == what);
    all
}

#[test]
fn a_goal_serves_a_need_that_the_assessment_found() {
    let mut story = begun("low");
    let body = goal("documentation");
    let no = story.is_refused(
        WORKER,
        "planning",
        "set_goal",
        body.clone(),
        Why::NeedUnknown,
    );
    assert_eq!(no.field, Some("domain"));
    assert_eq!(no.which, Some(("need_domain", "documentation")));
    for status in ["no_need", "declined", "not_discussed"] {
        need(&mut story, "documentation", status);
        story.is_refused(
            WORKER,
            "planning",
            "set_goal",
            body.clone(),
            Why::NeedUnknown,
        );
    }
    for status in ["need", "met"] {
        need(&mut story, "documentation", status);
        story.does(WORKER, "planning", "set_goal", body.clone());
    }
}

#[test]
fn an_objective_whose_need_fell_away_blocks() {
    let (mut story, _) = ready("low");
    need(&mut story, "shelter", "no_need");
    assert_eq!(missing(&story), [MissingWhat::ObjectiveWithoutNeed]);
    let found = planning::g3(&story.case(), &story.sop, story.now);
    assert_eq!(found[0].which, Some(("need_domain", "shelter")));
    need(&mut story, "shelter", "met");
    assert!(missing(&story).is_empty());
}

#[test]
fn a_critical_need_without_objective_is_doubted() {
    let (mut story, _) = ready("low");
    let what = PlanWarning::CriticalNeedWithoutObjective;
    assert!(warned(&story, what).is_empty(), "serious is not critical");
    for domain in ["shelter", "health"] {
        let body = json!({"domain": domain, "status": "need", "severity": "critical"});
        story.does(WORKER, "assessment", "answer_need", body);
    }
    let found = warned(&story, what);
    assert_eq!(found.len(), 1, "the shelter has its objective");
    assert_eq!(found[0].domain, Some(NeedDomain::Health));
    need(&mut story, "health", "met");
    assert!(warned(&story, what).is_empty());
}

#[test]
fn a_strong_risk_is_answered_by_an_objective_or_called_beyond_us() {
    let (mut story, line) = ready("low");
    record_factor(&mut story, factor("risk", "moderate"));
    assert!(missing(&story).is_empty());
    let strong = record_factor(&mut story, factor("risk", "strong"));
    assert_eq!(missing(&story), [MissingWhat::RiskUnanswered]);
    let found = planning::g3(&story.case(), &story.sop, story.now);
    assert_eq!(found[0].which, Some(("factor", "debt")));
    let body = with(
        objective(&story, line.goal),
        json!({"factor_refs": [strong]}),
    );
    let answering = set_objective(&mut story, body);
    let body = action(&story, answering);
    plan_action(&mut story, body);
    assert!(missing(&story).is_empty());
    let drop = json!({"objective": answering, "reason": "typed twice"});
    story.does(WORKER, "planning", "drop_objective", drop);
    assert_eq!(missing(&story), [MissingWhat::RiskUnanswered]);
    let beyond =
        json!({"factor": strong, "not_changeable_by_us": true, "mitigation": "a plan to pay"});
    let body = with(factor("risk", "strong"), beyond);
    story.does(WORKER, "assessment", "record_factor", body);
    assert!(missing(&story).is_empty());
}

#[test]
fn a_strong_protection_that_nothing_builds_on_is_doubted() {
    let (mut story, line) = ready("low");
    let what = PlanWarning::ProtectiveFactorUnused;
    record_factor(&mut story, factor("protective", "weak"));
    assert!(warned(&story, what).is_empty());
    let strong = record_factor(&mut story, factor("protective", "strong"));
    assert_eq!(warned(&story, what)[0].which, Some(strong));
    let body = with(
        objective(&story, line.goal),
        json!({"factor_refs": [strong]}),
    );
    story.does(WORKER, "planning", "set_objective", body);
    assert!(warned(&story, what).is_empty());
}

#[test]
fn a_grave_risk_needs_a_safety_plan_and_a_lesser_one_does_not() {
    for (risk, needed) in [
        ("urgent", true),
        ("high", true),
        ("medium", false),
        ("low", false),
    ] {
        let (mut story, _) = ready(risk);
        let expected: &[MissingWhat] = if needed {
            &[MissingWhat::SafetyPlan]
        } else {
            &[]
        };
        assert_eq!(missing(&story), expected, "{risk}");
        let plan = json!({"warning_signs": "calls", "safe_places": "the church", "who_to_call": "us",
            "steps": "leave by the back", "copy_given": "no_unsafe"});
        story.does(WORKER, "assessment", "make_safety_plan", plan);
        assert!(missing(&story).is_empty());
    }
}

#[test]
fn a_childs_plan_needs_best_interests_and_the_childs_own_view() {
    let (mut story, _) = ready("low");
    is_a_child(&mut story);
    assert_eq!(missing(&story), [MissingWhat::Bia, MissingWhat::ChildView]);
    best_interests(&mut story, &[]);
    assert!(missing(&story).is_empty());
}

#[test]
fn return_and_reunification_of_a_child_wait_for_best_interests_and_shelter_does_not() {
    let (mut story, line) = drafted("low");
    let of = |story: &Story, kind: &str| {
        with(action(story, line.objective), json!({"service_type": kind}))
    };
    let grown_up = of(&story, "reunification");
    story.does(WORKER, "planning", "plan_action", grown_up);
    is_a_child(&mut story);
    for kind in ["reunification", "travel_assistance", "alternative_care"] {
        let body = of(&story, kind);
        story.is_refused(WORKER, "planning", "plan_action", body, Why::BiaNeeded);
    }
    for kind in ["emergency_shelter", "foster_care"] {
        let body = of(&story, kind);
        story.does(WORKER, "planning", "plan_action", body);
    }
    best_interests(&mut story, &["reunification"]);
    let body = of(&story, "reunification");
    story.does(WORKER, "planning", "plan_action", body);
    let body = of(&story, "travel_assistance");
    story.is_refused(WORKER, "planning", "plan_action", body, Why::BiaNeeded);
}

#[test]
fn a_childs_referral_waits_for_best_interests_when_it_is_sent() {
    let mut story = registered("low");
    is_a_child(&mut story);
    let yes = |scope: &str, to: Value| with(consent(scope), json!({"recipients": to}));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        yes("referral", json!([SHELTER])),
    );
    let id = draft(&mut story, referral("alternative_care", SHELTER));
    let no = waits(&mut story, id, Why::BiaNeeded);
    assert!(no.classes.has(casework::class::Class::Child));
    best_interests(&mut story, &["placement"]);
    sends(&mut story, id);
}

#[test]
fn what_is_intended_for_a_child_waits_and_what_happened_is_written_down() {
    let mut story = registered("low");
    is_a_child(&mut story);
    for (status, fact) in [
        ("planned", false),
        ("approved", false),
        ("scheduled", false),
        ("delivered", true),
        ("partially", true),
        ("refused_by_person", true),
        ("not_available", true),
    ] {
        let tried = story.tries(
            WORKER,
            "implementation",
            "record_service",
            service("alternative_care", status),
        );
        assert_eq!(tried.is_ok(), fact, "{status}");
    }
    let id = story
        .case()
        .implementation
        .services
        .last()
        .unwrap()
        .service
        .service;
    let again = json!({"service": id, "status": "scheduled"});
    story.is_refused(
        WORKER,
        "implementation",
        "update_service",
        again.clone(),
        Why::BiaNeeded,
    );
    best_interests(&mut story, &["placement"]);
    story.does(WORKER, "implementation", "update_service", again);
}

#[test]
fn progress_said_in_a_review_ends_objectives_and_doubts() {
    let says = |story: &mut Story, objective: Id, progress: &str| {
        let body = json!({"objective": objective, "progress": progress});
        story.does(WORKER, "review", "record_progress", body);
    };
    let (mut story, line) = approved("low");
    revise(&mut story);
    approve(&mut story);
    revise(&mut story);
    let stuck = PlanWarning::RepeatedWithoutProgress;
    assert_eq!(warned(&story, stuck).len(), 1);
    says(&mut story, line.objective, "some");
    assert!(warned(&story, stuck).is_empty());
    assert_eq!(story.case().planning.open_objectives().count(), 1);
    for end in ["met", "dropped"] {
        let (mut story, line) = drafted("low");
        says(&mut story, line.objective, end);
        assert_eq!(story.case().planning.open_objectives().count(), 0);
        let case = story.case();
        let action = case.planning.action(line.action).unwrap();
        let status = planning::status(&case, action, story.now);
        assert_eq!(
            status,
            ActionStatus::Planned,
            "the action still wants its own end"
        );
    }
}

/// An event that another room would bring about.
fn happens(story: &mut Story, body: Body) {
    let (by, happened, recorded) = (SUPERVISOR, story.now, story.now);
    let classes = casework::class::Classes::GENERAL;
    story.events.push(Event {
        v: VERSION,
        command: NOBODY,
        by,
        happened,
        recorded,
        late: false,
        classes,
        body,
    });
}

fn completed(subject: Subject) -> Body {
    Body::Approval(approval::Event::Completed(Completed { subject }))
}

#[test]
fn the_plan_is_due_in_the_time_of_its_risk_after_the_assessment() {
    for (risk, hours) in [("low", 504), ("medium", 336), ("high", 72)] {
        let (mut story, _) = ready(risk);
        let plan_due = |story: &Story| -> Option<Due> {
            let all = due(&story.case(), &story.sop, story.now);
            all.into_iter().find(|due| due.what == DueWhat::Plan)
        };
        assert_eq!(plan_due(&story), None, "the assessment is not done");
        happens(&mut story, completed(Subject::Assessment));
        assert_eq!(plan_due(&story).unwrap().at, hours_after(story.now, hours));
        happens(&mut story, completed(Subject::Plan));
        assert_eq!(plan_due(&story), None);
        assert!(story.case().step(Step::Planning).done.is_some());
    }
}

#[test]
fn a_closed_case_sends_nothing_new_and_still_learns_what_happened() {
    let (mut story, id) = sent("food");
    let unsent = draft(&mut story, referral("food", SHELTER));
    happens(&mut story, completed(Subject::Closure));
    let body = referral("food", SHELTER);
    story.is_refused(
        WORKER,
        "implementation",
        "draft_referral",
        body,
        Why::CaseClosed,
    );
    waits(&mut story, unsent, Why::CaseClosed);
    let end = json!({"action": NOBODY, "status": "done", "outcome": "x"});
    story.is_refused(WORKER, "implementation", "end_action", end, Why::CaseClosed);
    let why = Why::CaseClosed;
    story.is_refused(
        WORKER,
        "implementation",
        "close_implementation",
        json!({}),
        why,
    );
    let words = json!({"referral": id, "feedback_from_person": "they were kind"});
    story
        .does(
            WORKER,
            "implementation",
            "record_service",
            service("food", "delivered"),
        )
        .does(
            WORKER,
            "implementation",
            "record_referral_answer",
            answer(id, "completed"),
        )
        .does(WORKER, "implementation", "feedback_from_person", words);
}
