-- Which store this is, in one row: positions begin with it. A restored copy is the same store.
CREATE TABLE IF NOT EXISTS events.store (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only)
);
INSERT INTO events.store DEFAULT VALUES ON CONFLICT DO NOTHING;
