-- What the deciding side still has to keep, one row a term. A party's name stands here; its id number does not.
CREATE TABLE due_case (
  case_id  uuid PRIMARY KEY,
  -- Of the case as the rows say it.
  revision integer NOT NULL,
  -- Version of rulebook and calendar that the dates rest on.
  law      text NOT NULL
);

CREATE INDEX due_case_law ON due_case (law);

CREATE TABLE due_term (
  case_id         uuid NOT NULL,
  clock           text NOT NULL,
  rule            text NOT NULL,
  source          text NOT NULL,
  act             text,
  -- Null: it stands still, or rests on a calendar year that is not loaded.
  due             date,
  not_before      date NOT NULL,
  -- Instant in UTC as text.
  due_at          text,
  stands_still    boolean NOT NULL,
  status          text NOT NULL,
  party_name      text NOT NULL,
  offence_title   text NOT NULL,
  document_number text,
  -- Staff ids of who investigates.
  officers        jsonb NOT NULL,
  PRIMARY KEY (case_id, clock)
);

CREATE INDEX due_term_next ON due_term (not_before, case_id, clock);
CREATE INDEX due_term_act ON due_term (act, not_before, case_id, clock);
CREATE INDEX due_term_officers ON due_term USING gin (officers);
