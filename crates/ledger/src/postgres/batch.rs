//! What a transaction will write, kept back until it ends, and what it will ask, asked beforehand.
//!
//! While the writer's lock is held nobody else can change an answer, so what was asked once stays
//! true until the transaction itself changes it. Whatever is not known here is asked of the
//! database, after everything kept back has gone there: a transaction always sees its own writes.

use std::collections::HashMap;

use tokio_postgres::types::ToSql;

use crate::Id;
use crate::rows::{Cell, LogRow, Table};
use crate::sql::{Placed, int};

/// What work may ask about a file, a command or a claim.
#[derive(Copy, Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Question {
    Command(Id),
    Claim([u8; 32]),
    /// The last event: its number, and its hash alone in the row.
    End(Id),
    /// The key of the file itself.
    Key(Id),
    Erased(Id),
}

/// What the work of one transaction is known to ask.
#[derive(Default)]
pub(crate) struct Wanted {
    pub commands: Vec<Id>,
    pub claims: Vec<[u8; 32]>,
    pub files: Vec<Id>,
}

impl Wanted {
    /// As far as nothing is found, that is the answer.
    fn questions(&self) -> impl Iterator<Item = Question> + '_ {
        let files = self.files.iter().flat_map(|file| {
            [
                Question::End(*file),
                Question::Key(*file),
                Question::Erased(*file),
            ]
        });
        let commands = self.commands.iter().map(|id| Question::Command(*id));
        let claims = self.claims.iter().map(|hash| Question::Claim(*hash));
        files.chain(commands).chain(claims)
    }
}

/// A statement with what is given to it, for the end of the transaction.
pub(super) type Later = (&'static str, Vec<Cell>);

/// More than this is not kept back at once.
const MOST: usize = 20_000;

#[derive(Default)]
pub(super) struct Batch {
    pub rows: Vec<(Table, u64, Vec<Cell>)>,
    pub log: Vec<LogRow>,
    pub later: Vec<Later>,
    answers: HashMap<Question, Option<Placed>>,
    savepoint: Option<Savepoint>,
}

/// Where one piece of work began.
#[derive(Default)]
struct Savepoint {
    rows: usize,
    log: usize,
    later: usize,
    /// Whether the database knows of it: only when something went there meanwhile.
    real: bool,
    undo: Vec<(Question, Option<Option<Placed>>)>,
}

/// What goes to the database, in order; in the middle, when the savepoint comes there.
pub(super) struct Outgoing {
    pub before: Part,
    pub savepoint: bool,
    pub after: Part,
}

#[derive(Default)]
pub(super) struct Part {
    pub rows: Vec<(Table, u64, Vec<Cell>)>,
    pub log: Vec<LogRow>,
    pub later: Vec<Later>,
}

impl Part {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.log.is_empty() && self.later.is_empty()
    }
}

impl Batch {
    pub fn expect(&mut self, wanted: &Wanted) {
        self.answers
            .extend(wanted.questions().map(|question| (question, None)));
    }

    pub fn answer(&mut self, question: Question, found: Placed) {
        self.answers.insert(question, Some(found));
    }

    pub fn known(&self, question: Question) -> Option<Option<Placed>> {
        self.answers.get(&question).cloned()
    }

    pub fn forget_known(&mut self) {
        self.answers.clear();
    }

    /// Keeps a row back, and what it answers.
    pub fn keep(&mut self, table: Table, position: u64, cells: &[Cell]) {
        self.rows.push((table, position, cells.to_vec()));
        let placed = || Some((position, cells.to_vec()));
        match (table, cells) {
            (Table::Commands, [Cell::Bytes(id), ..]) => {
                self.learn(file(id).map(Question::Command), placed());
            }
            (Table::Claims, [Cell::Bytes(hash), ..]) => {
                let hash = hash.as_slice().try_into().ok();
                self.learn(hash.map(Question::Claim), placed());
            }
            (Table::Events, [Cell::Bytes(id), Cell::Int(seq), _, _, hash]) => {
                let end = Some((crate::sql::nat(*seq), vec![hash.clone()]));
                self.learn(file(id).map(Question::End), end);
            }
            (Table::Keys, [Cell::Bytes(id), Cell::Int(0), ..]) => {
                self.learn(file(id).map(Question::Key), placed());
            }
            (Table::Erased, [Cell::Bytes(id), Cell::Int(0), ..]) => {
                self.learn(file(id).map(Question::Erased), placed());
            }
            _ => {}
        }
    }

    fn learn(&mut self, question: Option<Question>, answer: Option<Placed>) {
        let Some(question) = question else {
            return;
        };
        let before = self.answers.insert(question, answer);
        if let Some(savepoint) = &mut self.savepoint {
            savepoint.undo.push((question, before));
        }
    }

    pub fn is_full(&self) -> bool {
        self.rows.len() + self.log.len() > MOST
    }

    pub fn savepoint(&mut self) {
        self.savepoint = Some(Savepoint {
            rows: self.rows.len(),
            log: self.log.len(),
            later: self.later.len(),
            ..Savepoint::default()
        });
    }

    /// The work is done; whether the database has to hear of it.
    pub fn release(&mut self) -> bool {
        self.savepoint
            .take()
            .is_some_and(|savepoint| savepoint.real)
    }

    /// The work is undone; whether the database has to hear of it.
    pub fn roll_back(&mut self) -> bool {
        let Some(savepoint) = self.savepoint.take() else {
            return false;
        };
        self.rows.truncate(savepoint.rows);
        self.log.truncate(savepoint.log);
        self.later.truncate(savepoint.later);
        for (question, before) in savepoint.undo.into_iter().rev() {
            match before {
                Some(answer) => drop(self.answers.insert(question, answer)),
                None => drop(self.answers.remove(&question)),
            }
        }
        savepoint.real
    }

    pub fn take(&mut self) -> Outgoing {
        let whole = Part {
            rows: std::mem::take(&mut self.rows),
            log: std::mem::take(&mut self.log),
            later: std::mem::take(&mut self.later),
        };
        match &mut self.savepoint {
            Some(savepoint) if !savepoint.real => {
                let mut before = whole;
                let after = Part {
                    rows: before.rows.split_off(savepoint.rows),
                    log: before.log.split_off(savepoint.log),
                    later: before.later.split_off(savepoint.later),
                };
                (savepoint.rows, savepoint.log, savepoint.later) = (0, 0, 0);
                savepoint.real = true;
                Outgoing {
                    before,
                    savepoint: true,
                    after,
                }
            }
            _ => Outgoing {
                before: whole,
                savepoint: false,
                after: Part::default(),
            },
        }
    }
}

fn file(bytes: &[u8]) -> Option<Id> {
    bytes.try_into().ok().map(Id)
}

/// All values of one column of many rows.
pub(super) enum Column<'a> {
    Ints(Vec<i64>),
    Texts(Vec<&'a str>),
    Bytes(Vec<&'a [u8]>),
}

impl<'a> Column<'a> {
    fn like(cell: &Cell) -> Self {
        match cell {
            Cell::Int(_) => Self::Ints(vec![]),
            Cell::Text(_) => Self::Texts(vec![]),
            Cell::Bytes(_) => Self::Bytes(vec![]),
        }
    }

    fn push(&mut self, cell: &'a Cell) {
        match (self, cell) {
            (Self::Ints(all), Cell::Int(value)) => all.push(*value),
            (Self::Texts(all), Cell::Text(value)) => all.push(value),
            (Self::Bytes(all), Cell::Bytes(value)) => all.push(value),
            // A table has one kind in a column; the database refuses columns of two lengths.
            _ => {}
        }
    }

    pub fn value(&self) -> &(dyn ToSql + Sync) {
        match self {
            Self::Ints(all) => all,
            Self::Texts(all) => all,
            Self::Bytes(all) => all,
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Ints(_) => "bigint[]",
            Self::Texts(_) => "text[]",
            Self::Bytes(_) => "bytea[]",
        }
    }
}

/// One statement for many rows of one table: its text and its columns.
pub(super) type Insert<'a> = (String, Vec<Column<'a>>);

/// One statement for each table that has rows here, and one for the log.
pub(super) fn inserts(part: &Part) -> Vec<Insert<'_>> {
    let mut all: Vec<Insert<'_>> = Table::ALL
        .into_iter()
        .filter_map(|table| insert(table, part))
        .collect();
    if !part.log.is_empty() {
        let ints = |value: fn(&LogRow) -> i64| Column::Ints(part.log.iter().map(value).collect());
        let columns = vec![
            ints(|row| int(row.position)),
            ints(|row| row.table.code()),
            ints(LogRow::op_code),
            ints(|row| int(row.row)),
            Column::Bytes(part.log.iter().map(|row| &row.hash[..]).collect()),
        ];
        all.push((statement("log", "tbl, op, row, hash", &columns), columns));
    }
    all
}

fn insert(table: Table, part: &Part) -> Option<Insert<'_>> {
    let mut rows = part.rows.iter().filter(|(of, ..)| *of == table).peekable();
    let (_, _, first) = rows.peek()?;
    let mut columns = vec![Column::Ints(vec![])];
    columns.extend(first.iter().map(Column::like));
    for (_, position, cells) in rows {
        if let Some(Column::Ints(positions)) = columns.first_mut() {
            positions.push(int(*position));
        }
        for (column, cell) in columns[1..].iter_mut().zip(cells) {
            column.push(cell);
        }
    }
    let sql = statement(table.name(), &table.columns().join(", "), &columns);
    Some((sql, columns))
}

fn statement(table: &str, names: &str, columns: &[Column<'_>]) -> String {
    let given: Vec<String> = columns
        .iter()
        .zip(1..)
        .map(|(column, place)| format!("?{place}::{}", column.kind()))
        .collect();
    format!(
        "INSERT INTO {table}(position, {names}) SELECT * FROM unnest({})",
        given.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(id: u8) -> Vec<Cell> {
        vec![[id; 16][..].into(), 5.into(), [id; 8][..].into()]
    }

    #[test]
    fn what_a_refused_piece_of_work_kept_back_is_gone_and_no_answer_of_it_stays() {
        let mut batch = Batch::default();
        let (one, two) = (
            Question::Command(Id([1; 16])),
            Question::Command(Id([2; 16])),
        );
        batch.expect(&Wanted {
            commands: vec![Id([1; 16]), Id([2; 16])],
            ..Wanted::default()
        });
        batch.savepoint();
        batch.keep(Table::Commands, 7, &cells(1));
        assert!(!batch.release());
        batch.savepoint();
        batch.keep(Table::Commands, 8, &cells(2));
        assert_eq!(batch.known(two), Some(Some((8, cells(2)))));
        assert!(!batch.roll_back(), "the database never heard of it");
        assert_eq!(batch.known(two), Some(None));
        assert_eq!(batch.known(one), Some(Some((7, cells(1)))));
        assert_eq!(batch.known(Question::End(Id([1; 16]))), None, "never asked");
        assert_eq!(batch.rows.len(), 1);
    }

    #[test]
    fn what_went_out_in_the_middle_of_a_piece_of_work_is_taken_back_there() {
        let mut batch = Batch::default();
        batch.keep(Table::Commands, 7, &cells(1));
        batch.savepoint();
        batch.keep(Table::Commands, 8, &cells(2));
        let out = batch.take();
        assert_eq!(
            (out.before.rows.len(), out.savepoint, out.after.rows.len()),
            (1, true, 1)
        );
        batch.keep(Table::Commands, 9, &cells(3));
        let again = batch.take();
        assert_eq!((again.before.rows.len(), again.savepoint), (1, false));
        assert!(batch.roll_back());
        assert!(batch.rows.is_empty());
    }
}
