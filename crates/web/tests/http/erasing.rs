//! Erasing a person takes two people of the centre, and leaves nothing to open.

use crate::{
    house::House,
    lives::{code_on, registered},
};

/// A case whose erasure was proposed: its file, its code, and the address of the proposal.
fn proposed(house: &House) -> (String, String, String) {
    let file = registered(house, "");
    let code = code_on(
        &house
            .visitor("caseworker")
            .get(&format!("/cases/{file}"))
            .body,
    );
    let fields = [("person_code", code.as_str()), ("reason", "zqreasonqz")];
    let focal = house.visitor("data_protection");
    let answer = focal.posts("/erasures", &fields);
    answer.done("erasure");
    let id = answer.leads_to().split("done=").nth(1).unwrap();
    (file, code.clone(), format!("/erasures/{id}"))
}

#[test]
fn only_who_may_confirm_reads_the_proposal() {
    let house = House::new();
    let (_, code, proposal) = proposed(&house);
    for name in [
        "data_protection",
        "caseworker",
        "supervisor2",
        "administrator",
    ] {
        let visitor = house.visitor(name);
        let page = visitor.get(&proposal);
        assert_eq!(page.status, 404, "{name}");
        assert!(!page.body.contains("zqreasonqz"), "{name}");
        let sure = [("person_code", code.as_str()), ("sure", "yes")];
        let confirmed = visitor.posts(&proposal, &sure);
        assert_eq!(confirmed.status, 404, "{name}");
    }
    let page = house.visitor("supervisor").get(&proposal);
    assert!(page.body.contains("zqreasonqz"), "{}", page.said());
    assert!(page.body.contains(&code), "whom it is about");
}

#[test]
fn the_second_person_confirms_and_nothing_can_be_opened() {
    let house = House::new();
    let (file, code, proposal) = proposed(&house);
    let supervisor = house.visitor("supervisor");
    assert_eq!(supervisor.posts(&proposal, &[]).status, 422, "not sure");
    let of = |code: &str| {
        let sure = [("person_code", code), ("sure", "yes")];
        supervisor.posts(&proposal, &sure)
    };
    let other = of("2222-2222-2");
    assert_eq!(other.status, 422, "another person's code");
    assert!(other.says("erasure-code-differs"), "{}", other.said());
    assert!(!house.told(&file).is_empty());
    let erased = of(&code.to_lowercase());
    erased.done("erased");
    assert_eq!(erased.leads_to(), proposal);
    for (name, status) in [
        ("supervisor", 200),
        ("data_protection", 200),
        ("caseworker", 404),
    ] {
        let page = house.visitor(name).get(&proposal);
        assert_eq!(page.status, status, "{name}");
        assert_eq!(page.says("erasure-done-title"), status == 200, "{name}");
        assert!(!page.body.contains(&code), "nothing of the person is left");
    }
    assert!(house.told(&file).is_empty());
    for name in ["caseworker", "supervisor"] {
        let visitor = house.visitor(name);
        let gone = visitor.get(&format!("/cases/{file}"));
        assert_eq!(gone.status, 404, "{name}");
        let found = visitor.get("/search?q=Salma");
        assert!(found.says("search-empty"), "{name}");
        assert!(!visitor.get("/cases").body.contains(&file), "{name}");
    }
}

#[test]
fn a_code_of_another_centre_is_no_code() {
    let house = House::new();
    let file = registered(&house, "2");
    let page = house.visitor("caseworker2").get(&format!("/cases/{file}"));
    let code = code_on(&page.body);
    let focal = house.visitor("data_protection");
    let before = house.events();
    let no = |code: &str| {
        let fields = [("person_code", code), ("reason", "asked")];
        focal.posts("/erasures", &fields)
    };
    let (theirs, nobodys) = (no(&code), no("2222-2222-2"));
    assert_eq!((theirs.status, nobodys.status), (422, 422));
    let same = |answer: &crate::answer::Answer, code: &str| answer.lasting().replace(code, "");
    assert_eq!(same(&theirs, &code), same(&nobodys, "2222-2222-2"));
    assert_eq!(before, house.events());
}
