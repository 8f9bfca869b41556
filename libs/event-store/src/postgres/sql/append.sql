-- Appends all or nothing. `expected` is the stream's last revision, -1 when it must not exist yet.
-- outcome: appended, repeated (the same call appended it before), content-differs (the stream holds some of these ids
-- otherwise), conflict (last_revision is the actual one, null: no stream).
CREATE OR REPLACE FUNCTION events.append(
  to_stream text, expected integer, ids uuid[], types text[], data text[], metadata text[],
  OUT outcome text, OUT last_revision integer, OUT last_number bigint
) LANGUAGE plpgsql
AS $$
BEGIN
  IF cardinality(ids) NOT BETWEEN 1 AND 30 THEN
    RAISE EXCEPTION 'an append has 1 to 30 events' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  outcome := 'appended';
  last_revision := expected + cardinality(ids);

  -- The stream's row first: a loser draws no number.
  IF expected < 0 THEN
    INSERT INTO events.stream (name, revision) VALUES (to_stream, last_revision) ON CONFLICT DO NOTHING;
  ELSE
    UPDATE events.stream SET revision = last_revision WHERE name = to_stream AND stream.revision = expected;
  END IF;
  IF NOT FOUND THEN
    SELECT * INTO outcome, last_revision, last_number
    FROM events.answer_repeat(to_stream, expected, ids, types, data, metadata);
    RETURN;
  END IF;

  WITH written AS (
    INSERT INTO events.event (stream, revision, batch_end, id, type, data, metadata)
    SELECT to_stream, expected + new.place, last_revision, new.id, new.type,
      convert_to(new.data, 'UTF8'), convert_to(new.metadata, 'UTF8')
    FROM unnest(ids, types, data, metadata) WITH ORDINALITY AS new (id, type, data, metadata, place)
    ORDER BY new.place
    RETURNING number
  )
  SELECT max(written.number) INTO last_number FROM written;
END $$;
