-- What a supervisor watches over: alerts that wait, matters that wait for a second person, and who
-- counts in which year. Read like every other view: relations and classes stand in each row.

CREATE TABLE alerts (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    alert BLOB NOT NULL, kind TEXT NOT NULL, theme TEXT NOT NULL, raised_at INTEGER NOT NULL,
    taken_by BLOB, taken_at INTEGER, authority TEXT, asked TEXT
) STRICT;
CREATE INDEX alerts_file ON alerts (file);
CREATE INDEX alerts_centre ON alerts (centre, raised_at);

CREATE TABLE matters (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    what TEXT NOT NULL, at INTEGER NOT NULL, raised_by BLOB NOT NULL, which BLOB, detail TEXT
) STRICT;
CREATE INDEX matters_file ON matters (file);
CREATE INDEX matters_centre ON matters (centre, what, at);

CREATE TABLE years (
    file BLOB NOT NULL,
    worker BLOB, backup BLOB, centre BLOB, desk INTEGER NOT NULL, themes INTEGER NOT NULL, receiver BLOB,
    classes INTEGER NOT NULL,
    year INTEGER NOT NULL, began TEXT NOT NULL, ended TEXT NOT NULL, tally INTEGER NOT NULL
) STRICT;
CREATE INDEX years_file ON years (file);
CREATE INDEX years_centre ON years (centre, year);
