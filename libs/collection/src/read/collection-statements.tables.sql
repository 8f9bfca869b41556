-- The lines of banks' files with the bucket of each: what the finance clerk leafs through.
CREATE TABLE statement_line (
  statement      text    NOT NULL,  -- id of its stream: <bank>-<date>, `.treasury` for the treasury's list
  line           integer NOT NULL,
  reference      text,              -- null: it cannot be read
  fen            bigint  NOT NULL,
  bucket         text    NOT NULL,
  fine_id        uuid,
  code_differs   boolean NOT NULL,
  because        jsonb,
  PRIMARY KEY (statement, line)
);
CREATE INDEX statement_line_by_bucket ON statement_line (statement, bucket, line) WHERE bucket <> 'matched';
