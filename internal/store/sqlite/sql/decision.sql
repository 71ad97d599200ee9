-- name: put decision
insert into decisions (kind, target, field, value, document, quote, before, after, why, by, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: decisions
select seq, kind, target, field, value, document, quote, before, after, why, by, at from decisions order by seq
