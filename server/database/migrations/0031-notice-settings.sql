-- Whether a notice is left out of the list, because its reader wants no such ones there: it may go by mail all the same.
alter table notifications.notification add column hidden boolean not null default false;

-- What people want to be told of: a row for each switch that is off.
create table notifications.muted (
  user_id uuid not null,
  channel text not null check (channel in ('inApp', 'email')),
  topic text not null check (topic in ('orders', 'payments', 'messages', 'account')),
  primary key (user_id, channel, topic),
  -- What is done to an account is always told by mail.
  check (channel <> 'email' or topic <> 'account')
);

grant select, insert, update, delete on notifications.muted to amana_app;
