-- What people have uploaded. The bytes lie in the file store under the id; a name is only ever shown.
create schema files;

create table files.file (
  id uuid primary key,
  owner_id uuid not null,
  purpose text not null check (purpose in ('message', 'evidence', 'delivery', 'asset')),
  name text not null,
  media_type text not null,
  size int not null check (size > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  -- Under which key of the caller's it came, so that a repeated request makes no second one.
  request_key text not null,
  uploaded_at timestamptz not null,
  -- Null while the bytes are being written.
  stored_at timestamptz,
  -- Null until something holds it: then it goes after a day.
  attached_at timestamptz,
  -- Its bytes go, and then it.
  removed_at timestamptz,
  unique (owner_id, request_key)
);

grant usage on schema files to amana_app;
grant select, insert, update, delete on all tables in schema files to amana_app;
