//! The case page and the screen turned to the person: what one must know, and no trace of the rest.

use crate::{
    answer::Answer,
    classes::case_of_two,
    house::House,
    lives::{but, consents, registered, screened},
    visitor::Visitor,
};

/// A goal in somebody's words, about these classes.
fn goal(worker: &Visitor<'_>, file: &str, words: &str, about: &[(&str, &str)]) -> String {
    let goal = [
        ("domain", "safety"),
        ("in_person_words", words),
        ("priority", "1"),
    ];
    worker.makes(file, "planning.set_goal", &but(&goal, about))
}

/// An objective that lacks nothing but somebody who works for it.
fn objective<'f>(goal: &'f str, text: &'f str) -> [(&'f str, &'f str); 7] {
    [
        ("goal", goal),
        ("text", text),
        ("indicator", "she says so"),
        ("baseline", "not yet"),
        ("target", "once"),
        ("due", "2026-11-20"),
        ("horizon", "short"),
    ]
}

fn plan_begun(worker: &Visitor<'_>, file: &str) {
    let need = [
        ("domain", "safety"),
        ("status", "need"),
        ("severity", "serious"),
    ];
    worker.did(file, "assessment.answer_need", &need);
    worker.did(file, "planning.start_plan", &[]);
}

/// The place of the step itself says that another check is pending (decision 0007); the pages that
/// somebody else may see do not.
#[test]
fn a_hidden_goal_changes_no_byte_of_the_case_page_or_the_turned_screen() {
    let house = House::new();
    let file = case_of_two(&house);
    let writer = house.visitor("trusted");
    plan_begun(&writer, &file);
    let open = goal(&writer, &file, "a door that I can lock", &[]);
    let objective = objective(&open, "has keys of her own");
    writer.makes(&file, "planning.set_objective", &objective);
    let pages = ["", "/plan", "/plan?by=horizon", "/side_by_side"];
    // The turned screen locks the session: each time the pages are read with a new one.
    let all = |name: &str| -> Vec<String> {
        let visitor = house.visitor(name);
        let all = pages.map(|page| visitor.get(&format!("/cases/{file}{page}")).lasting());
        all.to_vec()
    };
    let before = all("caseworker");
    let hidden = goal(
        &writer,
        &file,
        "never to see him again",
        &[("about", "gbv")],
    );
    let objective = self::objective(&hidden, "moved without a trace");
    writer.makes(&file, "planning.set_objective", &objective);
    for (page, (before, after)) in pages.iter().zip(before.iter().zip(all("caseworker"))) {
        let lines = before.lines().zip(after.lines());
        let unlike: Vec<_> = lines.filter(|(was, is)| was != is).collect();
        assert!(
            *before == after,
            "{page} tells that there is more: {unlike:?}"
        );
    }
    for page in all("trusted").iter().skip(1) {
        assert!(
            page.contains("never to see him again"),
            "its readers read it"
        );
    }
}

#[test]
fn the_top_says_how_sure_an_age_is_how_to_call_and_how_never_to() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let page = worker.get(&format!("/cases/{file}"));
    let said = page.said();
    for known in [
        "(as they say)",
        "Telephone",
        "bread",
        "Text message",
        "not asked yet",
    ] {
        assert!(said.contains(known), "{known}: {said}");
    }
    assert!(!page.says("about-protection"));
    screened(&worker, &file, &[("intl_protection_concern", "yes")]);
    let danger = [
        ("current_safety", "at_risk"),
        ("danger_sources", "unknown"),
        ("suicidal", "no"),
        ("threat_detail", "somebody follows her"),
        ("action_taken", "a room for the night"),
    ];
    worker.did(&file, "reception.report_danger", &danger);
    let page = worker.get(&format!("/cases/{file}"));
    assert!(page.says("about-protection") && page.says("code-current_safety-at_risk"));
}

#[test]
fn consents_stand_as_yes_until_when_and_no_and_none_names_a_class() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    consents(&worker, &file, "tracing", &[("expires_on", "2026-12-24")]);
    consents(&worker, &file, "photo", &[("decision", "refused")]);
    consents(&worker, &file, "vot_screening", &[]);
    for page in ["", "/side_by_side?in=en"] {
        let said = house.visitor("caseworker");
        let said = said.get(&format!("/cases/{file}{page}")).said();
        let (yes, no) = said.split_once("No, or no longer").unwrap_or_else(|| {
            said.split_once("You said no")
                .expect("both words stand on the page")
        });
        assert!(yes.contains("until \u{2068}24 December 2026") && !yes.contains("Photo"));
        assert!(no.contains("Photo"));
    }
    let top = worker.get(&format!("/cases/{file}")).body;
    let top = top
        .split("id=\"main\"")
        .nth(1)
        .and_then(|main| main.split("class=\"story\"").next());
    assert!(
        !top.unwrap().contains("Trafficking"),
        "no class in the head"
    );
    let turned = house.visitor("caseworker");
    let turned = turned.opens(&file, "side_by_side?in=en").body;
    assert!(!turned.contains("Trafficking"), "nor on the turned screen");
}

#[test]
fn a_long_story_is_read_page_by_page() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let entries = |answer: &Answer| answer.body.matches("class=\"entry\"").count();
    let short = worker.get(&format!("/cases/{file}"));
    assert!(
        !short.body.contains("/story?page=2"),
        "a short one is whole"
    );
    for note in 0..40 {
        let text = format!("note {note} of forty");
        worker.did(&file, "reception.write_note", &[("text", &text)]);
    }
    let page = worker.get(&format!("/cases/{file}"));
    assert_eq!(entries(&page), 30);
    assert!(page.body.contains("/story?page=2") && page.body.contains("note 39 of forty"));
    assert!(!page.body.contains("note 3 of forty"));
    let second = worker.opens(&file, "story?page=2");
    assert!(second.body.contains("note 3 of forty") && !second.body.contains("note 39 of forty"));
    let beyond = worker.opens(&file, "story?page=99");
    assert_eq!(
        entries(&beyond),
        entries(&second),
        "the last page is the last"
    );
    assert!(beyond.body.contains("note 3 of forty") && !beyond.body.contains("rel=\"next\""));
}

#[test]
fn the_turned_screen_shows_plan_and_consents_alone_in_the_language_of_the_person() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    plan_begun(&worker, &file);
    goal(&worker, &file, "a door that I can lock", &[]);
    let turned = worker.opens(&file, "side_by_side");
    assert!(
        turned.body.contains("<html lang=\"ar\" dir=\"rtl\">"),
        "she speaks Arabic"
    );
    assert!(turned.body.contains("a door that I can lock"));
    let case = house.visitor("caseworker").get(&format!("/cases/{file}"));
    let code = crate::lives::code_on(&case.body);
    for hidden in [
        "Salma",
        code.as_str(),
        "bread",
        "badge-medium",
        "/search",
        "/sign-out",
    ] {
        assert!(
            !turned.body.contains(hidden),
            "{hidden} is on the turned screen"
        );
    }
    let french = worker.opens(&file, "side_by_side?in=fr");
    assert!(french.body.contains("<html lang=\"fr\" dir=\"ltr\">"));
    assert!(french.body.contains("Votre plan"));
    for strange in [
        "plan?version=7",
        "plan/compare?from=7",
        "side_by_side?version=7",
    ] {
        let worker = house.visitor("caseworker");
        assert!(worker.opens(&file, strange).status < 500, "{strange}");
    }
    let worker = house.visitor("caseworker");
    assert_eq!(worker.opens(&file, "plan?version=7").status, 404);
}

#[test]
fn nobody_is_invited_to_call_somebody_who_died_and_what_is_due_stays() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    assert!(worker.get(&format!("/cases/{file}")).body.contains("bread"));
    let died = [("died_on", "2026-11-01"), ("source", "the hospital rang")];
    worker.did(&file, "closure.record_death", &died);
    let page = worker.get(&format!("/cases/{file}"));
    assert!(!page.body.contains("bread"), "{}", page.said());
    assert!(page.said().contains("Died on"), "{}", page.said());
}
