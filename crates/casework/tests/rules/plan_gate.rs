//! Gate G3: what blocks a plan, and what is due (section 6, 3.1).

use casework::{
    due::{DueWhat, due},
    lists::ActionStatus,
    planning,
    refusal::{MissingWhat, Why},
    sop::hours_after,
};
use serde_json::{Value, json};

use crate::{plans::*, story::*};

fn plan() -> Value {
    json!({"subject": "plan"})
}

/// What G3 names on the story as it stands.
pub fn missing(story: &Story) -> Vec<MissingWhat> {
    let found = planning::g3(&story.case(), &story.sop, story.now);
    found.iter().map(|missing| missing.what).collect()
}

#[test]
fn a_complete_plan_passes_and_an_empty_one_does_not() {
    let (mut story, _) = ready("low");
    story.does(WORKER, "approval", "submit", plan());
    let mut empty = begun("low");
    empty.misses(WORKER, "approval", "submit", plan(), &[MissingWhat::Plan]);
    let mut none = registered("low");
    none.misses(WORKER, "approval", "submit", plan(), &[MissingWhat::Plan]);
}

#[test]
fn a_bare_plan_is_told_everything_that_it_lacks() {
    let (mut story, _) = drafted("low");
    let all = [
        MissingWhat::Participation,
        MissingWhat::Monitoring,
        MissingWhat::ReviewDate,
    ];
    story.misses(WORKER, "approval", "submit", plan(), &all);
}

#[test]
fn each_part_of_an_objective_is_needed_for_approval_and_named_with_its_need() {
    for part in ["indicator", "target", "due", "horizon"] {
        let (mut story, line) = ready("low");
        let body = with(objective(&story, line.goal), json!({part: null}));
        let id = set_objective(&mut story, body);
        let body = action(&story, id);
        plan_action(&mut story, body);
        let found = planning::g3(&story.case(), &story.sop, story.now);
        assert_eq!(found.len(), 1, "{part}");
        assert_eq!(found[0].what, MissingWhat::ObjectiveIncomplete);
        assert_eq!(found[0].which, Some(("need_domain", "shelter")));
    }
    let (mut story, line) = ready("low");
    let blank = with(objective(&story, line.goal), json!({"indicator": " "}));
    let id = set_objective(&mut story, blank);
    let body = action(&story, id);
    plan_action(&mut story, body);
    assert_eq!(missing(&story), [MissingWhat::ObjectiveIncomplete]);
}

#[test]
fn an_objective_needs_somebody_responsible_and_a_cancelled_action_is_nobody() {
    let (mut story, line) = ready("low");
    let body = objective(&story, line.goal);
    let id = set_objective(&mut story, body);
    assert_eq!(missing(&story), [MissingWhat::ActionResponsible]);
    let body = action(&story, id);
    let action = plan_action(&mut story, body);
    assert!(missing(&story).is_empty());
    let end = json!({"action": action, "status": "cancelled", "outcome": "not needed"});
    story.does(WORKER, "implementation", "end_action", end);
    assert_eq!(missing(&story), [MissingWhat::ActionResponsible]);
    let body = with(
        crate::plans::action(&story, id),
        json!({"responsible": "person"}),
    );
    let second = plan_action(&mut story, body);
    let end = json!({"action": second, "status": "done", "outcome": "she went"});
    story.does(WORKER, "implementation", "end_action", end);
    assert!(missing(&story).is_empty(), "somebody did it");
}

#[test]
fn a_horizon_that_no_longer_agrees_blocks() {
    let (mut story, _) = ready("low");
    story.sop.horizon_short_days = 20;
    assert!(missing(&story).is_empty());
    story.sop.horizon_short_days = 19;
    assert_eq!(missing(&story), [MissingWhat::HorizonMismatch]);
}

#[test]
fn the_person_agrees_again_after_a_change_of_goals_and_a_disagreement_counts_when_written() {
    let (mut story, line) = approved("low");
    revise(&mut story);
    assert!(
        missing(&story).is_empty(),
        "the agreement carries while nothing of theirs changed"
    );
    let words = json!({"goal": line.goal, "in_person_words": "a house", "priority": 1});
    story.does(WORKER, "planning", "change_goal", words);
    story.misses(
        WORKER,
        "approval",
        "submit",
        plan(),
        &[MissingWhat::Participation],
    );
    let no = json!({"agreed_how": "disagrees", "disagreement": "too far from work"});
    let no = with(agreement(&story), no);
    story.does(WORKER, "planning", "record_agreement", no);
    approve(&mut story);
    assert_eq!(story.case().planning.in_force().unwrap().version, 2);
    assert_eq!(story.case().planning.agreements[1].1, 2);
}

#[test]
fn a_referral_without_consent_stands_in_the_plan_and_waits() {
    let (mut story, line) = drafted("low");
    let body = referral_action(&story, line.objective, SHELTER);
    let referral = plan_action(&mut story, body);
    finish(&mut story);
    let status = |story: &Story, id| {
        let case = story.case();
        let action = case.planning.action(id).unwrap();
        planning::status(&case, action, story.now)
    };
    assert_eq!(status(&story, referral), ActionStatus::WaitingForConsent);
    assert_eq!(status(&story, line.action), ActionStatus::Planned);
    assert!(missing(&story).is_empty());
    approve(&mut story);
    let yes = with(consent("referral"), json!({"recipients": [CLINIC]}));
    story.does(WORKER, "consent", "record_consent", yes);
    assert_eq!(
        status(&story, referral),
        ActionStatus::WaitingForConsent,
        "for another recipient"
    );
    let yes = with(consent("referral"), json!({"recipients": [SHELTER]}));
    story.does(WORKER, "consent", "record_consent", yes);
    assert_eq!(status(&story, referral), ActionStatus::Planned);
    let back = json!({"scope": "referral"});
    story.does(WORKER, "consent", "withdraw_consent", back);
    assert_eq!(
        status(&story, referral),
        ActionStatus::WaitingForConsent,
        "nothing is remembered"
    );
}

#[test]
fn a_referral_to_nobody_blocks_because_nobody_can_consent_to_it() {
    let (mut story, line) = drafted("low");
    let body = referral_action(&story, line.objective, SHELTER);
    let action = plan_action(&mut story, with(body, json!({"recipient": null})));
    finish(&mut story);
    assert_eq!(missing(&story), [MissingWhat::ReferralConsent]);
    let end = json!({"action": action, "status": "cancelled", "outcome": "no partner"});
    story.does(WORKER, "implementation", "end_action", end);
    assert!(missing(&story).is_empty());
}

#[test]
fn the_review_is_ahead_and_not_later_than_the_risk_allows() {
    for (risk, days) in [("medium", 60), ("low", 90)] {
        let (mut story, _) = ready(risk);
        let on = |story: &Story, days| json!({"review_date": day(story, days)});
        let body = on(&story, days + 1);
        let no = story.is_refused(
            WORKER,
            "planning",
            "set_review_date",
            body,
            Why::ReviewTooLate,
        );
        assert_eq!(no.field, Some("review_date"));
        let body = on(&story, -1);
        story.is_refused(
            WORKER,
            "planning",
            "set_review_date",
            body,
            Why::DatesDisagree,
        );
        let body = on(&story, 0);
        story.does(WORKER, "planning", "set_review_date", body);
        let body = on(&story, days);
        story.does(WORKER, "planning", "set_review_date", body);
        assert!(missing(&story).is_empty());
    }
}

#[test]
fn a_review_date_that_passed_is_none_and_a_higher_risk_brings_it_nearer() {
    let (mut story, _) = ready("low");
    let last = json!({"review_date": day(&story, 90)});
    story.does(WORKER, "planning", "set_review_date", last);
    let worse = json!({"risk_level": "medium", "risk_reason": "lost the room"});
    story.does(WORKER, "screening", "decide_risk", worse);
    assert_eq!(missing(&story), [MissingWhat::ReviewDateTooLate]);
    story.days(30);
    assert!(missing(&story).is_empty(), "counted from today");
    story.days(60);
    assert!(missing(&story).is_empty(), "today is not past");
    story.days(1);
    assert_eq!(missing(&story), [MissingWhat::ReviewDatePassed]);
}

#[test]
fn a_plan_that_waited_past_its_review_date_goes_back_for_a_new_one() {
    let (mut story, _) = ready("low");
    let soon = json!({"review_date": day(&story, 3)});
    story
        .does(WORKER, "planning", "set_review_date", soon)
        .does(WORKER, "approval", "submit", plan())
        .days(4);
    story.misses(
        SUPERVISOR,
        "approval",
        "approve",
        plan(),
        &[MissingWhat::ReviewDatePassed],
    );
    let back = with(
        plan(),
        json!({"comment": "a new day for the review, please"}),
    );
    let anew = json!({"review_date": day(&story, 30)});
    story
        .does(SUPERVISOR, "approval", "send_back", back)
        .does(WORKER, "planning", "set_review_date", anew)
        .does(WORKER, "approval", "submit", plan())
        .does(SUPERVISOR, "approval", "approve", plan());
}

#[test]
fn monitoring_says_how_the_person_is_heard_and_who_is_told_what() {
    let mut story = begun("low");
    for field in ["how", "how_often", "info_sharing_summary"] {
        let body = with(monitoring(), json!({field: ""}));
        let no = story.is_refused(WORKER, "planning", "plan_monitoring", body, Why::TextNeeded);
        assert_eq!(no.field, Some(field));
    }
    story.does(WORKER, "planning", "plan_monitoring", monitoring());
}

#[test]
fn the_plan_is_due_after_the_assessment_and_its_approval_after_it_was_asked() {
    let dues = |story: &Story, what: DueWhat| {
        let all = due(&story.case(), &story.sop, story.now);
        all.into_iter().find(|due| due.what == what)
    };
    let (mut story, line) = ready("low");
    assert_eq!(dues(&story, DueWhat::PlanApproval), None);
    assert_eq!(
        dues(&story, DueWhat::ActionDue),
        None,
        "nothing is due of a draft"
    );
    let asked = story.now;
    story.does(WORKER, "approval", "submit", plan());
    let waiting = dues(&story, DueWhat::PlanApproval).unwrap();
    assert_eq!(waiting.at, hours_after(asked, 48));
    story.does(SUPERVISOR, "approval", "approve", plan());
    assert_eq!(dues(&story, DueWhat::PlanApproval), None);
    let action = dues(&story, DueWhat::ActionDue).unwrap();
    assert_eq!(action.which, Some(line.action));
    assert_eq!(action.at, "2026-03-12T23:59:59Z".parse().unwrap());
    let end = json!({"action": line.action, "status": "done", "outcome": "keys"});
    story.does(WORKER, "implementation", "end_action", end);
    assert_eq!(dues(&story, DueWhat::ActionDue), None);
}
