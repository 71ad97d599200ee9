-- name: drop document
delete from index_documents where document = ?

-- name: drop claims
delete from index_claims where document = ?

-- name: drop events
delete from index_events where document = ?

-- name: drop near
delete from index_near where scene in (select key from index_scenes where document = ?)

-- name: drop scenes
delete from index_scenes where document = ?

-- name: drop fingerprints
delete from index_fingerprints where document = ?

-- name: drop private
delete from index_private where document = ?

-- name: drop search
delete from index_search where rowid = ?

-- name: index document
insert into index_documents
  (document, title, outlet, agency, byline, url, earliest, latest, precision, basis, language, read, claims, events, unread, tellings)
values (?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''),
  nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?)

-- name: index claim
insert into index_claims
  (document, n, id, parent, said_by, source_kind, relation, at_least, at_most, chain, cue, words, stance, direct, rule, start_char, end_char)
values (?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, 0), nullif(?, 0),
  nullif(?, ''), nullif(?, ''), ?, ?, ?, nullif(?, ''), ?, ?)

-- name: index event
insert into index_events
  (document, n, id, type, mode, contexts, acled, modality, trigger, words, actors, recipients, quantities,
   earliest, latest, precision, basis, claim, rule, start_char, end_char, first_day, last_day, placed)
values (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''),
  nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?)

-- name: index scene
insert into index_scenes (key, document, event, n, role, words, place, geonameid, name, country, lat, lon, precision, radius_m)
values (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, 0), nullif(?, ''), nullif(?, ''), ?, ?, nullif(?, ''), ?)

-- name: index near
insert into index_near (scene, south, north, west, east, first_day, last_day) values (?, ?, ?, ?, ?, ?, ?)

-- name: index fingerprints
insert or ignore into index_fingerprints (fingerprint, document) select value, ? from json_each(?)

-- name: index private
insert or ignore into index_private (document, name) values (?, ?)

-- name: index search
insert into index_search (rowid, title, text) values (?, ?, ?)

-- name: empty documents
delete from index_documents

-- name: empty claims
delete from index_claims

-- name: empty events
delete from index_events

-- name: empty near
delete from index_near

-- name: empty scenes
delete from index_scenes

-- name: empty fingerprints
delete from index_fingerprints

-- name: empty private
delete from index_private

-- name: empty search
delete from index_search
