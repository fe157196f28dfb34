//! TEST-03: a family whose members have secrets from one another.

use super::completes;
use crate::{
    house::House,
    lives::{CONTACT, IDENTITY, arrives, but, closes, consents, replaces, screened},
};

#[test]
#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
fn test_03_a_family_is_five_people_and_each_has_secrets() {
    let house = House::new();
    let (hers, his) = ("caseworker", "colleague");
    let member = |worker: &str, name: &str, dob: &str| {
        let visitor = house.visitor(worker);
        let file = arrives(&visitor, &[("age_band", "from18_to59")]);
        screened(&visitor, &file, &[]);
        consents(&visitor, &file, "registration", &[]);
        let who = but(IDENTITY, &[("preferred_name", name), ("dob", dob)]);
        replaces(&visitor, &file, "registration.record_identity", &who);
        completes(&house, &file, worker, CONTACT);
        file
    };
    let mother = member(hers, "Mother K", "1992-01-01");
    let father = member(his, "Father K", "1988-01-01");
    let grandmother = member(hers, "Grandmother K", "1960-01-01");
    the_father_may_be_known_elsewhere(&house, &father);
    house.hours(24 * 4);
    let worker = house.visitor(hers);
    let beaten = [("text", "zqbeatenqz in private"), ("about", "gbv")];
    worker.did(&mother, "reception.write_note", &beaten);
    house.hours(24);
    let own = [
        ("safe_channel", "via_trusted_person"),
        ("may_leave_message", "no"),
        ("unsafe_notes", "zqshelterqz"),
    ];
    let worker = house.visitor(hers);
    replaces(&worker, &mother, "registration.set_safe_contact", &own);
    let hidden = [("own_safe_contact", "yes"), ("reason", "of him")];
    let nowhere = worker.does(&mother, "household.hide_from_household", &hidden);
    nowhere.refused("not_in_household");
    let his_worker = house.visitor(his);
    let pages = ["/cases", "/search?q=Mother", "/search?q=K", "/meetings"];
    for page in pages.map(str::to_owned).into_iter().chain([
        format!("/cases/{father}"),
        format!("/cases/{father}/household"),
        format!("/cases/{mother}"),
        format!("/cases/{mother}/reception"),
        format!("/cases/{grandmother}"),
    ]) {
        let seen = his_worker.get(&page);
        for secret in [
            "zqbeatenqz",
            "zqshelterqz",
            mother.as_str(),
            grandmother.as_str(),
        ] {
            assert!(!seen.body.contains(secret), "{page}: {secret}");
        }
    }
    house.hours(24 * 55);
    let moved = [
        ("reason", "moved_away_known"),
        ("objectives_outcome", "none set"),
        ("final_picture", "left"),
        ("safety_after", "not known"),
        ("attempts", "two calls"),
        ("reentry_info_given", "yes"),
        ("feedback_offered", "yes"),
    ];
    closes(&house, &house.visitor(his), &father, &moved);
    let hers = house.visitor(hers).get(&format!("/cases/{mother}"));
    assert!(hers.says("code-status-open"), "hers stays open");
}

/// Unsure keeps nobody waiting; "the same" needs a reason; nothing is merged by itself.
fn the_father_may_be_known_elsewhere(house: &House, father: &str) {
    let worker = house.visitor("colleague");
    let check = "registration.resolve_duplicate";
    let unsure = [("duplicate_outcome", "unsure_review_later")];
    worker.did(father, check, &unsure);
    let same = [("duplicate_outcome", "same")];
    let answer = worker.does(father, check, &same);
    answer.refused("reason_needed");
    assert!(answer.minds("duplicate_reason"));
    let told = house.told(father).join("\n");
    assert!(!told.contains("\"same\""));
}
