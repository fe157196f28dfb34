//! The rows of the survey, one by one, to questions in groups.

use std::collections::HashSet;

use super::book::Sheet;
use super::finding::{Finding, Findings};
use super::formula::{self, Cells};
use super::header::{Column, columns};
use super::kind::{Kind, Said, said};
use super::lists::{Lists, texts};
use super::model::{Binding, Question};
use crate::expression::is_name;

/// The most questions of a form.
pub const MAX_QUESTIONS: usize = 3000;
/// How deep groups may be nested.
pub const MAX_NESTED: usize = 20;

const READ: &[&str] = &[
    "type",
    "name",
    "label",
    "hint",
    "guidance_hint",
    "constraint",
    "constraint_message",
    "required",
    "required_message",
    "relevant",
    "default",
    "calculation",
    "readonly",
    "appearance",
    "parameters",
    "choice_filter",
    "repeat_count",
    "trigger",
    "image",
    "audio",
    "video",
    "big-image",
    "autoplay",
    "rows",
    "disabled",
    "sanad::field",
    "sanad::purpose",
    "sanad::sensitivity",
    "sanad::classes",
];

/// The survey under construction.
pub(super) struct Survey<'a> {
    pub questions: Vec<Question>,
    pub lists: &'a mut Lists,
    pub findings: &'a mut Findings,
    columns: Vec<Column>,
    open: Vec<usize>,
    names: HashSet<(usize, String)>,
}

pub(super) fn read<'a>(
    sheet: &Sheet,
    lists: &'a mut Lists,
    findings: &'a mut Findings,
) -> Vec<Question> {
    let mut survey = Survey {
        questions: vec![Question::default()],
        lists,
        findings,
        columns: columns(sheet),
        open: vec![0],
        names: HashSet::new(),
    };
    survey.headers();
    let count = sheet
        .rows
        .iter()
        .skip(1)
        .filter(|row| !row.is_empty())
        .count();
    if count > MAX_QUESTIONS {
        let why =
            format!("a form may have {MAX_QUESTIONS} questions at most; this one has {count} rows");
        survey.problem(MAX_QUESTIONS + 1, "type", why);
        return survey.questions;
    }
    for (row, cells) in sheet.rows.iter().enumerate().skip(1) {
        survey.row(row, cells);
    }
    survey.unclosed();
    survey.questions
}

impl Survey<'_> {
    fn headers(&mut self) {
        let mut seen = HashSet::new();
        for column in self.columns.clone() {
            let finding = if ["save_to", "entity", "dataset"].contains(&column.holds.as_str()) {
                Finding::problem("saving answers to entity lists is not supported")
            } else if !READ.contains(&column.holds.as_str()) {
                Finding::notice("this column has no meaning here and is kept as it is")
            } else if !seen.insert((column.holds.clone(), column.language.clone())) {
                Finding::problem("this column stands here twice")
            } else {
                continue;
            };
            self.findings.push(
                finding
                    .in_sheet("survey")
                    .cell(0, column.at)
                    .under(&column.written),
            );
        }
        for needed in ["type"] {
            if !self.columns.iter().any(|column| column.holds == needed) {
                let why = format!("the column {needed} is missing");
                self.findings
                    .push(Finding::problem(why).in_sheet("survey").row(0));
            }
        }
    }

    pub fn problem(&mut self, row: usize, holds: &str, why: impl Into<String>) {
        self.say(row, holds, Finding::problem(why));
    }

    pub fn say(&mut self, row: usize, holds: &str, finding: Finding) {
        let column = self.columns.iter().find(|column| column.holds == holds);
        let finding = finding.in_sheet("survey").row(row);
        let finding = match column {
            Some(column) => finding.cell(row, column.at).under(&column.written),
            None => finding.under(holds),
        };
        self.findings.push(finding);
    }

    fn row(&mut self, row: usize, cells: &[String]) {
        let cells = Cells {
            columns: &self.columns.clone(),
            cells,
        };
        let kind = cells.get("type");
        if kind.is_empty() {
            if !cells.get("name").is_empty() && !cells.get("label").is_empty() {
                self.problem(row, "type", "this row has a name and no type");
            }
            return;
        }
        if matches!(
            cells.get("disabled").to_lowercase().as_str(),
            "yes" | "true" | "true()"
        ) {
            return;
        }
        match said(kind) {
            Said::Begin(kind) => self.begin(row, kind, &cells),
            Said::End(kind) => self.end(row, kind),
            Said::Question(kind) => {
                self.question(row, kind, &cells);
            }
            Said::Select {
                kind,
                list,
                other,
                from,
            } => self.select(row, kind, (&list, other, from), &cells),
            Said::Table => self.table(row, cells.get("name")),
            Said::Unsupported => {
                self.problem(row, "type", format!("the type {kind} is not supported"))
            }
            Said::Unknown => self.problem(row, "type", format!("the type {kind} is not known")),
        }
    }

    fn table(&mut self, row: usize, name: &str) {
        let id = self.lists.id(name);
        if self.lists.lists.get(id).is_some_and(|list| !list.known) {
            self.say(
                row,
                "name",
                Finding::notice(format!("the table {name}.csv does not lie beside the form")),
            );
        }
    }

    fn begin(&mut self, row: usize, kind: Kind, cells: &Cells<'_>) {
        if self.open.len() > MAX_NESTED {
            self.problem(row, "type", "groups are nested too deeply");
        }
        let id = self.question(row, kind, cells);
        self.open.push(id);
    }

    fn end(&mut self, row: usize, kind: Option<Kind>) {
        let Some(open) = self.open.last().copied().filter(|open| *open != 0) else {
            self.problem(row, "type", "this ends a group that was never begun");
            return;
        };
        let was = self
            .questions
            .get(open)
            .map(|group| (group.kind, group.name.clone(), group.row));
        if let Some((was, name, began)) = was
            && kind.is_some_and(|kind| kind != was)
        {
            let why = format!(
                "this ends another kind than the {} {name} that was begun in row {}",
                was.name(),
                began + 1
            );
            self.problem(row, "type", why);
        }
        self.open.pop();
    }

    fn unclosed(&mut self) {
        for open in self.open.clone().into_iter().skip(1) {
            if let Some((row, name)) = self
                .questions
                .get(open)
                .map(|group| (group.row, group.name.clone()))
            {
                self.problem(row, "type", format!("the group {name} is never ended"));
            }
        }
    }

    /// Adds a question of whatever kind, and says its number.
    pub(super) fn question(&mut self, row: usize, kind: Kind, cells: &Cells<'_>) -> usize {
        let name = self.name(row, kind, cells);
        let parent = self.open.last().copied().unwrap_or(0);
        let id = self.questions.len();
        let mut question = Question {
            name,
            kind,
            row,
            parent,
            ..Question::default()
        };
        self.stand(&mut question, id);
        self.words(&mut question, cells);
        formula::fill(&mut question, cells, self);
        if kind == Kind::Device {
            let why = "nothing about the device or its owner is collected; this stays empty";
            self.say(row, "type", Finding::notice(why));
        }
        if question.appearance.contains("search(") {
            self.problem(
                row,
                "appearance",
                "search() is not supported; use select_one_from_file or a choice_filter",
            );
        }
        self.questions.push(question);
        id
    }

    fn name(&mut self, row: usize, kind: Kind, cells: &Cells<'_>) -> String {
        let written = cells.get("name");
        if written.is_empty() {
            if matches!(
                kind,
                Kind::Group | Kind::Note | Kind::Start | Kind::End | Kind::Today | Kind::Device
            ) {
                return format!("row_{}", row + 1);
            }
            self.problem(row, "name", "this question has no name");
            return format!("row_{}", row + 1);
        }
        if !is_name(written) || written.contains(':') {
            let why = format!(
                "{written} cannot be a name: a letter or _ first, then letters, digits, - _ and . only"
            );
            self.problem(row, "name", why);
        }
        if ["meta", "__proto__", "constructor", "prototype"].contains(&written) {
            self.problem(row, "name", format!("{written} is a reserved name"));
        }
        written.to_owned()
    }

    /// Gives it its place: path, repeats, and the group's knowledge of it.
    fn stand(&mut self, question: &mut Question, id: usize) {
        if !self.names.insert((question.parent, question.name.clone())) {
            let why = format!("the name {} stands in this group twice", question.name);
            self.problem(question.row, "name", why);
        }
        if let Some(parent) = self.questions.get_mut(question.parent) {
            question.place = parent.children.len();
            parent.children.push(id);
            question.repeats.clone_from(&parent.repeats);
            question.path = if parent.path.is_empty() {
                question.name.clone()
            } else {
                format!("{}/{}", parent.path, question.name)
            };
        }
        if question.kind == Kind::Repeat {
            question.repeats.push(id);
        }
    }

    fn words(&mut self, question: &mut Question, cells: &Cells<'_>) {
        let languages = &mut self.lists.languages;
        let mut words = |holds: &str| texts(cells.columns, cells.cells, holds, languages);
        question.label = words("label");
        question.hint = words("hint");
        question.guidance = words("guidance_hint");
        question.constraint_message = words("constraint_message");
        question.required_message = words("required_message");
        for kind in ["image", "audio", "video", "big-image"] {
            let texts = words(kind);
            if !texts.is_empty() {
                question.media.insert(kind.to_owned(), texts);
            }
        }
        cells.get("appearance").clone_into(&mut question.appearance);
        question.binding = Binding {
            field: cells.get("sanad::field").to_owned(),
            purpose: cells.get("sanad::purpose").to_owned(),
            sensitivity: cells.get("sanad::sensitivity").to_uppercase(),
            classes: cells
                .get("sanad::classes")
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
        };
        self.declared(question, cells);
    }

    /// A form that speaks of purposes speaks of them for every field (DP1).
    fn declared(&mut self, question: &Question, cells: &Cells<'_>) {
        let speaks = cells
            .columns
            .iter()
            .any(|column| column.holds.starts_with("sanad::"));
        if !speaks
            || !question.kind.keeps()
            || question.kind == Kind::Calculate && question.binding == Binding::default()
        {
            return;
        }
        let binding = &question.binding;
        for (holds, missing) in [
            ("sanad::purpose", binding.purpose.is_empty()),
            (
                "sanad::sensitivity",
                !["L", "M", "H"].contains(&binding.sensitivity.as_str()),
            ),
            ("sanad::classes", binding.classes.is_empty()),
        ] {
            if missing {
                let why =
                    "every field declares purpose, sensitivity (L, M or H) and reader classes";
                self.problem(question.row, holds, why);
            }
        }
    }
}
