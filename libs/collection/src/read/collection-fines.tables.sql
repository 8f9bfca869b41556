-- Fines as the finance clerk lists and searches them, and as the planner reckons with them.
CREATE TABLE fine (
  fine_id             uuid    PRIMARY KEY,
  case_id             uuid    NOT NULL,
  document_number     text    NOT NULL,
  party_name          text,             -- null: the key of this person's data was destroyed
  payment_code        text,             -- of the whole fine
  codes               text[]  NOT NULL DEFAULT '{}',  -- that one, and those of instalments
  decided_on          date    NOT NULL,
  served_on           date    NOT NULL,
  reconsideration_first boolean NOT NULL DEFAULT false, -- no direct suit (ARL-23)
  fine_fen            bigint  NOT NULL, -- as it is owed now
  confiscated_gains_fen bigint NOT NULL,
  state               text    NOT NULL
    CHECK (state IN ('open', 'paid', 'settled', 'closable', 'written-off', 'cancelled')),
  received_fen        bigint  NOT NULL CHECK (received_fen >= 0),
  refunded_fen        bigint  NOT NULL DEFAULT 0,
  held_fen            bigint  NOT NULL CHECK (held_fen >= 0),
  surcharge_fen       bigint,           -- null while it may still grow
  paid_on             date,
  changed_on          date,             -- the decision was changed
  term_kind           text CHECK (term_kind IN ('deferral', 'instalments')),
  term_until          date,             -- last day of the approved term
  waived_fen          bigint  NOT NULL DEFAULT 0,
  written_off_on      date,
  demanded_on         date,             -- the latest demand was served
  at_court_since      date,             -- the court was asked to enforce it
  spot_money          jsonb   NOT NULL DEFAULT '{}',  -- in custody: receipt number -> { fen, handedInOn }
  custody_fen         bigint  NOT NULL DEFAULT 0,     -- its sum: the party has paid it, no bank has it yet
  pending_refunds     jsonb   NOT NULL DEFAULT '{}',  -- refund -> fen
  remedies            jsonb   NOT NULL DEFAULT '{}',  -- number -> { kind, from, through, counted }
  -- the event that this row has read last: reading one again changes nothing
  revision            integer NOT NULL
);
CREATE INDEX fine_listed ON fine (served_on DESC, fine_id DESC);
CREATE INDEX fine_of_case ON fine (case_id);
CREATE INDEX fine_by_number ON fine (document_number);
CREATE UNIQUE INDEX fine_by_code ON fine (payment_code);
CREATE INDEX fine_by_any_code ON fine USING gin (codes);
CREATE INDEX fine_unpaid ON fine (served_on, fine_id) WHERE state = 'open';
