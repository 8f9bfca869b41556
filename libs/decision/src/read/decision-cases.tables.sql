-- Cases as the deciding side lists and searches them. Names of natural persons stand here; their id numbers do not.
CREATE TABLE decision_case (
  case_id         uuid PRIMARY KEY,
  status          text NOT NULL,
  -- The status at which a transfer interrupted the case.
  interrupted     text,
  outcome         text,
  party_kind      text NOT NULL,
  party_name      text NOT NULL,
  -- Unified social credit code; null of a citizen.
  party_code      text,
  offence_code    text NOT NULL,
  offence_title   text NOT NULL,
  act_date        date NOT NULL,
  -- Staff ids of who investigates.
  officers        jsonb NOT NULL,
  document_number text,
  filed_on        date NOT NULL,
  decided_on      date,
  served_on       date,
  closed_on       date,
  -- Instant in UTC as text, which sorts as time does.
  filed_at        text COLLATE "C" NOT NULL
);

CREATE INDEX decision_case_newest ON decision_case (filed_at DESC, case_id DESC);
CREATE INDEX decision_case_status ON decision_case (status, filed_at DESC, case_id DESC);
CREATE INDEX decision_case_offence ON decision_case (offence_code, filed_at DESC, case_id DESC);
CREATE INDEX decision_case_document ON decision_case (document_number);
CREATE INDEX decision_case_party ON decision_case (party_code);
CREATE INDEX decision_case_officers ON decision_case USING gin (officers jsonb_path_ops);
