-- Answers kept for repeated idempotency keys.
create schema http;

create table http.idempotency (
  user_id uuid not null,
  key text not null check (length(key) between 1 and 255),
  -- SHA-256 over method, address and body: another request under the same key is refused.
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  -- Which run holds the key; one that lost it to a later run stores nothing.
  claim uuid not null,
  -- The database's own time, as the application's clock may be moved.
  claimed_at timestamptz not null default clock_timestamp(),
  status smallint check (status between 200 and 499),
  headers jsonb,
  body bytea,
  primary key (user_id, key),
  constraint answered_whole check ((status is null) = (headers is null) and (status is not null or body is null))
);
create index idempotency_by_age on http.idempotency (claimed_at);

grant usage on schema http to amana_app;
grant select, insert, update, delete on http.idempotency to amana_app;
