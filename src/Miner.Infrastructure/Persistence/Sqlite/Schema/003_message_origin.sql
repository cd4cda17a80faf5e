-- Who wrote a message: caller, model, miner or web_search. For messages of before it is not known.
ALTER TABLE messages ADD COLUMN origin TEXT NOT NULL DEFAULT 'unknown';
