CREATE SCHEMA IF NOT EXISTS projection;

-- Where every projection and policy stands. A row in slot "next" is a projection being rebuilt beside the live one.
CREATE TABLE IF NOT EXISTS projection.checkpoint (
  name       text NOT NULL,
  slot       text NOT NULL CHECK (slot IN ('live', 'next')),
  writer     name NOT NULL,
  version    text NOT NULL,
  -- NULL: before the first event. Positions are ordered as text.
  position   text COLLATE "C",
  -- Why it stands still.
  fault      text,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (name, slot)
);

-- Streams that are set aside because an event of theirs could not be applied, from that revision on.
CREATE TABLE IF NOT EXISTS projection.parked (
  name     text NOT NULL,
  slot     text NOT NULL,
  stream   text NOT NULL,
  revision bigint NOT NULL,
  position text COLLATE "C" NOT NULL,
  reason   text NOT NULL,
  codes    text[] NOT NULL,
  first_at timestamptz NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 1,
  PRIMARY KEY (name, slot, stream),
  FOREIGN KEY (name, slot) REFERENCES projection.checkpoint ON UPDATE CASCADE ON DELETE CASCADE
);

-- Everybody may see how far a projection is; only its own login moves it and sees what is parked.
ALTER TABLE projection.checkpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE projection.parked ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS seen ON projection.checkpoint;
DROP POLICY IF EXISTS moved ON projection.checkpoint;
DROP POLICY IF EXISTS own ON projection.parked;
CREATE POLICY seen ON projection.checkpoint FOR SELECT USING (true);
CREATE POLICY moved ON projection.checkpoint FOR UPDATE USING (writer = current_user);
CREATE POLICY own ON projection.parked USING (EXISTS (
  SELECT FROM projection.checkpoint AS its
  WHERE its.name = parked.name AND its.slot = parked.slot AND its.writer = current_user
));

-- Puts the rebuilt tables in the place of the live ones, once they are as far. Readers hold a lock on the checkpoints
-- while they read (ACCESS SHARE), so none of them sees the tables of one and the position of the other.
CREATE OR REPLACE FUNCTION projection.swap(projection_name text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '500ms'
AS $$
DECLARE
  live projection.checkpoint;
  next projection.checkpoint;
BEGIN
  LOCK TABLE projection.checkpoint IN ACCESS EXCLUSIVE MODE;
  SELECT * INTO live FROM projection.checkpoint WHERE name = projection_name AND slot = 'live';
  SELECT * INTO next FROM projection.checkpoint WHERE name = projection_name AND slot = 'next';
  IF next.writer IS DISTINCT FROM session_user THEN
    RAISE EXCEPTION 'no rebuild of % by %', projection_name, session_user USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF next.fault IS NOT NULL OR coalesce(next.position, '') < coalesce(live.position, '') THEN
    RETURN false;
  END IF;
  EXECUTE format('ALTER SCHEMA %I RENAME TO %I', projection_name, projection_name || '_old');
  EXECUTE format('ALTER SCHEMA %I RENAME TO %I', projection_name || '_next', projection_name);
  EXECUTE format('DROP SCHEMA %I CASCADE', projection_name || '_old');
  DELETE FROM projection.checkpoint WHERE name = projection_name AND slot = 'live';
  UPDATE projection.checkpoint SET slot = 'live' WHERE name = projection_name AND slot = 'next';
  RETURN true;
END
$$;
REVOKE ALL ON FUNCTION projection.swap(text) FROM PUBLIC;
