CREATE OR REPLACE FUNCTION events.read_stream_as_:login(of_stream text, from_revision integer, size integer)
RETURNS TABLE (number bigint, revision integer, id uuid, type text, data text, metadata text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM events.read_stream(of_stream, from_revision, size, :categories, :published) $$;

CREATE OR REPLACE FUNCTION events.read_streams_as_:login(of_streams text[], from_revisions integer[], size integer)
RETURNS TABLE (place integer, number bigint, revision integer, id uuid, type text, data text, metadata text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM events.read_streams(of_streams, from_revisions, size, :categories, :published) $$;

CREATE OR REPLACE FUNCTION events.read_last_as_:login(of_stream text)
RETURNS TABLE (number bigint, revision integer, id uuid, type text, data text, metadata text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM events.read_last(of_stream, :categories, :published) $$;

CREATE OR REPLACE FUNCTION events.read_page_as_:login(
  after bigint, size integer, settled bigint, waits_until bigint, waits_for text[]
) RETURNS TABLE (
  number bigint, stream text, revision integer, id uuid, type text, data text, metadata text,
  is_end boolean, now_settled bigint, now_waits_until bigint, now_waits_for text[]
) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT * FROM events.read_page(after, size, settled, waits_until, waits_for, :categories, :published) $$;

REVOKE ALL ON FUNCTION events.read_stream_as_:login, events.read_streams_as_:login,
  events.read_last_as_:login, events.read_page_as_:login FROM PUBLIC;
GRANT USAGE ON SCHEMA events TO :role;
GRANT EXECUTE ON FUNCTION events.store_id,
  events.read_stream_as_:login, events.read_streams_as_:login, events.read_last_as_:login, events.read_page_as_:login TO :role;
