-- How far a reader may go from `after`: up to the first number that is missing and may still come, at most `size` numbers.
-- A missing number may come as long as a transaction lives that had appended when a greater number was seen. The reader
-- remembers those (waits_for) and the greatest number it had seen then (waits_until); when all are gone, what is still
-- missing below is missing for ever (settled). The order of looking is what makes this right: numbers, then appenders,
-- and later appenders, then numbers again. Each statement of a volatile function sees what was committed before it.
CREATE OR REPLACE FUNCTION events.readable_end(
  after bigint, size integer, INOUT settled bigint, INOUT waits_until bigint, INOUT waits_for text[],
  OUT readable_end bigint, OUT is_end boolean
) LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  has_hole boolean;
BEGIN
  IF pg_is_in_recovery() OR current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'the global order is read on the primary, at read committed'
      USING ERRCODE = 'read_only_sql_transaction';
  END IF;
  IF waits_for IS NOT NULL AND NOT EXISTS (SELECT FROM events.appender WHERE transaction = ANY (waits_for)) THEN
    settled := greatest(settled, waits_until);
    waits_for := NULL;
  END IF;
  -- Mostly no number is missing, which is soon seen.
  SELECT coalesce(max(number), after), max(number) - after > count(*), count(*) < size
  INTO readable_end, has_hole, is_end
  FROM (SELECT event.number FROM events.event WHERE event.number > after ORDER BY event.number LIMIT size) AS event;
  WHILE has_hole LOOP
    SELECT coalesce(min(scan.previous) FILTER (WHERE scan.is_hole), max(scan.number), after),
      coalesce(bool_or(scan.is_hole), false), count(*) < size
    INTO readable_end, has_hole, is_end
    FROM (
      SELECT number, lag(number, 1, after) OVER numbers AS previous,
        number - 1 > greatest(lag(number, 1, after) OVER numbers, settled) AS is_hole
      FROM (SELECT event.number FROM events.event WHERE event.number > after ORDER BY event.number LIMIT size) AS event
      WINDOW numbers AS (ORDER BY number)
    ) AS scan;
    is_end := is_end OR has_hole;
    EXIT WHEN NOT has_hole;

    waits_until := (SELECT max(event.number) FROM events.event);
    waits_for := ARRAY(SELECT transaction FROM events.appender);
    EXIT WHEN waits_for <> '{}';
    settled := waits_until;
    waits_for := NULL;
  END LOOP;
END $$;
