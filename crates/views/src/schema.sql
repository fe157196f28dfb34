-- Disposable read models, in memory only. Every row carries who may be told of it: the file's
-- relations (worker, backup, centre, desk, themes, receiver) and its own class set.

CREATE TABLE cases (
    file BLOB PRIMARY KEY,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL, outcome TEXT, code TEXT, risk TEXT, risk_rank INTEGER NOT NULL,
    episode INTEGER NOT NULL, arrived INTEGER NOT NULL, last_contact INTEGER,
    request TEXT NOT NULL, steps TEXT NOT NULL,
    -- How the person is reached, from general events: by which ways, when, with which word.
    short_name TEXT, safe_channels TEXT, safe_times TEXT, code_word TEXT,
    may_leave_message INTEGER NOT NULL, language TEXT, interpreter TEXT,
    -- As the door saw them: enough to tell who waits from one another.
    sex_seen TEXT, age_band TEXT
) STRICT;

-- What is due, one row each; a reader sees those of the classes they hold.
CREATE TABLE due (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    what TEXT NOT NULL, at INTEGER NOT NULL, which BLOB
) STRICT;
CREATE INDEX due_file ON due (file);

-- Names and codes as they are searched for.
CREATE TABLE names (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    folded TEXT NOT NULL, shown TEXT NOT NULL,
    -- Matter that must not be guessed at: the file then answers a likeness as if it were not there.
    restricted INTEGER NOT NULL
) STRICT;
CREATE INDEX names_file ON names (file);
CREATE INDEX names_folded ON names (folded);

-- What tells one person from another, from general events: what the index of people is made from.
CREATE TABLE people (
    file BLOB PRIMARY KEY,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    known TEXT NOT NULL,
    -- As in names.
    restricted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Hashes of the words that another spelling of a name shares (`linkage::near_keys`), to the rows of
-- names: read across all files for a likeness, and for the search of readers who reach very many.
CREATE TABLE name_keys (
    key INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (key, name)
) STRICT, WITHOUT ROWID;

-- What waits for an approval, and meetings held.
CREATE TABLE approvals (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    subject TEXT NOT NULL, asked_at INTEGER NOT NULL, asked_by BLOB NOT NULL
) STRICT;
CREATE INDEX approvals_file ON approvals (file);

CREATE TABLE meetings (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    meeting TEXT NOT NULL, held_at INTEGER NOT NULL
) STRICT;
CREATE INDEX meetings_file ON meetings (file);

-- Contacts planned for a time, and what was recorded lately: which kind of entry, never its words.
CREATE TABLE appointments (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    appointment BLOB NOT NULL, planned_for INTEGER NOT NULL, mode TEXT NOT NULL, purpose TEXT NOT NULL,
    language TEXT, interpreter_needed INTEGER NOT NULL, interpreter TEXT, place TEXT
) STRICT;
CREATE INDEX appointments_file ON appointments (file);

CREATE TABLE changes (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    room TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, by BLOB NOT NULL
) STRICT;
CREATE INDEX changes_file ON changes (file);

-- Until when a file's rows stay as they are if nothing is recorded; then they are made anew.
CREATE TABLE freshness (file BLOB PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX freshness_until ON freshness (until);

-- One index for each relation that the permission table speaks of.
CREATE INDEX cases_worker ON cases (worker) WHERE worker NOT NULL;
CREATE INDEX cases_backup ON cases (backup) WHERE backup NOT NULL;
CREATE INDEX cases_receiver ON cases (receiver) WHERE receiver NOT NULL;
CREATE INDEX cases_centre ON cases (centre, desk);
