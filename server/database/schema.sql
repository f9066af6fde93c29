-- Schemas

create schema audit;
create schema catalog;
create schema escrow;
create schema http;
create schema identity;
create schema ledger;
create schema migration;
create schema notifications;
create schema orders;
create schema payments;
create schema payouts;
create schema public;
create schema runtime;
create schema sandbox;
create schema shipping;

-- Sequences

create sequence ledger.posting_number_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1; -- owned by ledger.posting.number
create sequence orders.order_number as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1;

-- Tables

create table audit.entry (
  id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  actor_id uuid,
  action text not null,
  subject text not null,
  reason text,
  detail jsonb not null
);
create table catalog.product (
  id uuid not null,
  seller_id uuid not null,
  title jsonb not null,
  description jsonb not null,
  pictures jsonb not null,
  price bigint not null,
  currency text not null,
  stock integer not null,
  weight_grams integer not null,
  dimensions_mm jsonb not null,
  listed_at timestamp with time zone not null,
  active boolean default true not null
);
create table catalog.reservation (
  order_id uuid not null,
  product_id uuid not null,
  quantity integer not null,
  given_back_at timestamp with time zone
);
create table escrow.deal (
  shard smallint not null,
  id uuid not null,
  process text not null,
  process_version integer not null,
  state text not null,
  revision integer not null,
  buyer uuid not null,
  seller uuid not null,
  currency text not null,
  total bigint not null,
  commission bigint not null,
  seller_receives bigint not null,
  escrow text not null,
  gateway text,
  policy jsonb not null,
  deadline_kind text,
  deadline_opened_at timestamp with time zone,
  deadline_due_at timestamp with time zone,
  deadline_wake_at timestamp with time zone,
  deadline_asks integer default 0 not null,
  created_at timestamp with time zone not null
) with (fillfactor=70);
create table escrow.event (
  shard smallint not null,
  deal uuid not null,
  seq integer not null,
  command text not null,
  command_key text,
  actor text not null,
  actor_id uuid,
  from_state text,
  to_state text not null,
  reason text,
  note text,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null
);
create table http.idempotency (
  user_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  claim uuid not null,
  claimed_at timestamp with time zone default clock_timestamp() not null,
  status smallint,
  headers jsonb,
  body bytea
);
create table identity."user" (
  id uuid not null,
  demo_key text,
  name text not null,
  email text not null,
  phone text not null,
  roles text[] not null,
  pickup_address jsonb
);
create table identity.session (
  token_hash bytea not null,
  user_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table ledger.account (
  shard smallint not null,
  id uuid not null,
  code text not null,
  currency text not null,
  guarded boolean not null,
  balance bigint default 0 not null,
  last_seq bigint default 0 not null
) with (fillfactor=60);
create table ledger.entry (
  shard smallint not null,
  account uuid not null,
  seq bigint not null,
  posting uuid not null,
  amount bigint not null,
  balance_after bigint not null
);
create table ledger.posting (
  shard smallint not null,
  id uuid not null,
  key text not null,
  fingerprint text not null,
  kind text not null,
  deal uuid,
  posted_at timestamp with time zone not null,
  number bigint generated always as identity not null
);
create table migration.applied (
  version integer not null,
  name text not null,
  sha256 text not null,
  breaking boolean not null,
  applied_at timestamp with time zone default now() not null
);
create table notifications.notification (
  id uuid not null,
  user_id uuid not null,
  event_key text not null,
  key text not null,
  params jsonb not null,
  order_id text,
  at timestamp with time zone not null,
  read_at timestamp with time zone
);
create table orders."order" (
  shard smallint not null,
  id uuid not null,
  number text not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  deal_id uuid not null,
  currency text not null,
  goods bigint not null,
  shipping bigint not null,
  total bigint not null,
  commission bigint not null,
  seller_receives bigint not null,
  shipping_address jsonb not null,
  shipping_option jsonb not null,
  parcel jsonb not null,
  placed_at timestamp with time zone not null,
  status text not null,
  deadline_kind text,
  due_at timestamp with time zone,
  revision integer not null
);
create table orders.item (
  shard smallint not null,
  order_id uuid not null,
  line integer not null,
  product_id uuid not null,
  title jsonb not null,
  picture text,
  sku text not null,
  unit_price bigint not null,
  quantity integer not null
);
create table orders.request (
  buyer_id uuid not null,
  key text not null,
  order_id uuid not null
);
create table payments.capture (
  shard smallint not null,
  id uuid not null,
  payment_id uuid not null,
  deal_id uuid not null,
  gateway text not null,
  reference text not null,
  currency text not null,
  amount bigint not null,
  captured_at timestamp with time zone not null,
  disposition text not null,
  why text
);
create table payments.payment (
  shard smallint not null,
  id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  gateway text not null,
  currency text not null,
  amount bigint not null,
  state text not null,
  return_url text not null,
  reference text,
  next_action jsonb,
  opened_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table payments.refund (
  shard smallint not null,
  id uuid not null,
  payment_id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  gateway text not null,
  currency text not null,
  amount bigint not null,
  source text not null,
  cause uuid not null,
  state text not null,
  reference text,
  requested_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table payments.webhook (
  gateway text not null,
  dedupe_key text not null,
  type text not null,
  body bytea not null,
  received_at timestamp with time zone not null,
  times integer default 1 not null
);
create table payouts.bank_account (
  id uuid not null,
  user_id uuid not null,
  holder_name text not null,
  account_number_sealed bytea not null,
  last4 text not null,
  ifsc text not null,
  kind text not null,
  status text not null,
  is_primary boolean not null,
  added_at timestamp with time zone not null
);
create table payouts.payout (
  shard smallint not null,
  id uuid not null,
  seller_id uuid not null,
  deal_id uuid not null,
  rail text not null,
  currency text not null,
  amount bigint not null,
  state text not null,
  bank_account_id uuid,
  reference text,
  bank_reference text,
  reason text,
  requested_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table payouts.webhook (
  rail text not null,
  dedupe_key text not null,
  type text not null,
  body bytea not null,
  received_at timestamp with time zone not null,
  times integer default 1 not null
);
create table runtime.job (
  shard smallint not null,
  id uuid not null,
  kind text not null,
  key text not null,
  payload jsonb not null,
  run_at timestamp with time zone not null,
  again_at timestamp with time zone,
  attempts integer default 0 not null,
  lease uuid,
  leased_until timestamp with time zone,
  last_error text,
  dead_at timestamp with time zone
);
create table runtime.outbox (
  shard smallint not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  announced_at timestamp with time zone not null,
  run_at timestamp with time zone not null,
  attempts integer default 0 not null,
  last_error text,
  dead_at timestamp with time zone
);
create table sandbox.clock (
  only_row boolean default true not null,
  offset_ms bigint not null
);
create table shipping.quote (
  id uuid not null,
  carrier text not null,
  request jsonb not null,
  options jsonb not null,
  quoted_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table shipping.rate_cache (
  key text not null,
  options jsonb not null,
  fetched_at timestamp with time zone not null
);
create table shipping.scan (
  shard smallint not null,
  shipment_id uuid not null,
  scanned_at timestamp with time zone not null,
  code text not null,
  state text not null,
  text text not null,
  location text,
  recorded_at timestamp with time zone not null
);
create table shipping.shipment (
  shard smallint not null,
  id uuid not null,
  order_id uuid not null,
  seller_id uuid not null,
  carrier text not null,
  request jsonb not null,
  state text not null,
  requested_at timestamp with time zone not null,
  reference text,
  tracking_number text,
  courier_title text,
  label_url text,
  tracking_url text,
  problem text,
  journey_over boolean default false not null
);
create table shipping.webhook (
  carrier text not null,
  dedupe_key text not null,
  body bytea not null,
  received_at timestamp with time zone not null,
  times integer default 1 not null
);

-- Constraints

alter table audit.entry add constraint entry_pkey PRIMARY KEY (id);
alter table catalog.product add constraint product_pkey PRIMARY KEY (id);
alter table catalog.product add constraint product_price_check CHECK ((price > 0));
alter table catalog.product add constraint product_stock_check CHECK ((stock >= 0));
alter table catalog.product add constraint product_weight_grams_check CHECK ((weight_grams > 0));
alter table catalog.reservation add constraint reservation_pkey PRIMARY KEY (order_id, product_id);
alter table catalog.reservation add constraint reservation_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.product(id);
alter table catalog.reservation add constraint reservation_quantity_check CHECK ((quantity > 0));
alter table escrow.deal add constraint deal_check CHECK ((seller <> buyer));
alter table escrow.deal add constraint deal_check1 CHECK (((commission + seller_receives) = total));
alter table escrow.deal add constraint deal_check2 CHECK ((((deadline_kind IS NULL) = (deadline_due_at IS NULL)) AND ((deadline_kind IS NULL) = (deadline_wake_at IS NULL))));
alter table escrow.deal add constraint deal_commission_check CHECK ((commission >= 0));
alter table escrow.deal add constraint deal_escrow_check CHECK ((escrow = ANY (ARRAY['pending'::text, 'held'::text, 'released'::text, 'refunded'::text])));
alter table escrow.deal add constraint deal_pkey PRIMARY KEY (shard, id);
alter table escrow.deal add constraint deal_seller_receives_check CHECK ((seller_receives >= 0));
alter table escrow.deal add constraint deal_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table escrow.deal add constraint deal_total_check CHECK ((total > 0));
alter table escrow.event add constraint event_pkey PRIMARY KEY (shard, deal, seq);
alter table escrow.event add constraint event_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table http.idempotency add constraint answered_whole CHECK ((((status IS NULL) = (headers IS NULL)) AND ((status IS NOT NULL) OR (body IS NULL))));
alter table http.idempotency add constraint idempotency_fingerprint_check CHECK ((octet_length(fingerprint) = 32));
alter table http.idempotency add constraint idempotency_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)));
alter table http.idempotency add constraint idempotency_pkey PRIMARY KEY (user_id, key);
alter table http.idempotency add constraint idempotency_status_check CHECK (((status >= 200) AND (status <= 499)));
alter table identity."user" add constraint user_demo_key_key UNIQUE (demo_key);
alter table identity."user" add constraint user_email_key UNIQUE (email);
alter table identity."user" add constraint user_pkey PRIMARY KEY (id);
alter table identity.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table identity.session add constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table ledger.account add constraint account_pkey PRIMARY KEY (shard, id);
alter table ledger.account add constraint account_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table ledger.account add constraint account_shard_code_currency_key UNIQUE (shard, code, currency);
alter table ledger.account add constraint entrusted_is_guarded CHECK ((guarded OR (code !~ '^(escrow|wallet|refunds_in_flight|payouts_in_flight|suspense):'::text)));
alter table ledger.account add constraint never_below_zero CHECK (((NOT guarded) OR (balance >= 0)));
alter table ledger.entry add constraint entry_amount_check CHECK ((amount <> 0));
alter table ledger.entry add constraint entry_pkey PRIMARY KEY (shard, account, seq);
alter table ledger.entry add constraint entry_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table ledger.posting add constraint posting_pkey PRIMARY KEY (shard, id);
alter table ledger.posting add constraint posting_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table ledger.posting add constraint posting_shard_key_key UNIQUE (shard, key);
alter table migration.applied add constraint applied_pkey PRIMARY KEY (version);
alter table migration.applied add constraint applied_version_check CHECK ((version > 0));
alter table notifications.notification add constraint notification_pkey PRIMARY KEY (id);
alter table notifications.notification add constraint notification_user_id_event_key_key UNIQUE (user_id, event_key);
alter table orders."order" add constraint order_pkey PRIMARY KEY (shard, id);
alter table orders."order" add constraint order_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table orders."order" add constraint order_shard_deal_id_key UNIQUE (shard, deal_id);
alter table orders."order" add constraint order_shard_number_key UNIQUE (shard, number);
alter table orders.item add constraint item_pkey PRIMARY KEY (shard, order_id, line);
alter table orders.item add constraint item_quantity_check CHECK ((quantity > 0));
alter table orders.item add constraint item_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table orders.request add constraint request_pkey PRIMARY KEY (buyer_id, key);
alter table payments.capture add constraint capture_amount_check CHECK ((amount > 0));
alter table payments.capture add constraint capture_disposition_check CHECK ((disposition = ANY (ARRAY['escrow'::text, 'suspense'::text])));
alter table payments.capture add constraint capture_pkey PRIMARY KEY (shard, id);
alter table payments.capture add constraint capture_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.capture add constraint capture_shard_gateway_reference_key UNIQUE (shard, gateway, reference);
alter table payments.payment add constraint payment_amount_check CHECK ((amount > 0));
alter table payments.payment add constraint payment_pkey PRIMARY KEY (shard, id);
alter table payments.payment add constraint payment_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.payment add constraint payment_state_check CHECK ((state = ANY (ARRAY['opening'::text, 'open'::text, 'captured'::text, 'closed'::text, 'failed'::text])));
alter table payments.refund add constraint refund_amount_check CHECK ((amount > 0));
alter table payments.refund add constraint refund_pkey PRIMARY KEY (shard, id);
alter table payments.refund add constraint refund_shard_cause_key UNIQUE (shard, cause);
alter table payments.refund add constraint refund_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.refund add constraint refund_source_check CHECK ((source = ANY (ARRAY['escrow'::text, 'suspense'::text])));
alter table payments.refund add constraint refund_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'pending'::text, 'succeeded'::text, 'failed'::text])));
alter table payments.webhook add constraint webhook_pkey PRIMARY KEY (gateway, dedupe_key);
alter table payouts.bank_account add constraint bank_account_kind_check CHECK ((kind = ANY (ARRAY['savings'::text, 'current'::text])));
alter table payouts.bank_account add constraint bank_account_pkey PRIMARY KEY (id);
alter table payouts.bank_account add constraint bank_account_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'verified'::text, 'failed'::text])));
alter table payouts.payout add constraint payout_amount_check CHECK ((amount > 0));
alter table payouts.payout add constraint payout_pkey PRIMARY KEY (shard, id);
alter table payouts.payout add constraint payout_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payouts.payout add constraint payout_shard_deal_id_key UNIQUE (shard, deal_id);
alter table payouts.payout add constraint payout_state_check CHECK ((state = ANY (ARRAY['waiting_for_bank_account'::text, 'requested'::text, 'pending'::text, 'paid'::text, 'failed'::text, 'returned'::text])));
alter table payouts.webhook add constraint webhook_pkey PRIMARY KEY (rail, dedupe_key);
alter table runtime.job add constraint job_pkey PRIMARY KEY (shard, id);
alter table runtime.job add constraint job_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table runtime.job add constraint job_shard_key_key UNIQUE (shard, key);
alter table runtime.outbox add constraint outbox_pkey PRIMARY KEY (shard, id);
alter table runtime.outbox add constraint outbox_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table sandbox.clock add constraint clock_only_row_check CHECK (only_row);
alter table sandbox.clock add constraint clock_pkey PRIMARY KEY (only_row);
alter table shipping.quote add constraint quote_pkey PRIMARY KEY (id);
alter table shipping.rate_cache add constraint rate_cache_pkey PRIMARY KEY (key);
alter table shipping.scan add constraint scan_pkey PRIMARY KEY (shard, shipment_id, scanned_at, code);
alter table shipping.scan add constraint scan_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table shipping.shipment add constraint shipment_pkey PRIMARY KEY (shard, id);
alter table shipping.shipment add constraint shipment_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table shipping.shipment add constraint shipment_state_check CHECK ((state = ANY (ARRAY['booking'::text, 'booked'::text, 'failed'::text, 'cancelling'::text, 'cancelled'::text])));
alter table shipping.webhook add constraint webhook_pkey PRIMARY KEY (carrier, dedupe_key);

-- Indexes

CREATE INDEX audit_of_subject ON audit.entry USING btree (subject, at);
CREATE INDEX product_listed ON catalog.product USING btree (listed_at DESC, id) WHERE active;
CREATE INDEX deal_due ON escrow.deal USING btree (deadline_wake_at) WHERE (deadline_wake_at IS NOT NULL);
CREATE UNIQUE INDEX event_command_key ON escrow.event USING btree (shard, deal, command_key) WHERE (command_key IS NOT NULL);
CREATE INDEX idempotency_by_age ON http.idempotency USING btree (claimed_at);
CREATE INDEX entry_of_posting ON ledger.entry USING btree (shard, posting);
CREATE INDEX posting_of_deal ON ledger.posting USING btree (shard, deal) WHERE (deal IS NOT NULL);
CREATE INDEX notification_of_user ON notifications.notification USING btree (user_id, at DESC, id);
CREATE INDEX order_of_buyer ON orders."order" USING btree (buyer_id, placed_at DESC, id);
CREATE INDEX order_of_seller ON orders."order" USING btree (seller_id, placed_at DESC, id);
CREATE INDEX order_urgent ON orders."order" USING btree (seller_id, due_at) WHERE (status = ANY (ARRAY['escrow_locked'::text, 'order_confirmed'::text, 'processing'::text, 'ready_to_ship'::text]));
CREATE INDEX payment_of_deal ON payments.payment USING btree (shard, deal_id, opened_at DESC);
CREATE UNIQUE INDEX payment_one_open ON payments.payment USING btree (shard, deal_id) WHERE (state = ANY (ARRAY['opening'::text, 'open'::text]));
CREATE INDEX refund_of_deal ON payments.refund USING btree (shard, deal_id);
CREATE UNIQUE INDEX bank_account_one_primary ON payouts.bank_account USING btree (user_id) WHERE is_primary;
CREATE INDEX payout_of_seller ON payouts.payout USING btree (seller_id, updated_at DESC);
CREATE INDEX job_waiting ON runtime.job USING btree (run_at) WHERE (dead_at IS NULL);
CREATE INDEX outbox_waiting ON runtime.outbox USING btree (run_at) WHERE (dead_at IS NULL);
CREATE UNIQUE INDEX shipment_one_live ON shipping.shipment USING btree (shard, order_id) WHERE (state = ANY (ARRAY['booking'::text, 'booked'::text]));
CREATE INDEX shipment_tracked ON shipping.shipment USING btree (carrier, tracking_number) WHERE (tracking_number IS NOT NULL);

-- Functions

CREATE OR REPLACE FUNCTION escrow.apply(p_shard smallint[], p_deal uuid[], p_revision integer[], p_state text[], p_escrow text[], p_gateway text[], p_deadline_kind text[], p_deadline_opened_at timestamp with time zone[], p_deadline_due_at timestamp with time zone[], p_command text[], p_command_key text[], p_actor text[], p_actor_id uuid[], p_from text[], p_reason text[], p_note text[], p_happened_at timestamp with time zone[], p_recorded_at timestamp with time zone[], p_outbox_id uuid[], p_outbox jsonb[], l_item integer[], l_id uuid[], l_key text[], l_fingerprint text[], l_kind text[], e_posting integer[], e_account uuid[], e_code text[], e_currency text[], e_guarded boolean[], e_amount bigint[])
 RETURNS smallint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_verdict smallint[];
  v_chosen int[];
  v_place int[];
  v_posted smallint[];
begin
  if (select count(*) from (select distinct s, d from unnest(p_shard, p_deal) u(s, d)) x) < cardinality(p_deal) then
    raise exception 'one deal twice in a batch' using errcode = 'cardinality_violation';
  end if;

  with locked as materialized (
    select d.shard, d.id, d.revision from escrow.deal d
      join unnest(p_shard, p_deal) u(shard, id) on u.shard = d.shard and u.id = d.id
     order by d.shard, d.id for no key update of d
  )
  select array_agg((case
      when x.deal is not null then 5
      when k.revision is distinct from u.revision then 2
      else 1 end)::smallint order by u.at)
    into v_verdict
    from unnest(p_shard, p_deal, p_revision, p_command_key) with ordinality u(shard, id, revision, command_key, at)
    left join locked k on k.shard = u.shard and k.id = u.id
    left join escrow.event x on x.shard = u.shard and x.deal = u.id and x.command_key = u.command_key;

  select array_agg(at::int order by at) into v_chosen from unnest(l_item) with ordinality u(item, at) where v_verdict[u.item] = 1;
  if v_chosen is not null then
    select array_agg(array_position(v_chosen, at) order by at) into v_place from generate_subscripts(l_item, 1) at;
    select ledger.post(
        array_agg(p_shard[l_item[c]] order by c), array_agg(l_id[c] order by c), array_agg(l_key[c] order by c),
        array_agg(l_fingerprint[c] order by c), array_agg(l_kind[c] order by c), array_agg(p_deal[l_item[c]] order by c),
        array_agg(p_recorded_at[l_item[c]] order by c), e.posting, e.account, e.code, e.currency, e.guarded, e.amount)
      into v_posted
      from unnest(v_chosen) c,
        (select array_agg(v_place[posting] order by at) as posting, array_agg(account order by at) as account,
                array_agg(code order by at) as code, array_agg(currency order by at) as currency,
                array_agg(guarded order by at) as guarded, array_agg(amount order by at) as amount
           from unnest(e_posting, e_account, e_code, e_currency, e_guarded, e_amount)
             with ordinality u(posting, account, code, currency, guarded, amount, at)
          where v_place[u.posting] is not null) e
     group by e.posting, e.account, e.code, e.currency, e.guarded, e.amount;
    for i in 1 .. cardinality(v_chosen) loop
      if v_posted[i] <> 1 then
        v_verdict[l_item[v_chosen[i]]] := case v_posted[i] when 3 then 3 else 4 end;
      end if;
    end loop;
  end if;

  update escrow.deal d
     set state = u.state, revision = u.revision + 1, escrow = u.escrow, gateway = u.gateway,
         deadline_kind = u.deadline_kind, deadline_opened_at = u.opened_at, deadline_due_at = u.due_at,
         deadline_wake_at = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_wake_at else u.due_at end,
         deadline_asks = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_asks else 0 end
    from unnest(p_shard, p_deal, p_revision, p_state, p_escrow, p_gateway, p_deadline_kind, p_deadline_opened_at, p_deadline_due_at)
      with ordinality u(shard, id, revision, state, escrow, gateway, deadline_kind, opened_at, due_at, at)
   where d.shard = u.shard and d.id = u.id and v_verdict[u.at] = 1;

  insert into escrow.event (shard, deal, seq, command, command_key, actor, actor_id, from_state, to_state, reason, note, happened_at, recorded_at)
  select u.shard, u.id, u.revision + 1, u.command, u.command_key, u.actor, u.actor_id, u.from_state, u.state, u.reason, u.note, u.happened_at, u.recorded_at
    from unnest(p_shard, p_deal, p_revision, p_command, p_command_key, p_actor, p_actor_id, p_from, p_state, p_reason, p_note, p_happened_at, p_recorded_at)
      with ordinality u(shard, id, revision, command, command_key, actor, actor_id, from_state, state, reason, note, happened_at, recorded_at, at)
   where v_verdict[u.at] = 1;

  insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at)
  select u.shard, u.id, 'deal.moved', u.payload, u.recorded_at, u.recorded_at
    from unnest(p_shard, p_outbox_id, p_outbox, p_recorded_at) with ordinality u(shard, id, payload, recorded_at, at)
   where v_verdict[u.at] = 1;

  return v_verdict;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.enter(p_shard smallint[], p_id uuid[], p_posting integer[], p_account uuid[], p_amount bigint[], p_chosen boolean[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  -- Credits first, so that no balance in between is below zero.
  insert into ledger.entry (shard, account, seq, posting, amount, balance_after)
  select a.shard, a.id, a.last_seq + row_number() over w, p_id[l.posting], l.amount, a.balance + sum(l.amount) over w
    from unnest(p_posting, p_account, p_amount) l(posting, account, amount)
    join ledger.account a on a.shard = p_shard[l.posting] and a.id = l.account
   where p_chosen[l.posting]
  window w as (partition by a.shard, a.id order by l.amount < 0, l.posting rows unbounded preceding);

  update ledger.account a set balance = a.balance + d.amount, last_seq = a.last_seq + d.entries
    from (
      select p_shard[l.posting] as shard, l.account, sum(l.amount)::bigint as amount, count(*) as entries
        from unnest(p_posting, p_account, p_amount) l(posting, account, amount) where p_chosen[l.posting] group by 1, 2
    ) d
   where a.shard = d.shard and a.id = d.account;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.post(p_shard smallint[], p_id uuid[], p_key text[], p_fingerprint text[], p_kind text[], p_deal uuid[], p_at timestamp with time zone[], p_posting integer[], p_account uuid[], p_code text[], p_currency text[], p_guarded boolean[], p_amount bigint[])
 RETURNS smallint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_new boolean[];
  v_suspect int[];
  v_verdict smallint[];
  v_at int;
begin
  if (select count(*) from (select distinct s, k from unnest(p_shard, p_key) u(s, k)) d) < cardinality(p_key) then
    raise exception 'one key twice in a batch' using errcode = 'cardinality_violation';
  end if;

  with claimed as (
    insert into ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at)
    select u.shard, u.id, u.key, u.fingerprint, u.kind, u.deal, u.posted_at
      from unnest(p_shard, p_id, p_key, p_fingerprint, p_kind, p_deal, p_at) u(shard, id, key, fingerprint, kind, deal, posted_at)
     order by u.shard, u.key on conflict (shard, key) do nothing returning shard, id
  )
  select array_agg(c.id is not null order by u.at) into v_new
    from unnest(p_shard, p_id) with ordinality u(shard, id, at) left join claimed c on c.shard = u.shard and c.id = u.id;

  insert into ledger.account (shard, id, code, currency, guarded)
  select distinct p_shard[l.posting], l.account, l.code, l.currency, l.guarded
    from unnest(p_posting, p_account, p_code, p_currency, p_guarded) l(posting, account, code, currency, guarded)
   where not exists (select from ledger.account a where a.shard = p_shard[l.posting] and a.id = l.account)
   order by 1, 2 on conflict do nothing;

  -- Worst case per guarded account: all that leaves it and nothing that comes in.
  with locked as materialized (
    select a.shard, a.id, a.balance, a.guarded from ledger.account a
      join (select distinct p_shard[l.posting] as shard, l.account from unnest(p_posting, p_account) l(posting, account)) w
        on w.shard = a.shard and w.account = a.id
     order by a.shard, a.id for no key update of a
  ), leaving as (
    select p_shard[l.posting] as shard, l.account, sum(l.amount) as amount
      from unnest(p_posting, p_account, p_amount) l(posting, account, amount)
     where l.amount < 0 and v_new[l.posting] group by 1, 2
  ), short as (
    select k.shard, k.id from locked k join leaving d on d.shard = k.shard and d.account = k.id
     where k.guarded and k.balance + d.amount < 0
  )
  select array_agg(distinct l.posting order by l.posting) into v_suspect
    from unnest(p_posting, p_account, p_amount) l(posting, account, amount)
    join short s on s.shard = p_shard[l.posting] and s.id = l.account
   where l.amount < 0 and v_new[l.posting];

  select array_agg((case when n then 1 else 2 end)::smallint order by at) into v_verdict from unnest(v_new) with ordinality u(n, at);

  perform ledger.enter(p_shard, p_id, p_posting, p_account, p_amount,
    (select array_agg(n and not (at = any (coalesce(v_suspect, '{}'))) order by at) from unnest(v_new) with ordinality u(n, at)));

  -- Those that debit an account which may run short go one by one, in their order.
  foreach v_at in array coalesce(v_suspect, '{}') loop
    if exists (
      select from unnest(p_posting, p_account, p_amount) l(posting, account, amount)
        join ledger.account a on a.shard = p_shard[v_at] and a.id = l.account
       where l.posting = v_at and a.guarded group by a.id, a.balance having a.balance + sum(l.amount) < 0
    ) then
      v_verdict[v_at] := 3;
      delete from ledger.posting where shard = p_shard[v_at] and id = p_id[v_at];
    else
      perform ledger.enter(p_shard, p_id, p_posting, p_account, p_amount,
        (select array_agg(at = v_at order by at) from generate_subscripts(p_id, 1) at));
    end if;
  end loop;

  if not (true = all (v_new)) then
    select array_agg(case when v_verdict[u.at] = 2 and x.fingerprint <> u.fingerprint then 4::smallint else v_verdict[u.at] end order by u.at)
      into v_verdict
      from unnest(p_shard, p_key, p_fingerprint) with ordinality u(shard, key, fingerprint, at)
      left join ledger.posting x on x.shard = u.shard and x.key = u.key;
  end if;
  return v_verdict;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.refuse_drift()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from moved m left join ledger.entry e on e.shard = m.shard and e.account = m.id and e.seq = m.last_seq
     where m.balance is distinct from coalesce(e.balance_after, 0)
  ) then
    raise exception 'a balance is what its last entry says' using errcode = 'check_violation', constraint = 'balance_of_last_entry';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.refuse_removal_of_posted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from ledger.entry e where e.shard = old.shard and e.posting = old.id) then
    raise exception 'a posting is never removed' using errcode = 'restrict_violation';
  end if;
  return old;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.refuse_unbalanced()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from added e join ledger.account a on a.shard = e.shard and a.id = e.account
     group by e.shard, e.posting, a.currency having sum(e.amount) <> 0
  ) or exists (select from added e where not exists (select from ledger.account a where a.shard = e.shard and a.id = e.account)) then
    raise exception 'a posting must sum to zero in each currency' using errcode = 'check_violation', constraint = 'posting_sums_to_zero';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION runtime.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% of %.% is refused: rows here are written once', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $function$
;

-- Triggers

CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON escrow.event FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER balance_of_last_entry AFTER UPDATE ON ledger.account REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_drift();
CREATE TRIGGER begins_empty BEFORE INSERT ON ledger.account FOR EACH ROW WHEN (((new.balance <> 0) OR (new.last_seq <> 0))) EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER named_once BEFORE UPDATE OF shard, id, code, currency, guarded ON ledger.account FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON ledger.account FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER posting_sums_to_zero AFTER INSERT ON ledger.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_unbalanced();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.entry FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE ON ledger.posting FOR EACH ROW EXECUTE FUNCTION ledger.refuse_removal_of_posted();
CREATE TRIGGER written_once BEFORE UPDATE OR TRUNCATE ON ledger.posting FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();

-- What each role may do (owners may do everything)

grant execute on function escrow.apply(smallint[],uuid[],integer[],text[],text[],text[],text[],timestamp with time zone[],timestamp with time zone[],text[],text[],text[],uuid[],text[],text[],text[],timestamp with time zone[],timestamp with time zone[],uuid[],jsonb[],integer[],uuid[],text[],text[],text[],integer[],uuid[],text[],text[],boolean[],bigint[]) to amana_app;
grant execute on function ledger.post(smallint[],uuid[],text[],text[],text[],uuid[],timestamp with time zone[],integer[],uuid[],text[],text[],boolean[],bigint[]) to amana_app;
grant usage on schema audit to amana_app;
grant usage on schema catalog to amana_app;
grant usage on schema escrow to amana_app;
grant usage on schema http to amana_app;
grant usage on schema identity to amana_app;
grant usage on schema ledger to amana_app;
grant usage on schema notifications to amana_app;
grant usage on schema orders to amana_app;
grant usage on schema payments to amana_app;
grant usage on schema payouts to amana_app;
grant usage on schema runtime to amana_app;
grant usage on schema sandbox to amana_app;
grant usage on schema shipping to amana_app;
grant usage on sequence orders.order_number to amana_app;
grant insert, select on table audit.entry to amana_app;
grant delete, insert, select, update on table catalog.product to amana_app;
grant delete, insert, select, update on table catalog.reservation to amana_app;
grant insert, select on table escrow.deal to amana_app;
grant update on table escrow.deal column deadline_asks to amana_app;
grant update on table escrow.deal column deadline_wake_at to amana_app;
grant insert, select on table escrow.event to amana_app;
grant delete, insert, select, update on table http.idempotency to amana_app;
grant delete, insert, select, update on table identity."user" to amana_app;
grant delete, insert, select, update on table identity.session to amana_app;
grant select on table ledger.account to amana_app;
grant select on table ledger.entry to amana_app;
grant select on table ledger.posting to amana_app;
grant delete, insert, select, update on table notifications.notification to amana_app;
grant delete, insert, select, update on table orders."order" to amana_app;
grant delete, insert, select, update on table orders.item to amana_app;
grant delete, insert, select, update on table orders.request to amana_app;
grant delete, insert, select, update on table payments.capture to amana_app;
grant delete, insert, select, update on table payments.payment to amana_app;
grant delete, insert, select, update on table payments.refund to amana_app;
grant delete, insert, select, update on table payments.webhook to amana_app;
grant delete, insert, select, update on table payouts.bank_account to amana_app;
grant delete, insert, select, update on table payouts.payout to amana_app;
grant delete, insert, select, update on table payouts.webhook to amana_app;
grant delete, insert, select, update on table runtime.job to amana_app;
grant delete, insert, select, update on table runtime.outbox to amana_app;
grant delete, insert, select, update on table sandbox.clock to amana_app;
grant delete, insert, select, update on table shipping.quote to amana_app;
grant delete, insert, select, update on table shipping.rate_cache to amana_app;
grant delete, insert, select, update on table shipping.scan to amana_app;
grant delete, insert, select, update on table shipping.shipment to amana_app;
grant delete, insert, select, update on table shipping.webhook to amana_app;
grant execute on function ledger.refuse_drift() to public;
grant execute on function ledger.refuse_removal_of_posted() to public;
grant execute on function ledger.refuse_unbalanced() to public;
grant execute on function runtime.refuse_change() to public;
grant usage on schema public to public;
