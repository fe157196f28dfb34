//! A mutant behind a switch does what the same mutant does in a text of its own: both are compiled
//! into one program, which compares them for every input.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper of a test fails the test"
)]

use std::{fs, path::Path, process::Command};

use mutants::{
    list::{Genre, Mutant, Place, Span, replaced},
    weave::weave,
};

/// Functions of three truths and a number, which say a number.
const SAMPLE: &str = r#"
pub fn all(a: bool, b: bool, c: bool, n: i32) -> bool { a && b && c && n == 1 }
pub fn any(a: bool, b: bool, c: bool, n: i32) -> bool { a || b || c || n != 1 }
pub fn mixed(a: bool, b: bool, c: bool, n: i32) -> bool { a && b || !c && n < 2 || n > 3 }
pub fn nested(a: bool, b: bool, c: bool, n: i32) -> bool { a && (b || (c && n >= 2)) && !(a && c) }
pub fn arms(a: bool, b: bool, c: bool, n: i32) -> bool {
    match n { 1 => a, 2 if b => c, 3 | 4 => !c, _ => a == b }
}
pub fn number(a: bool, b: bool, c: bool, n: i32) -> bool {
    let mut sum = n * 3;
    sum += i32::from(a);
    sum % 4 <= 1 || b && c
}
#[derive(Clone)]
struct Pair { one: bool, other: bool }
pub fn field(a: bool, b: bool, _: bool, n: i32) -> bool {
    let base = Pair { one: b, other: n == 2 };
    let other = a;
    let pair = Pair { one: a, ..base.clone() };
    let swapped = Pair { other, ..base };
    pair.one && !swapped.other || pair.other
}
"#;

const FUNCTIONS: [&str; 7] = ["all", "any", "mixed", "nested", "arms", "number", "field"];

/// A mutant at the nth place where the words stand.
fn mutant(words: &str, nth: usize, within: (usize, usize), new: &str, genre: Genre) -> Mutant {
    let at = SAMPLE.match_indices(words).nth(nth).expect(words).0;
    let place = |byte: usize| Place {
        line: SAMPLE[..byte].matches('\n').count() + 1,
        column: byte - SAMPLE[..byte].rfind('\n').unwrap_or(0),
    };
    Mutant {
        name: format!("{words} {nth} {new}"),
        file: "sample.rs".into(),
        span: Span {
            start: place(at + within.0),
            end: place(at + within.1),
        },
        replacement: new.into(),
        genre,
    }
}

fn everywhere(sign: &str, new: &[&str], genre: Genre, all: &mut Vec<Mutant>) {
    let spaced = format!(" {sign} ");
    let words = if genre == Genre::UnaryOperator {
        sign
    } else {
        &spaced
    };
    let inside = words.find(sign).unwrap();
    for nth in 0..SAMPLE.matches(words).count() {
        for new in new {
            all.push(mutant(
                words,
                nth,
                (inside, inside + sign.len()),
                new,
                genre,
            ));
        }
    }
}

fn mutants() -> Vec<Mutant> {
    let mut all = Vec::new();
    for (sign, new) in [
        ("&&", &["||"][..]),
        ("||", &["&&"]),
        ("==", &["!="]),
        ("!=", &["=="]),
        ("<", &["==", ">", "<="]),
        (">", &["==", "<", ">="]),
        ("<=", &[">"]),
        (">=", &["<"]),
        ("*", &["+", "/"]),
        ("%", &["/", "+"]),
        ("+=", &["-=", "*="]),
    ] {
        everywhere(sign, new, Genre::BinaryOperator, &mut all);
    }
    for sign in ["!c", "!(a", "!swapped"] {
        all.push(mutant(sign, 0, (0, 1), "", Genre::UnaryOperator));
    }
    for arm in ["1 => a,", "3 | 4 => !c,"] {
        all.push(mutant(arm, 0, (0, arm.len()), "", Genre::MatchArm));
    }
    for value in ["true", "false"] {
        all.push(mutant("if b =>", 0, (3, 4), value, Genre::MatchArmGuard));
        all.push(mutant(
            "a && b && c && n == 1 }",
            0,
            (0, 21),
            value,
            Genre::FnValue,
        ));
    }
    all.push(mutant("one: a, ..", 0, (0, 7), "", Genre::StructField));
    all.push(mutant("{ other, ..", 0, (2, 8), "", Genre::StructField));
    all
}

fn program(mutants: &[Mutant], woven: &str) -> String {
    let mut program = String::from(
        "#![allow(warnings)] mod mutants_switch {
            use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
            pub static ON: AtomicU32 = AtomicU32::new(0);
            pub fn on(number: u32) -> bool { ON.load(SeqCst) == number }
        }\n",
    );
    program += &format!("mod woven {{ {woven} }} mod plain {{ {SAMPLE} }}\n");
    let mut compared = String::new();
    for (number, mutant) in std::iter::once(None)
        .chain(mutants.iter().map(Some))
        .enumerate()
    {
        let name = mutant.map_or_else(|| "plain".into(), |_| format!("mutant{number}"));
        if let Some(mutant) = mutant {
            program += &format!("mod {name} {{ {} }}\n", replaced(SAMPLE, mutant));
        }
        for function in FUNCTIONS {
            compared += &format!("compare({number}, woven::{function}, {name}::{function});\n");
        }
    }
    program
        + "type Said = fn(bool, bool, bool, i32) -> bool;
        fn compare(number: u32, woven: Said, alone: Said) {
            mutants_switch::ON.store(number, std::sync::atomic::Ordering::SeqCst);
            for bits in 0..8 { for n in 0..6 {
                let (a, b, c) = (bits & 1 == 1, bits & 2 == 2, bits & 4 == 4);
                assert_eq!(woven(a, b, c, n), alone(a, b, c, n), \"{number}: {a} {b} {c} {n}\");
            } }
        }\nfn main() {\n"
        + &compared
        + "}\n"
}

#[test]
fn a_woven_mutant_says_what_it_says_alone() {
    let mutants = mutants();
    let numbered: Vec<_> = (1..).zip(&mutants).collect();
    let woven = weave(SAMPLE, &numbered, &[]).unwrap();
    assert_eq!(
        woven.numbers.len(),
        mutants.len(),
        "every mutant has its place"
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (source, made) = (folder.join("woven.rs"), folder.join("woven"));
    fs::write(&source, program(&mutants, &woven.text)).unwrap();
    let rustc = Command::new("rustc")
        .args(["--edition=2024", "-o"])
        .args([&made, &source])
        .status();
    assert!(rustc.unwrap().success());
    assert!(Command::new(made).status().unwrap().success());
}

#[test]
fn what_binds_differently_or_stays_const_is_left_to_a_build_of_its_own() {
    let text = "fn sum(n: i32) -> i32 { n - 1 - n }\nconst fn yes(n: i32) -> bool { n == 1 }\n";
    let at = |line, column, new: &str| Mutant {
        name: new.into(),
        file: "sample.rs".into(),
        span: Span {
            start: Place { line, column },
            end: Place {
                line,
                column: column + new.len(),
            },
        },
        replacement: new.into(),
        genre: Genre::BinaryOperator,
    };
    let mutants = [at(1, 31, "+"), at(1, 31, "/"), at(2, 34, "!=")];
    let numbered: Vec<_> = (1..).zip(&mutants).collect();
    let woven = weave(text, &numbered, &["yes".into()]).unwrap();
    assert_eq!(woven.numbers, [1]);
    assert!(
        woven
            .text
            .contains("const fn yes(n: i32) -> bool { n == 1 }")
    );
}
