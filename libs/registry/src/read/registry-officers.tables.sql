-- People on the register as it lists them; who stands how on a day is folded from `facts`.
CREATE TABLE registry_officer (
  person_id   text COLLATE "C" PRIMARY KEY,
  name        text NOT NULL,
  -- Ids of all units in which they ever served.
  units       jsonb NOT NULL,
  -- The last day of their last certificate that was not withdrawn; null: they have none.
  valid_until date,
  -- Everything dated that was recorded of them.
  facts       jsonb NOT NULL
);

CREATE INDEX registry_officer_units ON registry_officer USING gin (units jsonb_path_ops);
CREATE INDEX registry_officer_validity ON registry_officer (valid_until, person_id);
