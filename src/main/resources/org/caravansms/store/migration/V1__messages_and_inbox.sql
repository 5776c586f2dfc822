-- What became of each message; its names grow with time, so that the oldest are found without an index of ages. The document has the message and its life; the columns are what is asked for.
-- Times are microseconds since 1970.
CREATE TABLE messages (
    id VARCHAR(255) NOT NULL PRIMARY KEY,
    user_name VARCHAR(255) NOT NULL,
    folder VARCHAR(8) NOT NULL,
    accepted_at BIGINT NOT NULL,
    number_digits VARCHAR(64) NOT NULL,
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    is_read BOOLEAN DEFAULT FALSE NOT NULL,
    document VARCHAR(1000000) NOT NULL
);
CREATE INDEX messages_of_folder ON messages (user_name, folder, accepted_at);

-- Which part of which message an SMSC gave an id to, in its canonical form.
CREATE TABLE smsc_ids (
    smsc VARCHAR(255) NOT NULL,
    smsc_id VARCHAR(100) NOT NULL,
    message_id VARCHAR(255) NOT NULL,
    part INTEGER NOT NULL,
    accepted_at BIGINT NOT NULL,
    PRIMARY KEY (smsc_id, smsc, message_id, part)
);

-- Receipts whose message is not known.
CREATE TABLE parked_receipts (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    smsc VARCHAR(255) NOT NULL,
    parked_at BIGINT NOT NULL,
    number_digits VARCHAR(64) NOT NULL,
    document VARCHAR(10000) NOT NULL
);
CREATE INDEX parked_receipts_by_age ON parked_receipts (parked_at);

-- Parts of messages from handsets whose others are to come.
CREATE TABLE inbound_parts (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    message_key VARCHAR(300) NOT NULL,
    received_at BIGINT NOT NULL,
    number_digits VARCHAR(64) NOT NULL,
    document VARCHAR(300000) NOT NULL
);
CREATE INDEX inbound_parts_of_message ON inbound_parts (message_key);

CREATE TABLE inbox (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    user_name VARCHAR(255) NOT NULL,
    received_at BIGINT NOT NULL,
    number_digits VARCHAR(64) NOT NULL,
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    is_read BOOLEAN DEFAULT FALSE NOT NULL,
    document VARCHAR(1000000) NOT NULL
);
CREATE INDEX inbox_of_user ON inbox (user_name, is_deleted, received_at);
CREATE INDEX inbox_by_age ON inbox (received_at);

-- The events of the store that may not be published yet: a row a batch.
CREATE TABLE outbox (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    document VARCHAR(10000000) NOT NULL
);
