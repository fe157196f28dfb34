//! The picture of vulnerability: drawn, kept, compared; nothing of what a reader may not see, and no
//! number anywhere on the drawing.

use crate::{
    classes::case_of_two,
    house::House,
    lives::{but, registered},
    visitor::{Fields, Visitor},
};

const DEBT: Fields<'static> = &[
    ("level", "individual"),
    ("code", "debt"),
    ("polarity", "risk"),
    ("phase", "before"),
    ("active", "now"),
    ("strength", "moderate"),
    ("evidence_text", "a letter from the lender"),
    ("source", "document"),
    ("confidence", "high"),
    ("person_agrees", "yes"),
];

fn recorded(worker: &Visitor<'_>, file: &str, otherwise: Fields<'_>) -> String {
    worker.makes(file, "assessment.record_factor", &but(DEBT, otherwise))
}

/// The drawings of a page, without the rest of it.
fn drawn(page: &str) -> String {
    let parts = page.split("<svg class=\"pic pic-at-").skip(1);
    let drawings = parts.filter_map(|part| part.split("</svg>").next());
    drawings.collect()
}

#[test]
fn the_picture_is_drawn_told_in_words_and_laid_out_as_a_table() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let empty = worker.opens(&file, "picture");
    assert!(
        !empty.body.contains("<svg class=\"pic"),
        "nothing to draw yet"
    );
    recorded(&worker, &file, &[]);
    let page = worker.opens(&file, "picture").body;
    let drawing = drawn(&page);
    assert_eq!(drawing.matches("<title id=").count(), 2);
    assert_eq!(drawing.matches("<desc id=").count(), 2);
    assert!(
        drawing.contains("Harms: \u{2068}Debt (Moderate, Before leaving)\u{2069}"),
        "{drawing}"
    );
    assert!(
        page.contains("a letter from the lender"),
        "the table says what it rests on"
    );
    assert!(
        page.contains("Are there none, or were they not explored?"),
        "rule 2"
    );
    recorded(
        &worker,
        &file,
        &[("code", "safe_phone"), ("polarity", "protective")],
    );
    let page = worker.opens(&file, "picture").body;
    assert!(!page.contains("Are there none, or were they not explored?"));
}

#[test]
fn two_pictures_show_what_changed_and_one_that_was_never_kept_is_not_there() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let debt = recorded(&worker, &file, &[]);
    assert!(
        worker
            .opens(&file, "picture/compare")
            .body
            .contains("There is one picture so far")
    );
    worker.did(
        &file,
        "assessment.take_snapshot",
        &[("occasion", "trigger")],
    );
    assert!(
        worker
            .opens(&file, "picture/compare")
            .body
            .contains("show the same")
    );
    recorded(&worker, &file, &[("factor", &debt), ("strength", "strong")]);
    recorded(
        &worker,
        &file,
        &[("code", "safe_phone"), ("polarity", "protective")],
    );
    let page = worker.opens(&file, "picture/compare").body;
    assert!(
        page.contains("Stronger; was: \u{2068}Moderate\u{2069}"),
        "{page}"
    );
    assert!(page.contains("A phone that is safe to use"));
    let kept = worker.opens(&file, "picture?kept=1").body;
    assert!(
        !kept.contains("A phone that is safe to use"),
        "a kept picture never changes"
    );
    for missing in [
        "picture?kept=0",
        "picture?kept=7",
        "picture/compare?from=1&to=9",
    ] {
        assert_eq!(worker.opens(&file, missing).status, 404, "{missing}");
    }
}

#[test]
fn a_hidden_factor_changes_no_byte_of_the_picture() {
    let house = House::new();
    let file = case_of_two(&house);
    let (reader, writer) = (house.visitor("caseworker"), house.visitor("trusted"));
    let debt = recorded(&writer, &file, &[]);
    writer.did(
        &file,
        "assessment.take_snapshot",
        &[("occasion", "trigger")],
    );
    let pages = ["picture", "picture?kept=1", "picture/compare"];
    let all = |visitor: &Visitor<'_>| pages.map(|page| visitor.opens(&file, page).lasting());
    let before = all(&reader);
    let hidden = [
        ("level", "household"),
        ("code", "family_violence"),
        ("evidence_text", "told at night"),
    ];
    let hidden = recorded(&writer, &file, &hidden);
    let link = [
        ("from", hidden.as_str()),
        ("kind", "causes"),
        ("to", debt.as_str()),
        ("note", "he borrows"),
    ];
    writer.did(&file, "assessment.link_factors", &link);
    assert_eq!(before, all(&reader));
    assert!(
        all(&writer)[0].contains("told at night"),
        "its readers read it"
    );
}

/// A profile of the port quarter with two factors; its id.
fn described(house: &House) -> String {
    let keeper = house.visitor("supervisor");
    let said = [
        ("level", "community"),
        ("place", "port quarter"),
        ("valid_from", "2026-10-01"),
        ("source", "three visits"),
        ("harms_here", "hostility"),
        ("protects_here", "diaspora_help"),
        ("strong_here", "hostility"),
    ];
    let answer = keeper.posts("/context/new", &said);
    answer.done("context");
    let list = keeper.get("/context").body;
    let after = list.split("/context/").nth(2).unwrap();
    after.chars().take(32).collect()
}

#[test]
fn a_case_inherits_what_is_known_of_a_place_and_answers_every_factor() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let context = described(&house);
    let path = format!("/cases/{file}/context/{context}");
    assert!(worker.opens(&file, "picture").body.contains(&path));
    let one = worker.posts(&path, &[("hostility", "applies")]);
    assert_eq!(one.status, 422, "the other factor is not answered");
    let both = [
        ("hostility", "applies"),
        ("diaspora_help", "does_not_apply"),
    ];
    assert_eq!(worker.posts(&path, &both).status, 303);
    let page = worker.opens(&file, "picture").body;
    assert!(drawn(&page).contains("Hostility to migrants"));
    assert!(!drawn(&page).contains("Countrymen who help"));
    assert!(
        page.contains("Strong · Of the place or the country"),
        "as the profile says"
    );
    assert!(!page.contains(&path), "answered");
}

#[test]
fn only_who_leads_protection_writes_what_places_do() {
    let house = House::new();
    let context = described(&house);
    for (who, status) in [("caseworker", 404), ("desk", 404), ("supervisor", 200)] {
        let visitor = house.visitor(if who == "desk" { "reception" } else { who });
        assert_eq!(visitor.get("/context/new").status, status, "{who}");
        assert_eq!(
            visitor.get(&format!("/context/{context}")).status,
            status,
            "{who}"
        );
    }
    assert_eq!(house.visitor("caseworker").get("/context").status, 200);
    assert_eq!(house.visitor("reception").get("/context").status, 404);
}
