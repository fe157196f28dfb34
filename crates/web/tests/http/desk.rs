//! The desk: it helps at any time, and opens no case (section 2 of the specification).

use crate::{
    house::House,
    lives::{arrives, consents, registered, screened},
};

const HELP: [(&str, &str); 3] = [
    ("service_type", "food"),
    ("modality", "in_kind"),
    ("what", "bread and water"),
];

#[test]
fn the_desk_helps_somebody_whose_file_it_does_not_open() {
    let house = House::new();
    let desk = house.visitor("reception");
    let answer = desk.posts("/reception/new", &crate::lives::arrival());
    answer.done("arrival");
    assert_eq!(answer.leads_to(), "/reception?done=arrival");
    let list = desk.get("/reception").body;
    let file = list.split("href=\"/reception/").find_map(|rest| {
        let file = rest.split('"').next()?;
        (file.len() == 32).then(|| file.to_owned())
    });
    let file = file.expect("the list leads to the person");
    let page = desk.get(&format!("/reception/{file}"));
    assert_eq!(page.status, 200, "{}", page.said());
    assert!(page.body.contains("reception/give_help"));
    assert!(!page.body.contains("reception/write_note"));
    let form = desk.opens(&file, "reception/give_help");
    assert_eq!(form.status, 200, "{}", form.said());
    let helped = desk.does(&file, "reception.give_help", &HELP);
    helped.done("help");
    assert_eq!(
        helped.leads_to(),
        format!("/reception/{file}?done=reception-give_help")
    );
    assert!(!desk.get(helped.leads_to()).body.contains("bread"));
    assert_eq!(desk.get(&format!("/cases/{file}")).status, 404);
    assert!(house.told(&file).join("\n").contains("bread and water"));
}

#[test]
fn the_desk_is_out_once_somebody_carries_the_case() {
    let house = House::new();
    let file = registered(&house, "");
    let desk = house.visitor("reception");
    for page in ["", "reception/give_help"] {
        assert_eq!(desk.opens(&file, page).status, 404, "{page}");
    }
    assert_eq!(desk.get(&format!("/reception/{file}")).status, 404);
    let before = house.events();
    assert_eq!(desk.does(&file, "reception.give_help", &HELP).status, 404);
    assert_eq!(before, house.events());
}

#[test]
fn the_desk_of_another_centre_knows_nobody_here() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let file = arrives(&worker, &[]);
    consents(&worker, &file, "registration", &[]);
    screened(&worker, &file, &[]);
    let other = house.visitor("caseworker2");
    assert_eq!(other.get(&format!("/reception/{file}")).status, 404);
    assert_eq!(other.opens(&file, "reception/give_help").status, 404);
}
