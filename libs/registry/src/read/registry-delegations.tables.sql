-- Powers of townships and entrusted organisations.
CREATE TABLE registry_delegation (
  delegation_id text COLLATE "C" PRIMARY KEY,
  unit_id       text NOT NULL,
  -- The first day on which it holds, made public and begun.
  valid_from    date NOT NULL,
  -- The last day on which it holds.
  valid_until   date NOT NULL,
  delegation    jsonb NOT NULL
);

CREATE INDEX registry_delegation_unit ON registry_delegation (unit_id, valid_from);
