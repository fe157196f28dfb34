//! Concluding and confirming a trafficking screening: by whom, what follows, who learns of it.

use casework::{
    actor::Role,
    class::{Class, Classes},
    lists::{TipConclusion as Conclusion, VulnerabilityCategory as Category},
    refusal::{MissingWhat, Why},
};
use serde_json::{Value, json};

use crate::{
    assessment::{assess_except, skipped, submit},
    story::*,
    trafficking::{TRAFFICKING, conclude, confirmed, floors, ready, screen, screening_of, victim},
    violence::vea,
};

#[test]
fn another_conclusion_than_the_proposed_one_needs_a_reason() {
    let mut story = ready();
    let id = screen(&mut story, victim());
    let differs = json!({"screening": id, "conclusion": "not_indicated"});
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "conclude_tip",
        differs.clone(),
        Why::ConclusionDiffers,
    );
    assert_eq!(refusal.field, Some("reason"));
    let silent = with(differs.clone(), json!({"reason": " "}));
    story.is_refused(
        WORKER,
        "assessment",
        "conclude_tip",
        silent,
        Why::ConclusionDiffers,
    );
    let reasoned = with(differs, json!({"reason": "it was her brother's wedding"}));
    story.does(WORKER, "assessment", "conclude_tip", reasoned.clone());
    story.is_refused(
        WORKER,
        "assessment",
        "conclude_tip",
        reasoned,
        Why::AlreadyDone,
    );
    let mut plain = ready();
    let id = screen(&mut plain, victim());
    let as_proposed = json!({"screening": id, "conclusion": "vot_assessed"});
    plain.does(WORKER, "assessment", "conclude_tip", as_proposed);
}

#[test]
fn only_the_newest_screening_is_concluded() {
    let mut story = ready();
    let old = screen(&mut story, victim());
    let new = screen(&mut story, victim());
    let body = |id: &str| json!({"screening": id, "conclusion": "vot_assessed"});
    story.is_refused(
        WORKER,
        "assessment",
        "conclude_tip",
        body(&old),
        Why::NoSuchThing,
    );
    story.does(WORKER, "assessment", "conclude_tip", body(&new));
    story.is_refused(
        SUPERVISOR,
        "assessment",
        "confirm_tip",
        confirmed(&old),
        Why::NoSuchThing,
    );
}

#[test]
fn somebody_else_confirms_and_only_a_supervisor_or_the_focal_point() {
    let mut story = ready();
    let id = screen(&mut story, victim());
    story.is_refused(
        SUPERVISOR,
        "assessment",
        "confirm_tip",
        confirmed(&id),
        Why::NotConcluded,
    );
    conclude(&mut story, &id, "vot_assessed");
    for other in [COLLEAGUE, MANAGER, CHILD_FOCAL_POINT, PSYCHOLOGIST] {
        story.is_refused(
            other,
            "assessment",
            "confirm_tip",
            confirmed(&id),
            Why::ConfirmerNeeded,
        );
    }
    let own = who(Role::Supervisor, 2);
    story.is_refused(
        own,
        "assessment",
        "confirm_tip",
        confirmed(&id),
        Why::SelfApproval,
    );
    story.does(SUPERVISOR, "assessment", "confirm_tip", confirmed(&id));
    story.is_refused(
        TIP_FOCAL_POINT,
        "assessment",
        "confirm_tip",
        confirmed(&id),
        Why::AlreadyDone,
    );
    let mut second = ready();
    let id = screen(&mut second, victim());
    conclude(&mut second, &id, "vot_assessed");
    second.does(TIP_FOCAL_POINT, "assessment", "confirm_tip", confirmed(&id));
}

#[test]
fn who_screened_does_not_confirm_what_another_concluded() {
    let mut story = ready();
    story.does(SUPERVISOR, "assessment", "screen_tip", victim());
    let id = story.case().assessment.tip[0]
        .screening
        .screening
        .to_string();
    conclude(&mut story, &id, "vot_assessed");
    story.is_refused(
        SUPERVISOR,
        "assessment",
        "confirm_tip",
        confirmed(&id),
        Why::SelfApproval,
    );
    story.does(
        SECOND_SUPERVISOR,
        "assessment",
        "confirm_tip",
        confirmed(&id),
    );
}

#[test]
fn a_conclusion_can_be_sent_back_with_a_comment() {
    let mut story = ready();
    let id = screen(&mut story, victim());
    conclude(&mut story, &id, "vot_assessed");
    let no = json!({"screening": id, "agrees": false});
    story.is_refused(
        SUPERVISOR,
        "assessment",
        "confirm_tip",
        no.clone(),
        Why::TextNeeded,
    );
    let back = with(no, json!({"comment": "ask about the debt"}));
    story.does(SUPERVISOR, "assessment", "confirm_tip", back);
    assert!(story.case().assessment.tip[0].concluded.is_none());
    assert!(story.case().assessment.categories.is_empty());
    conclude(&mut story, &id, "potential_vot");
    story.does(SUPERVISOR, "assessment", "confirm_tip", confirmed(&id));
}

#[test]
fn categories_follow_the_confirmed_conclusion() {
    let mut story = ready();
    let concluded = |story: &mut Story, conclusion: &str| {
        let id = screen(story, victim());
        conclude(story, &id, conclusion);
        let before = story.case().assessment.categories;
        story.does(SUPERVISOR, "assessment", "confirm_tip", confirmed(&id));
        let after: Vec<_> = story.case().assessment.categories.into_iter().collect();
        (before.len(), after)
    };
    assert_eq!(
        concluded(&mut story, "potential_vot"),
        (0, vec![Category::VotPotential])
    );
    assert_eq!(
        concluded(&mut story, "vot_assessed"),
        (1, vec![Category::VotIdentified])
    );
    assert!(
        story
            .case_for(Classes::GENERAL)
            .assessment
            .categories
            .is_empty()
    );
    assert_eq!(
        concluded(&mut story, "potential_vot"),
        (1, vec![Category::VotPotential])
    );
    assert_eq!(concluded(&mut story, "at_risk_of_trafficking"), (1, vec![]));
}

#[test]
fn the_floor_stands_for_a_victim_confirmed_or_not() {
    for (conclusion, means) in [("vot_assessed", "strong"), ("potential_vot", "weak")] {
        for live in [false, true] {
            let mut story = ready();
            assert!(!floors(&story));
            let body = with(
                screening_of("credible", means, "credible"),
                json!({"live_control": live}),
            );
            let id = screen(&mut story, body);
            assert!(floors(&story), "proposed");
            conclude(&mut story, &id, conclusion);
            assert!(floors(&story), "concluded, not confirmed");
            assert!(story.case().assessment.protect_as_victim());
            story.does(SUPERVISOR, "assessment", "confirm_tip", confirmed(&id));
            assert!(floors(&story), "confirmed");
            assert!(story.case().assessment.protect_as_victim());
        }
    }
}

#[test]
fn the_gate_waits_for_conclusion_and_confirmation_and_says_so_to_readers_only() {
    let mut story = ready();
    assess_except(&mut story, &["tip"]);
    let id = screen(&mut story, screening_of("none", "none", "none"));
    story.misses(
        WORKER,
        "approval",
        "submit",
        submit(),
        &[MissingWhat::TipScreening],
    );
    conclude(&mut story, &id, "not_indicated");
    let refusal = story.is_refused(WORKER, "approval", "submit", submit(), Why::GateNotMet);
    assert_eq!(refusal.missing[0].what, MissingWhat::TipConfirmation);
    let told = refusal.for_reader(Classes::GENERAL);
    assert_eq!(told.missing[0].what, MissingWhat::AnotherCheckPending);
    story.does(SUPERVISOR, "assessment", "confirm_tip", confirmed(&id));
    story.does(WORKER, "approval", "submit", submit());
}

#[test]
fn a_later_screening_without_conclusion_holds_the_gate_until_it_is_left() {
    let mut story = ready();
    assess_except(&mut story, &[]);
    story.hours(1);
    screen(&mut story, screening_of("none", "none", "none"));
    let refusal = story.is_refused(WORKER, "approval", "submit", submit(), Why::GateNotMet);
    assert_eq!(refusal.missing[0].what, MissingWhat::TipScreening);
    assert_eq!(refusal.missing[0].classes, TRAFFICKING);
    story.does(
        WORKER,
        "assessment",
        "skip_tip",
        json!({"why": "person_declined"}),
    );
    story.does(WORKER, "approval", "submit", submit());
}

#[test]
fn others_learn_that_something_was_completed_and_no_more() {
    let mut screened = ready();
    let id = screen(&mut screened, victim());
    assert!(
        screened
            .case_for(Classes::GENERAL)
            .assessment
            .restricted_completed
            .is_none()
    );
    conclude(&mut screened, &id, "vot_assessed");
    let mut left = ready();
    left.does(WORKER, "assessment", "skip_tip", skipped());
    for story in [screened, left] {
        let general = story.case_for(Classes::GENERAL).assessment;
        assert!(general.restricted_completed.is_some());
        assert!(general.tip.is_empty() && general.tip_skipped.is_none());
        let mut seen = story
            .events
            .iter()
            .filter(|event| event.classes == Classes::GENERAL);
        let last = serde_json::to_value(&seen.next_back().unwrap().body).unwrap();
        assert_eq!(last["what"]["body"], json!({}), "both look the same");
    }
}

#[test]
fn only_readers_of_trafficking_do_this_work() {
    let needs = |kind: &str, body: Value| ask("assessment", kind, body).needs();
    let id = "11".repeat(16);
    let concluded = json!({"screening": id, "conclusion": "smuggled"});
    let formal = json!({"formal_status": "recognised", "authority": "ministry"});
    assert_eq!(needs("screen_tip", victim()), TRAFFICKING);
    assert_eq!(needs("conclude_tip", concluded), TRAFFICKING);
    assert_eq!(needs("confirm_tip", confirmed(&id)), TRAFFICKING);
    assert_eq!(needs("change_formal_status", formal), TRAFFICKING);
    assert_eq!(needs("skip_tip", skipped()), Classes::GENERAL);
    assert_eq!(needs("record_vea", vea("rape")), Classes::GENERAL);
}

#[test]
fn that_there_was_no_indication_is_no_matter_of_the_theme_and_all_else_is() {
    let holds = |story: &Story| casework::event::matter(&story.events).has(Class::Trafficking);
    let mut story = ready();
    story.does(WORKER, "assessment", "skip_tip", skipped());
    assert!(!holds(&story), "an ordinary case is not opened by it");
    let declined = json!({"why": "person_declined"});
    story.does(WORKER, "assessment", "skip_tip", declined);
    assert!(holds(&story));
    let mut screened = ready();
    screen(&mut screened, screening_of("none", "none", "none"));
    assert!(holds(&screened));
}

/// The next sitting of a screening.
fn next_sitting(screening: &str, found: Value) -> Value {
    with(found, json!({"screening": screening}))
}

#[test]
fn a_screening_goes_on_in_another_sitting_until_it_is_concluded() {
    let mut story = ready();
    let id = screen(&mut story, screening_of("unknown", "unknown", "unknown"));
    let unknown = "11".repeat(16);
    story.is_refused(
        WORKER,
        "assessment",
        "screen_tip",
        next_sitting(&unknown, victim()),
        Why::NoSuchThing,
    );
    story.days(3).does(
        WORKER,
        "assessment",
        "screen_tip",
        next_sitting(&id, victim()),
    );
    let case = story.case();
    assert_eq!(case.assessment.tip.len(), 1, "one screening, two sittings");
    let tip = &case.assessment.tip[0];
    assert_eq!(tip.screening.screening.to_string(), id);
    assert_eq!(tip.standing(), Some(Conclusion::VotAssessed));
    assert_eq!(tip.earlier.len(), 1);
    conclude(&mut story, &id, "vot_assessed");
    story.is_refused(
        WORKER,
        "assessment",
        "screen_tip",
        next_sitting(&id, victim()),
        Why::AlreadyDone,
    );
}

#[test]
fn every_sitting_needs_its_preconditions_and_only_the_first_suspicion_alerts() {
    let mut story = ready();
    let id = screen(&mut story, victim());
    assert!(story.kinds().contains(&"reception.alert_raised".to_owned()));
    let noisy = with(
        next_sitting(&id, victim()),
        json!({"preconditions": ["private_room"]}),
    );
    story.is_refused(
        WORKER,
        "assessment",
        "screen_tip",
        noisy,
        Why::PreconditionsMissing,
    );
    story.does(
        WORKER,
        "assessment",
        "screen_tip",
        next_sitting(&id, victim()),
    );
    assert_eq!(story.kinds(), ["assessment.tip_screened"]);
}

#[test]
fn who_sat_in_an_earlier_sitting_does_not_confirm() {
    let mut story = ready();
    story.does(SUPERVISOR, "assessment", "screen_tip", victim());
    let id = story.case().assessment.tip[0]
        .screening
        .screening
        .to_string();
    story.does(
        WORKER,
        "assessment",
        "screen_tip",
        next_sitting(&id, victim()),
    );
    conclude(&mut story, &id, "vot_assessed");
    story.is_refused(
        SUPERVISOR,
        "assessment",
        "confirm_tip",
        confirmed(&id),
        Why::SelfApproval,
    );
    story.does(
        SECOND_SUPERVISOR,
        "assessment",
        "confirm_tip",
        confirmed(&id),
    );
}
