-- Browsers that want to be told of notices while no page is open: where to, and with what it is sealed for them (RFC 8291).
create table notifications.push_subscription (
  id uuid primary key,
  user_id uuid not null,
  -- One browser is one person's at a time.
  endpoint text not null unique check (length(endpoint) <= 2048),
  keys_sealed bytea not null,
  made_at timestamptz not null,
  delivered_at timestamptz
);
create index push_subscription_of_user on notifications.push_subscription (user_id, made_at desc);

alter table notifications.muted drop constraint muted_channel_check;
alter table notifications.muted add constraint muted_channel_check check (channel in ('inApp', 'email', 'push'));

grant select, insert, update, delete on notifications.push_subscription to amana_app;
