-- +goose Up

-- What an id of an incident leads to is now the event that the id is made of, as
-- long as an incident holds it; whoever holds an event asks which ids lead to it.
create index incident_ids_successor on incident_ids (successor);
