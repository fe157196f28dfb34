//! A "no" to being registered, and the end of an inquiry: nothing that is open is lost unseen (2.7).

use casework::{
    consent::Basis,
    decide::Beside,
    due::{DueWhat, due},
    lists::{LegalBasis, Scope},
    refusal::Why,
};
use serde_json::{Value, json};

use crate::story::*;

const CLINIC: casework::Id = casework::Id([32; 16]);

fn arrived(changes: Value) -> Story {
    let mut story = Story::begins();
    story.does(
        DESK,
        "reception",
        "receive_arrival",
        with(arrival(), changes),
    );
    story
}

fn says_no(story: &mut Story, changes: Value) -> bool {
    let no = with(consent("registration"), json!({"decision": "refused"}));
    story.does(WORKER, "consent", "record_consent", with(no, changes));
    matches!(story.last.beside[..], [Beside::TallyAndForget(_)])
}

fn answers(story: &mut Story, by: casework::actor::By) {
    let case = story.case();
    let mut open = case.reception.alerts.iter();
    let alert = open.find(|state| state.answered.is_none()).unwrap();
    let answer = json!({"alert": alert.alert.alert.to_string(), "what_was_done": "went there"});
    story.does(by, "reception", "answer_alert", answer);
}

fn purge() -> Value {
    json!({"sex": "male"})
}

#[test]
fn the_person_themself_ends_it_and_nobody_else() {
    assert!(says_no(&mut arrived(json!({})), json!({})));
    for by in ["caregiver", "guardian", "other_trusted_adult", "nobody"] {
        let mut story = arrived(json!({}));
        assert!(!says_no(&mut story, json!({"given_by": by})), "{by}");
    }
    let mut story = arrived(json!({}));
    assert!(!says_no(&mut story, json!({"capacity": "in_doubt"})));
    let allowed = story.case().consents;
    let allowed = allowed.allows(Scope::Registration, None, story.now);
    assert_eq!(allowed, Err(Why::ConsentMissing), "asked again when able");
}

#[test]
fn for_a_child_the_one_who_decides_at_that_age_ends_it() {
    let rows = [
        ("from6_to11", "caregiver", "present_and_safe", true),
        ("from6_to11", "caregiver", "unsafe", false),
        ("from6_to11", "caregiver", "suspected", false),
        ("from6_to11", "oneself", "absent", false),
        ("from15_to17", "oneself", "absent", true),
        ("from15_to17", "caregiver", "present_and_safe", false),
    ];
    for (band, by, situation, ends) in rows {
        let mut story = arrived(json!({"age_band": band}));
        let said = json!({"given_by": by, "caregiver_situation": situation});
        assert_eq!(says_no(&mut story, said), ends, "{band} {by} {situation}");
    }
    let mut ageless = arrived(json!({"age_band": null, "immediate_needs": ["child_alone"]}));
    answers(&mut ageless, SUPERVISOR);
    assert!(!says_no(&mut ageless, json!({})));
}

#[test]
fn after_the_no_of_a_dangerous_caregiver_two_people_decide_for_the_child() {
    let mut story = arrived(json!({"age_band": "from6_to11"}));
    let said = json!({"given_by": "caregiver", "caregiver_situation": "unsafe"});
    assert!(!says_no(&mut story, said));
    let basis = json!({"scope": "registration", "legal_basis": "best_interests_child",
        "reason": "the stepfather is the danger"});
    story.does(WORKER, "consent", "propose_substitute", basis);
    let id = story.case().consents.substitutes[0].substitute.substitute;
    let yes = json!({"substitute": id.to_string(), "reason": "so it is"});
    story.does(SUPERVISOR, "consent", "confirm_substitute", yes);
    let allowed = story.case().consents;
    let allowed = allowed.allows(Scope::Registration, None, story.now);
    let basis = Basis::Substitute(LegalBasis::BestInterestsChild);
    assert_eq!(allowed, Ok(basis));
}

#[test]
fn an_open_alert_keeps_the_file_until_it_is_answered() {
    let mut story = arrived(json!({"immediate_needs": ["suicidal_risk"]}));
    assert!(!says_no(&mut story, json!({})), "kept, and the no counts");
    let allowed = story.case().consents;
    let allowed = allowed.allows(Scope::Registration, None, story.now);
    assert_eq!(allowed, Err(Why::ConsentRefused));
    let refusal = story.is_refused(
        WORKER,
        "reception",
        "purge_inquiry",
        purge(),
        Why::AlertOpen,
    );
    assert_eq!(refusal.which, Some(("alert_kind", "suicidal_risk")));
    answers(&mut story, SUPERVISOR);
    let due = due(&story.case(), &story.sop, story.now);
    assert_eq!((due[0].what, due[0].at), (DueWhat::PurgeInquiry, story.now));
    story.does(WORKER, "reception", "purge_inquiry", purge());
    assert_eq!(story.last.beside.len(), 1);
}

#[test]
fn a_hidden_alert_keeps_the_file_and_is_not_named() {
    let mut story = arrived(json!({"immediate_needs": ["sexual_violence_recent"]}));
    let why = Why::AlertOpen;
    let refusal = story.is_refused(WORKER, "reception", "purge_inquiry", purge(), why);
    let told = refusal.for_reader(casework::class::Classes::GENERAL);
    assert_eq!((told.why, told.which), (Why::GateNotMet, None));
}

#[test]
fn an_override_is_countersigned_first_and_stays_in_the_count() {
    let mut story = arrived(json!({"immediate_needs": ["medical"]}));
    let made = json!({"recipient": CLINIC.to_string(), "danger": "unconscious",
        "why_not_asked": "cannot speak", "minimum_data": ["need_only"], "what_was_shared": "no pulse"});
    story.does(WORKER, "consent", "make_override", made);
    let why = Why::CountersignFirst;
    story.is_refused(WORKER, "reception", "purge_inquiry", purge(), why);
    assert!(!says_no(&mut story, json!({})));
    let id = story.case().consents.overrides[0].made.id.to_string();
    let sign = json!({"override_id": id, "comment": "it was right"});
    story.does(SUPERVISOR, "consent", "countersign_override", sign);
    let alert = &story.case().reception.alerts[0];
    assert!(alert.answered.is_some(), "the signature is the answer");
    assert!(!says_no(&mut story, json!({})), "he is told first");
    let told = json!({"override_id": id, "in_their_words": null});
    story.does(WORKER, "consent", "tell_person", told);
    assert!(says_no(&mut story, json!({})));
    let Beside::TallyAndForget(tally) = &story.last.beside[0] else {
        panic!("{:?}", story.last)
    };
    assert_eq!(tally.overrides, 1);
}

#[test]
fn a_request_of_an_authority_is_answered_first() {
    let mut story = arrived(json!({}));
    let asked = json!({"authority": "border police", "what_was_asked": "who slept here?"});
    story.does(DESK, "reception", "log_authority_request", asked);
    let why = Why::AlertOpen;
    story.is_refused(WORKER, "reception", "purge_inquiry", purge(), why);
    answers(&mut story, who(casework::actor::Role::DataProtection, 10));
    story.does(WORKER, "reception", "purge_inquiry", purge());
}

#[test]
fn taking_the_yes_back_before_registration_leads_to_forgetting() {
    let mut story = arrived(json!({}));
    let scope = json!({"scope": "registration"});
    story
        .does(WORKER, "consent", "record_consent", consent("registration"))
        .hours(1)
        .does(WORKER, "consent", "withdraw_consent", scope);
    let all = due(&story.case(), &story.sop, story.now);
    assert!(
        all.iter()
            .any(|due| due.what == DueWhat::PurgeInquiry && due.at == story.now)
    );
    story.does(WORKER, "reception", "purge_inquiry", purge());
}
