//! Age disputed before anybody wrote an age down: a child is never missed (2.7).

use casework::{Sop, case::day_of};
use serde_json::json;

use crate::story::*;

fn disputed(band: &str, said: i64) -> Story {
    let mut story = Story::begins();
    let arrival = with(arrival(), json!({"age_band": band}));
    let dispute = json!({"said_by": "the hospital", "age_said": said});
    story
        .does(DESK, "reception", "receive_arrival", arrival)
        .does(WORKER, "registration", "dispute_age", dispute);
    story
}

fn age(story: &Story) -> Option<i16> {
    story.case().age_on(day_of(story.now))
}

#[test]
fn a_dispute_counts_before_the_person_is_registered() {
    let story = disputed("from18_to59", 16);
    assert_eq!(age(&story), Some(16), "the door saw an adult");
    assert!(story.case().is_child(story.now));
    let story = disputed("from15_to17", 19);
    assert_eq!(age(&story), Some(15), "others say more than the door saw");
    assert!(story.case().is_child(story.now));
}

#[test]
fn an_identity_without_any_age_does_not_silence_a_dispute() {
    let mut story = disputed("from18_to59", 16);
    let consent = with(
        consent("registration"),
        json!({"assent": "given_in_writing"}),
    );
    let mut nameless = identity();
    nameless.as_object_mut().unwrap().remove("dob");
    story
        .does(WORKER, "screening", "screen", screening("low"))
        .does(WORKER, "consent", "record_consent", consent)
        .does(WORKER, "registration", "record_identity", nameless);
    assert_eq!(age(&story), Some(16));
    assert_eq!(story.case().registration.born(), None);
    // The person's own age is one of those on file from now on, and the youngest counts.
    let stated = with(identity(), json!({"dob": "2012-02-02"}));
    story.does(WORKER, "registration", "record_identity", stated);
    assert_eq!(age(&story), Some(14));
}

#[test]
fn the_door_counts_only_until_the_person_says_an_age() {
    let mut story = Story::begins();
    let arrival = with(arrival(), json!({"age_band": "from15_to17"}));
    story.does(DESK, "reception", "receive_arrival", arrival);
    assert_eq!(age(&story), Some(15));
    let assessed = json!({"age_assessed": 20, "age_method": "document", "dob": "2006-01-01"});
    story.does(SUPERVISOR, "registration", "assess_age", assessed);
    assert_eq!(age(&story), Some(20));
}

/// The rule for children ends at eighteen, however far the procedure's bands reach.
#[test]
fn the_child_rule_is_for_children_and_reaches_all_of_them() {
    let text = include_str!("../../../../practice/sop/default.toml");
    let reaching = |last: &str| {
        let bands = text.replacen("up_to = 17", last, 1);
        Sop::from_toml(&bands)
    };
    assert!(reaching("up_to = 16").is_err());
    for last in ["up_to = 17", "up_to = 25"] {
        let sop = reaching(last).unwrap();
        assert!(sop.child_band(17).is_some() && sop.child_band(0).is_some());
        assert!(sop.child_band(18).is_none());
    }
}
