-- API keys, third-party programs with what people granted them, and sign-ins by other providers.
create table identity.api_key (
  id uuid primary key,
  user_id uuid not null references identity."user" (id),
  name text not null,
  -- SHA-256: a dump of the database opens nothing.
  token_hash bytea not null unique,
  last_four text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  -- To the minute.
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_of_user on identity.api_key (user_id);

create table identity.oauth_client (
  id uuid primary key,
  owner_id uuid not null references identity."user" (id),
  name text not null,
  redirect_uris text[] not null,
  -- Null: a public client, which can keep no secret.
  secret_hash bytea,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index oauth_client_of_owner on identity.oauth_client (owner_id);

-- One consent, its code, and the family of tokens that came of it. Its row is the lock of the family.
create table identity.oauth_grant (
  id uuid primary key,
  client_id uuid not null references identity.oauth_client (id),
  user_id uuid not null references identity."user" (id),
  scopes text[] not null,
  redirect_uri text not null,
  challenge text not null,
  code_hash bytea not null unique,
  code_expires_at timestamptz not null,
  created_at timestamptz not null,
  exchanged_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index oauth_grant_of_user on identity.oauth_grant (user_id);
create index oauth_grant_of_client on identity.oauth_grant (client_id);

create table identity.oauth_token (
  token_hash bytea primary key,
  grant_id uuid not null references identity.oauth_grant (id) on delete cascade,
  kind text not null check (kind in ('access', 'refresh')),
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Of a refresh token: a second use ends the family.
  used_at timestamptz
);
create index oauth_token_of_grant on identity.oauth_token (grant_id);
create index oauth_token_expiry on identity.oauth_token (expires_at);

-- Who somebody is at another provider. An address is no identity: it may change hands.
create table identity.oidc_link (
  issuer text not null,
  subject text not null,
  user_id uuid not null references identity."user" (id),
  provider text not null,
  email text,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (user_id, provider)
);

grant select, insert, update, delete
  on identity.api_key, identity.oauth_client, identity.oauth_grant, identity.oauth_token, identity.oidc_link to amana_app;
