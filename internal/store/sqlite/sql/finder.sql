-- name: sharing
select d.id from (
  select document from index_fingerprints where fingerprint in (select value from json_each(:fingerprints))
  group by document having count(*) >= :least
) f cross join documents d on d.key = f.document order by d.id

-- name: near a place
select distinct d.id from index_near near
join index_scenes s on s.key = near.scene
join index_events e on e.document = s.document and e.n = s.event
join documents d on d.key = e.document
where near.south <= :north and near.north >= :south and near.west <= :east and near.east >= :west
  and near.first_day <= :last and near.last_day >= :first
  and (:types is null or e.type in (select value from json_each(:types)))

-- name: near in time
select distinct d.id from index_events e join documents d on d.key = e.document
where (:types is null or e.type in (select value from json_each(:types)))
  and (not :unplaced or not e.placed)
  and e.first_day <= :last and e.last_day >= :first

-- name: search
-- The best are chosen first, so that marks are set in their texts alone.
with best (key, id, rank) as materialized (
  select d.key, d.id, index_search.rank from index_search join documents d on d.key = index_search.rowid
  where index_search match ?1 order by index_search.rank, d.id limit ?2
)
select b.id, coalesce(i.title, ''), highlight(index_search, 1, char(2), char(3)), snippet(index_search, 1, '', '', '…', 24)
from best b cross join index_search on index_search.rowid = b.key left join index_documents i on i.document = b.key
where index_search match ?1 order by b.rank, b.id

-- name: tellings
-- Cross joins keep the order: the chosen first, not a walk over all documents.
with chosen (key) as (
  select key from documents where :documents is null
  union all
  select key from documents where id in (select value from json_each(:documents))
)
select i.tellings from chosen
cross join index_documents i on i.document = chosen.key cross join documents d on d.key = chosen.key
order by d.id
