-- Fines as the finance clerk lists and searches them.
CREATE TABLE fine (
  fine_id             uuid    PRIMARY KEY,
  case_id             uuid    NOT NULL,
  document_number     text    NOT NULL,
  party_name          text,             -- null: the key of this person's data was destroyed
  payment_code        text,
  decided_on          date    NOT NULL,
  served_on           date    NOT NULL,
  fine_fen            bigint  NOT NULL,
  confiscated_gains_fen bigint NOT NULL,
  state               text    NOT NULL CHECK (state IN ('open', 'paid', 'settled', 'closable', 'cancelled')),
  received_fen        bigint  NOT NULL CHECK (received_fen >= 0),
  held_fen            bigint  NOT NULL CHECK (held_fen >= 0),
  surcharge_fen       bigint,           -- null while it may still grow
  paid_on             date,
  -- the event that this row has read last: reading one again changes nothing
  revision            integer NOT NULL
);
CREATE INDEX fine_listed ON fine (served_on DESC, fine_id DESC);
CREATE INDEX fine_of_case ON fine (case_id);
CREATE INDEX fine_by_number ON fine (document_number);
CREATE UNIQUE INDEX fine_by_code ON fine (payment_code);
