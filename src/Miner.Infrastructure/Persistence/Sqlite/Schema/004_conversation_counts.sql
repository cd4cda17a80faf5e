-- How many conversations were last active in each hour since 1970, so that neither counting them nor turning to a page of their list walks
-- through all. The triggers keep it, whoever writes. INSERT OR REPLACE would go past them.
CREATE TABLE conversation_counts (
    hour          INTEGER NOT NULL PRIMARY KEY,
    conversations INTEGER NOT NULL
) STRICT;

INSERT INTO conversation_counts SELECT last_activity / 3600000000, COUNT(*) FROM conversations GROUP BY 1;

CREATE TRIGGER conversations_inserted AFTER INSERT ON conversations
BEGIN
    INSERT INTO conversation_counts VALUES (NEW.last_activity / 3600000000, 1)
    ON CONFLICT (hour) DO UPDATE SET conversations = conversations + 1;
END;

CREATE TRIGGER conversations_deleted AFTER DELETE ON conversations
BEGIN
    UPDATE conversation_counts SET conversations = conversations - 1 WHERE hour = OLD.last_activity / 3600000000;
    DELETE FROM conversation_counts WHERE hour = OLD.last_activity / 3600000000 AND conversations = 0;
END;

CREATE TRIGGER conversations_moved AFTER UPDATE OF last_activity ON conversations
WHEN OLD.last_activity / 3600000000 <> NEW.last_activity / 3600000000
BEGIN
    UPDATE conversation_counts SET conversations = conversations - 1 WHERE hour = OLD.last_activity / 3600000000;
    DELETE FROM conversation_counts WHERE hour = OLD.last_activity / 3600000000 AND conversations = 0;
    INSERT INTO conversation_counts VALUES (NEW.last_activity / 3600000000, 1)
    ON CONFLICT (hour) DO UPDATE SET conversations = conversations + 1;
END;
