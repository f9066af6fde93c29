-- A session has an id that may be shown, says from where it began, and may wait for a second factor.
alter table identity.session
  add column id uuid not null default gen_random_uuid(),
  add column state text not null default 'open' check (state in ('second_factor_pending', 'open')),
  add column last_seen_at timestamptz not null default clock_timestamp(),
  add column network text,
  add column agent text;
alter table identity.session alter column id drop default, alter column last_seen_at drop default;
create unique index session_id on identity.session (id);
create index session_of_user on identity.session (user_id);

alter table identity."user" add column suspended_at timestamptz;
