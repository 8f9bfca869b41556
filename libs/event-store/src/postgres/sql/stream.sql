-- Where each stream stands. Appenders of one stream meet at its row.
CREATE TABLE IF NOT EXISTS events.stream (
  name text COLLATE "C" PRIMARY KEY,
  revision integer NOT NULL CHECK (revision >= 0)
) WITH (fillfactor = 70);
