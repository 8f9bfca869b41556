-- A page of the global order after a number: the readable events, at most `size`, and a last row without an event that
-- says how far the page reaches (number) and what the reader is to remember (see events.readable_end).
CREATE OR REPLACE FUNCTION events.read_page(
  after bigint, size integer, settled bigint, waits_until bigint, waits_for text[], categories text[], published text[]
) RETURNS TABLE (
  number bigint, stream text, revision integer, id uuid, type text, data text, metadata text,
  is_end boolean, now_settled bigint, now_waits_until bigint, now_waits_for text[]
) LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  reach record;
BEGIN
  -- Others' events are passed a thousand at a time.
  SELECT * INTO reach FROM events.readable_end(after, greatest(size, 1000), settled, waits_until, waits_for);
  RETURN QUERY
    SELECT event.number, event.stream, event.revision, event.id, event.type,
      convert_from(event.data, 'UTF8'), convert_from(event.metadata, 'UTF8'),
      NULL::boolean, NULL::bigint, NULL::bigint, NULL::text[]
    FROM events.event
    WHERE event.number > after AND event.number <= reach.readable_end
      AND events.is_readable(event.stream, event.type, categories, published)
    ORDER BY event.number
    LIMIT size;
  number := reach.readable_end;
  is_end := reach.is_end;
  now_settled := reach.settled;
  now_waits_until := reach.waits_until;
  now_waits_for := reach.waits_for;
  RETURN NEXT;
END $$;
