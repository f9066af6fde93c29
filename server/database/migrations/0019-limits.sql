-- How often somebody has asked within a window of time. Unlogged: after a crash everybody begins anew. The keys are hashes.
create unlogged table http.rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  -- Milliseconds since 1970.
  expire bigint
);
create index rate_limit_by_end on http.rate_limit (expire);
grant select, insert, update, delete on http.rate_limit to amana_app;

comment on column http.idempotency.user_id is
  'The user, or for a caller who is not signed in a UUID of version 8 made from the network: no user has one of that version.';
