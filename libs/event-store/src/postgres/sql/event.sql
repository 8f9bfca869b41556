-- Numbers are the global order. They come from the column's own sequence and from nowhere else, one at a time (CACHE 1):
-- readers conclude from a number that all smaller ones have been drawn.
CREATE TABLE IF NOT EXISTS events.event (
  number bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision integer NOT NULL CHECK (revision >= 0),
  -- Revision of the last event of the same append.
  batch_end integer NOT NULL CHECK (batch_end >= revision),
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  -- The very bytes of the canonical JSON.
  data bytea NOT NULL,
  metadata bytea NOT NULL,
  CONSTRAINT event_revision UNIQUE (stream, revision),
  CONSTRAINT event_id UNIQUE (stream, id)
);
