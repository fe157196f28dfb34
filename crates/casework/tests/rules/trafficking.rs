//! The trafficking screening: preconditions, every line of the logic, conclusion, confirmation,
//! what follows and what never follows.

use casework::{
    actor::Role,
    assessment::{Facts, propose},
    class::{Class, Classes},
    lists::{
        Finding, FormalStatus, TipConclusion as Conclusion, TipPrecondition,
        VulnerabilityCategory as Category,
    },
    refusal::{MissingWhat, Why},
    sop::FloorReason,
};
use serde_json::{Value, json};

use crate::{
    assessment::{assess_except, registered_child, safety, skipped, submit},
    story::*,
    violence::vea,
};

const TRAFFICKING: Classes = Classes::of(Class::Trafficking);

/// A screening that finds act, means and purpose.
pub fn screening_of(act: &str, means: &str, purpose: &str) -> Value {
    json!({"preconditions": TipPrecondition::CODES, "act_finding": act, "means_finding": means,
        "purpose_finding": purpose, "act_items": ["recruitment"], "means_items": ["deception"],
        "purpose_items": ["servitude"], "planned": false, "live_control": false,
        "smuggling_facts": false})
}

fn victim() -> Value {
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

fn screen(story: &mut Story, body: Value) -> String {
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

fn conclude(story: &mut Story, screening: &str, conclusion: &str) {
    let body = json!({"screening": screening, "conclusion": conclusion, "reason": "what she said"});
    story.does(WORKER, "assessment", "conclude_tip", body);
}

fn confirmed(screening: &str) -> Value {
    json!({"screening": screening, "agrees": true})
}

fn floors(story: &Story) -> bool {
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
fn the_floor_stands_for_a_suspicion_until_it_is_settled() {
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
            assert_eq!(floors(&story), live, "confirmed");
            assert!(story.case().assessment.protect_as_victim());
        }
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
        let seen = story
            .events
            .iter()
            .filter(|event| event.classes == Classes::GENERAL);
        let last = serde_json::to_value(&seen.last().unwrap().body).unwrap();
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

fn formal(status: &str) -> Value {
    json!({"formal_status": status, "authority": "national commission"})
}

fn formal_of(story: &Story) -> Option<FormalStatus> {
    story
        .case()
        .assessment
        .formal_status
        .map(|(_, status)| status)
}

#[test]
fn the_screening_never_sets_the_formal_status() {
    let mut story = ready();
    let id = screen(&mut story, victim());
    conclude(&mut story, &id, "vot_assessed");
    story.does(SUPERVISOR, "assessment", "confirm_tip", confirmed(&id));
    assert_eq!(formal_of(&story), None);
    let nobody = with(formal("recognised"), json!({"authority": ""}));
    let refusal = story.is_refused(
        WORKER,
        "assessment",
        "change_formal_status",
        nobody,
        Why::TextNeeded,
    );
    assert_eq!(refusal.field, Some("authority"));
    story.does(
        WORKER,
        "assessment",
        "change_formal_status",
        formal("recognised"),
    );
    assert_eq!(formal_of(&story), Some(FormalStatus::Recognised));
    assert!(
        story
            .case_for(Classes::GENERAL)
            .assessment
            .formal_status
            .is_none()
    );
}

#[test]
fn nothing_goes_to_the_authority_without_consent() {
    let mut story = ready();
    let refer = || formal("referred_to_authority");
    let kind = "change_formal_status";
    let refusal = story.is_refused(WORKER, "assessment", kind, refer(), Why::ConsentMissing);
    assert_eq!(refusal.which, Some(("consent_scope", "authority_report")));
    let refused = with(consent("authority_report"), json!({"decision": "refused"}));
    story.does(WORKER, "consent", "record_consent", refused);
    story.is_refused(WORKER, "assessment", kind, refer(), Why::ConsentRefused);
    story.hours(1);
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("authority_report"),
    );
    story.does(WORKER, "assessment", kind, refer());
    assert_eq!(formal_of(&story), Some(FormalStatus::ReferredToAuthority));
}

fn substitute(story: &mut Story, scope: &str, basis: &str) -> String {
    let body = json!({"scope": scope, "legal_basis": basis, "reason": "as the law says"});
    story.does(WORKER, "consent", "propose_substitute", body);
    let case = story.case();
    case.consents
        .substitutes
        .last()
        .unwrap()
        .substitute
        .substitute
        .to_string()
}

#[test]
fn law_may_order_a_report_when_two_decided_so_and_no_other_basis_does() {
    let refer = || formal("referred_to_authority");
    let kind = "change_formal_status";
    let yes = |id: &str| json!({"substitute": id, "reason": "agreed"});
    let mut story = ready();
    let refused = with(consent("authority_report"), json!({"decision": "refused"}));
    story.does(WORKER, "consent", "record_consent", refused);
    let id = substitute(&mut story, "authority_report", "legal_obligation");
    story.is_refused(WORKER, "assessment", kind, refer(), Why::ConsentRefused);
    story.does(SUPERVISOR, "consent", "confirm_substitute", yes(&id));
    story.does(WORKER, "assessment", kind, refer());

    for (scope, basis) in [
        ("authority_report", "vital_interest"),
        ("tracing", "legal_obligation"),
    ] {
        let mut story = ready();
        let id = substitute(&mut story, scope, basis);
        story.does(SUPERVISOR, "consent", "confirm_substitute", yes(&id));
        story.is_refused(WORKER, "assessment", kind, refer(), Why::ConsentMissing);
    }

    let mut child = registered_child("2010-01-01", "low");
    let id = substitute(&mut child, "authority_report", "best_interests_child");
    child.does(SUPERVISOR, "consent", "confirm_substitute", yes(&id));
    child.does(WORKER, "assessment", kind, refer());
}

#[test]
fn lidia_is_a_victim_on_day_two_and_reported_only_when_she_wants_it() {
    let mut story = registered("urgent");
    let no_police = with(consent("authority_report"), json!({"decision": "refused"}));
    story
        .does(
            WORKER,
            "consent",
            "record_consent",
            consent("vot_screening"),
        )
        .does(WORKER, "consent", "record_consent", no_police)
        .days(2)
        .does(WORKER, "assessment", "check_safety", safety("at_risk"));
    let id = screen(&mut story, with(victim(), json!({"live_control": true})));
    conclude(&mut story, &id, "vot_assessed");
    story.does(SUPERVISOR, "assessment", "confirm_tip", confirmed(&id));
    assert!(floors(&story));
    assert_eq!(formal_of(&story), None);
    let refer = || formal("referred_to_authority");
    story.is_refused(
        WORKER,
        "assessment",
        "change_formal_status",
        refer(),
        Why::ConsentRefused,
    );
    story.days(68);
    story.does(
        WORKER,
        "consent",
        "record_consent",
        consent("authority_report"),
    );
    story.does(WORKER, "assessment", "change_formal_status", refer());
    story.days(5);
    story.does(
        WORKER,
        "assessment",
        "change_formal_status",
        formal("recognised"),
    );
    assert_eq!(formal_of(&story), Some(FormalStatus::Recognised));
}
