-- Acts that were refused, in every context, for whoever looks into them: who wanted what, and why it was not to be.
CREATE TABLE refusal (
  stream      text PRIMARY KEY,
  -- Order of all events; it sorts as text.
  position    text COLLATE "C" NOT NULL,
  context     text NOT NULL,
  operation   text NOT NULL,
  target      text NOT NULL,
  -- Of the case or fine in the target, where it names one.
  target_id   uuid,
  actor_id    text NOT NULL,
  actor_roles text[] NOT NULL,
  occurred_at text NOT NULL,
  codes       text[] NOT NULL,
  grounds     json NOT NULL
);

CREATE INDEX refusal_newest ON refusal (position DESC);
CREATE INDEX refusal_by_target ON refusal (target_id, position DESC);
