-- Several streams in one call, each from a revision of its own on; `place` is that of the stream in the arrays, from 1.
CREATE OR REPLACE FUNCTION events.read_streams(
  of_streams text[], from_revisions integer[], size integer, categories text[], published text[]
) RETURNS TABLE (place integer, number bigint, revision integer, id uuid, type text, data text, metadata text)
LANGUAGE sql STABLE
AS $$
  SELECT wanted.place::integer, event.*
  FROM unnest(of_streams, from_revisions) WITH ORDINALITY AS wanted (stream, from_revision, place)
  CROSS JOIN LATERAL events.read_stream(wanted.stream, wanted.from_revision, size, categories, published) AS event
  ORDER BY wanted.place, event.revision
$$;
