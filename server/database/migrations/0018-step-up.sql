-- A fresh confirmation of one exact request. The code that is sent by mail is derived from a key outside the database and kept nowhere.
create table identity.step_up (
  id uuid primary key,
  user_id uuid not null references identity."user",
  -- Without a reference: what was asked and tried is still counted when the session has ended.
  session_id uuid not null,
  fingerprint bytea not null check (length(fingerprint) = 32),
  action text not null,
  amount bigint,
  currency text,
  method text not null check (method in ('totp', 'email')),
  tries smallint not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  confirmed_at timestamptz,
  used_at timestamptz,
  check ((amount is null) = (currency is null)),
  check (used_at is null or confirmed_at is not null)
);
create index step_up_of_user on identity.step_up (user_id, created_at);

grant select, insert, update, delete on identity.step_up to amana_app;
