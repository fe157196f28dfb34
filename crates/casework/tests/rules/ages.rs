//! Ages that disagree, ages that nobody typed: a child is never missed (2.7, 3.1).

use casework::{case::day_of, refusal::Why};
use serde_json::{Value, json};

use crate::story::*;

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

fn identified(band: &str, identity: Value) -> Story {
    let mut story = arrived(json!({"age_band": band}));
    story
        .does(WORKER, "screening", "screen", screening("low"))
        .does(WORKER, "consent", "record_consent", consent("registration"))
        .does(WORKER, "registration", "record_identity", identity);
    story
}

fn age(story: &Story) -> Option<i16> {
    story.case().age_on(day_of(story.now))
}

#[test]
fn a_paper_does_not_silence_the_age_that_the_person_says() {
    let rows = [
        ("1990-01-01", 15, true, 15),
        ("2008-01-01", 17, true, 17),
        ("2009-01-01", 16, false, 17),
        ("2009-01-01", 17, false, 17),
        ("1990-01-01", 36, false, 36),
        ("1990-01-01", 30, true, 30),
    ];
    for (dob, said, disputed, counts) in rows {
        let both = json!({"dob": dob, "dob_confidence": "document", "age_claimed": said});
        let story = identified("from15_to17", with(identity(), both.clone()));
        let known = story.case().registration;
        assert_eq!(known.age_disputed(), disputed, "{dob} {said}");
        let adult = identified("from18_to59", with(identity(), both));
        assert_eq!(age(&adult), Some(counts), "{dob} {said}");
    }
}

#[test]
fn a_child_at_the_door_with_an_adults_paper_is_disputed_until_assessed() {
    let mut story = identified("from15_to17", identity());
    assert!(story.case().age_disputed() && story.case().is_child(story.now));
    assert_eq!(age(&story), Some(15));
    let found = json!({"age_assessed": 27, "age_method": "document"});
    story.does(SUPERVISOR, "registration", "assess_age", found);
    assert!(!story.case().age_disputed() && !story.case().is_child(story.now));
    let adult = identified("from18_to59", identity());
    assert!(!adult.case().age_disputed());
}

#[test]
fn an_assessment_finds_an_age_and_a_date_only_if_it_fits() {
    let mut story = identified(
        "from15_to17",
        with(identity(), json!({"dob": "2009-08-01"})),
    );
    let found =
        |age: i64, dob: Value| json!({"age_assessed": age, "age_method": "interview", "dob": dob});
    let (room, kind) = ("registration", "assess_age");
    let wrong = found(16, json!("1990-01-01"));
    let refusal = story.is_refused(SUPERVISOR, room, kind, wrong, Why::AgeDiffers);
    assert_eq!(refusal.field, Some("dob"));
    story.does(WORKER, room, kind, found(16, json!("2009-12-01")));
    story.does(WORKER, room, kind, found(17, json!(null)));
    assert_eq!(age(&story), Some(17));
}

#[test]
fn nobody_but_a_supervisor_makes_a_child_an_adult() {
    let mut story = identified(
        "from15_to17",
        with(identity(), json!({"dob": "2009-08-01"})),
    );
    let (room, kind) = ("registration", "assess_age");
    let found = json!({"age_assessed": 18, "age_method": "medical"});
    let refusal = story.is_refused(WORKER, room, kind, found.clone(), Why::SupervisorNeeded);
    assert_eq!(refusal.field, Some("age_assessed"));
    story.does(SUPERVISOR, room, kind, found);
    let mut adult = identified("from18_to59", identity());
    let found = json!({"age_assessed": 27, "age_method": "interview"});
    adult.does(WORKER, room, kind, found);
}

/// Received as a child, and nobody wrote an age: the rules for children hold at once.
#[test]
fn a_child_whose_age_nobody_typed_is_a_child() {
    let alone = json!({"age_band": null, "immediate_needs": ["child_alone"]});
    let mut story = arrived(alone);
    assert!(story.case().is_child(story.now));
    story.is_refused(
        WORKER,
        "screening",
        "screen",
        screening("low"),
        Why::BelowFloor,
    );
    let (kind, given) = ("record_consent", consent("registration"));
    story.is_refused(WORKER, "consent", kind, given.clone(), Why::AgeUnknown);
    let basis = json!({"scope": "registration", "legal_basis": "best_interests_child",
        "reason": "nobody safe to ask"});
    story.does(WORKER, "consent", "propose_substitute", basis);
    let about = with(screening("high"), json!({"age_band": "from15_to17"}));
    story.does(WORKER, "screening", "screen", about);
    story.does(WORKER, "consent", kind, given);

    let said = json!({"initial_concerns": ["separated_child"]});
    let mut concern = arrived(json!({"age_band": null}));
    let asked = with(screening("medium"), said);
    concern.does(WORKER, "screening", "screen", asked);
    assert!(concern.case().is_child(concern.now));
    let nothing = arrived(json!({"age_band": null}));
    assert!(!nothing.case().is_child(nothing.now));
}

#[test]
fn an_age_seen_later_makes_nobody_older() {
    let mut story = arrived(json!({"age_band": "from12_to14"}));
    let older = with(screening("low"), json!({"age_band": "from18_to59"}));
    story.does(WORKER, "screening", "screen", older);
    assert_eq!(age(&story), Some(12));
    let younger = with(screening("low"), json!({"age_band": "from6_to11"}));
    story.does(WORKER, "screening", "screen", younger);
    assert_eq!(age(&story), Some(6));
}
