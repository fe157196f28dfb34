//! What makes a plan doubtful and lets it pass (the W rules of section 6).

use casework::planning::{self, PlanWarning};
use serde_json::json;

use crate::{plans::*, story::*};

fn warned(story: &Story) -> Vec<PlanWarning> {
    let found = planning::warnings(&story.case(), &story.sop);
    found.iter().map(|warning| warning.what).collect()
}

#[test]
fn a_plan_without_the_persons_own_actions_or_a_long_view_is_doubted_and_passes() {
    use PlanWarning::{NoneLongTerm, NothingOwnedByPerson, OnlyShortTerm};
    let (mut story, line) = ready("low");
    assert_eq!(
        warned(&story),
        [NothingOwnedByPerson, OnlyShortTerm, NoneLongTerm]
    );
    for own in [
        json!({"responsible": "person"}),
        json!({"action_type": "by_person"}),
    ] {
        let mut story = ready("low").0;
        let objective = story.case().planning.objectives[0].objective.objective;
        let body = with(action(&story, objective), own);
        plan_action(&mut story, body);
        assert_eq!(warned(&story), [OnlyShortTerm, NoneLongTerm]);
    }
    let medium = json!({"due": day(&story, 90), "horizon": "medium"});
    let body = with(objective(&story, line.goal), medium);
    story.does(WORKER, "planning", "set_objective", body);
    assert_eq!(warned(&story), [NothingOwnedByPerson, NoneLongTerm]);
    let long = json!({"due": day(&story, 300), "horizon": "long"});
    let body = with(objective(&story, line.goal), long);
    story.does(WORKER, "planning", "set_objective", body);
    assert_eq!(warned(&story), [NothingOwnedByPerson]);
}

#[test]
fn vague_verbs_without_a_number_are_doubted() {
    let vague = |text: &str, indicator: &str, target: &str| {
        let mut story = begun("low");
        let goal = set_goal(&mut story, goal("shelter"));
        let said = json!({"text": text, "indicator": indicator, "target": target});
        let body = with(objective(&story, goal), said);
        story.does(WORKER, "planning", "set_objective", body);
        warned(&story).contains(&PlanWarning::VagueVerb)
    };
    assert!(vague("Follow up housing", "better", "good"));
    assert!(!vague("has keys", "better", "good"));
    assert!(!vague("Support her in 3 visits", "better", "good"));
    assert!(!vague("Support her", "5 visits", "good"));
    assert!(!vague("Support her", "visits", "٣"));
}

#[test]
fn more_than_seven_open_objectives_are_doubted() {
    let (mut story, line) = drafted("low");
    for _ in 0..6 {
        let body = objective(&story, line.goal);
        story.does(WORKER, "planning", "set_objective", body);
    }
    assert!(!warned(&story).contains(&PlanWarning::ManyObjectives));
    let body = objective(&story, line.goal);
    let last = set_objective(&mut story, body);
    assert!(warned(&story).contains(&PlanWarning::ManyObjectives));
    let drop = json!({"objective": last, "reason": "enough"});
    story.does(WORKER, "planning", "drop_objective", drop);
    assert!(!warned(&story).contains(&PlanWarning::ManyObjectives));
}

#[test]
fn the_same_action_in_three_versions_without_progress_is_doubted() {
    let stuck = |story: &Story| warned(story).contains(&PlanWarning::RepeatedWithoutProgress);
    let (mut story, line) = approved("low");
    revise(&mut story);
    assert!(!stuck(&story), "two versions");
    approve(&mut story);
    assert!(!stuck(&story), "still two");
    revise(&mut story);
    assert!(stuck(&story), "three");
    let body = action(&story, line.objective);
    let fresh = plan_action(&mut story, body);
    let found = planning::warnings(&story.case(), &story.sop);
    let which: Vec<_> = found
        .iter()
        .filter(|warning| warning.what == PlanWarning::RepeatedWithoutProgress)
        .map(|warning| warning.which)
        .collect();
    assert_eq!(which, [Some(line.action)], "not {fresh}");
}
