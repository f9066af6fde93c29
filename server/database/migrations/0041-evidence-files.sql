-- breaking: the release before writes a list of files into each piece of evidence.
-- The files of a piece of evidence. What the bytes were is kept here too, for the piece's own hash is taken over it.
create table disputes.evidence_file (
  shard smallint not null check (shard between 0 and 255),
  dispute_id uuid not null,
  seq int not null,
  position int not null,
  file_id uuid not null,
  size int not null check (size >= 0),
  sha256 bytea not null,
  primary key (shard, dispute_id, seq, position),
  foreign key (shard, dispute_id, seq) references disputes.evidence (shard, dispute_id, seq)
);
create index evidence_of_file on disputes.evidence_file (file_id);

alter table disputes.evidence drop column files;

grant select, insert on disputes.evidence_file to amana_app;
