-- Outgoing webhooks: what happened to whom, who wants to be told where, and what became of telling them.
create schema webhooks;

create table webhooks.endpoint (
  id uuid primary key,
  user_id uuid not null,
  url text not null,
  description text,
  -- The types that are wanted; null: all.
  types text[],
  -- Why nothing is sent to it; null: it is on.
  off_because text check (off_because in ('owner', 'gone', 'failing')),
  off_at timestamptz,
  -- When the first of the attempts failed since which none has succeeded.
  failing_since timestamptz,
  -- It failed or took long last time: until it does better it has one place in the queue.
  slow boolean not null default false,
  -- Under which key of the caller's it was made, so that a repeated request makes no second one.
  request_key text,
  made_at timestamptz not null,
  unique (user_id, request_key),
  check ((off_because is null) = (off_at is null))
);
create index endpoint_of_user on webhooks.endpoint (user_id, id);

-- The current secret of an endpoint, and those that still sign beside it.
create table webhooks.secret (
  id uuid primary key,
  endpoint_id uuid not null references webhooks.endpoint (id) on delete cascade,
  sealed bytea not null,
  request_key text,
  made_at timestamptz not null,
  until timestamptz,
  unique (endpoint_id, request_key)
);
create unique index secret_current on webhooks.secret (endpoint_id) where until is null;

create table webhooks.event (
  id uuid primary key,
  user_id uuid not null,
  type text not null,
  happened_at timestamptz not null,
  -- What made it, where it could be told twice: one event per cause and user.
  cause text,
  -- The order of its fields is kept, so that every attempt sends the same bytes.
  data json not null,
  unique (user_id, cause)
);
create index event_of_user on webhooks.event (user_id, id desc);

create table webhooks.delivery (
  id uuid primary key,
  endpoint_id uuid not null references webhooks.endpoint (id) on delete cascade,
  event_id uuid not null references webhooks.event (id) on delete cascade,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  -- Attempts since it was made, or sent again by hand.
  tries int not null default 0,
  next_at timestamptz,
  lease uuid,
  leased_until timestamptz,
  unique (endpoint_id, event_id),
  check ((state = 'waiting') = (next_at is not null))
);
create index delivery_waiting on webhooks.delivery (endpoint_id, next_at, event_id) where state = 'waiting';
create index delivery_leased on webhooks.delivery (endpoint_id) where leased_until is not null;
create index delivery_of_event on webhooks.delivery (event_id);

create table webhooks.attempt (
  delivery_id uuid not null references webhooks.delivery (id) on delete cascade,
  number int not null,
  at timestamptz not null,
  milliseconds int not null,
  outcome text not null,
  status int,
  -- The beginning of what the receiver answered.
  answer text,
  primary key (delivery_id, number)
);

grant usage on schema webhooks to amana_app;
grant select, insert, update, delete on all tables in schema webhooks to amana_app;
