-- The key has nearly all columns: without a row id SQLite writes each row once, and not once more into an index.
DROP TABLE smsc_ids;
CREATE TABLE smsc_ids (
    smsc VARCHAR(255) NOT NULL,
    smsc_id VARCHAR(100) NOT NULL,
    message_id VARCHAR(255) NOT NULL,
    part INTEGER NOT NULL,
    accepted_at BIGINT NOT NULL,
    PRIMARY KEY (smsc_id, smsc, message_id, part)
) WITHOUT ROWID;
