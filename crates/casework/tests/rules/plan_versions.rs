//! Versions of a plan: agreement, approval, revision, and pages that grew old (section 6).

use casework::{
    lists::{Step, StepState},
    planning::Altered,
    refusal::Why,
};
use serde_json::json;

use crate::{plans::*, story::*};

#[test]
fn an_approved_plan_changes_only_through_a_new_version_and_ids_survive_it() {
    let (mut story, line) = approved("low");
    story.is_refused(
        WORKER,
        "planning",
        "set_goal",
        goal("health"),
        Why::PlanNotOpen,
    );
    let silent = json!({"reason": " ", "asked_by": "person"});
    story.is_refused(WORKER, "planning", "revise_plan", silent, Why::TextNeeded);
    revise(&mut story);
    let case = story.case();
    assert_eq!(
        (case.planning.version, case.planning.snapshots.len()),
        (2, 1)
    );
    assert_eq!(case.step(Step::Planning).state(), StepState::RevisitDue);
    assert!(case.planning.goal(line.goal).is_some());
    assert!(case.planning.objective(line.objective).is_some());
    assert!(case.planning.action(line.action).is_some());
    let again = json!({"reason": "x", "asked_by": "review"});
    story.is_refused(
        WORKER,
        "planning",
        "revise_plan",
        again,
        Why::PlanNotApproved,
    );
    story.does(WORKER, "planning", "set_goal", goal("health"));
    let case = story.case();
    let in_force = case.planning.in_force().unwrap();
    assert_eq!(
        (in_force.version, in_force.goals.len()),
        (1, 1),
        "the approved version stands"
    );
    assert_eq!(case.planning.goals.len(), 2);
}

#[test]
fn nobody_writes_on_a_plan_that_waits_for_approval_and_what_comes_back_can_be_written_on() {
    let (mut story, _) = ready("low");
    story.does(WORKER, "approval", "submit", json!({"subject": "plan"}));
    story.is_refused(
        WORKER,
        "planning",
        "set_goal",
        goal("health"),
        Why::PlanNotOpen,
    );
    let said = agreement(&story);
    story.does(WORKER, "planning", "record_agreement", said);
    let back = json!({"subject": "plan", "comment": "say when"});
    story.does(SUPERVISOR, "approval", "send_back", back);
    story.does(WORKER, "planning", "set_goal", goal("health"));
}

#[test]
fn approval_keeps_the_version_and_begins_implementation() {
    let (mut story, line) = approved("low");
    let case = story.case();
    assert!(case.planning.is_approved());
    assert_eq!(
        case.step(Step::Implementation).state(),
        StepState::InProgress
    );
    let kept = case.planning.in_force().unwrap();
    assert_eq!(kept.actions[0].action.action, line.action);
    assert_eq!((kept.costs.len(), kept.objectives.len()), (0, 1));
    assert_eq!(kept.review_date, Some(day(&story, 5)));
    assert!(kept.agreement.is_some() && kept.monitoring.is_some());
    approve(&mut story);
    assert_eq!(
        story.case().planning.snapshots.len(),
        1,
        "one version is kept once"
    );
    let drafted = drafted("low").0.case();
    assert_eq!(
        drafted.step(Step::Implementation).state(),
        StepState::NotStarted
    );
    assert!(!drafted.planning.is_approved());
}

#[test]
fn an_agreement_carries_its_proof_and_a_disagreement_its_words() {
    let mut story = begun("low");
    let said = agreement(&story);
    for (how, field, why) in [
        ("certified_verbal", "certificate", Why::CertificateNeeded),
        ("disagrees", "disagreement", Why::TextNeeded),
    ] {
        for empty in [
            json!({"agreed_how": how}),
            json!({"agreed_how": how, field: " "}),
        ] {
            let body = with(said.clone(), empty);
            let no = story.is_refused(WORKER, "planning", "record_agreement", body, why);
            assert_eq!(no.field, Some(field));
        }
        let body = with(
            said.clone(),
            json!({"agreed_how": how, field: "in her words"}),
        );
        story.does(WORKER, "planning", "record_agreement", body);
    }
    for how in ["signature", "thumbprint"] {
        let body = with(said.clone(), json!({"agreed_how": how}));
        story.does(WORKER, "planning", "record_agreement", body);
    }
    let ahead = with(said.clone(), json!({"agreed_on": day(&story, 2)}));
    let no = story.is_refused(
        WORKER,
        "planning",
        "record_agreement",
        ahead,
        Why::HappenedInFuture,
    );
    assert_eq!(no.field, Some("agreed_on"));
    let tomorrow = with(said, json!({"agreed_on": day(&story, 1)}));
    story.does(WORKER, "planning", "record_agreement", tomorrow);
}

#[test]
fn what_alters_sharing_cost_or_goals_is_known_and_nothing_else() {
    let (mut story, line) = ready("low");
    assert!(story.case().planning.altered.is_empty());
    let direct = action(&story, line.objective);
    let direct_id = plan_action(&mut story, direct);
    let change = json!({"action": direct_id, "responsible": "person", "start": day(&story, 0),
        "due": day(&story, 3), "recipient": CLINIC});
    story.does(WORKER, "planning", "change_action", change);
    let body = objective(&story, line.goal);
    story.does(WORKER, "planning", "set_objective", body);
    assert!(
        story.case().planning.altered.is_empty(),
        "a direct action alters nothing shared"
    );
    let referral = referral_action(&story, line.objective, SHELTER);
    let referral = plan_action(&mut story, referral);
    assert_eq!(story.case().planning.altered, [Altered::Sharing]);
    finish(&mut story);
    let same = json!({"action": referral, "responsible": "partner", "start": day(&story, 0),
        "due": day(&story, 3), "recipient": SHELTER});
    story.does(WORKER, "planning", "change_action", same.clone());
    assert!(story.case().planning.altered.is_empty());
    story.does(
        WORKER,
        "planning",
        "change_action",
        with(same, json!({"recipient": CLINIC})),
    );
    assert_eq!(story.case().planning.altered, [Altered::Sharing]);
    let cost = plan_cost(&mut story, cost(line.action, 100));
    finish(&mut story);
    let more = json!({"cost": cost, "amount_planned": 200, "reason": "prices rose"});
    story.does(WORKER, "planning", "change_cost", more);
    assert_eq!(story.case().planning.altered, [Altered::Cost]);
    finish(&mut story);
    story.does(WORKER, "planning", "set_goal", goal("health"));
    story.does(WORKER, "planning", "set_goal", goal("food_nutrition"));
    assert_eq!(story.case().planning.altered, [Altered::Goals]);
}

#[test]
fn only_the_page_of_today_may_replace_what_stands() {
    use casework::order::OnClash;
    for (kind, body, part) in [
        (
            "change_goal",
            json!({"goal": NOBODY, "in_person_words": "x", "priority": 1}),
            "goals",
        ),
        (
            "change_objective",
            json!({"objective": NOBODY, "text": "x"}),
            "objectives",
        ),
        (
            "change_action",
            json!({"action": NOBODY, "responsible": "caseworker", "start": "2026-03-02",
                "due": "2026-03-09"}),
            "actions",
        ),
        (
            "change_cost",
            json!({"cost": NOBODY, "amount_planned": 1, "reason": "x"}),
            "costs",
        ),
        ("plan_monitoring", monitoring(), "monitoring"),
        (
            "set_review_date",
            json!({"review_date": "2026-03-09"}),
            "review_date",
        ),
    ] {
        assert_eq!(
            ask("planning", kind, body).on_clash(),
            OnClash::NeedsBase(part)
        );
    }
    let (mut story, line) = ready("low");
    let commutes = ask("planning", "set_goal", goal("shelter")).on_clash();
    assert_eq!(commutes, OnClash::Commutes);
    let before = story.case();
    assert_eq!(
        (
            before.part_version("monitoring"),
            before.part_version("review_date")
        ),
        (1, 1)
    );
    let words = json!({"goal": line.goal, "in_person_words": "a room", "priority": 1});
    story.does(WORKER, "planning", "change_goal", words);
    assert_eq!(story.case().part_version("goals"), 1);
    let secret = with(goal("safety"), json!({"about": ["gbv"]}));
    let hidden = set_goal(&mut story, secret);
    let words = json!({"goal": hidden, "in_person_words": "a room", "priority": 1});
    story.does(WORKER, "planning", "change_goal", words);
    assert_eq!(
        story.case().part_version("goals"),
        1,
        "a hidden change betrays nothing"
    );
}

#[test]
fn each_change_of_a_line_makes_older_pages_of_its_part_stale() {
    let (mut story, line) = ready("low");
    let cost = plan_cost(&mut story, cost(line.action, 100));
    let (start, due) = (day(&story, 0), day(&story, 9));
    let changes = [
        (
            "objectives",
            "change_objective",
            json!({"objective": line.objective, "text": "has keys of her own"}),
        ),
        (
            "actions",
            "change_action",
            json!({"action": line.action, "responsible": "caseworker", "start": start, "due": due}),
        ),
        (
            "costs",
            "change_cost",
            json!({"cost": cost, "amount_planned": 120, "reason": "prices rose"}),
        ),
    ];
    for (part, kind, body) in changes {
        assert_eq!(story.case().part_version(part), 0, "{part}");
        story.does(WORKER, "planning", kind, body);
        assert_eq!(story.case().part_version(part), 1, "{part}");
    }
    let drop = json!({"objective": line.objective, "reason": "no longer hers"});
    story.does(WORKER, "planning", "drop_objective", drop);
    assert_eq!(story.case().part_version("objectives"), 2);
}

#[test]
fn planning_stops_with_the_consent_to_the_case_and_goes_on_with_it() {
    let (mut story, line) = drafted("low");
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("case_management"),
    );
    story.hours(1);
    let withdrawn = json!({"scope": "case_management"});
    story.does(WORKER, "consent", "withdraw_consent", withdrawn);
    let again = json!({"goal": line.goal, "in_person_words": "two keys", "priority": 1});
    let no = story.is_refused(
        WORKER,
        "planning",
        "change_goal",
        again.clone(),
        Why::ConsentWithdrawn,
    );
    assert_eq!(no.which, Some(("consent_scope", "case_management")));
    let said = agreement(&story);
    story.does(WORKER, "planning", "record_agreement", said);
    story.hours(1);
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("case_management"),
    );
    story.does(WORKER, "planning", "change_goal", again);
}
