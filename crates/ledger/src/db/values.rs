//! What goes into a statement, and what comes out of one.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::Failure;
use crate::rows::Cell;

/// A value given to a statement.
#[derive(Copy, Clone, Debug)]
pub(crate) enum Arg<'a> {
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

impl From<i64> for Arg<'_> {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a [u8]> for Arg<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Arg<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a> From<&'a crate::Id> for Arg<'a> {
    fn from(value: &'a crate::Id) -> Self {
        Self::Bytes(&value.0)
    }
}

impl<'a> From<&'a Cell> for Arg<'a> {
    fn from(value: &'a Cell) -> Self {
        match value {
            Cell::Int(value) => Self::Int(*value),
            Cell::Text(value) => Self::Text(value),
            Cell::Bytes(value) => Self::Bytes(value),
        }
    }
}

impl Arg<'_> {
    pub fn to_cell(self) -> Cell {
        match self {
            Self::Int(value) => Cell::Int(value),
            Self::Text(value) => Cell::Text(value.to_owned()),
            Self::Bytes(value) => Cell::Bytes(value.to_vec()),
        }
    }
}

/// A row as it was read.
pub(crate) struct Row(pub Vec<Cell>);

impl Row {
    pub fn int(&self, column: usize) -> Result<i64, Failure> {
        self.maybe_int(column).ok_or_else(|| other_type(column))
    }

    /// Nothing where the database has nothing.
    pub fn maybe_int(&self, column: usize) -> Option<i64> {
        self.0.get(column).and_then(Cell::int)
    }

    pub fn nat(&self, column: usize) -> Result<u64, Failure> {
        self.int(column).map(crate::sql::nat)
    }

    pub fn bytes(&mut self, column: usize) -> Result<Vec<u8>, Failure> {
        self.maybe_bytes(column).ok_or_else(|| other_type(column))
    }

    /// Takes the bytes out of the row; nothing where the database has nothing.
    pub fn maybe_bytes(&mut self, column: usize) -> Option<Vec<u8>> {
        match self.0.get_mut(column) {
            Some(Cell::Bytes(bytes)) => Some(std::mem::take(bytes)),
            _ => None,
        }
    }

    pub fn text(&mut self, column: usize) -> Result<String, Failure> {
        match self.0.get_mut(column) {
            Some(Cell::Text(text)) => Ok(std::mem::take(text)),
            _ => Err(other_type(column)),
        }
    }
}

fn other_type(column: usize) -> Failure {
    Failure::Engine(format!("column {column} has another type"))
}

impl ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}

impl FromSql for Cell {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(match value {
            ValueRef::Integer(value) => Self::Int(value),
            ValueRef::Text(value) => Self::Text(String::from_utf8_lossy(value).into_owned()),
            ValueRef::Blob(value) => Self::Bytes(value.to_vec()),
            // No column allows these; a tampered one hashes to something else.
            ValueRef::Null | ValueRef::Real(_) => Self::Text(String::new()),
        })
    }
}
