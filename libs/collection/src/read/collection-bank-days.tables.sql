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
