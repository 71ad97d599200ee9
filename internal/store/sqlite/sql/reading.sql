-- name: reading
select r.reading from readings r join documents d on d.key = r.document where d.id = ?

-- name: has reading
select exists (select 1 from readings where document = ?)

-- name: put reading
insert into readings (document, version, given, joined, reading) values (?, ?, ?, 0, ?)
on conflict (document) do update set version = excluded.version, given = excluded.given, joined = 0, reading = excluded.reading

-- name: next reading
select d.key, r.reading from documents d join readings r on r.document = d.key where d.id > ? order by d.id limit 1

-- name: mark all unjoined
update readings set joined = 0 where joined

-- name: mark joined
update readings set joined = 1
where document in (select key from documents where id in (select value from json_each(?)))

-- name: mark all joined
update readings set joined = 1 where not joined
