-- A stream's events from a revision on; of foreign categories only the published types (`category:type`).
CREATE OR REPLACE FUNCTION events.read_stream(
  of_stream text, from_revision integer, size integer, categories text[], published text[]
) RETURNS TABLE (number bigint, revision integer, id uuid, type text, data text, metadata text)
LANGUAGE sql STABLE
AS $$
  SELECT event.number, event.revision, event.id, event.type,
    convert_from(event.data, 'UTF8'), convert_from(event.metadata, 'UTF8')
  FROM events.event
  WHERE event.stream = of_stream AND event.revision >= from_revision
    AND events.is_readable(event.stream, event.type, categories, published)
  ORDER BY event.revision
  LIMIT size
$$;
