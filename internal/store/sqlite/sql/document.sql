-- name: document key
select key, sha256 from documents where id = ?

-- name: put document
insert into documents (id, sha256, media_type, size, bytes) values (?, ?, ?, ?, ?)

-- name: put capture
insert into captures (document, name, url, at, added, by, note) values (?, ?, ?, ?, ?, ?, ?)

-- name: put given
insert into givens (document, given) values (?, ?)

-- name: original
select id, sha256, media_type, bytes from documents where id = ?

-- name: unjoined
select d.id from readings r cross join documents d on d.key = r.document where r.joined = 0 order by d.id

-- name: documents
-- One of two ways in: every document, those of some ids.
with chosen (key) as (
  select key from documents where :ids is null
  union all
  select key from documents where :ids is not null and id in (select value from json_each(:ids))
)
select d.id, d.sha256, d.media_type, d.size,
  (select json_group_array(json_object('Name', name, 'URL', url, 'At', at, 'Added', added, 'By', by, 'Note', note) order by c.key)
   from captures c where c.document = d.key),
  coalesce((select given from givens g where g.document = d.key order by g.key desc limit 1), '{}'), coalesce(r.given, '{}'),
  coalesce(r.version, ''), coalesce(i.language, ''), coalesce(i.read, 0),
  coalesce(i.title, ''), coalesce(i.outlet, ''), coalesce(i.agency, ''), coalesce(i.byline, ''),
  coalesce(i.earliest, ''), coalesce(i.latest, ''), coalesce(i.precision, ''), coalesce(i.basis, ''),
  coalesce(i.claims, 0), coalesce(i.events, 0), coalesce(i.unread, 0), coalesce(r.joined, 0)
from chosen join documents d on d.key = chosen.key
left join readings r on r.document = d.key left join index_documents i on i.document = d.key
where +d.id > :after and (not :unjoined or r.joined = 0)
order by d.id limit :limit
