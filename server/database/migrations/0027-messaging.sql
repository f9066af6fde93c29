-- What two people write to each other about one thing.
create schema messaging;

create table messaging.conversation (
  id uuid primary key,
  subject_kind text not null,
  subject_id text not null,
  -- The two, the smaller first: there is one conversation for a pair about a thing.
  one_id uuid not null,
  other_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  last_seq int not null default 0,
  unique (subject_kind, subject_id, one_id, other_id),
  check (one_id < other_id)
);

create table messaging.participant (
  conversation_id uuid not null references messaging.conversation (id),
  user_id uuid not null,
  read_seq int not null default 0,
  -- Up to where this person was told by mail that something waits.
  told_seq int not null default 0,
  -- Of the newest message: the order of the person's list.
  last_at timestamptz not null,
  primary key (conversation_id, user_id)
);
create index participant_by_newest on messaging.participant (user_id, last_at desc, conversation_id desc);

create table messaging.message (
  conversation_id uuid not null references messaging.conversation (id),
  seq int not null,
  id uuid not null unique,
  sender_id uuid not null,
  text text not null,
  -- What is shown while the two may not meet outside; null where nothing is hidden.
  masked_text text,
  -- Under which key of the sender's it came, so that a repeated request makes no second one.
  request_key text not null,
  at timestamptz not null,
  primary key (conversation_id, seq),
  unique (conversation_id, sender_id, request_key)
);
create index message_of_sender on messaging.message (sender_id);

create table messaging.attachment (
  conversation_id uuid not null,
  seq int not null,
  position int not null,
  file_id uuid not null,
  primary key (conversation_id, seq, position),
  foreign key (conversation_id, seq) references messaging.message (conversation_id, seq)
);
create index attachment_of_file on messaging.attachment (file_id);

grant usage on schema messaging to amana_app;
grant select, insert, update, delete on all tables in schema messaging to amana_app;
