-- The parts of all articles by the digest of what they were read from, and what is counted over all of them.
CREATE TABLE IF NOT EXISTS part (
  id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL UNIQUE, record BLOB, key TEXT NOT NULL, shard INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS part_record ON part (record, key);
CREATE INDEX IF NOT EXISTS part_key ON part (key);
CREATE INDEX IF NOT EXISTS part_shard ON part (shard, key);
CREATE TABLE IF NOT EXISTS content (
  id INTEGER PRIMARY KEY, fingerprint BLOB NOT NULL, rest BLOB NOT NULL, reading BLOB NOT NULL, line BLOB NOT NULL,
  nquads BLOB NOT NULL
);
-- A name and how many parts have it; a count and its sum over all parts.
CREATE TABLE IF NOT EXISTS tally (
  kind TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS meeting (
  shard INTEGER NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, contact TEXT NOT NULL, part INTEGER NOT NULL,
  event TEXT NOT NULL, days TEXT NOT NULL, coordination INTEGER NOT NULL,
  PRIMARY KEY (shard, one, other, contact, part)
) WITHOUT ROWID;
-- How many events each pair met at, and the pairs for which that is to be counted anew.
CREATE TABLE IF NOT EXISTS pair (
  shard INTEGER NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, events INTEGER NOT NULL, PRIMARY KEY (shard, one, other)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS uncounted (
  shard INTEGER NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (shard, one, other)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stage (
  shard INTEGER NOT NULL, event TEXT NOT NULL, stage TEXT NOT NULL, part INTEGER NOT NULL,
  PRIMARY KEY (shard, event, stage, part)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS warning (
  article TEXT NOT NULL, warning TEXT NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (article, warning, part)
) WITHOUT ROWID;
-- Articles that carry one report, as the derived graph last said it.
CREATE TABLE IF NOT EXISTS copy (key TEXT PRIMARY KEY, first TEXT NOT NULL) WITHOUT ROWID;
-- The outlines of fingerprints, also of parts that went since `copy` was written, and which parts came or went since.
CREATE TABLE IF NOT EXISTS band (
  key TEXT NOT NULL, part INTEGER NOT NULL, outline BLOB NOT NULL, PRIMARY KEY (key, part)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unsettled (part INTEGER PRIMARY KEY, key TEXT NOT NULL, gone INTEGER NOT NULL);
-- Files that no longer hold what the parts say, and words about the whole.
CREATE TABLE IF NOT EXISTS touched (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
