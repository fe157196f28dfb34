//! Posts that come twice, late or all at once.

use crate::{
    house::House,
    lives::{CONTACT, arrives, but, registered},
    visitor::{Visitor, fresh, path_of},
};

const NOTE: &str = "reception.write_note";

/// Posts under a command id that is given.
fn again(
    visitor: &Visitor<'_>,
    file: &str,
    what: &str,
    command: &str,
    fields: &[(&str, &str)],
) -> crate::answer::Answer {
    let mut all = vec![("command", command)];
    all.extend_from_slice(fields);
    visitor.post(&path_of(file, what), &all)
}

#[test]
fn the_same_post_again_is_done_once_and_answered_alike() {
    let house = House::new();
    let file = registered(&house, "");
    let (worker, command) = (house.visitor("caseworker"), fresh());
    let note = [("text", "seen at the desk")];
    let first = again(&worker, &file, NOTE, &command, &note);
    first.done(NOTE);
    let before = house.events();
    let second = again(&worker, &file, NOTE, &command, &note);
    assert_eq!(second.leads_to(), first.leads_to());
    assert_eq!((second.status, house.events()), (303, before));
}

#[test]
fn an_id_used_for_something_else_or_by_somebody_else_is_refused() {
    let house = House::new();
    let file = registered(&house, "");
    let (worker, command) = (house.visitor("caseworker"), fresh());
    again(&worker, &file, NOTE, &command, &[("text", "mine")]).done(NOTE);
    let before = house.events();
    let other = again(&worker, &file, NOTE, &command, &[("text", "changed")]);
    assert_eq!(other.status, 409, "{}", other.said());
    let boss = house.visitor("supervisor");
    let other = again(&boss, &file, NOTE, &command, &[("text", "mine")]);
    assert_eq!(other.status, 409, "{}", other.said());
    assert_eq!(before, house.events());
    let told = house.told(&file).join("\n");
    assert!(told.contains("mine") && !told.contains("changed"));
}

#[test]
fn a_post_without_an_id_is_not_understood() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let before = house.events();
    for command in ["", "1", "zz0123456789abcdef0123456789abcd"] {
        let answer = again(&worker, &file, NOTE, command, &[("text", "lost")]);
        assert_eq!(answer.status, 400, "{command}");
    }
    assert_eq!(before, house.events());
}

/// What the first post took away (an open alert, the whole file) the second one does not miss.
#[test]
fn what_can_be_done_only_once_is_answered_alike_again() {
    let house = House::new();
    let worker = house.visitor("caseworker");
    let file = arrives(&worker, &[("immediate_needs", "danger_now")]);
    let supervisor = house.visitor("supervisor");
    let page = supervisor.opens(&file, "reception/answer_alert");
    let alert = page.options("alert").remove(0);
    let answered = [("alert", alert.as_str()), ("what_was_done", "moved")];
    for (by, what, fields) in [
        (&supervisor, "reception.answer_alert", &answered[..]),
        (&worker, "reception.purge_inquiry", &[]),
    ] {
        let command = fresh();
        let first = again(by, &file, what, &command, fields);
        first.done(what);
        let before = house.events();
        let second = again(by, &file, what, &command, fields);
        assert_eq!(second.status, 303, "{what}: {}", second.said());
        assert_eq!(second.leads_to(), first.leads_to());
        assert_eq!(before, house.events(), "{what}");
    }
    assert_eq!(worker.get(&format!("/cases/{file}")).status, 404, "gone");
}

#[test]
fn an_arrival_posted_again_is_one_person() {
    let house = House::new();
    let (desk, command) = (house.visitor("caseworker"), fresh());
    let page = desk.get("/reception/new");
    assert_eq!(page.status, 200);
    let fields = [
        ("command", command.as_str()),
        ("immediate_needs", "none"),
        ("request", "a bed"),
        ("action_taken", "a bed"),
        ("delivery_model", "remote"),
        ("channel", "hotline"),
        ("language", "fr"),
    ];
    let first = desk.post("/reception/new", &fields);
    let before = house.events();
    let second = desk.post("/reception/new", &fields);
    assert_eq!(first.leads_to(), second.leads_to());
    assert_eq!(before, house.events());
}

#[test]
fn a_part_changed_meanwhile_shows_both_values_and_loses_nothing() {
    let house = House::new();
    let file = registered(&house, "");
    let (what, worker) = ("registration.set_safe_contact", house.visitor("caseworker"));
    let page = worker.opens(&file, "registration/set_safe_contact");
    let base = page.input("base").unwrap().to_owned();
    let on = |base: &str, word: &str| {
        let fields = but(CONTACT, &[("code_word", word), ("base", base)]);
        let boss = house.visitor("supervisor");
        boss.does(&file, what, &fields)
    };
    on(&base, "harbour").done(what);
    let before = house.events();
    let clash = on(&base, "lantern");
    assert_eq!(clash.status, 409, "{}", clash.said());
    assert!(clash.body.contains("harbour") && clash.body.contains("lantern"));
    assert_eq!(before, house.events());
    let newer = clash.input("base").unwrap();
    assert_ne!(newer, base);
    on(newer, "lantern").done("going on from the newer version");
    let strip = worker.get(&format!("/cases/{file}")).body;
    assert!(strip.contains("lantern"));
    assert!(house.told(&file).join("\n").contains("harbour"), "kept");
}

#[test]
fn many_posts_at_once_on_one_file_are_all_kept_once() {
    let house = House::new();
    let file = registered(&house, "");
    let before = house.events();
    let twice = fresh();
    std::thread::scope(|scope| {
        for n in 0..32 {
            let (house, file, twice) = (&house, &file, &twice);
            scope.spawn(move || {
                let worker = house.visitor("caseworker");
                let text = format!("note number {n:02}.");
                worker.did(file, NOTE, &[("text", &text)]);
                let same = again(&worker, file, NOTE, twice, &[("text", "the same")]);
                same.done("the same post");
            });
        }
    });
    let told = house.told(&file).join("\n");
    for n in 0..32 {
        let text = format!("note number {n:02}.");
        assert_eq!(told.matches(&text).count(), 1, "{text}");
    }
    assert_eq!(told.matches("the same").count(), 1);
    assert_eq!(house.events() - before, 33);
}

#[test]
fn an_administrators_id_used_for_something_else_is_refused() {
    let house = House::new();
    let (admin, command) = (house.visitor("administrator"), fresh());
    let centre = |name| {
        [
            ("command", command.as_str()),
            ("name", name),
            ("facility", "shelter"),
        ]
    };
    admin.post("/admin/centres/new", &centre("One")).done("One");
    let before = house.events();
    admin
        .post("/admin/centres/new", &centre("One"))
        .done("again");
    let other = admin.post("/admin/centres/new", &centre("Two"));
    assert_eq!(other.status, 409, "{}", other.said());
    assert_eq!(before, house.events());
}
