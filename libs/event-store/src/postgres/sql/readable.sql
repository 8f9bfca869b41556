-- For people: what stands in the events, as jsonb (text where jsonb cannot hold it).
CREATE OR REPLACE FUNCTION events.as_jsonb(bytes bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
  RETURN convert_from(bytes, 'UTF8')::jsonb;
EXCEPTION WHEN data_exception THEN
  RETURN to_jsonb(convert_from(bytes, 'UTF8'));
END $$;

CREATE OR REPLACE VIEW events.readable AS
SELECT number, stream, revision, id, type, events.as_jsonb(data) AS data, events.as_jsonb(metadata) AS metadata
FROM events.event;
