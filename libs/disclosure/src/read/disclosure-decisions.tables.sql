-- Decisions as the public may read them: nothing here is protected by APL-50. Of one that was taken down only its number and the
-- reason are left.
CREATE TABLE disclosed_decision (
  case_id         uuid PRIMARY KEY,
  document_number text NOT NULL,
  -- Empty where the decision was taken down.
  public_name     text NOT NULL,
  violation_title text NOT NULL,
  published_on    date NOT NULL,
  -- Instant in UTC as text, which sorts as time does.
  published_at    text COLLATE "C" NOT NULL,
  -- As the event has it, its fields in their order; null where the decision was taken down.
  entry           json,
  -- The day it was changed, revoked, held unlawful or void; null where it stands.
  fell_on         date,
  fell_how        text,
  fell_by         text,
  -- Something holds instead, which may be published.
  amendable       boolean NOT NULL,
  withdrawn_on    date,
  reason          text,
  amended_on      date
);

CREATE INDEX disclosed_decision_newest ON disclosed_decision (published_at DESC, case_id DESC) WHERE entry IS NOT NULL;
CREATE INDEX disclosed_decision_fallen ON disclosed_decision (fell_on, case_id) WHERE fell_on IS NOT NULL;
