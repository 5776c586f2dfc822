-- How many batches of events were applied: the gateway notes that elsewhere too, and so finds out that an end is missing.
CREATE TABLE progress (
    batches BIGINT NOT NULL
);
INSERT INTO progress (batches) VALUES (0);
