-- People register, prove their address, and sign in with a password and a second factor.
-- A user exists once the address is proved: until then there is a registration, and several may claim one address.
alter table identity."user"
  add column language text not null default 'en' check (language in ('en', 'ar')),
  add column registered_at timestamptz not null default clock_timestamp();
-- Two spellings of one address are one user.
update identity."user" set email = lower(email) where email <> lower(email);
alter table identity."user" add constraint user_email_folded check (email = lower(email));
create index user_email_prefix on identity."user" (email text_pattern_ops);
create index user_name_prefix on identity."user" (lower(name) text_pattern_ops);
create index user_admin on identity."user" (id) where 'admin' = any (roles);

create table identity.registration (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null,
  language text not null check (language in ('en', 'ar')),
  password_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index registration_of_email on identity.registration (email, created_at desc);
create index registration_expiry on identity.registration (expires_at);

create table identity.password (
  user_id uuid primary key references identity."user" (id),
  hash text not null,
  set_at timestamptz not null
);

-- What a mailed link opens, once. Of one purpose a subject has one link: a newer one ends the one before.
create table identity.link (
  id uuid primary key,
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('verify_email', 'reset_password')),
  -- A registration or a user.
  subject_id uuid not null,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (purpose, subject_id)
);
create index link_expiry on identity.link (expires_at);

-- From where a user has signed in before: there the user is let in while strangers guess from elsewhere.
create table identity.known_network (
  user_id uuid not null references identity."user" (id),
  network text not null,
  last_used_at timestamptz not null,
  primary key (user_id, network)
);
create index known_network_age on identity.known_network (last_used_at);

alter table identity.session
  -- Wrong codes shown to a session that waits for its second factor.
  add column tries smallint not null default 0,
  -- However much it is used, it ends here; null for those that only end at `expires_at`.
  add column ends_at timestamptz;
create index session_expiry on identity.session (expires_at);

create table identity.totp (
  user_id uuid primary key references identity."user" (id),
  secret bytea not null,
  confirmed_at timestamptz not null,
  -- The time step of the last code that was taken: no code is good twice.
  last_step bigint not null
);
-- A secret that waits for its first code; the one in use stays until then.
create table identity.totp_enrolment (
  user_id uuid primary key references identity."user" (id),
  secret bytea not null,
  tries smallint not null default 0,
  created_at timestamptz not null
);
create table identity.recovery_code (
  user_id uuid not null references identity."user" (id),
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

grant select, insert, update, delete on identity.registration, identity.password, identity.link, identity.known_network,
  identity.totp, identity.totp_enrolment, identity.recovery_code to amana_app;
