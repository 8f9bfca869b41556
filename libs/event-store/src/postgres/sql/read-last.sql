CREATE OR REPLACE FUNCTION events.read_last(of_stream text, categories text[], published text[])
RETURNS TABLE (number bigint, revision integer, id uuid, type text, data text, metadata text)
LANGUAGE sql STABLE
AS $$
  SELECT event.number, event.revision, event.id, event.type,
    convert_from(event.data, 'UTF8'), convert_from(event.metadata, 'UTF8')
  FROM events.event
  WHERE event.stream = of_stream AND events.is_readable(event.stream, event.type, categories, published)
  ORDER BY event.revision DESC
  LIMIT 1
$$;
