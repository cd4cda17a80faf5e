-- Who wrote a message: caller, model, miner or web_search. For messages of before it is not known.
ALTER TABLE messages ADD COLUMN origin text NOT NULL DEFAULT 'unknown';
