-- The stream is not where an append expects it: was this very append written before?
CREATE OR REPLACE FUNCTION events.answer_repeat(
  to_stream text, expected integer, ids uuid[], types text[], data text[], metadata text[],
  OUT outcome text, OUT last_revision integer, OUT last_number bigint
) LANGUAGE plpgsql
AS $$
BEGIN
  last_revision := expected + cardinality(ids);
  SELECT 'repeated', last_revision, max(stored.number) INTO outcome, last_revision, last_number
  FROM unnest(ids, types, data, metadata) WITH ORDINALITY AS new (id, type, data, metadata, place)
  JOIN events.event AS stored
    ON (stored.stream, stored.revision, stored.batch_end) = (to_stream, expected + new.place, last_revision)
    AND (stored.id, stored.type) = (new.id, new.type)
    AND (stored.data, stored.metadata) = (convert_to(new.data, 'UTF8'), convert_to(new.metadata, 'UTF8'))
  -- Not the tail of a longer batch.
  WHERE NOT EXISTS (
    SELECT FROM events.event AS earlier
    WHERE (earlier.stream, earlier.revision, earlier.batch_end) = (to_stream, expected, last_revision)
  )
  HAVING count(*) = cardinality(ids);
  IF FOUND THEN RETURN; END IF;

  outcome := CASE
    WHEN EXISTS (SELECT FROM events.event AS stored WHERE stored.stream = to_stream AND stored.id = ANY (ids))
    THEN 'content-differs' ELSE 'conflict' END;
  last_revision := (SELECT stream.revision FROM events.stream WHERE name = to_stream);
END $$;
