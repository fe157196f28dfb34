//! Forms made to do harm end in a message, whole and at once.

#![allow(clippy::expect_used)] // What cannot even be built is a broken test.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use forms::sitting::{Around, Sitting, Untaken};
use forms::xlsform::{Book, Findings, Form, MAX_CHOICES, MAX_QUESTIONS, read};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn told(findings: &Findings) -> String {
    findings
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn survey(csv: &str) -> Result<Form, Findings> {
    read(Book::from_csv(&[("survey", csv)]).expect("sheets"))
}

fn refused(csv: &str, why: &str) {
    let findings = survey(csv).expect_err("it is refused");
    let told = told(&findings);
    assert!(told.contains(why), "{told}");
}

fn plain() -> Vec<u8> {
    let csv = "type,name,label\ntext,a,A\n";
    let book = Book::from_csv(&[("survey", csv)]).expect("sheets");
    book.to_xlsx().expect("a file")
}

/// A good file with some parts replaced.
fn doctored(part: &str, content: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(plain())).expect("a zip");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a part");
        let name = file.name().expect("a name").into_owned();
        out.start_file(name.as_str(), options).expect("a part");
        if name == part {
            out.write_all(content).expect("written");
        } else {
            std::io::copy(&mut file, &mut out).expect("written");
        }
    }
    out.finish().expect("a zip").into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn sheet(cells: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetData>{cells}</sheetData></worksheet>"
    )
    .into_bytes()
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

const HEAD: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>type</t></is></c>\
    <c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>label</t></is></c></row>";

fn book_of(cells: &str) -> Book {
    Book::from_xlsx(&doctored(SHEET, &sheet(&format!("{HEAD}{cells}")))).expect("a book")
}

#[test]
fn a_doctored_file_is_read_where_it_is_sound() {
    let row = format!(
        "<row r=\"2\">{}{}</row>",
        cell("A2", "text"),
        cell("B2", "a")
    );
    assert_eq!(read(book_of(&row)).expect("a form").questions.len(), 2);
}

#[test]
fn a_bomb_does_not_go_off() {
    let bomb = doctored(SHEET, &vec![b' '; 400 << 20]);
    assert!(bomb.len() < 2 << 20);
    let why = Book::from_xlsx(&bomb).expect_err("it is refused");
    assert!(why.contains("grows beyond 32 MB"), "{why}");
}

#[test]
fn a_flood_of_tags_is_refused_unread() {
    let flood = format!("<sst>{}</sst>", "<si><t/></si>".repeat(1_000_000));
    let why = Book::from_xlsx(&doctored("xl/sharedStrings.xml", flood.as_bytes()))
        .expect_err("it is refused");
    assert!(why.contains("more cells than any form"), "{why}");
}

#[test]
fn entities_are_not_expanded() {
    let evil = b"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><worksheet/>";
    let why = Book::from_xlsx(&doctored(SHEET, evil)).expect_err("it is refused");
    assert!(why.contains("XML entities"), "{why}");
}

#[test]
fn damaged_files_are_told() {
    let good = plain();
    for bytes in [
        &b""[..],
        b"PK",
        b"hello",
        &good[..good.len() / 2],
        &good[100..],
    ] {
        Book::from_xlsx(bytes).expect_err("it is refused");
    }
    let old = [
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..],
        &[0xff; 600],
    ]
    .concat();
    Book::from_xlsx(&old).expect_err("it is refused");
    for content in ["<worksheet><sheetData><row><c", "<a></b>", ""] {
        let book = Book::from_xlsx(&doctored(SHEET, content.as_bytes()));
        assert!(
            book.map_err(|why| assert!(why.contains("damaged"), "{why}"))
                .map_or(true, |book| read(book).is_err())
        );
    }
}

#[test]
fn a_cell_far_away_costs_nothing() {
    let row = format!("<row r=\"1048576\">{}</row>", cell("XFD1048576", "x"));
    let findings = read(book_of(&row)).expect_err("it is refused");
    assert!(
        told(&findings).contains("row 1048576 column XFD"),
        "{}",
        told(&findings)
    );
}

#[test]
fn a_cell_of_a_megabyte_is_told() {
    let row = format!(
        "<row r=\"2\">{}{}{}</row>",
        cell("A2", "text"),
        cell("B2", "a"),
        cell("C2", &"x".repeat(1 << 20))
    );
    let findings = read(book_of(&row)).expect_err("it is refused");
    assert!(
        told(&findings).contains("survey row 2 column C: this cell holds 1048576 characters"),
        "{}",
        told(&findings)
    );
}

#[test]
fn formulas_of_the_spreadsheet_are_never_evaluated() {
    let row = |formula: &str| {
        format!(
            "<row r=\"2\">{}{}{formula}</row>",
            cell("A2", "text"),
            cell("B2", "a")
        )
    };
    let without = row("<c r=\"C2\"><f>WEBSERVICE(\"http://x\")</f></c>");
    let findings = read(book_of(&without)).expect_err("it is refused");
    assert!(
        told(&findings).contains("survey row 2 column C: this cell holds a formula"),
        "{}",
        told(&findings)
    );
    let with = row("<c r=\"C2\" t=\"str\"><f>\"A\"&amp;\"b\"</f><v>Ab</v></c>");
    let form = read(book_of(&with)).expect("a form");
    assert_eq!(form.questions[1].label[""], "Ab");
    assert!(told(&form.notices).contains("the value last shown was taken"));
    let error = row("<c r=\"C2\" t=\"e\"><v>#REF!</v></c>");
    assert!(told(&read(book_of(&error)).expect_err("it is refused")).contains("shows an error"));
}

#[test]
fn ten_thousand_questions_are_too_many() {
    let mut csv = String::from("type,name,label\n");
    (0..10_000).for_each(|n| writeln!(csv, "text,q{n},Q").expect("written"));
    refused(
        &csv,
        "a form may have 3000 questions at most; this one has 10000 rows",
    );
    let mut csv = String::from("type,name,label\n");
    (0..MAX_QUESTIONS).for_each(|n| writeln!(csv, "text,q{n},Q").expect("written"));
    survey(&csv).expect("a form");
}

#[test]
fn too_many_choices_are_told() {
    let mut csv = String::from("list_name,name,label\n");
    (0..=MAX_CHOICES).for_each(|n| writeln!(csv, "l,c{n},C").expect("written"));
    let book = Book::from_csv(&[
        ("survey", "type,name,label\nselect_one l,a,A\n"),
        ("choices", &csv),
    ])
    .expect("sheets");
    assert!(told(&read(book).expect_err("it is refused")).contains("50000 choices at most"));
}

#[test]
fn circles_are_named_with_their_cell() {
    refused(
        "type,name,calculation\ncalculate,a,${b}\ncalculate,b,${c} + 1\ncalculate,c,${a}\n",
        "in a circle: ",
    );
    refused(
        "type,name,calculation\ncalculate,a,${a} + 1\n",
        "survey row 2 column C (calculation): a depends on itself",
    );
    refused(
        "type,name,label,relevant\ntext,a,A,${b} = 1\ntext,b,B,${a} = 1\n",
        "survey row 2 column D (relevant): these depend on each other",
    );
    refused(
        "type,name,label,relevant\ntext,a,A,. = 1\n",
        "a depends on itself",
    );
    refused(
        "type,name,label,relevant\nbegin group,g,G,${y} = 1\ntext,x,X,\nend group,,,\nbegin group,h,H,${x} = 1\ntext,y,Y,\nend group,,,\n",
        "in a circle: ",
    );
    refused(
        "type,name,label,relevant\nbegin group,g,G,${x} = 1\ntext,x,X,\nend group,,,\n",
        "in a circle: ",
    );
    refused(
        "type,name,label,repeat_count\nbegin repeat,r,R,${x}\ninteger,x,X,\nend repeat,,,\n",
        "in a circle: ",
    );
}

#[test]
fn a_long_chain_is_no_circle() {
    let mut csv = String::from("type,name,calculation\ncalculate,q0,1\n");
    (1..2900).for_each(|n| writeln!(csv, "calculate,q{n},${{q{}}} + 1", n - 1).expect("written"));
    let form = survey(&csv).expect("a form");
    let around = Around::at("2026-11-22T09:30:00.000+01:00", &|| 0.5);
    let sitting = Sitting::new(&form, &serde_json::Map::new(), &around).expect("a sitting");
    assert_eq!(sitting.values()["q2899"], 2900);
}

#[test]
fn groups_end_where_they_began() {
    refused(
        "type,name,label\nbegin group,g,G\ntext,a,A\n",
        "survey row 2 column A (type): the group g is never ended",
    );
    refused(
        "type,name,label\ntext,a,A\nend group,,\n",
        "survey row 3 column A (type): this ends a group that was never begun",
    );
    refused(
        "type,name,label\nbegin repeat,g,G\ntext,a,A\nend group,,\n",
        "another kind than the repeat g that was begun in row 2",
    );
    let deep = format!(
        "type,name,label\n{}text,a,A\n{}",
        "begin group,g,G\n".repeat(300),
        "end group,,\n".repeat(300)
    );
    refused(&deep, "nested too deeply");
}

#[test]
fn deep_and_long_expressions_are_told() {
    let deep = format!("{}1{}", "(".repeat(5000), ")".repeat(5000));
    refused(
        &format!("type,name,calculation\ncalculate,a,{deep}\n"),
        "nested too deeply",
    );
    let long = format!("1{}", " + 1".repeat(20_000));
    refused(
        &format!("type,name,calculation\ncalculate,a,{long}\n"),
        "this cell holds",
    );
    let many = vec!["${a} = 1"; 800].join(" or ");
    survey(&format!(
        "type,name,label,relevant\ninteger,a,A,\ntext,b,B,{many}\n"
    ))
    .expect("a form");
}

#[test]
fn what_is_not_supported_is_named_in_its_cell() {
    for (row, why) in [
        (
            "text,a,A,foo(1)",
            "survey row 2 column D (relevant): this expression cannot be read: at character 1: the function foo() is not supported",
        ),
        ("text,a,A,${b} = 1", "${b} leads nowhere"),
        ("text,a,A,1 == 2", "at character 4"),
        (
            "text,a,A,\"regex(., '(?=x)y')\"",
            "look-ahead and look-behind are not supported",
        ),
        ("text,a,A,${last-saved#a} = 1", "last-saved"),
        (
            "osm,a,A,",
            "survey row 2 column A (type): the type osm is not supported",
        ),
        ("begin loop over x,a,A,", "not supported"),
        (
            "select_one nowhere,a,A,",
            "there is no list of choices called \"nowhere\"",
        ),
        (
            "select_one_from_file a.geojson,a,A,",
            "choices from a.geojson are not supported",
        ),
        ("texts,a,A,", "the type texts is not known"),
        ("text,1a,A,", "1a cannot be a name"),
        ("text,,A,", "this question has no name"),
    ] {
        refused(&format!("type,name,label,relevant\n{row}\n"), why);
    }
    refused(
        "type,name,label\ntext,a,A\ntext,a,B\n",
        "survey row 3 column B (name): the name a stands in this group twice",
    );
    refused(
        "type,name,label,save_to\ntext,a,A,x\n",
        "entity lists is not supported",
    );
}

#[test]
fn a_choice_of_several_has_no_space_in_its_name() {
    let sheets = |kind: &str| {
        let survey = format!("type,name,label\n{kind} l,a,A\n");
        read(
            Book::from_csv(&[
                ("survey", &survey),
                ("choices", "list_name,name,label\nl,one two,X\n"),
            ])
            .expect("sheets"),
        )
    };
    let findings = sheets("select_multiple").expect_err("it is refused");
    assert!(
        told(&findings).contains("survey row 2 (type): the list l is used where several"),
        "{}",
        told(&findings)
    );
    sheets("select_one").expect("a form");
}

#[test]
fn a_form_that_would_work_for_ever_is_stopped() {
    let mut csv =
        String::from("type,name,label,relevant\nbegin repeat,r,R,\ntext,x,X,\nend repeat,,,\n");
    csv.push_str("text,y,Y,count(//x[count(//x[count(//x[. = 'a']) > 5]) > 5]) > 5\n");
    let form = survey(&csv).expect("a form");
    let answers = serde_json::json!({"r": vec![serde_json::json!({"x": "a"}); 900]});
    let around = Around::at("2026-11-22T09:30:00.000+01:00", &|| 0.5);
    let answers = answers.as_object().expect("an object");
    assert!(matches!(
        Sitting::new(&form, answers, &around),
        Err(Untaken::Stopped(_))
    ));
    let many = serde_json::json!({"r": vec![serde_json::json!({}); 2000]});
    assert!(matches!(
        Sitting::new(&form, many.as_object().expect("an object"), &around),
        Err(Untaken::TooMany)
    ));
}

#[test]
fn a_form_that_counts_too_far_is_stopped() {
    let form = survey(
        "type,name,label,repeat_count\nbegin repeat,r,R,1000000000\ntext,x,X,\nend repeat,,,\n",
    )
    .expect("a form");
    let around = Around::at("2026-11-22T09:30:00.000+01:00", &|| 0.5);
    assert!(matches!(
        Sitting::new(&form, &serde_json::Map::new(), &around),
        Err(Untaken::TooMany)
    ));
}

#[test]
fn a_form_with_everything_wrong_is_told_in_measure() {
    let mut csv = String::from("type,name,label\n");
    (0..2000).for_each(|n| writeln!(csv, "nonsense,q{n},Q").expect("written"));
    let findings = survey(&csv).expect_err("it is refused");
    assert_eq!(findings.iter().count(), 200);
    assert_eq!(findings.beyond(), 1800);
}

#[test]
fn a_form_that_speaks_of_purposes_declares_every_field() {
    let head = "type,name,label,sanad::field,sanad::purpose,sanad::sensitivity,sanad::classes\n";
    refused(
        &format!("{head}text,a,A,,safety,M,\n"),
        "(sanad::classes): every field declares purpose",
    );
    let form = survey(&format!(
        "{head}text,a,A,current_safety,safety,m,general gbv\n"
    ))
    .expect("a form");
    let binding = &form.questions[1].binding;
    assert_eq!(
        (
            binding.field.as_str(),
            binding.sensitivity.as_str(),
            binding.classes.len()
        ),
        ("current_safety", "M", 2)
    );
    assert!(form.undeclared().is_empty());
    assert_eq!(
        survey("type,name,label\ntext,a,A\nnote,n,N\n")
            .expect("a form")
            .undeclared()
            .len(),
        1
    );
}
