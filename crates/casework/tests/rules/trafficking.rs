//! The trafficking screening: preconditions, every line of the logic, conclusion, confirmation,
//! what follows and what never follows.

use casework::{
    assessment::{Facts, propose},
    class::{Class, Classes},
    lists::{Finding, TipConclusion as Conclusion, TipPrecondition},
    refusal::Why,
    sop::FloorReason,
};

use serde_json::{Value, json};

use crate::{
    assessment::{registered_child, safety},
    story::*,
    violence::vea,
};

pub const TRAFFICKING: Classes = Classes::of(Class::Trafficking);

/// A screening that finds act, means and purpose.
pub fn screening_of(act: &str, means: &str, purpose: &str) -> Value {
    json!({"preconditions": TipPrecondition::CODES, "act_finding": act, "means_finding": means,
        "purpose_finding": purpose, "act_items": ["recruitment"], "means_items": ["deception"],
        "purpose_items": ["servitude"], "planned": false, "live_control": false,
        "smuggling_facts": false})
}

pub fn victim() -> Value {
    screening_of("credible", "strong", "credible")
}

/// A case whose person was asked about safety and consented to the screening.
pub fn ready() -> Story {
    let mut story = registered("low");
    story
        .does(WORKER, "assessment", "check_safety", safety("safe"))
        .does(
            WORKER,
            "consent",
            "record_consent",
            consent("vot_screening"),
        );
    story
}

pub fn screen(story: &mut Story, body: Value) -> String {
    story.does(WORKER, "assessment", "screen_tip", body);
    story
        .case()
        .assessment
        .tip
        .last()
        .unwrap()
        .screening
        .screening
        .to_string()
}

pub fn conclude(story: &mut Story, screening: &str, conclusion: &str) {
    let body = json!({"screening": screening, "conclusion": conclusion, "reason": "what she said"});
    story.does(WORKER, "assessment", "conclude_tip", body);
}

pub fn confirmed(screening: &str) -> Value {
    json!({"screening": screening, "agrees": true})
}

pub fn floors(story: &Story) -> bool {
    let floors = casework::floors::floors(&story.case(), &story.sop, story.now);
    floors
        .iter()
        .any(|floor| floor.reason == FloorReason::TraffickingLiveControl)
}

fn proposed(story: &Story) -> Conclusion {
    story
        .case()
        .assessment
        .tip
        .last()
        .unwrap()
        .screening
        .proposed
        .unwrap()
}

#[test]
fn every_line_of_the_conclusion_logic() {
    use Conclusion as C;
    use Finding::{Credible, None, Strong, Unknown, Weak};
    let all = [None, Weak, Credible, Strong, Unknown];
    let yes = |finding| matches!(finding, Credible | Strong);
    // The lines of section 5, as they are written there.
    let line = |f: &Facts| {
        let (a, m, p) = (f.act, f.means, f.purpose);
        if a == Unknown || p == Unknown {
            C::InsufficientInformation
        } else if yes(a) && yes(p) && (f.child || yes(m)) {
            C::VotAssessed
        } else if !f.child && yes(a) && yes(p) && (m == Weak || m == Unknown) {
            C::PotentialVot
        } else if yes(p) && (a == None || a == Weak || (!f.child && m == None)) {
            C::ExploitationWithoutTrafficking
        } else if yes(a) && p == Weak {
            C::AtRiskOfTrafficking
        } else if f.smuggling {
            if f.any_violence {
                C::SmuggledAbused
            } else {
                C::Smuggled
            }
        } else {
            C::NotIndicated
        }
    };
    for act in all {
        for means in all {
            for purpose in all {
                for bits in 0..8 {
                    let facts = Facts {
                        act,
                        means,
                        purpose,
                        child: bits & 1 != 0,
                        smuggling: bits & 2 != 0,
                        any_violence: bits & 4 != 0,
                    };
                    assert_eq!(propose(&facts), line(&facts), "{facts:?}");
                }
            }
        }
    }
}

#[test]
fn the_logic_said_in_cases() {
    use Conclusion as C;
    for (act, means, purpose, expected) in [
        ("unknown", "strong", "strong", C::InsufficientInformation),
        ("strong", "strong", "unknown", C::InsufficientInformation),
        ("credible", "credible", "strong", C::VotAssessed),
        ("credible", "weak", "strong", C::PotentialVot),
        ("credible", "unknown", "strong", C::PotentialVot),
        (
            "credible",
            "none",
            "strong",
            C::ExploitationWithoutTrafficking,
        ),
        (
            "none",
            "strong",
            "strong",
            C::ExploitationWithoutTrafficking,
        ),
        (
            "weak",
            "strong",
            "strong",
            C::ExploitationWithoutTrafficking,
        ),
        ("strong", "strong", "weak", C::AtRiskOfTrafficking),
        ("strong", "strong", "none", C::NotIndicated),
        ("weak", "strong", "weak", C::NotIndicated),
    ] {
        let mut story = ready();
        screen(&mut story, screening_of(act, means, purpose));
        assert_eq!(proposed(&story), expected, "{act} {means} {purpose}");
    }
}

#[test]
fn smuggling_is_never_trafficking_and_abuse_on_the_way_is_seen() {
    let mut story = ready();
    let smuggled = with(
        screening_of("weak", "none", "none"),
        json!({"smuggling_facts": true}),
    );
    screen(&mut story, smuggled.clone());
    assert_eq!(proposed(&story), Conclusion::Smuggled);
    story.does(
        WORKER,
        "assessment",
        "record_vea",
        vea("abandonment_by_smuggler"),
    );
    screen(&mut story, smuggled);
    assert_eq!(proposed(&story), Conclusion::SmuggledAbused);
}

#[test]
fn for_a_child_no_means_is_needed() {
    let mut story = ready();
    let no_means = screening_of("credible", "none", "credible");
    screen(
        &mut story,
        with(no_means.clone(), json!({"age_at_event": 18})),
    );
    assert_eq!(proposed(&story), Conclusion::ExploitationWithoutTrafficking);
    screen(
        &mut story,
        with(no_means.clone(), json!({"age_at_event": 17})),
    );
    assert_eq!(proposed(&story), Conclusion::VotAssessed);
    screen(&mut story, no_means.clone());
    assert_eq!(
        proposed(&story),
        Conclusion::ExploitationWithoutTrafficking,
        "an adult today"
    );
    let mut child = registered_child("2009-01-01", "low");
    child
        .does(WORKER, "assessment", "check_safety", safety("safe"))
        .does(
            WORKER,
            "consent",
            "record_consent",
            consent("vot_screening"),
        );
    screen(&mut child, no_means);
    assert_eq!(proposed(&child), Conclusion::VotAssessed, "a child today");
}

#[test]
fn a_disputed_age_counts_as_a_child_until_it_is_resolved() {
    let mut story = ready();
    let no_means = with(
        screening_of("credible", "none", "credible"),
        json!({"age_at_event": 20}),
    );
    let dispute = json!({"said_by": "police", "age_said": 25});
    story.does(WORKER, "registration", "dispute_age", dispute);
    screen(&mut story, no_means.clone());
    assert_eq!(proposed(&story), Conclusion::VotAssessed);
    let assessed = json!({"age_assessed": 27, "age_method": "document", "dob": "1998-05-01"});
    story.does(WORKER, "registration", "assess_age", assessed);
    screen(&mut story, no_means);
    assert_eq!(proposed(&story), Conclusion::ExploitationWithoutTrafficking);
}

#[test]
fn every_precondition_is_met_first() {
    for precondition in TipPrecondition::CODES {
        let mut story = ready();
        let others: Vec<_> = TipPrecondition::CODES
            .iter()
            .filter(|one| *one != precondition)
            .collect();
        let body = with(victim(), json!({"preconditions": others}));
        let refusal = story.is_refused(
            WORKER,
            "assessment",
            "screen_tip",
            body,
            Why::PreconditionsMissing,
        );
        assert_eq!(refusal.which, Some(("tip_precondition", *precondition)));
    }
    screen(&mut ready(), victim());
}

#[test]
fn nobody_is_screened_without_consent_to_the_screening() {
    let mut story = registered("low");
    story.does(WORKER, "assessment", "check_safety", safety("safe"));
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "screen_tip",
        victim(),
        Why::ConsentMissing,
    );
    assert_eq!(refusal.which, Some(("consent_scope", "vot_screening")));
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("vot_screening"),
    );
    screen(&mut story, victim());
    let no_more = json!({"scope": "vot_screening"});
    story.does(WORKER, "consent", "withdraw_consent", no_more);
    story.is_refused(
        WORKER,
        "assessment",
        "screen_tip",
        victim(),
        Why::ConsentWithdrawn,
    );
}

#[test]
fn it_is_never_the_first_conversation_unless_danger_is_live() {
    let mut story = registered("low");
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("vot_screening"),
    );
    story.is_refused(
        WORKER,
        "assessment",
        "screen_tip",
        victim(),
        Why::SafetyFirst,
    );
    screen(&mut story, with(victim(), json!({"live_control": true})));
    let mut asked = registered("low");
    asked
        .does(
            WORKER,
            "consent",
            "record_consent",
            consent("vot_screening"),
        )
        .does(WORKER, "assessment", "check_safety", safety("safe"));
    screen(&mut asked, victim());
}

#[test]
fn a_suspicion_alerts_the_focal_point_and_nothing_is_left_for_others() {
    let mut story = ready();
    screen(&mut story, screening_of("none", "none", "none"));
    assert!(story.case().reception.alerts.is_empty());
    let live = with(
        screening_of("none", "none", "none"),
        json!({"live_control": true}),
    );
    screen(&mut story, live);
    assert_eq!(story.case().reception.alerts.len(), 1);
    for means in ["strong", "weak"] {
        let mut story = ready();
        screen(&mut story, screening_of("credible", means, "credible"));
        assert_eq!(story.case().reception.alerts.len(), 1);
        let general = story.case_for(Classes::GENERAL);
        assert!(general.reception.alerts.is_empty() && general.assessment.tip.is_empty());
        let restricted = story.case_for(TRAFFICKING);
        assert_eq!(
            (
                restricted.reception.alerts.len(),
                restricted.assessment.tip.len()
            ),
            (1, 1)
        );
    }
}

#[test]
fn no_floor_without_a_suspicion_and_live_control_suffices_when_little_is_known() {
    for (act, live, stands) in [
        ("none", true, false),
        ("none", false, false),
        ("unknown", true, true),
        ("unknown", false, false),
    ] {
        let mut story = ready();
        let body = with(
            screening_of(act, "none", "none"),
            json!({"live_control": live}),
        );
        screen(&mut story, body);
        assert_eq!(floors(&story), stands, "{act} {live}");
        assert!(!story.case().assessment.protect_as_victim());
    }
}

#[test]
fn below_the_floor_only_readers_are_told_why() {
    let mut story = ready();
    screen(&mut story, victim());
    let low = json!({"risk_level": "low", "risk_reason": "calm"});
    let refusal = story.is_refused(WORKER, "screening", "decide_risk", low, Why::BelowFloor);
    assert_eq!(refusal.for_reader(Classes::GENERAL).why, Why::GateNotMet);
}
