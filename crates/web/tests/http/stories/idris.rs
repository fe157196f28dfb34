//! TEST-02: a child alone, whose age is disputed, until he is eighteen.

use super::{SEND, completes, drafted};
use crate::{
    house::House,
    lives::{arrives, but, consent, consents, replaces},
    visitor::Fields,
};

const IDRIS: Fields<'static> = &[
    ("preferred_name", "Idris"),
    ("sex", "male"),
    ("nationality", "sdn"),
    ("languages", "ar"),
    // 16 years and 330 days on D0; eighteen on D400.
    ("dob", "2009-12-07"),
    ("dob_confidence", "stated"),
];

fn idris_comes(house: &House) -> String {
    house.hours(10);
    let worker = house.visitor("caseworker");
    let alone = [
        ("immediate_needs", "child_alone"),
        ("age_band", "from15_to17"),
        ("sex_observed", "male"),
    ];
    let file = arrives(&worker, &alone);
    let alert = house.visitor("focal_point_child");
    assert_eq!(alert.get(&format!("/cases/{file}")).status, 200, "told");
    let medium = [
        ("initial_concerns", "unaccompanied_child"),
        ("initial_risk", "medium"),
        ("entry_route", "community"),
        ("eligibility_criteria", "child_alone"),
        ("eligibility_result", "eligible"),
        ("intl_protection_concern", "no"),
        ("risk_reason", "alone"),
    ];
    let below = worker.does(&file, "screening.screen", &medium);
    below.refused("below_floor");
    let high = but(&medium, &[("initial_risk", "high")]);
    worker.did(&file, "screening.screen", &high);
    let identity = "registration.record_identity";
    let early = worker.does(&file, identity, IDRIS);
    early.refused("consent_missing");
    let basis = [
        ("scope", "registration"),
        ("legal_basis", "best_interests_child"),
        ("reason", "no guardian is known"),
        ("assent", "given_verbally"),
    ];
    let substitute = worker.makes(&file, "consent.propose_substitute", &basis);
    worker
        .does(&file, identity, IDRIS)
        .refused("consent_missing");
    let yes = [
        ("substitute", substitute.as_str()),
        ("reason", "the same view"),
    ];
    let confirm = "consent.confirm_substitute";
    worker
        .does(&file, confirm, &yes)
        .refused("two_staff_needed");
    alert.did(&file, confirm, &yes);
    replaces(&worker, &file, identity, IDRIS);
    let contact = [
        ("safe_channel", "in_person_centre"),
        ("may_leave_message", "no"),
    ];
    completes(house, &file, "caseworker", &contact);
    file
}

#[test]
fn test_02_idris_is_treated_as_a_child_until_he_is_none() {
    let house = House::new();
    let file = idris_comes(&house);
    house.hours(24);
    let worker = house.visitor("caseworker");
    let told = [
        ("authority", "guardianship office"),
        ("what", "that he is alone"),
    ];
    worker.did(&file, "child.tell_authority", &told);
    let police = [("said_by", "the police"), ("age_said", "19")];
    worker.did(&file, "registration.dispute_age", &police);
    let strip = worker.get(&format!("/cases/{file}"));
    let words = web::Lang::En
        .t()
        .say_with("about-age-disputed", &[("years", 16.into())]);
    assert!(strip.body.contains(&words), "{}", strip.said());
    best_interests_first(&house, &file);
    family_is_traced(&house, &file);
    the_panel_decides(&house, &file);
    eighteen(&house, &file);
}

fn best_interests_first(house: &House, file: &str) {
    house.hours(24);
    let worker = house.visitor("caseworker");
    let door = house.partner("Blue Door");
    let home = drafted(&worker, file, &door, "travel_assistance", &[]);
    let home = [("referral", home.as_str())];
    worker.does(file, SEND, &home).refused("bia_needed");
    worker.did(file, "child.open_bia", &[]);
    let bia = [
        ("child_view", "I want to stay and learn"),
        ("care_now", "foster"),
        ("recommended_actions", "foster care tonight"),
        ("allows", "temporary_care"),
        ("bid_needed", "yes"),
        ("bid_reason", "durable_solution_for_uasc"),
    ];
    worker.did(file, "child.record_bia", &bia);
    worker.does(file, SEND, &home).refused("bid_needed");
}

fn family_is_traced(house: &House, file: &str) {
    let worker = house.visitor("caseworker");
    let search = [("who", "uncle Zaki of Kassala")];
    let start = "child.start_tracing";
    worker.does(file, start, &search).refused("consent_missing");
    house.hours(24 * 3);
    let worker = house.visitor("caseworker");
    let band = consent("tracing", &[("given_by", "caregiver")]);
    let not_own = worker.does(file, "consent.record_consent", &band);
    not_own.refused("child_own_consent_needed");
    consents(&worker, file, "tracing", &[]);
    worker.did(file, start, &search);
    house.hours(24 * 7);
    let found = |result| [("result", result), ("who", "uncle Zaki of Kassala")];
    let worker = house.visitor("caseworker");
    worker.did(file, "child.record_tracing", &found("found_safe"));
    house.hours(24 * 18);
    let worker = house.visitor("caseworker");
    worker.did(file, "child.record_tracing", &found("found_unsafe"));
    // Who knows the file for another theme does not learn of him.
    let gbv = [("text", "said in private"), ("about", "gbv")];
    worker.did(file, "reception.write_note", &gbv);
    let other = house.visitor("focal_point_gbv");
    for place in web::rooms::PLACES {
        let page = other.opens(file, place.name);
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("Zaki"), "{}", place.name);
    }
    let knows = house.visitor("focal_point_child").opens(file, "assessment");
    assert!(knows.body.contains("Zaki"), "{}", knows.said());
}

fn the_panel_decides(house: &House, file: &str) {
    house.hours(24 * 15);
    let door = house.partner("Blue Door");
    let worker = house.visitor("caseworker");
    let care = drafted(&worker, file, &door, "alternative_care", &[]);
    let care = [("referral", care.as_str())];
    worker.does(file, SEND, &care).refused("bid_needed");
    let panel = [
        ("participants", "supervisor"),
        ("options", "stay, or go to the uncle"),
        ("decision_text", "foster care and school"),
        ("allows", "placement"),
    ];
    let hold = "child.hold_bid_panel";
    assert_eq!(worker.does(file, hold, &panel).status, 404);
    let focal = house.visitor("focal_point_child");
    focal.does(file, hold, &panel).refused("two_staff_needed");
    let mut two = panel.to_vec();
    two.push(("participants", "focal_point"));
    focal.did(file, hold, &two);
    worker.does(file, SEND, &care).refused("consent_missing");
    consents(&worker, file, "referral", &[("recipients", &door)]);
    worker.did(file, SEND, &care);
}

fn eighteen(house: &House, file: &str) {
    let said = |key: &str| {
        let page = house.visitor("caseworker").get(&format!("/cases/{file}"));
        assert_eq!(page.status, 200);
        page.says(key)
    };
    house.hours(24 * 354);
    assert!(!said("code-due-adult_consent"), "D399: still a child");
    house.hours(24);
    let told = "the assessed or youngest age counts while it is disputed";
    assert!(said("code-due-adult_consent"), "D400: {told}");
    assert!(said("code-due-plan_review_at_eighteen"));
    assert!(said("code-status-open"), "and the case stays open");
}
