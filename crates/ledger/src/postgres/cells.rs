//! Values on their way to and from PostgreSQL.

use std::error::Error;

use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::Failure;
use crate::db::{Arg, Row};
use crate::rows::Cell;

impl ToSql for Arg<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Int(value) => value.to_sql(kind, out),
            Self::Text(value) => value.to_sql(kind, out),
            Self::Bytes(value) => value.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(kind)
    }

    to_sql_checked!();
}

/// A row with the kinds of cells that both databases have.
pub(super) fn row(row: &tokio_postgres::Row) -> Result<Row, Failure> {
    let cell = |(place, column): (usize, &tokio_postgres::Column)| {
        let found = match *column.type_() {
            Type::INT8 => row
                .try_get(place)
                .map(|found: Option<i64>| found.map(Cell::Int)),
            Type::BYTEA => row
                .try_get(place)
                .map(|found: Option<Vec<u8>>| found.map(Cell::Bytes)),
            _ => row
                .try_get(place)
                .map(|found: Option<String>| found.map(Cell::Text)),
        };
        // Nothing reads like a value of another kind, as it does from SQLite.
        found
            .map(|found| found.unwrap_or_else(|| Cell::Text(String::new())))
            .map_err(|error| Failure::Engine(error.to_string()))
    };
    let cells: Result<Vec<Cell>, Failure> = row.columns().iter().enumerate().map(cell).collect();
    cells.map(Row)
}

/// The same statement in PostgreSQL's way of numbering what is given to it.
pub(super) fn numbered(sql: &str) -> String {
    sql.replace('?', "$")
}
