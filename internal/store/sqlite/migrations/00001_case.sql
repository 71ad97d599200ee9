-- +goose Up

pragma application_id = 1398031693; -- "STEM"
pragma user_version = 1;

-- Truth: what cannot be made again. Rows are added, never changed or deleted.

create table documents (
  key        integer primary key, -- the order in which they came; never shown
  id         text not null unique,
  sha256     text not null unique,
  media_type text not null,
  size       integer not null,
  bytes      blob not null        -- zstd
) strict;

create table captures (
  key      integer primary key,
  document integer not null references documents (key),
  name     text not null,
  url      text not null,
  at       text not null,         -- RFC 3339, "" if not known
  added    text not null,
  by       text not null,
  note     text not null
) strict;
create index captures_document on captures (document);

create table givens (
  key      integer primary key,
  document integer not null references documents (key),
  given    text not null          -- JSON
) strict;
create index givens_document on givens (document);

create table decisions (
  seq    integer primary key,
  kind   text not null,
  target text not null,
  field  text not null,
  value  text not null,
  quote  text not null,
  before text not null,
  after  text not null,
  why    text not null,
  by     text not null,
  at     text not null
) strict;

-- An incident's id that was once shown leads for ever to what became of it.
create table incident_ids (
  id        text primary key,
  successor text not null         -- "" while it is itself in use, or when nothing tells of it any more
) strict, without rowid;

create trigger documents_stay before update on documents begin select raise(abort, 'documents are never changed'); end;
create trigger documents_last before delete on documents begin select raise(abort, 'documents are never deleted'); end;
create trigger captures_stay before update on captures begin select raise(abort, 'captures are never changed'); end;
create trigger captures_last before delete on captures begin select raise(abort, 'captures are never deleted'); end;
create trigger givens_stay before update on givens begin select raise(abort, 'givens are never changed'); end;
create trigger givens_last before delete on givens begin select raise(abort, 'givens are never deleted'); end;
create trigger decisions_stay before update on decisions begin select raise(abort, 'decisions are never changed'); end;
create trigger decisions_last before delete on decisions begin select raise(abort, 'decisions are never deleted'); end;
create trigger incident_ids_last before delete on incident_ids begin select raise(abort, 'ids of incidents are never deleted'); end;

-- Readings: made from truth by one reading version.

create table readings (
  document integer primary key references documents (key),
  version  text not null,
  given    text not null,         -- JSON: what it was made with
  joined   integer not null,      -- 0 until what it comes to with others has been found
  reading  blob not null          -- zstd of JSON
) strict;
create index readings_unjoined on readings (document) where joined = 0;

-- Index: made from readings.

create table index_documents (
  document  integer primary key,
  title     text, outlet text, agency text, byline text, url text,
  earliest  text, latest text, precision text, basis text, -- of the publication
  language  text,
  read      integer not null,
  claims    integer not null,
  events    integer not null,
  unread    integer not null,
  tellings  blob not null         -- zstd of JSON: its events as joining sees them
) strict;

create table index_claims (
  document    integer not null,
  n           integer not null,
  id          text not null,
  parent      text,
  said_by     text,
  source_kind text,
  relation    text,
  at_least    integer,
  at_most     integer,
  chain       text,
  cue         text,
  words       text not null,
  stance      text,
  direct      integer not null,
  rule        text,
  start_char  integer not null,
  end_char    integer not null,
  primary key (document, n)
) strict, without rowid;
create index index_claims_id on index_claims (id);

create table index_events (
  document   integer not null,
  n          integer not null,
  id         text not null,
  type       text not null,
  mode       text, contexts text, acled text,
  modality   text,
  trigger    text, words text,
  actors     text, recipients text, quantities text,
  earliest   text, latest text, precision text, basis text,
  claim      text,
  rule       text,
  start_char integer not null,
  end_char   integer not null,
  first_day  integer not null,    -- earliest and latest as numbers of days, open ends at the ends of time
  last_day   integer not null,
  placed     integer not null,
  primary key (document, n)
) strict, without rowid;
create index index_events_id on index_events (id);
create index index_events_type on index_events (type, placed, document);

create table index_scenes (
  key       integer primary key,  -- document * 1000000 + event * 100 + n
  document  integer not null,
  event     integer not null,
  n         integer not null,
  role      text, words text,
  place     text, geonameid integer,
  name      text, country text,
  lat       real, lon real,
  precision text, radius_m integer
) strict;
create index index_scenes_event on index_scenes (document, event);

create virtual table index_near using rtree (scene, south, north, west, east, first_day, last_day);

create table index_fingerprints (
  fingerprint integer not null,
  document    integer not null,
  primary key (fingerprint, document)
) strict, without rowid;
create index index_fingerprints_document on index_fingerprints (document);

create table index_private (
  document integer not null,
  name     text not null,
  primary key (document, name)
) strict, without rowid;

create virtual table index_search using fts5 (title, text, tokenize = "unicode61 remove_diacritics 2");

-- Joined: made from readings and decisions together.

create table joined_copies (
  document text not null,
  of       text not null,
  relation text not null,
  share_of_document real not null,
  share_of_other    real not null,
  basis    text not null,
  sequence text not null,
  decided  integer not null,
  copy     blob not null,         -- zstd of JSON
  primary key (document, of)
) strict;
create index joined_copies_of on joined_copies (of);

create table joined_incidents (
  id          text primary key,
  title       text not null,
  type        text not null, mode text, status text not null,
  earliest    text, latest text, precision text, basis text,
  place       text, place_role text, country text, lat real, lon real, place_precision text, radius_m integer,
  origins_min integer not null, origins_max integer not null,
  grade       text, disputed text, reasons text,
  incident    blob not null       -- zstd of JSON
) strict;

create table joined_members (     -- the events and documents that an incident holds
  incident   text not null,
  member     text not null,
  background integer not null,    -- a document that only mentions it as history
  primary key (incident, member)
) strict, without rowid;
create index joined_members_member on joined_members (member);

create table joined_accounts (
  incident  text not null,
  n         integer not null,
  origin    text not null,
  said_by   text, kind text, relation text,
  documents text, claims text, events text,
  primary key (incident, n)
) strict, without rowid;

create table joined_values (
  incident    text not null,
  n           integer not null,
  field       text not null,
  of          text,
  low         real, high real, text text,
  said_by     text,
  origins_min integer not null, origins_max integer not null,
  primary key (incident, n)
) strict, without rowid;

create table joined_disagreements (
  id           text primary key,
  incident     text,
  type         text not null,
  explained    integer not null,
  field        text,
  reason       text,
  sides        text,
  disagreement blob not null      -- zstd of JSON
) strict;
create index joined_disagreements_incident on joined_disagreements (incident);

create table joined_sides (       -- the events and documents on the sides of a disagreement
  disagreement text not null,
  member       text not null,
  primary key (disagreement, member)
) strict, without rowid;
create index joined_sides_member on joined_sides (member);

-- Views: for Datasette, R, QGIS and DuckDB; views.md describes every column.
-- Columns are only ever added; v_about says which version of the views this is.

create table about (name text primary key, value text not null) strict, without rowid;
insert into about values ('views', '1'), ('schema', '1');

create view v_about as select name, value from about;

create view v_documents as
select d.id, d.sha256, d.media_type, d.size,
  (select name from captures c where c.document = d.key order by c.key limit 1) as name,
  coalesce(
    (select nullif(json_extract(given, '$.URL'), '') from givens g where g.document = d.key order by g.key desc limit 1),
    (select nullif(url, '') from captures c where c.document = d.key and url <> '' order by c.key limit 1),
    i.url) as url,
  (select count(*) from captures c where c.document = d.key) as captures,
  i.title, i.outlet, i.agency, i.byline,
  i.earliest as published_earliest, i.latest as published_latest, i.precision as published_precision, i.basis as published_basis,
  i.language, i.read, i.claims, i.events, i.unread, r.version as reading
from documents d left join readings r on r.document = d.key left join index_documents i on i.document = d.key;

create view v_claims as
select c.id, d.id as document, d.url, d.title, d.outlet, c.said_by, c.source_kind, c.relation, c.at_least, c.at_most,
  c.chain, c.cue, c.words, c.stance, c.direct, c.parent, c.start_char, c.end_char, c.rule
from index_claims c join documents k on k.key = c.document join v_documents d on d.id = k.id;

create view v_events as
select e.id, d.id as document, d.url, d.title, d.outlet,
  (select m.incident from joined_members m where m.member = e.id order by m.incident limit 1) as incident,
  e.type, e.mode, e.contexts, e.acled, e.modality, e.trigger, e.words, e.actors, e.recipients, e.quantities,
  s.name as place, s.role as place_role, s.words as place_words, s.country, s.lat, s.lon, s.radius_m, s.precision as place_precision, s.geonameid,
  e.earliest, e.latest, e.precision as date_precision, e.basis as date_basis,
  e.claim, e.start_char, e.end_char, e.rule
from index_events e join documents k on k.key = e.document join v_documents d on d.id = k.id
left join index_scenes s on s.document = e.document and s.event = e.n and s.n = 0;

create view v_incidents as
select i.id, i.title, i.type, i.mode, i.status, i.earliest, i.latest, i.precision as date_precision, i.basis as date_basis,
  i.place, i.place_role, i.country, i.lat, i.lon, i.radius_m, i.place_precision,
  (select count(*) from joined_members m where m.incident = i.id and m.member glob 'd_*' and not m.background) as documents,
  (select count(*) from joined_members m where m.incident = i.id and m.member glob 'd_*' and m.background) as background,
  (select count(*) from joined_members m where m.incident = i.id and m.member glob 'e_*') as events,
  i.origins_min, i.origins_max, i.grade, i.disputed, i.reasons
from joined_incidents i;

create view v_accounts as
select a.incident, a.n, a.origin, a.said_by, a.kind, a.relation, a.documents, a.claims, a.events from joined_accounts a;

create view v_values as
select v.incident, v.field, v.of, v.low, v.high, v.text, v.said_by, v.origins_min, v.origins_max from joined_values v;

create view v_copies as
select c.document, c.of, c.relation, c.share_of_document, c.share_of_other, c.basis, c.sequence, c.decided from joined_copies c;

create view v_disagreements as
select x.id, x.incident, x.type, x.explained, x.field, x.reason, x.sides from joined_disagreements x;

