-- Runs before the first number of an insert is drawn. Whoever holds this lock may still commit a number that readers miss
-- (see events.appender). It is shared: appenders do not wait for each other.
CREATE OR REPLACE FUNCTION events.mark_appender() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(1178688874, 1);
  -- Readers wait for an open transaction that has appended: it must not idle.
  IF pg_catalog.current_setting('idle_in_transaction_session_timeout') = '0' THEN
    PERFORM pg_catalog.set_config('idle_in_transaction_session_timeout', '10s', true);
  END IF;
  -- An acknowledged event is on the disk, whatever the server's default.
  IF pg_catalog.current_setting('synchronous_commit') = 'off' THEN
    PERFORM pg_catalog.set_config('synchronous_commit', 'on', true);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER mark_appender BEFORE INSERT ON events.event
  FOR EACH STATEMENT EXECUTE FUNCTION events.mark_appender();
