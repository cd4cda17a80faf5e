-- SQLite keeps here how many conversations were active in each hour. In PostgreSQL all who write would wait for each other at the row of
-- the present hour, and it counts by the index alone: nothing changes but the version, which both stores have in common.
SELECT 4;
