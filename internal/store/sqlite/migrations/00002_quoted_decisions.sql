-- +goose Up

pragma user_version = 2;

-- A decision is tied to its words, and they stand in a document.
alter table decisions add column document text not null default '';

update about set value = '2' where name = 'schema';
