//! Consent is for a recipient and a service (3.5): what is agreed for one is not for another.

use casework::refusal::Why;
use serde_json::{Value, json};

use crate::plans::SHELTER;
use crate::{packages::*, story::*};

fn says(story: &mut Story, decision: &str, services: Value) {
    let body = json!({"recipients": [SHELTER], "service_types": services, "decision": decision});
    story.does(
        WORKER,
        "consent",
        "record_consent",
        with(consent("referral"), body),
    );
}

#[test]
fn a_yes_to_a_bed_is_none_to_a_lawyer() {
    let mut story = registered("low");
    says(&mut story, "given", json!(["emergency_shelter"]));
    let lawyer = draft(&mut story, referral("legal_counselling", SHELTER));
    let no = waits(&mut story, lawyer, Why::ConsentMissing);
    assert_eq!(no.which, Some(("service_type", "legal_counselling")));
    assert_eq!(no.whom, Some(SHELTER));
    let bed = draft(&mut story, referral("emergency_shelter", SHELTER));
    sends(&mut story, bed);
}

#[test]
fn each_service_has_its_own_last_word() {
    let mut story = registered("low");
    says(&mut story, "given", json!(["emergency_shelter"]));
    says(&mut story, "given", json!(["legal_counselling"]));
    let bed = draft(&mut story, referral("emergency_shelter", SHELTER));
    sends(&mut story, bed);
    says(&mut story, "refused", json!(["emergency_shelter"]));
    says(&mut story, "given", json!(["legal_counselling"]));
    let again = draft(&mut story, referral("emergency_shelter", SHELTER));
    waits(&mut story, again, Why::ConsentRefused);
    let lawyer = draft(&mut story, referral("legal_counselling", SHELTER));
    sends(&mut story, lawyer);
}

#[test]
fn a_yes_that_names_no_service_holds_for_what_the_recipient_does() {
    let mut story = registered("low");
    says(&mut story, "given", json!([]));
    let lawyer = draft(&mut story, referral("legal_counselling", SHELTER));
    sends(&mut story, lawyer);
}
