-- Published decisions as the public may read them: nothing here is protected by APL-50.
CREATE TABLE disclosed_decision (
  case_id         uuid PRIMARY KEY,
  document_number text NOT NULL,
  public_name     text NOT NULL,
  violation_title text NOT NULL,
  published_on    date NOT NULL,
  -- Instant in UTC as text, which sorts as time does.
  published_at    text COLLATE "C" NOT NULL,
  -- As the event has it, its fields in their order.
  entry           json NOT NULL
);

CREATE INDEX disclosed_decision_newest ON disclosed_decision (published_at DESC, case_id DESC);
