-- Several appends in one call, each to a stream of its own and each with an answer of its own: one that conflicts leaves the
-- others as they are. `sizes`: how many of the events are for each stream; `place` is that of the stream, from 1.
CREATE OR REPLACE FUNCTION events.append_many(
  to_streams text[], expecteds integer[], sizes integer[], ids uuid[], types text[], data text[], metadata text[]
) RETURNS TABLE (place integer, outcome text, last_revision integer, last_number bigint) LANGUAGE plpgsql
-- Whoever waits here for somebody else's stream holds drawn numbers, which readers wait for: then rather each on its own.
SET lock_timeout = '100ms'
AS $$
DECLARE
  one record;
BEGIN
  -- In the order of their names, so that two calls never wait for each other's streams in a circle.
  FOR one IN
    SELECT wanted.*, sum(size) OVER (ORDER BY wanted.place ROWS UNBOUNDED PRECEDING)::integer AS upto
    FROM unnest(to_streams, expecteds, sizes) WITH ORDINALITY AS wanted (stream, expected, size, place)
    ORDER BY stream COLLATE "C"
  LOOP
    place := one.place;
    SELECT its.outcome, its.last_revision, its.last_number INTO outcome, last_revision, last_number
    FROM events.append(
      one.stream, one.expected, ids[one.upto - one.size + 1 : one.upto], types[one.upto - one.size + 1 : one.upto],
      data[one.upto - one.size + 1 : one.upto], metadata[one.upto - one.size + 1 : one.upto]
    ) AS its;
    RETURN NEXT;
  END LOOP;
END $$;
