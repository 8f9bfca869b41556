-- Transactions that have appended and are not over yet, as `<pid>:<virtual transaction>`.
CREATE OR REPLACE VIEW events.appender AS
SELECT coalesce(pid, 0) || ':' || virtualtransaction AS transaction
FROM pg_catalog.pg_locks
WHERE locktype = 'advisory' AND classid = 1178688874 AND objid = 1 AND objsubid = 2 AND granted
  AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database());
