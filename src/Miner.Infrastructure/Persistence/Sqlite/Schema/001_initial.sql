-- Times are whole microseconds since 1970-01-01T00:00:00Z: they sort, and PostgreSQL's timestamptz is as fine.
-- Enumerations are snake_case text. Text compares by its bytes (BINARY, the default).

-- A conversation is there while it has messages; last_activity is the time of its newest one.
CREATE TABLE conversations (
    cid           TEXT    NOT NULL PRIMARY KEY,
    created_at    INTEGER NOT NULL,
    last_activity INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX conversations_by_activity ON conversations (last_activity, cid, created_at);

-- The id gives the order in which messages were written. The content stands last, so that its long text is not
-- walked through to reach another column.
CREATE TABLE messages (
    id        INTEGER NOT NULL PRIMARY KEY,
    cid       TEXT    NOT NULL REFERENCES conversations (cid) ON DELETE CASCADE,
    role      TEXT    NOT NULL,
    timestamp INTEGER NOT NULL,
    content   TEXT    NOT NULL
) STRICT;

CREATE INDEX messages_by_conversation ON messages (cid, id, timestamp);
CREATE INDEX messages_by_time ON messages (timestamp);

-- A playbook outlives its conversation, hence no reference. Ids are shown to callers, so none is given twice.
CREATE TABLE playbook_entries (
    id               INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    cid              TEXT    NOT NULL,
    insight_type     TEXT    NOT NULL,
    key              TEXT    NOT NULL,
    value            TEXT    NOT NULL,
    operation        TEXT    NOT NULL,
    source_feedback  TEXT    NOT NULL,
    confidence_score REAL    NOT NULL,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    version          INTEGER NOT NULL,
    is_active        INTEGER NOT NULL,
    tags             TEXT    NOT NULL,
    extra_data       TEXT
) STRICT;

CREATE UNIQUE INDEX playbook_entries_active ON playbook_entries (cid, key) WHERE is_active = 1;
CREATE INDEX playbook_entries_inactive ON playbook_entries (updated_at) WHERE is_active = 0;

-- Each feedback once, however many operations the model read out of it: both texts may be long.
CREATE TABLE playbook_feedback (
    id         INTEGER NOT NULL PRIMARY KEY,
    cid        TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    feedback   TEXT    NOT NULL,
    model_text TEXT    NOT NULL
) STRICT;

CREATE INDEX playbook_feedback_by_time ON playbook_feedback (created_at);

-- One row for each operation, done or not, and one with the outcome 'none' for a feedback that yielded nothing.
-- An item that is no insight is 'rejected' and has its JSON and the reason instead of an insight's fields.
CREATE TABLE playbook_audit (
    id               INTEGER NOT NULL PRIMARY KEY,
    feedback_id      INTEGER NOT NULL REFERENCES playbook_feedback (id) ON DELETE CASCADE,
    outcome          TEXT    NOT NULL,
    entry_id         INTEGER,
    insight_type     TEXT,
    key              TEXT,
    value            TEXT,
    operation        TEXT,
    confidence_score REAL,
    tags             TEXT,
    rejected_json    TEXT,
    rejected_reason  TEXT
) STRICT;

CREATE INDEX playbook_audit_by_feedback ON playbook_audit (feedback_id);
