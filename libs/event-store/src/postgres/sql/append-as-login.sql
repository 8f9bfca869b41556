CREATE OR REPLACE FUNCTION events.append_as_:login(
  to_stream text, expected integer, ids uuid[], types text[], data text[], metadata text[],
  OUT outcome text, OUT last_revision integer, OUT last_number bigint
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF split_part(to_stream, '-', 1) <> ALL (:appends) THEN
    RAISE EXCEPTION '% does not append to this category', ':login' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO outcome, last_revision, last_number
  FROM events.append(to_stream, expected, ids, types, data, metadata);
END $$;

CREATE OR REPLACE FUNCTION events.append_many_as_:login(
  to_streams text[], expecteds integer[], sizes integer[], ids uuid[], types text[], data text[], metadata text[]
) RETURNS TABLE (place integer, outcome text, last_revision integer, last_number bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(to_streams) AS wanted (stream) WHERE split_part(stream, '-', 1) <> ALL (:appends)) THEN
    RAISE EXCEPTION '% does not append to this category', ':login' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT * FROM events.append_many(to_streams, expecteds, sizes, ids, types, data, metadata);
END $$;

REVOKE ALL ON FUNCTION events.append_as_:login, events.append_many_as_:login FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.append_as_:login, events.append_many_as_:login TO :role;
