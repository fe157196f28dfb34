//! Questions with choices: which list they choose from, and `or_other`.

use std::collections::BTreeMap;

use super::finding::Finding;
use super::formula::Cells;
use super::header::Column;
use super::kind::{From, Kind};
use super::model::{Binding, Row, Texts};
use super::parameters;
use super::survey::Survey;

impl Survey<'_> {
    pub(super) fn select(
        &mut self,
        row: usize,
        kind: Kind,
        (list, other, from): (&str, bool, From),
        cells: &Cells<'_>,
    ) {
        let before = self.lists.lists.len();
        let id = match from {
            From::File => self.file(row, list, &parameters::pairs(cells.get("parameters"))),
            _ if answers_of(list).is_some() => None,
            _ => Some(self.lists.id(list)),
        };
        if self.lists.lists.len() > before && from != From::File {
            self.problem(
                row,
                "type",
                format!("there is no list of choices called {list:?}"),
            );
        }
        if other && let Some(id) = id {
            self.offer_other(id);
        }
        let at = self.question(row, kind, cells);
        let Some(question) = self.questions.get_mut(at) else {
            return;
        };
        question.list = id;
        question.answers_of = answers_of(list).map(str::to_owned);
        if other {
            let name = question.name.clone();
            self.specify_other(row, &name);
        }
    }

    /// The table of a file. Other columns than `name` and `label` make a list of their own; the
    /// table stays what it is for those who look things up in it.
    fn file(
        &mut self,
        row: usize,
        file: &str,
        settings: &BTreeMap<String, String>,
    ) -> Option<usize> {
        let Some((stem, "csv")) = file.rsplit_once('.') else {
            self.problem(
                row,
                "type",
                format!("choices from {file} are not supported; .csv files are"),
            );
            return None;
        };
        let id = self.lists.id(stem);
        if self.lists.lists.get(id).is_some_and(|list| !list.known) {
            let why = format!("{file} does not lie beside the form; answers are taken unchecked");
            self.say(row, "type", Finding::notice(why));
            return Some(id);
        }
        let column = |setting: &str, otherwise: &str| {
            let set = settings.get(setting).cloned();
            set.unwrap_or_else(|| otherwise.to_owned())
        };
        let (value, label) = (column("value", "name"), column("label", "label"));
        if (value.as_str(), label.as_str()) == ("name", "label") {
            return Some(id);
        }
        match self.lists.told_by(id, &value, &label) {
            Ok(id) => Some(id),
            Err(missing) => {
                let why = format!("{file} has no column {missing}");
                self.problem(row, "parameters", why);
                None
            }
        }
    }

    /// `or_other`: one more choice, and a question for what else it is.
    fn offer_other(&mut self, id: usize) {
        let languages = self.lists.languages.clone();
        if let Some(list) = self.lists.lists.get_mut(id)
            && !list.rows.iter().any(|row| row.name == "other")
        {
            let mut label: Texts = languages
                .iter()
                .map(|one| (one.clone(), "Other".to_owned()))
                .collect();
            if label.is_empty() {
                label.insert(String::new(), "Other".to_owned());
            }
            let cells = list.columns.iter().map(|column| {
                if column == "name" {
                    "other".to_owned()
                } else {
                    String::new()
                }
            });
            let cells = cells.collect();
            list.rows.push(Row {
                name: "other".to_owned(),
                label,
                cells,
            });
        }
    }

    fn specify_other(&mut self, row: usize, name: &str) {
        let columns = [
            ("name", format!("{name}_other")),
            ("label", "Specify other.".to_owned()),
            ("relevant", format!("selected(../{name}, 'other')")),
        ];
        let columns: Vec<(Column, String)> = columns
            .into_iter()
            .enumerate()
            .map(|(at, (holds, cell))| {
                (
                    Column {
                        holds: holds.to_owned(),
                        language: String::new(),
                        written: holds.to_owned(),
                        at,
                    },
                    cell,
                )
            })
            .collect();
        let (columns, cells): (Vec<Column>, Vec<String>) = columns.into_iter().unzip();
        let at = self.question(
            row,
            Kind::Text,
            &Cells {
                columns: &columns,
                cells: &cells,
            },
        );
        let binding = self
            .questions
            .get(at.saturating_sub(1))
            .map(|select| select.binding.clone());
        if let (Some(question), Some(binding)) = (self.questions.get_mut(at), binding) {
            question.binding = Binding {
                field: String::new(),
                ..binding
            };
        }
    }
}

/// `${name}` in place of a list: what was answered there is chosen from.
fn answers_of(list: &str) -> Option<&str> {
    list.strip_prefix("${")?.strip_suffix('}').map(str::trim)
}
