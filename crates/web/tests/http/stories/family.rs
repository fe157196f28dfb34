//! TEST-03: a family whose members have secrets from one another.

use super::completes;
use crate::{
    house::House,
    lives::{CONTACT, IDENTITY, arrives, but, closes, consents, replaces, screened},
    visitor::Fields,
};

const HERS: &str = "caseworker";
const HIS: &str = "colleague";

/// The files of five people, and the address of their household.
struct Family {
    mother: String,
    father: String,
    girl: String,
    boy: String,
    grandmother: String,
    household: String,
}

impl Family {
    /// Those who leave together.
    fn leaving(&self) -> [&String; 4] {
        [&self.mother, &self.girl, &self.boy, &self.grandmother]
    }
}

/// One person: own record, own consents.
fn member(house: &House, worker: &str, name: &str, born: [&str; 2]) -> String {
    let [dob, band] = born;
    let visitor = house.visitor(worker);
    let file = arrives(&visitor, &[("age_band", band)]);
    screened(&visitor, &file, &[]);
    let child = matches!(band, "from12_to14" | "from6_to11");
    let says: Fields<'_> = if child {
        &[("given_by", "caregiver"), ("assent", "given_in_writing")]
    } else {
        &[]
    };
    consents(&visitor, &file, "registration", says);
    let who = but(IDENTITY, &[("preferred_name", name), ("dob", dob)]);
    replaces(&visitor, &file, "registration.record_identity", &who);
    completes(house, &file, worker, CONTACT);
    consents(&visitor, &file, "case_management", says);
    consents(&visitor, &file, "household_link", says);
    file
}

/// D0: registered one by one, then one household.
fn registered_together(house: &House) -> Family {
    let born = |worker, name, dob, band| member(house, worker, name, [dob, band]);
    let mother = born(HERS, "Mother K", "1992-01-10", "from18_to59");
    let father = born(HIS, "Father K", "1988-01-10", "from18_to59");
    let girl = born(HERS, "Girl K", "2014-01-10", "from12_to14");
    let boy = born(HERS, "Boy K", "2018-01-10", "from6_to11");
    let grandmother = born(HERS, "Grandmother K", "1960-01-10", "from60");
    let members = [
        ("person_1", mother.as_str()),
        ("role_1", "head"),
        ("person_2", &father),
        ("role_2", "spouse"),
        ("person_3", &girl),
        ("role_3", "child"),
        ("person_4", &boy),
        ("role_4", "child"),
        ("person_5", &grandmother),
        ("role_5", "grandparent"),
    ];
    let formed = house
        .visitor("supervisor")
        .posts("/households/new", &members);
    formed.done("household");
    let household = formed.leads_to().to_owned();
    Family {
        mother,
        father,
        girl,
        boy,
        grandmother,
        household,
    }
}

/// D1. Unsure keeps nobody waiting; "the same" needs a reason; nothing is merged by itself.
fn the_father_may_be_known_elsewhere(house: &House, family: &Family) {
    house.hours(24);
    let worker = house.visitor(HIS);
    let (file, check) = (family.father.as_str(), "registration.resolve_duplicate");
    worker.did(file, check, &[("duplicate_outcome", "unsure_review_later")]);
    let same = [("duplicate_outcome", "same")];
    let answer = worker.does(file, check, &same);
    answer.refused("reason_needed");
    assert!(answer.minds("duplicate_reason"));
    let agreed = but(&same, &[("duplicate_reason", "he says so himself")]);
    worker.did(file, check, &agreed);
    let page = worker.get(&format!("/cases/{file}"));
    assert!(page.says("code-status-open"), "merged: {}", page.said());
    let kit = format!("{}/give_kit", family.household);
    let food = [("service_type", "food"), ("what", "family box")];
    worker.posts(&kit, &food).done("kit");
    worker.posts(&kit, &food).refused("given_today");
    let page = house.visitor("supervisor").get(&family.household);
    assert_eq!(page.body.matches("family box").count(), 1, "one kit");
    let reached = page.body.split("family box").nth(1).unwrap_or_default();
    let reached: String = reached.chars().take(1000).collect();
    assert!(reached.contains(">5<"), "five people: {}", page.said());
}

/// D4: what the mother tells in private. D5: she leaves the household's view.
fn told_in_private(house: &House, family: &Family) {
    house.hours(24 * 3);
    let beaten = [("text", "zqbeatenqz in private"), ("about", "gbv")];
    house
        .visitor(HERS)
        .did(&family.mother, "reception.write_note", &beaten);
    house.hours(24);
    let worker = house.visitor(HERS);
    let own = [
        ("safe_channel", "via_trusted_person"),
        ("may_leave_message", "no"),
        ("unsafe_notes", "zqshelterqz"),
    ];
    let (mother, contact) = (family.mother.as_str(), "registration.set_safe_contact");
    replaces(&worker, mother, contact, &own);
    let hidden = [("own_safe_contact", "yes"), ("reason", "of him")];
    worker.did(mother, "household.hide_from_household", &hidden);
}

/// D9: the children's best interests; the father is a danger and is never asked.
fn best_interests(house: &House, family: &Family) {
    house.hours(24 * 4);
    let worker = house.visitor(HERS);
    let bia = [
        ("child_view", "I want to stay with my mother"),
        ("care_now", "parents"),
        ("recommended_actions", "a place without the father"),
        ("bid_needed", "no"),
    ];
    for child in [&family.girl, &family.boy] {
        let father = [("caregiver", family.father.as_str()), ("safe", "no")];
        let seen = worker.opens(child, "household/link_caregiver");
        // Her worker does not open his case: he is described, not chosen.
        assert!(!seen.options("caregiver").contains(&family.father));
        let chosen = worker.does(child, "household.link_caregiver", &father);
        assert_eq!(chosen.status, 422, "{}", chosen.said());
        let unsafe_one = [("situation", "unsafe")];
        worker.did(child, "child.describe_caregiver", &unsafe_one);
        worker.did(child, "child.open_bia", &[]);
        worker.did(child, "child.record_bia", &bia);
        let invited = [
            ("meeting_type", "family_meeting"),
            ("participants", "caregiver"),
            ("participants", "caseworker"),
            ("minutes", "x"),
        ];
        let answer = worker.does(child, "review.hold_meeting", &invited);
        answer.refused("caregiver_not_safe");
    }
    let his = house.visitor(HIS).get(&format!("/cases/{}", family.father));
    assert!(!his.body.contains("bia"), "{}", his.said());
}

/// D10: about a guard's language. The focal point answers within ten working days.
fn the_complaint(house: &House) {
    house.hours(24);
    let said = [
        ("feedback_type", "staff_conduct"),
        ("text", "the guard insulted us"),
        ("sensitivity", "ordinary"),
        ("channel", "in_person_centre"),
        ("anonymous", "yes"),
    ];
    house
        .visitor("reception")
        .posts("/feedback/new", &said)
        .done("complaint");
    let supervisor = house.visitor("supervisor").get("/feedback");
    assert!(!supervisor.body.contains("insulted"));
    let focal_point = house.visitor("focal_point_psea");
    let list = focal_point.get("/feedback").body;
    let id = list.split("href=\"/feedback/").find_map(|rest| {
        let id = rest.split('"').next()?;
        (id.len() == 32).then(|| id.to_owned())
    });
    let id = id.expect("the focal point finds it");
    let step = |kind: &str| format!("/feedback/{id}/{kind}");
    focal_point.posts(&step("acknowledge"), &[]).done("taken");
    house.hours(24 * 8);
    let focal_point = house.visitor("focal_point_psea");
    let open = focal_point.get("/feedback");
    assert!(!open.says("state-overdue"), "{}", open.said());
    let outcome = [("outcome", "the guard was moved and trained")];
    let answered = focal_point.posts(&step("respond"), &outcome);
    answered.done("answered in time");
}

/// D20: mother, children and, by her own choice, the grandmother go to a shelter.
fn separated(house: &House, family: &Family) {
    house.hours(24 * 2);
    let worker = house.visitor(HERS);
    let shelter = [
        ("service_type", "emergency_shelter"),
        ("modality", "service"),
        ("provider", "zqwomensqz"),
        ("direct_or_referral", "direct"),
        ("status", "delivered"),
    ];
    for file in family.leaving() {
        let leave = [("reason", "separation")];
        worker.did(file, "household.leave_household", &leave);
        worker.did(file, "implementation.record_service", &shelter);
    }
    let page = house.visitor("supervisor").get(&family.household);
    for name in ["Girl K", "Boy K", "Grandmother K", "Father K"] {
        assert!(page.body.contains(name), "history is kept: {name}");
    }
    assert!(!page.body.contains("Mother K"), "she stays hidden there");
    let hers = worker.opens(&family.mother, "household");
    for event in ["household_joined", "household_left"] {
        let key = format!("event-household-{event}");
        assert!(hers.says(&key), "{key}: {}", hers.said());
    }
}

/// What the father's worker may open, list, count and search.
fn his_worker_learns_nothing(house: &House, family: &Family) {
    let worker = house.visitor(HIS);
    let mut pages = ["/cases", "/search?q=Mother", "/search?q=K", "/meetings"]
        .map(str::to_owned)
        .to_vec();
    pages.push(family.household.clone());
    for place in ["", "/household", "/reception", "/implementation", "/child"] {
        pages.push(format!("/cases/{}{place}", family.father));
        pages.push(format!("/cases/{}{place}", family.mother));
    }
    for page in pages {
        let seen = worker.get(&page);
        for secret in ["zqbeatenqz", "zqshelterqz", "zqwomensqz", "Mother K"] {
            assert!(!seen.body.contains(secret), "{page}: {secret}");
        }
        for file in family.leaving() {
            let typed = page.contains(file.as_str());
            assert!(typed || !seen.body.contains(file.as_str()), "{page}");
        }
    }
}

/// D60: he has moved away; her case goes on.
fn the_father_leaves(house: &House, family: &Family) {
    house.hours(24 * 40);
    let moved = [
        ("reason", "moved_away_known"),
        ("objectives_outcome", "none set"),
        ("final_picture", "left"),
        ("safety_after", "not known"),
        ("attempts", "two calls"),
        ("reentry_info_given", "yes"),
        ("feedback_offered", "yes"),
    ];
    closes(house, &house.visitor(HIS), &family.father, &moved);
    let hers = house
        .visitor(HERS)
        .get(&format!("/cases/{}", family.mother));
    assert!(hers.says("code-status-open"), "hers stays open");
}

#[test]
fn test_03_a_family_is_five_people_and_each_has_secrets() {
    let house = House::new();
    let family = registered_together(&house);
    the_father_may_be_known_elsewhere(&house, &family);
    told_in_private(&house, &family);
    his_worker_learns_nothing(&house, &family);
    best_interests(&house, &family);
    the_complaint(&house);
    separated(&house, &family);
    his_worker_learns_nothing(&house, &family);
    the_father_leaves(&house, &family);
}
