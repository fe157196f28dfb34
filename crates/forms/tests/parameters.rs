//! The column `parameters`: what is followed, what is told, what is named and kept.

#![allow(clippy::expect_used)] // What cannot even be built is a broken test.

use forms::xlsform::{Book, Form, read};

/// The form, or what was found wrong; and the notices of a form that is taken.
fn one(type_and_parameters: &str) -> Result<Form, String> {
    let survey = format!("type,name,label,parameters\n{type_and_parameters}\n");
    let choices = "list_name,name,label\nl,a,A\nl,b,B\n";
    let mut book = Book::from_csv(&[("survey", &survey), ("choices", choices)]).expect("sheets");
    let towns = "code,town,name\nt1,Agadez,x\nt2,Obock,y\n";
    book.attach("towns.csv", towns).expect("a table");
    read(book).map_err(|found| found.iter().map(ToString::to_string).collect::<String>())
}

#[track_caller]
fn told(row: &str, why: &str) {
    let found = one(row).expect_err("it is refused");
    assert!(found.contains(why), "{found}");
    assert!(found.contains("column D (parameters)"), "{found}");
}

#[track_caller]
fn named(row: &str, what: &str) {
    let form = one(row).expect("it is taken");
    let notices: String = form.notices.iter().map(ToString::to_string).collect();
    assert!(notices.contains(what), "{notices}");
}

#[test]
fn what_a_question_cannot_have_is_told_in_its_cell() {
    told("range,a,A,start=one", "start=one is no number");
    told("range,a,A,start=1 stop=5", "no setting stop");
    told("range,a,A,start 1", "\"start\" is no setting");
    told("select_one l,a,A,randomize=perhaps", "is no true or false");
    told(
        "select_one l,a,A,randomize=true seed=soon",
        "is no number or reference",
    );
    told("select_one l,a,A,seed=7", "a seed needs randomize=true");
    told("image,a,A,max-pixels=big", "is no whole number");
    told("audio,a,A,quality=best", "is no low or normal");
}

#[test]
fn what_has_no_meaning_here_is_named() {
    named(
        "select_one l,a,A,randomize=true",
        "the setting randomize has no meaning",
    );
    named(
        "image,a,A,max-pixels=640",
        "the setting max-pixels has no meaning",
    );
    named(
        "date,a,A,start=1",
        "parameters of this type have no meaning",
    );
    let plain = one("range,a,A,start = 1;end=5; step=2").expect("it is taken");
    assert_eq!(plain.notices.iter().count(), 0, "{:?}", plain.notices);
}

#[test]
fn a_table_is_chosen_from_by_the_columns_that_are_named() {
    let form = one("select_one_from_file towns.csv,a,A,\"value=code,label=town\"");
    let form = form.expect("it is taken");
    let list = form.questions.iter().find_map(|question| question.list);
    let rows = &form.lists[list.expect("a list")].rows;
    let chosen: Vec<_> = rows
        .iter()
        .map(|row| (row.name.as_str(), row.label[""].as_str()))
        .collect();
    assert_eq!(chosen, [("t1", "Agadez"), ("t2", "Obock")]);
    told(
        "select_one_from_file towns.csv,a,A,value=number",
        "towns.csv has no column number",
    );
}
