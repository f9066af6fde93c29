-- Every entry says by what and from where it was made, and what names a person in it can be forgotten without breaking a seal.

-- `via`: the session, key or grant that asked. `origin` and `personal` commit to texts in audit.kept: the seal covers the commitment, so a
-- text that is gone leaves the chain as it was.
alter table audit.entry
  add column via text,
  add column origin text,
  add column personal text,
  add constraint origin_is_a_commitment check (starts_with(origin, 'sha256:') and length(origin) = 71),
  add constraint personal_is_a_commitment check (starts_with(personal, 'sha256:') and length(personal) = 71);
create index audit_of_actor on audit.entry (actor_id, number) where actor_id is not null;
create index audit_of_action on audit.entry (action, number);
grant insert (via, origin, personal) on audit.entry to amana_app;

create table audit.kept (
  entry uuid not null references audit.entry (id),
  what text not null check (what in ('origin', 'personal')),
  person uuid not null,
  salt bytea not null check (octet_length(salt) = 32),
  text text not null,
  primary key (entry, what)
);
create index kept_of_person on audit.kept (person);
create trigger written_once before update or truncate on audit.kept
  for each statement execute function runtime.refuse_change();

-- The one way in which a kept text goes: all of a person's at once.
create function audit.forget(p_person uuid) returns bigint language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from audit.kept k where k.person = p_person returning 1) select count(*) from gone
$$;
revoke all on function audit.forget from public;
grant select, insert on audit.kept to amana_app;
grant execute on function audit.forget to amana_app;

create function seals.audit_rows(p_after bigint, p_upto bigint, p_most int)
returns table (number bigint, id uuid, at bigint, actor text, actor_id uuid, action text, subject text, reason text, detail text,
               via text, origin text, personal text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select e.number, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.actor_id, e.action, e.subject, e.reason, e.detail::text,
         e.via, e.origin, e.personal
    from audit.entry e where e.number > p_after and e.number <= p_upto order by e.number limit p_most
$$;

-- A process of the version before would seal an entry without its origin: it is shown only what lies before the first that has one, and a
-- process of this version seals on from there.
create or replace function seals.audit_entries(p_after bigint, p_upto bigint, p_most int)
returns table (number bigint, id uuid, at bigint, actor text, actor_id uuid, action text, subject text, reason text, detail text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select e.number, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.actor_id, e.action, e.subject, e.reason, e.detail::text
    from audit.entry e
   where e.number > p_after and e.number <= p_upto
     and e.number < coalesce((select min(o.number) from audit.entry o where o.number > p_after
                                and (o.via is not null or o.origin is not null or o.personal is not null)), p_upto + 1)
   order by e.number limit p_most
$$;

-- BANK ACCOUNTS -------------------------------------------------------------------------------------------------------

-- A blind index of bank and number, so that equal accounts are found without opening any: null until `keys rotate` has filled it.
alter table payouts.bank_account add column number_index bytea check (octet_length(number_index) = 37);
create unique index bank_account_once_per_payee on payouts.bank_account (user_id, number_index) where status <> 'failed';
create index bank_account_by_number on payouts.bank_account (number_index) where number_index is not null;
