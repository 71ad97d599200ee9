-- name: old incidents
-- The incidents that a change takes the place of, with what they held.
-- Cross joins keep the order: a few ids first, not a walk over all members.
with chosen (id) as (
  select id from joined_incidents where :documents is null
  union
  select incident from joined_members where member in (select value from json_each(:documents))
  union
  select value from json_each(:incidents)
)
select m.incident, json_group_array(m.member order by m.member)
from chosen cross join joined_members m on m.incident = chosen.id
group by m.incident order by m.incident

-- name: drop incidents
delete from joined_incidents where id in (select value from json_each(?))

-- name: drop members
delete from joined_members where incident in (select value from json_each(?))

-- name: drop accounts
delete from joined_accounts where incident in (select value from json_each(?))

-- name: drop values
delete from joined_values where incident in (select value from json_each(?))

-- name: old disagreements
select id from joined_disagreements where :documents is null
union
select id from joined_disagreements where incident in (select value from json_each(:incidents))
union
select value from json_each(:disagreements)
union
select disagreement from joined_sides where member in (select value from json_each(:documents))
order by 1

-- name: drop disagreements
delete from joined_disagreements where id in (select value from json_each(?))

-- name: drop sides
delete from joined_sides where disagreement in (select value from json_each(?))

-- name: drop copies
delete from joined_copies where rowid in (
  select rowid from joined_copies where :documents is null
  union
  select rowid from joined_copies where document in (select value from json_each(:documents))
  union
  select rowid from joined_copies where of in (select value from json_each(:documents))
)

-- name: put copy
insert or replace into joined_copies (document, of, relation, share_of_document, share_of_other, basis, sequence, decided, copy)
values (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: put incident
insert into joined_incidents
  (id, title, type, mode, status, earliest, latest, precision, basis,
   place, place_role, country, lat, lon, place_precision, radius_m, origins_min, origins_max, grade, disputed, reasons, incident)
values (?, ?, ?, nullif(?, ''), ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''),
  nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, nullif(?, ''), ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?)

-- name: put member
insert or ignore into joined_members (incident, member, background) values (?, ?, ?)

-- name: put account
insert into joined_accounts (incident, n, origin, said_by, kind, relation, documents, claims, events)
values (?, ?, ?, nullif(?, ''), ?, nullif(?, ''), ?, ?, ?)

-- name: put value
insert into joined_values (incident, n, field, of, low, high, text, said_by, origins_min, origins_max)
values (?, ?, ?, nullif(?, ''), ?, ?, nullif(?, ''), ?, ?, ?)

-- name: put disagreement
insert or replace into joined_disagreements (id, incident, type, explained, field, reason, sides, disagreement)
values (?, nullif(?, ''), ?, ?, nullif(?, ''), nullif(?, ''), ?, ?)

-- name: put side
insert or ignore into joined_sides (disagreement, member) values (?, ?)

-- name: private names
select distinct p.name from index_private p join documents d on d.key = p.document
where d.id in (select value from json_each(?)) order by length(p.name) desc, p.name

-- name: put incident id
insert into incident_ids (id, successor) values (?, ?) on conflict (id) do update set successor = excluded.successor

-- name: copies
select copy from (
  select document, of, copy from joined_copies where :documents is null
  union
  select document, of, copy from joined_copies where document in (select value from json_each(:documents))
  union
  select document, of, copy from joined_copies where of in (select value from json_each(:documents))
) order by document, of

-- name: incidents
-- An id once given leads to the event that it is made of, and that to the
-- incident that holds it now. Cross joins keep the order: a few ids first, not a
-- walk over all incidents.
with recursive path (id) as (
  select value from json_each(:ids)
  union
  select i.successor from incident_ids i join path on i.id = path.id where i.successor <> ''
),
chosen (id) as (
  select id from joined_incidents where :ids is null
  union
  select id from path
  union
  select m.incident from path cross join joined_members m on m.member = path.id
)
select i.incident from chosen cross join joined_incidents i on i.id = chosen.id order by i.id

-- name: former ids
with recursive back (incident, id) as (
  select id, id from joined_incidents where :ids is null
  union
  select value, value from json_each(:ids)
  union
  select m.incident, m.member from back cross join joined_members m on m.incident = back.id
  union
  select back.incident, i.id from back cross join incident_ids i on i.successor = back.id
)
select b.id, b.incident from back b cross join incident_ids i on i.id = b.id
where b.id <> b.incident and not exists (select 1 from joined_incidents j where j.id = b.id)
order by b.incident, b.id

-- name: disagreements
with recursive path (id) as (
  select value from json_each(:ids)
  union
  select i.successor from incident_ids i join path on i.id = path.id where i.successor <> ''
),
current (id) as (
  select id from path
  union
  select m.incident from path cross join joined_members m on m.member = path.id
  where path.id not in (select value from json_each(:ids))
),
chosen (id) as (
  select id from joined_disagreements where :ids is null
  union
  select id from path
  union
  select x.id from current cross join joined_disagreements x on x.incident = current.id
  union
  select disagreement from joined_sides where member in (select value from json_each(:ids))
)
select x.disagreement from chosen cross join joined_disagreements x on x.id = chosen.id order by x.id
