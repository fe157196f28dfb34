//! What PostgreSQL's errors mean.

use tokio_postgres::error::SqlState;

use crate::Failure;

/// What an error of the database means. Its texts name tables and codes, never values.
pub(super) fn fault(error: &tokio_postgres::Error) -> Failure {
    let Some(said) = error.as_db_error() else {
        let mut words = error.to_string();
        let mut cause = std::error::Error::source(error);
        while let Some(inner) = cause {
            words = format!("{words}: {inner}");
            cause = inner.source();
        }
        let lost = error.is_closed()
            || std::error::Error::source(error).is_some_and(|cause| cause.is::<std::io::Error>());
        return if lost {
            Failure::Unreachable(words)
        } else {
            Failure::Engine(words)
        };
    };
    let (code, words) = (said.code(), said.message());
    match *code {
        SqlState::DISK_FULL => Failure::DiskFull,
        SqlState::LOCK_NOT_AVAILABLE
        | SqlState::T_R_DEADLOCK_DETECTED
        | SqlState::QUERY_CANCELED => Failure::Busy,
        SqlState::DATA_CORRUPTED | SqlState::INDEX_CORRUPTED => Failure::damaged(words),
        SqlState::ADMIN_SHUTDOWN
        | SqlState::CRASH_SHUTDOWN
        | SqlState::CANNOT_CONNECT_NOW
        | SqlState::TOO_MANY_CONNECTIONS
        | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
        | SqlState::READ_ONLY_SQL_TRANSACTION => {
            Failure::Unreachable(format!("{words} (code {})", code.code()))
        }
        _ => Failure::Engine(format!("{words} (code {})", code.code())),
    }
}
