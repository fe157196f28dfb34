//! What may be shared with whom, what was shared, and who is told: the pages around a referral.

use crate::{
    house::House,
    lives::{arrives, consents, registered},
    stories::{SEND, drafted},
};

#[test]
fn every_recipient_keeps_a_line_of_their_own_and_what_left_is_listed() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let (door, consulate) = (house.partner("Blue Door"), house.partner("Consulate"));
    let id = drafted(&worker, &file, &door, "rent_support", &[]);
    let waits = worker.does(&file, SEND, &[("referral", &id)]);
    assert_eq!(waits.status, 422);
    assert!(waits.body.contains("– Blue Door"), "{}", waits.said());
    consents(&worker, &file, "referral", &[("recipients", &door)]);
    let no = [("recipients", consulate.as_str()), ("decision", "refused")];
    consents(&worker, &file, "referral", &no);
    let before = worker.opens(&file, "consent");
    for name in ["– Blue Door", "– Consulate"] {
        assert!(before.body.contains(name), "{name}: {}", before.said());
    }
    assert!(!before.body.contains("What left, and to whom"));
    worker.did(&file, SEND, &[("referral", &id)]);
    let after = worker.opens(&file, "consent");
    assert!(
        after.body.contains("What left, and to whom"),
        "{}",
        after.said()
    );
}

#[test]
fn who_received_a_referral_is_told_that_it_was_taken_back() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let door = house.partner("Blue Door");
    consents(&worker, &file, "referral", &[("recipients", &door)]);
    let id = drafted(&worker, &file, &door, "rent_support", &[]);
    worker.did(&file, SEND, &[("referral", &id)]);
    let back = [("referral", id.as_str()), ("reason", "the wrong office")];
    worker.did(&file, "implementation.recall_referral", &back);
    let way = format!("implementation/tell_recipient?referral={id}");
    assert!(worker.opens(&file, "implementation").body.contains(&way));
    let told = [("referral", id.as_str()), ("told_how", "by phone")];
    worker.did(&file, "implementation.tell_recipient", &told);
    assert!(!worker.opens(&file, "implementation").body.contains(&way));
    let again = worker.does(&file, "implementation.tell_recipient", &told);
    assert_eq!(again.status, 422);
}

#[test]
fn somebody_who_only_just_arrived_is_referred_by_whoever_is_at_the_desk() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let file = arrives(&worker, &[]);
    let door = house.partner("Blue Door");
    let id = drafted(&worker, &file, &door, "emergency_shelter", &[]);
    assert_eq!(worker.does(&file, SEND, &[("referral", &id)]).status, 422);
    consents(&worker, &file, "referral", &[("recipients", &door)]);
    worker.did(&file, SEND, &[("referral", &id)]);
    let other = house.visitor("caseworker2");
    let to_send = format!("/cases/{file}/implementation/send_referral");
    assert_eq!(other.get(&to_send).status, 404);
}

#[test]
fn an_agreement_is_renewed_and_no_partner_stands_there_twice() {
    let house = House::new();
    let admin = house.visitor("administrator");
    let said = |name: &str, until: &str| {
        vec![
            ("name".to_owned(), name.to_owned()),
            ("focal_point".to_owned(), "desk".to_owned()),
            ("agreement_until".to_owned(), until.to_owned()),
        ]
    };
    let posts = |path: &str, fields: &[(String, String)]| {
        let fields: Vec<_> = fields
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        admin.posts(path, &fields)
    };
    let twice = posts("/admin/partners/new", &said("blue door", "2030-01-01"));
    assert_eq!(twice.status, 422);
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let door = house.partner("Blue Door");
    consents(&worker, &file, "referral", &[("recipients", &door)]);
    let id = drafted(&worker, &file, &door, "rent_support", &[]);
    let path = format!("/admin/partners/{door}");
    let send = || worker.does(&file, SEND, &[("referral", &id)]).status;
    let mut over = said("Blue Door", "2031-12-31");
    over.push(("ended".into(), "yes".into()));
    assert_eq!(posts(&path, &over).status, 303);
    assert_eq!(send(), 422);
    assert!(admin.get("/admin").body.contains("no agreement any more"));
    assert_eq!(posts(&path, &said("Blue Door", "2031-12-31")).status, 303);
    assert_eq!(send(), 303);
}

#[test]
fn whose_account_is_closed_leaves_cases_that_are_shown_to_be_taken_over() {
    let house = House::new();
    let file = registered(&house, "");
    let admin = house.visitor("administrator");
    let worker = house.account("caseworker").to_string();
    let path = format!("/admin/accounts/{worker}");
    let page = admin.get(&path);
    assert!(
        page.body.contains("this account carries"),
        "{}",
        page.said()
    );
    assert!(!page.body.contains(&file));
    let idle = house.account("colleague").to_string();
    let other = admin.get(&format!("/admin/accounts/{idle}"));
    assert!(!other.body.contains("this account carries"));
    let manager = house.visitor("case_manager");
    assert!(!manager.get("/cases").body.contains("need another worker"));
    let known = house.app.book.organisation();
    let centre = known.account(house.account("caseworker")).unwrap().centre;
    let centre = centre.to_string();
    drop(known);
    let closed = [
        ("display_name", "Caseworker"),
        ("role", "caseworker"),
        ("centre", centre.as_str()),
        ("closed", "yes"),
    ];
    assert_eq!(admin.posts(&path, &closed).status, 303);
    assert!(manager.get("/cases").body.contains("need another worker"));
}

#[test]
fn a_draft_is_changed_before_it_leaves_and_only_answers_that_fit_are_offered() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let door = house.partner("Blue Door");
    consents(&worker, &file, "referral", &[("recipients", &door)]);
    let id = drafted(&worker, &file, &door, "rent_support", &[]);
    let way = format!("implementation/change_referral?referral={id}");
    assert!(worker.opens(&file, "implementation").body.contains(&way));
    let form = worker.opens(&file, &way);
    assert!(form.body.contains("as the person wants"), "{}", form.said());
    let change = [
        ("referral", id.as_str()),
        ("to_agency", &door),
        ("service_type", "rent_support"),
        ("reason", "needs two rooms"),
        ("urgency", "within72h"),
        ("data_shared", "name"),
        ("channel", "phone"),
    ];
    worker.did(&file, "implementation.change_referral", &change);
    let again = worker.opens(&file, &way);
    assert!(again.body.contains("needs two rooms"), "{}", again.said());
    let answer = format!("implementation/record_referral_answer?referral={id}");
    let draft = worker.opens(&file, &answer).options("status");
    assert_eq!(draft, ["declined_by_person", "cancelled"]);
    worker.did(&file, SEND, &[("referral", &id)]);
    assert!(!worker.opens(&file, "implementation").body.contains(&way));
    let sent = worker.opens(&file, &answer).options("status");
    assert!(sent.contains(&"accepted".to_owned()), "{sent:?}");
    assert!(!sent.contains(&"cancelled".to_owned()), "{sent:?}");
}
