-- What banks reported by callback, and whether a statement lists it: the difference is what a bank does not know of.
CREATE TABLE bank_message (
  bank           text    NOT NULL,
  reference      text    NOT NULL,
  kind           text    NOT NULL CHECK (kind IN ('payment', 'reversal')),
  fen            bigint  NOT NULL,
  day            date    NOT NULL,  -- of the bank's value time
  by_callback    boolean NOT NULL,
  listed_on      date,              -- date of the statement that lists it
  PRIMARY KEY (bank, reference)
);
CREATE INDEX bank_message_unlisted ON bank_message (bank, day, reference) WHERE by_callback AND listed_on IS NULL;
CREATE INDEX bank_message_of_day ON bank_message (bank, day);

-- Statements: how they came out, for totals and for what is missing.
CREATE TABLE bank_day (
  bank           text        NOT NULL,
  day            date        NOT NULL,
  kind           text        NOT NULL,  -- statement, treasury-credits
  lines          integer     NOT NULL,
  lines_fen      bigint      NOT NULL,
  received_at    timestamptz NOT NULL,
  reconciled_at  timestamptz,
  buckets        jsonb,
  PRIMARY KEY (bank, day, kind)
);

-- What waits for a finance clerk: held money and lines that no rule settles. Callbacks that a statement lacks are read from
-- the tables above; here they have a row once somebody has acted on them.
CREATE TABLE work_item (
  id             text        PRIMARY KEY,  -- suspense:<id>, line:<statement>:<line>, missing:<statement>:<reference>
  kind           text        NOT NULL CHECK (kind IN ('suspense', 'line', 'missing')),
  statement      text,
  bank           text        NOT NULL,
  day            date        NOT NULL,
  reference      text,
  fen            bigint      NOT NULL,
  reason         text        NOT NULL,  -- bucket of a line, reason of held money
  fine_id        uuid,
  because        jsonb,
  since          timestamptz NOT NULL,
  owner          text,
  kept_until     date,
  request        jsonb,                 -- what somebody has asked for and nobody has answered
  closed_how     text,
  closed_at      timestamptz
);
CREATE INDEX work_item_open ON work_item (since, id) WHERE closed_at IS NULL;
CREATE INDEX work_item_credit ON work_item (bank, reference) WHERE closed_at IS NULL AND reason = 'credit-of-unknown';
