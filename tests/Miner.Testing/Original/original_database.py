#!/usr/bin/env python3
"""Makes a database as the original miner left it: its tables, and what is found in real ones.

original_database.py FILE NOW [--wal]: NOW is UTC, such as 2030-01-02T03:04:05. With --wal the last pair stands in the log alone, as it
does when the program is killed.
"""
import json
import os
import shutil
import sqlite3
import sys
from datetime import datetime, timedelta

TABLES = """
CREATE TABLE conversations (
    id INTEGER NOT NULL, cid VARCHAR(100) NOT NULL, created_at DATETIME NOT NULL, last_updated DATETIME NOT NULL,
    message_count INTEGER NOT NULL, PRIMARY KEY (id));
CREATE UNIQUE INDEX ix_conversations_cid ON conversations (cid);
CREATE TABLE messages (
    id INTEGER NOT NULL, conversation_id INTEGER NOT NULL, role VARCHAR(20) NOT NULL, content VARCHAR NOT NULL,
    timestamp DATETIME NOT NULL, extra_data JSON, PRIMARY KEY (id), FOREIGN KEY(conversation_id) REFERENCES conversations (id));
CREATE INDEX ix_messages_conversation_id ON messages (conversation_id);
CREATE TABLE playbook_entries (
    id INTEGER NOT NULL, cid VARCHAR(100) NOT NULL, insight_type VARCHAR(50) NOT NULL, key VARCHAR(200) NOT NULL,
    value VARCHAR NOT NULL, operation VARCHAR NOT NULL, source_feedback VARCHAR, confidence_score FLOAT NOT NULL,
    created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL, version INTEGER NOT NULL, is_active BOOLEAN NOT NULL,
    tags JSON, extra_data JSON, PRIMARY KEY (id));
CREATE INDEX ix_playbook_entries_cid ON playbook_entries (cid);
CREATE TABLE playbook_operations (
    id INTEGER NOT NULL, playbook_entry_id INTEGER, cid VARCHAR(100) NOT NULL, operation VARCHAR NOT NULL, extracted_data JSON,
    success BOOLEAN NOT NULL, error_message VARCHAR, source_feedback VARCHAR, llm_response VARCHAR, timestamp DATETIME NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(playbook_entry_id) REFERENCES playbook_entries (id));
"""

file, now = sys.argv[1], datetime.fromisoformat(sys.argv[2])
db = sqlite3.connect(file)
db.executescript(TABLES)


def ago(**delta):
    return (now - timedelta(**delta)).isoformat(sep=" ", timespec="microseconds")


def conversation(cid, *messages):
    """Each message: role, content, and how long ago it was written."""
    row = db.execute(
        "INSERT INTO conversations (cid, created_at, last_updated, message_count) VALUES (?, ?, ?, ?)",
        (cid, ago(days=20), ago(), len(messages)))
    db.executemany(
        "INSERT INTO messages (conversation_id, role, content, timestamp, extra_data) VALUES (?, ?, ?, ?, ?)",
        [(row.lastrowid, role, content, ago(**delta), json.dumps({"component": "complete"})) for role, content, delta in messages])


def entry(cid, key, value, delta, kind="preference", version=1, active=True, tags="null", operation="insert"):
    return db.execute(
        "INSERT INTO playbook_entries (cid, insight_type, key, value, operation, source_feedback, confidence_score, created_at, updated_at,"
        " version, is_active, tags, extra_data) VALUES (?, ?, ?, ?, ?, 'the words', 0.9, ?, ?, ?, ?, ?, 'null')",
        (cid, kind, key, value, operation, ago(**delta), ago(**delta), version, active, tags)).lastrowid


def operation(cid, kind, delta, entry_id=None, data=None, success=True, error=None, feedback="be short", text="[model]"):
    db.execute(
        "INSERT INTO playbook_operations (playbook_entry_id, cid, operation, extracted_data, success, error_message, source_feedback,"
        " llm_response, timestamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (entry_id, cid, kind, json.dumps(data), success, error, feedback, text, ago(**delta)))


def pair(name, **delta):
    return [("user", f"question {name}", delta), ("assistant", f"answer {name}", delta)]


conversation("plain", *pair("1", hours=3), *pair("2", hours=2))
conversation("long", *[message for n in range(30, 0, -1) for message in pair(str(n), minutes=5 * n)])
conversation(
    "interleaved", ("user", "first?", {"seconds": 10.4}), ("user", "second?", {"seconds": 10.3}),
    ("assistant", "first!", {"seconds": 10.2}), ("assistant", "second!", {"seconds": 10.1}))
conversation(
    "half", ("user", "lost?", {"minutes": 30}), *pair("kept", minutes=20), ("assistant", "nobody asked", {"minutes": 10}),
    ("user", "lost too?", {"seconds": 50}), *pair("last", seconds=40))
conversation("old", *pair("old", days=8))
conversation("both", *pair("old", days=8), *pair("new", days=6))
conversation("empty")
conversation("texts", ("user", "a\0b", {"hours": 1}), ("assistant", "x" * 60_000, {"hours": 1}))
conversation("roles", ("system", "be good", {"hours": 1}), *pair("1", hours=1))

for number in range(1, 6):
    entry("plain", "response_style", f"short answers {number}", {"days": 10 - number}, version=number if number < 4 else 1)
entry("plain", "language", "French", {"days": 3}, active=False, operation="delete", version=7)
tagged = entry("plain", "units", "metric", {"days": 2}, kind="FACT", tags='["si", "metric"]')
entry("plain", "ancient", "forgotten", {"days": 100}, active=False, operation="delete")
entry("plain", "odd", "kept as context", {"days": 1}, kind="hunch", tags="[]")
for number in range(60):
    entry("full", f"key {number}", f"value {number}", {"days": 60 - number})

data = {"insight_type": "fact", "key": "units", "value": "metric", "operation": "insert", "confidence_score": 0.9}
operation("plain", "insert", {"days": 2}, tagged, data)
operation("plain", "update", {"days": 2}, None, {"insight_type": "preference", "key": "response_style", "value": "short answers 5"})
operation("plain", "insert", {"days": 1}, None, None, success=False, error="no JSON", feedback="hm", text="no idea")
operation("plain", "insert", {"days": 100}, None, data)
db.commit()

if "--wal" in sys.argv:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")
    conversation("logged", *pair("in the log", hours=1))
    db.commit()
    for suffix in ("", "-wal"):
        shutil.copyfile(file + suffix, f"{file}{suffix}.left")
    db.close()
    for suffix in ("", "-wal"):
        os.replace(f"{file}{suffix}.left", file + suffix)
