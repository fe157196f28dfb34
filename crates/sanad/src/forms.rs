//! `forms check` and `forms answer`: a form as it is understood, and what follows from answers.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};
use forms::sitting::{Around, Sitting};
use forms::xlsform::{self, Book, Findings, FirstAnswer, Form, Question};
use serde_json::{Map, Value, json};

#[derive(Args)]
pub struct FormsArgs {
    #[command(subcommand)]
    pub what: What,
}

#[derive(Subcommand)]
pub enum What {
    /// The form as understood, or every problem with sheet, row and column.
    Check(FormCheckArgs),
    /// What follows from answers: values, what is relevant, what is wrong.
    Answer(AnswerArgs),
    /// Writes the form again: as .xlsx, or as a folder of CSV files.
    Convert(ConvertArgs),
}

#[derive(Args)]
pub struct FormCheckArgs {
    /// An .xlsx file, a folder with survey.csv, choices.csv and settings.csv, or one .csv with all.
    /// Tables that the form uses lie beside it.
    pub form: PathBuf,
    /// For another program to read.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct AnswerArgs {
    /// The form, as for `check`.
    pub form: PathBuf,
    /// A JSON file: an object with the answers by path, `{"group/name": …}`; `-` reads the input.
    #[arg(long)]
    pub answers: PathBuf,
    /// The language of messages, as the form names it or by its code.
    #[arg(long, default_value = "")]
    pub language: String,
    /// The moment that `now()` and `today()` answer, such as 2026-11-22T09:30:00.000+01:00.
    #[arg(long)]
    pub now: Option<String>,
}

#[derive(Args)]
pub struct ConvertArgs {
    /// The form, as for `check`.
    pub form: PathBuf,
    /// Where to write: a name that ends in .xlsx, or a folder.
    #[arg(long)]
    pub to: PathBuf,
}

/// Runs one of the commands; 1 where the form is refused, 2 where there is nothing to read.
pub fn forms(args: &FormsArgs) -> anyhow::Result<ExitCode> {
    let path = match &args.what {
        What::Check(args) => &args.form,
        What::Answer(args) => &args.form,
        What::Convert(args) => &args.form,
    };
    if !path.exists() {
        eprintln!("sanad: there is no {}", path.display());
        return Ok(ExitCode::from(2));
    }
    let form = book(path).and_then(xlsform::read);
    match &args.what {
        What::Check(args) => Ok(check(form, args.json)),
        What::Answer(args) => match form {
            Ok(form) => answer(&form, args),
            Err(findings) => Ok(refused(&findings)),
        },
        What::Convert(args) => match form {
            Ok(form) => convert(&form, &args.to),
            Err(findings) => Ok(refused(&findings)),
        },
    }
}

/// The sheets of a form in whichever shape it comes, and the tables beside it.
fn book(path: &Path) -> Result<Book, Findings> {
    let said = |why: String| Findings::of(&why);
    let text = |path: &Path| {
        let bytes = bytes(path).map_err(said)?;
        String::from_utf8(bytes).map_err(|_| said(format!("{} is not UTF-8 text", name(path))))
    };
    let is_csv = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    let (mut book, beside) = if path.is_dir() {
        let mut sheets = Vec::new();
        for sheet in xlsform::SHEETS {
            let file = path.join(format!("{sheet}.csv"));
            if file.exists() {
                sheets.push((sheet, text(&file)?));
            }
        }
        let named: Vec<(&str, &str)> = sheets
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        (Book::from_csv(&named).map_err(said)?, path)
    } else {
        let beside = path.parent().unwrap_or(Path::new("."));
        let read = if is_csv {
            Book::from_joined_csv(&text(path)?)
        } else {
            Book::from_xlsx(&bytes(path).map_err(said)?)
        };
        (read.map_err(said)?, beside)
    };
    for file in book.wanted_files() {
        let place = beside.join(&file);
        if place.is_file() {
            let table = text(&place)?;
            book.attach(&file, &table).map_err(said)?;
        }
    }
    Ok(book)
}

/// A file's content, unless it is larger than any form.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let size = fs::metadata(path)
        .map_err(|problem| format!("{}: {problem}", name(path)))?
        .len();
    if size > xlsform::MAX_FILE as u64 {
        return Err(format!(
            "{} is larger than {} MB",
            name(path),
            xlsform::MAX_FILE >> 20
        ));
    }
    fs::read(path).map_err(|problem| format!("{}: {problem}", name(path)))
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn refused(findings: &Findings) -> ExitCode {
    findings.iter().for_each(|finding| eprintln!("{finding}"));
    ExitCode::FAILURE
}

fn check(form: Result<Form, Findings>, as_json: bool) -> ExitCode {
    let (findings, form) = match &form {
        Ok(form) => (&form.notices, Some(form)),
        Err(findings) => (findings, None),
    };
    if as_json {
        let list: Vec<Value> = findings.iter().map(xlsform::Finding::to_json).collect();
        let (problems, notices): (Vec<Value>, Vec<Value>) = list
            .into_iter()
            .partition(|finding| finding["kind"] == "problem");
        let mut told = json!({"ok": form.is_some(), "problems": problems, "notices": notices});
        if let (Some(form), Some(map)) = (form, told.as_object_mut()) {
            map.insert("form".to_owned(), understood(form));
        }
        println!("{told}");
    } else {
        if let Some(form) = form {
            lines(form);
        }
        findings.iter().for_each(|finding| {
            println!(
                "{}: {finding}",
                if finding.refused { "problem" } else { "notice" }
            )
        });
        if findings.beyond() > 0 {
            println!("and {} more problems", findings.beyond());
        }
    }
    ExitCode::from(u8::from(form.is_none()))
}

/// The form for other programs: names, types, conditions as parsed.
fn understood(form: &Form) -> Value {
    let questions: Vec<Value> = form
        .questions
        .iter()
        .skip(1)
        .map(|question| described(form, question))
        .collect();
    let lists: Map<String, Value> = form
        .lists
        .iter()
        .map(|list| {
            let rows = list
                .rows
                .iter()
                .map(|row| json!({"name": row.name, "label": row.label}));
            (list.name.clone(), Value::Array(rows.collect()))
        })
        .collect();
    json!({
        "title": form.settings.title,
        "id": form.settings.id,
        "version": form.settings.version,
        "default_language": form.settings.default_language,
        "languages": form.languages,
        "questions": questions,
        "choices": lists,
    })
}

fn described(form: &Form, question: &Question) -> Value {
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| {
        map.insert(name.to_owned(), value);
    };
    put("path", json!(question.path));
    put("name", json!(question.name));
    put("type", json!(question.kind.name()));
    put("row", json!(question.row + 1));
    put("label", json!(question.label));
    if let Some(list) = question.list.and_then(|id| form.lists.get(id)) {
        put("list", json!(list.name));
    }
    for (header, formula) in xlsform::formulas(question) {
        if let Some(formula) = formula {
            put(header, json!(formula.expr.to_string()));
        }
    }
    match &question.default {
        FirstAnswer::None => {}
        FirstAnswer::Fixed(text) => put("default", json!(text)),
        FirstAnswer::Dynamic(formula) => put("default", json!(formula.expr.to_string())),
    }
    for (name, texts) in [
        ("hint", &question.hint),
        ("guidance_hint", &question.guidance),
        ("constraint_message", &question.constraint_message),
        ("required_message", &question.required_message),
    ] {
        if !texts.is_empty() {
            put(name, json!(texts));
        }
    }
    for (name, text) in [
        ("appearance", &question.appearance),
        ("sanad::field", &question.binding.field),
        ("sanad::purpose", &question.binding.purpose),
        ("sanad::sensitivity", &question.binding.sensitivity),
    ] {
        if !text.is_empty() {
            put(name, json!(text));
        }
    }
    if !question.binding.classes.is_empty() {
        put("sanad::classes", json!(question.binding.classes));
    }
    if !question.parameters.is_empty() {
        put("parameters", json!(question.parameters));
    }
    Value::Object(map)
}

/// The form for a person: one line for each question, its conditions below it.
fn lines(form: &Form) {
    let settings = &form.settings;
    println!(
        "{} (id {}, version {})",
        or_dash(&settings.title),
        or_dash(&settings.id),
        or_dash(&settings.version)
    );
    for question in form.questions.iter().skip(1) {
        let indent = "  ".repeat(question.path.matches('/').count() + 1);
        let list = question
            .list
            .and_then(|id| form.lists.get(id))
            .map_or(String::new(), |list| format!(" {}", list.name));
        println!("{indent}{}: {}{list}", question.name, question.kind.name());
        for (header, formula) in xlsform::formulas(question) {
            if let Some(formula) = formula {
                println!("{indent}  {header}: {}", formula.expr);
            }
        }
    }
    println!(
        "{} questions, {} lists of choices",
        form.questions.len() - 1,
        form.lists.len()
    );
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { "-" } else { text }
}

fn answer(form: &Form, args: &AnswerArgs) -> anyhow::Result<ExitCode> {
    let text = if args.answers == Path::new("-") {
        std::io::read_to_string(std::io::stdin()).context("the input")?
    } else if args.answers.exists() {
        fs::read_to_string(&args.answers).context("the answers")?
    } else {
        eprintln!("sanad: there is no {}", args.answers.display());
        return Ok(ExitCode::from(2));
    };
    let Ok(Value::Object(answers)) = serde_json::from_str(&text) else {
        eprintln!("sanad: the answers are no JSON object");
        return Ok(ExitCode::from(2));
    };
    let now = args.now.clone().unwrap_or_else(now);
    let seed = jiff_nanoseconds();
    let state = Cell::new(seed | 1);
    let chance = || {
        let mut x = state.get();
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        state.set(x);
        (x >> 11) as f64 / (1u64 << 53) as f64
    };
    let around = Around {
        now: &now,
        language: &args.language,
        chance: &chance,
    };
    let outcome = match Sitting::new(form, &answers, &around) {
        Ok(sitting) => sitting.outcome().map_err(|stopped| stopped.to_string()),
        Err(untaken) => Err(untaken.to_string()),
    };
    match outcome {
        Ok(outcome) => {
            println!("{outcome}");
            Ok(ExitCode::SUCCESS)
        }
        Err(why) => {
            eprintln!("sanad: {why}");
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The clock of this machine, as forms write it.
#[allow(clippy::disallowed_methods)] // The edge: here the clock is read.
fn now() -> String {
    jiff::Zoned::now()
        .strftime("%Y-%m-%dT%H:%M:%S.%3f%:z")
        .to_string()
}

#[allow(clippy::disallowed_methods)] // The edge: chance for random() on the command line.
fn jiff_nanoseconds() -> u64 {
    jiff::Timestamp::now().as_nanosecond() as u64
}

fn convert(form: &Form, to: &Path) -> anyhow::Result<ExitCode> {
    if to
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
    {
        fs::write(to, form.book.to_xlsx().map_err(anyhow::Error::msg)?).context("the form")?;
    } else {
        fs::create_dir_all(to).context("the folder")?;
        for (sheet, text) in form.book.to_csv().map_err(anyhow::Error::msg)? {
            fs::write(to.join(format!("{sheet}.csv")), text).context("the form")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
