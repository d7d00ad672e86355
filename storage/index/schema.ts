import { searchedParts } from './searched-words.ts'

/**
 * Counts the layout of the tables and what goes into them: how words are folded, what is kept of a story. An index of another
 * number is made anew from the files, so this rises with every change of either.
 */
export const indexVersion = 5

/** Tells our file from other SQLite files: `GLLY`. */
export const applicationId = 0x474c4c59

/**
 * The tables. `identity` says which state of a story's files a row was made of; a story whose files could not be read has a
 * row in `unreadable` instead. The full text keeps no words of its own: `texts` holds what excerpts are cut from. Its words
 * come folded, so its tokenizer need only part them at spaces.
 */
export const tables = `
CREATE TABLE stories (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  identity TEXT NOT NULL,
  slug TEXT NOT NULL,
  headline TEXT NOT NULL,
  language TEXT NOT NULL,
  status TEXT NOT NULL,
  desk TEXT NOT NULL,
  updated TEXT NOT NULL,
  embargo TEXT,
  due TEXT,
  urgency INTEGER NOT NULL,
  translation_of TEXT,
  translation_version INTEGER,
  words INTEGER NOT NULL,
  photos INTEGER NOT NULL,
  quotes INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  sum INTEGER NOT NULL
) STRICT;
CREATE INDEX stories_by_update ON stories (updated, id);
CREATE INDEX stories_by_standing ON stories (status, desk, language, embargo, updated, warnings, errors);
CREATE INDEX stories_by_source ON stories (translation_of) WHERE translation_of IS NOT NULL;
CREATE TABLE texts (story INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE quotations (
  story INTEGER NOT NULL,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  speaker TEXT NOT NULL,
  entity TEXT,
  verified INTEGER NOT NULL,
  PRIMARY KEY (story, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE mentions (
  story INTEGER NOT NULL,
  place INTEGER NOT NULL,
  entity TEXT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (story, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE media_uses (
  story INTEGER NOT NULL,
  media TEXT NOT NULL,
  PRIMARY KEY (story, media)
) STRICT, WITHOUT ROWID;
CREATE TABLE unreadable (
  id TEXT PRIMARY KEY,
  identity TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(
  ${searchedParts.join(', ')}, content='', contentless_delete=1, tokenize='ascii'
);
INSERT INTO search (search, rank) VALUES ('hashsize', ${8 * 1024 * 1024});
`
