-- PostgreSQL has had the indexes that SQLite gets here from its first version on: nothing changes but the version, which both stores have
-- in common.
SELECT 5;
