//! The tables as PostgreSQL keeps them.

/// How many parts the tables that belong to files have. A file lies whole in one of them.
const PARTS: usize = 16;

/// The tables of `sql::SCHEMA` with the same columns. What belongs to a file is partitioned by it.
/// No position is unique by the database's own doing there: the log's is, and nothing is written
/// without the log. Sealed bytes do not shrink, so nothing tries.
pub(super) fn schema() -> String {
    let mut all = String::from(TABLES);
    for table in ["events", "keys", "erased"] {
        for part in 0..PARTS {
            all.push_str(&format!(
                "CREATE TABLE {table}_{part} PARTITION OF {table} FOR VALUES WITH (MODULUS {PARTS}, REMAINDER {part});\n"
            ));
        }
    }
    all
}

/// Everything that a move which was cut short may have left.
pub(super) const DROP: &str = "DROP TABLE IF EXISTS moving, meta, events, keys, commands, claims, looks, sessions, erased, log, heads, frontier, aside";

const TABLES: &str = "
CREATE TABLE meta(position BIGINT PRIMARY KEY, name TEXT NOT NULL, value BYTEA NOT NULL);
CREATE TABLE events(position BIGINT NOT NULL, file BYTEA NOT NULL, seq BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL, sealed BYTEA NOT NULL, hash BYTEA NOT NULL, PRIMARY KEY(file, seq)) PARTITION BY HASH(file);
CREATE INDEX events_by_position ON events(position);
ALTER TABLE events ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE keys(position BIGINT NOT NULL, file BYTEA NOT NULL, seq BIGINT NOT NULL,
  epoch BIGINT NOT NULL, wrapped BYTEA NOT NULL, PRIMARY KEY(file, seq)) PARTITION BY HASH(file);
CREATE INDEX keys_by_position ON keys(position);
ALTER TABLE keys ALTER COLUMN wrapped SET STORAGE PLAIN;
CREATE TABLE commands(position BIGINT PRIMARY KEY, id BYTEA NOT NULL UNIQUE,
  recorded_at BIGINT NOT NULL, sealed BYTEA NOT NULL);
ALTER TABLE commands ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE claims(position BIGINT PRIMARY KEY, hash BYTEA NOT NULL UNIQUE, owner BYTEA NOT NULL,
  sealed BYTEA NOT NULL);
CREATE INDEX claims_by_owner ON claims(owner);
CREATE TABLE looks(position BIGINT PRIMARY KEY, recorded_at BIGINT NOT NULL, sealed BYTEA NOT NULL);
ALTER TABLE looks ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE sessions(position BIGINT PRIMARY KEY, token BYTEA NOT NULL UNIQUE,
  recorded_at BIGINT NOT NULL, sealed BYTEA NOT NULL);
CREATE TABLE erased(position BIGINT NOT NULL, file BYTEA NOT NULL, seq BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL, sealed BYTEA NOT NULL, PRIMARY KEY(file, seq)) PARTITION BY HASH(file);
CREATE INDEX erased_by_position ON erased(position);
CREATE TABLE log(position BIGINT PRIMARY KEY, tbl BIGINT NOT NULL, op BIGINT NOT NULL,
  row BIGINT NOT NULL, hash BYTEA NOT NULL);
CREATE TABLE heads(number BIGINT PRIMARY KEY, note TEXT NOT NULL);
CREATE TABLE frontier(id BIGINT PRIMARY KEY CHECK(id = 1), state BYTEA NOT NULL);
CREATE TABLE aside(key BYTEA PRIMARY KEY, space BYTEA NOT NULL, recorded_at BIGINT NOT NULL,
  sealed BYTEA NOT NULL);
CREATE INDEX aside_by_space ON aside(space);
";
