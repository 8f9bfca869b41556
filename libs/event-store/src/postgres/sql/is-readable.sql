-- `categories` null: everything is.
CREATE OR REPLACE FUNCTION events.is_readable(stream text, type text, categories text[], published text[])
RETURNS boolean LANGUAGE sql IMMUTABLE
AS $$
  SELECT categories IS NULL
    OR split_part(stream, '-', 1) = ANY (categories)
    OR split_part(stream, '-', 1) || ':' || type = ANY (published)
$$;
