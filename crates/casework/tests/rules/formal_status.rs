//! Formal identification: the authority decides, and is told only with consent or by law.

use casework::{
    class::Classes,
    lists::{FormalStatus, Step, StepState},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::{
    assessment::{assess, registered_child, safety, submit},
    review::a_review,
    story::*,
    trafficking::{conclude, confirmed, floors, ready, screen, victim},
};

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

/// What an authority decides is not our work: a new assessment begins when somebody asks.
#[test]
fn the_authoritys_answer_does_not_begin_the_assessment_anew() {
    let mut story = registered("low");
    assess(&mut story);
    let again = with(a_review(), json!({"decision": "reassess"}));
    story
        .does(
            WORKER,
            "consent",
            "record_consent",
            consent("vot_screening"),
        )
        .does(WORKER, "approval", "submit", submit())
        .hours(1)
        .does(WORKER, "review", "hold_review", again)
        .does(
            WORKER,
            "assessment",
            "change_formal_status",
            formal("recognised"),
        );
    let state = |story: &Story| story.case().step(Step::Assessment).state();
    assert_eq!(state(&story), StepState::RevisitDue);
    screen(&mut story, victim());
    assert_eq!(state(&story), StepState::InProgress);
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
