-- Files are looked at for viruses. What was there before, and what a release before this one brings, was not.
alter table files.file
  add column scan text not null default 'unscanned' check (scan in ('waiting', 'clean', 'infected', 'unscanned')),
  -- When a scanner last said what it is.
  add column scanned_at timestamptz,
  -- What was found; the bytes are gone then.
  add column signature text,
  add constraint infected_is_named check ((scan = 'infected') = (signature is not null));

create index file_waiting on files.file (uploaded_at) where scan = 'waiting';
