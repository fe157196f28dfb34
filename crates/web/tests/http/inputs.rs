//! Bad input on every form: said beside the field, nothing lost, nothing kept, nothing broken.

use forms::{Field, Kind};
use web::rooms::Action;

use crate::{
    answer::plain,
    house::House,
    lives::{all_actions, arrives, registered},
    visitor::Visitor,
};

const MARKUP: &str = "<script>alert(\"1\")</script><img src=x onerror=alert(1)>";

/// What somebody could post into this field and must not.
fn bad(field: &Field) -> Vec<String> {
    let long;
    let mut all: Vec<&str> = vec!["\u{7}bell", "\u{202E}evil", MARKUP];
    match field.kind {
        Kind::Text { max } | Kind::LongText { max } => {
            long = "x".repeat(max + 1);
            all.pop();
            all.push(&long);
        }
        Kind::Date { future } => {
            all.extend(["31/12/2026", "2026-02-30", "1899-12-31", "2201-01-01", "0"]);
            all.extend((!future).then_some("2199-01-01"));
        }
        Kind::DateTime { future } => {
            all.extend(["yesterday", "2026-02-30T10:00", "1899-12-31T10:00"]);
            all.extend((!future).then_some("2199-01-01T10:00"));
        }
        Kind::Int { .. } | Kind::Score { .. } => {
            all.extend(["twelve", "1e3", "99999999999999999999", "-99999", "1.5"]);
        }
        Kind::Money => all.extend(["-1", "1,250", "1.234.5", "NaN", "99999999999999"]),
        Kind::Phone => all.extend(["bread", "12", "+1234567890123456789"]),
        Kind::Hidden => {
            all.clear();
        }
        _ => all.extend(["no_such_code", "' OR 1=1 --", "{}", "null"]),
    }
    all.into_iter().map(str::to_owned).collect()
}

/// The answers that make the form ask this question.
fn asked_by(action: &'static Action, field: &Field) -> Vec<(&'static str, &'static str)> {
    let Some((other, values)) = field.only_when else {
        return Vec::new();
    };
    let before = action.form.field(other);
    let mut all = before.map_or_else(Vec::new, |before| asked_by(action, before));
    all.push((other, values[0]));
    all
}

/// A file and somebody who may do this on it.
fn desk_for<'h>(
    house: &'h House,
    action: &Action,
    files: &[String; 2],
) -> Option<(Visitor<'h>, String)> {
    let path = format!("{}/{}", action.room, action.kind);
    ["caseworker", "overseer", "focal_point_tip"]
        .into_iter()
        .flat_map(|name| files.iter().map(move |file| (name, file)))
        .find_map(|(name, file)| {
            let visitor = house.visitor(name);
            let opens = visitor.opens(file, &path).status == 200;
            opens.then(|| (visitor, file.clone()))
        })
}

/// Calls `check` for every action that somebody may do here.
fn everywhere(check: impl Fn(&House, &'static Action, &Visitor<'_>, &str)) {
    let house = House::new();
    let open = registered(&house, "");
    let desk = arrives(&house.visitor("caseworker"), &[]);
    let files = [open, desk];
    let mut tried = 0;
    for action in all_actions() {
        if let Some((visitor, file)) = desk_for(&house, action, &files) {
            let before = house.events();
            check(&house, action, &visitor, &file);
            let what = format!("{}.{}", action.room, action.kind);
            assert_eq!(before, house.events(), "{what} kept something");
            tried += 1;
        }
    }
    let most = all_actions().count();
    assert!(tried + 4 > most, "only {tried} of {most} forms were tried");
}

fn what(action: &Action) -> String {
    format!("{}.{}", action.room, action.kind)
}

#[test]
fn every_bad_answer_is_minded_beside_its_field_and_stays_typed() {
    everywhere(|_, action, visitor, file| {
        for field in &action.form.fields {
            for value in bad(field) {
                let mut fields = asked_by(action, field);
                fields.push((field.name, &value));
                let answer = visitor.does(file, &what(action), &fields);
                let case = format!("{} {}: {value:.40?}", what(action), field.name);
                assert_eq!(answer.status, 422, "{case}: {}", answer.said());
                assert!(answer.minds(field.name), "{case}: {}", answer.said());
                if matches!(field.kind, Kind::Text { .. } | Kind::LongText { .. }) {
                    assert!(plain(&answer.body).contains(&value), "{case} is lost");
                }
                assert!(!answer.body.contains("<script>alert"), "{case}");
                assert!(!answer.body.contains("<img src=x"), "{case}");
            }
        }
    });
}

#[test]
fn markup_is_text() {
    everywhere(|_, action, visitor, file| {
        let is_text = |field: &&Field| {
            matches!(field.kind, Kind::LongText { .. })
                || matches!(field.kind, Kind::Text { max } if max > 60)
        };
        for field in action.form.fields.iter().filter(is_text) {
            let mut fields = asked_by(action, field);
            fields.extend([(field.name, MARKUP), ("no_such_field", MARKUP)]);
            let answer = visitor.does(file, &what(action), &fields);
            assert_eq!(answer.status, 422, "{}", what(action));
            assert!(plain(&answer.body).contains(MARKUP), "{}", what(action));
            assert!(!answer.body.contains(MARKUP), "{}", what(action));
        }
    });
}

#[test]
fn unknown_fields_too_many_fields_and_fields_said_twice_are_refused() {
    everywhere(|_, action, visitor, file| {
        let unknown = visitor.does(file, &what(action), &[("no_such_field", "administrator")]);
        assert_eq!(unknown.status, 422, "{}", what(action));
        assert!(unknown.says("problem-unknown_field"), "{}", what(action));
        let many: Vec<(&str, &str)> = vec![("happened", ""); 400];
        let many = visitor.does(file, &what(action), &many);
        assert_eq!(many.status, 422, "{}", what(action));
        assert!(many.says("problem-too_many_fields"), "{}", what(action));
        for field in &action.form.fields {
            if field.kind.takes_many() {
                continue;
            }
            let mut fields = asked_by(action, field);
            fields.extend([(field.name, "1"), (field.name, "2")]);
            let twice = visitor.does(file, &what(action), &fields);
            assert_eq!(twice.status, 422, "{} {}", what(action), field.name);
            // A hidden field has no place of its own: what is wrong with it stands above the form.
            let said = twice.minds(field.name)
                || (field.kind == forms::Kind::Hidden && twice.says("problem-repeated"));
            assert!(said, "{} {}", what(action), field.name);
        }
    });
}

#[test]
fn required_answers_are_asked_for() {
    everywhere(|_, action, visitor, file| {
        let required: Vec<_> = (action.form.fields.iter())
            .filter(|field| field.required && field.only_when.is_none())
            .collect();
        if required.is_empty() {
            return;
        }
        let answer = visitor.does(file, &what(action), &[]);
        assert_eq!(answer.status, 422, "{}", what(action));
        for field in required {
            assert!(answer.minds(field.name), "{} {}", what(action), field.name);
        }
    });
}

#[test]
fn a_body_that_is_no_form_is_not_understood() {
    let house = House::new();
    let file = registered(&house, "");
    let worker = house.visitor("caseworker");
    let before = house.events();
    let path = format!("/cases/{file}/reception/write_note");
    for body in ["%", "%zz=%zz", "text=%ff%fe", "&&&==", "{\"text\": 1}"] {
        let answer = worker.send("POST", &path, Some(body), Some("same-origin"));
        assert!((400..=422).contains(&answer.status), "{body}");
    }
    let large = format!("text={}", "x".repeat(300 * 1024));
    let answer = worker.send("POST", &path, Some(&large), Some("same-origin"));
    assert_eq!(answer.status, 413);
    assert_eq!(before, house.events());
}
