-- Schemas

create schema agreements;
create schema approvals;
create schema audit;
create schema carts;
create schema catalog;
create schema commission;
create schema disputes;
create schema documents;
create schema escrow;
create schema files;
create schema http;
create schema identity;
create schema ledger;
create schema library;
create schema messaging;
create schema migration;
create schema negotiations;
create schema notifications;
create schema orders;
create schema organizations;
create schema payments;
create schema payouts;
create schema projects;
create schema public;
create schema reconciliation;
create schema runtime;
create schema sandbox;
create schema seals;
create schema search;
create schema shipping;
create schema webhooks;

-- Sequences

create sequence audit.entry_number_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1; -- owned by audit.entry.number
create sequence escrow.event_number_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1; -- owned by escrow.event.number
create sequence ledger.posting_number_seq as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1; -- owned by ledger.posting.number
create sequence orders.order_number as bigint start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1;

-- Tables

create table agreements.agreement (
  id uuid not null,
  negotiation_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  product_id uuid not null,
  currency text not null,
  version integer not null,
  order_id uuid,
  order_by timestamp with time zone not null,
  agreed_at timestamp with time zone not null,
  stage text default 'to_be_ordered'::text not null
);
create table agreements.amendment (
  agreement_id uuid not null,
  id uuid not null,
  base_version integer not null,
  side text not null,
  terms jsonb not null,
  state text not null,
  proposed_at timestamp with time zone not null,
  decided_at timestamp with time zone
);
create table agreements.signature (
  agreement_id uuid not null,
  version integer not null,
  side text not null,
  user_id uuid not null,
  name text not null,
  hash text not null,
  signed_at timestamp with time zone not null,
  network text,
  agent text
);
create table agreements.version (
  agreement_id uuid not null,
  version integer not null,
  terms jsonb not null,
  text_en text not null,
  text_ar text not null,
  hash text not null,
  agreed_at timestamp with time zone not null
);
create table approvals.proposal (
  id uuid not null,
  kind text not null,
  subject text not null,
  deal_id uuid,
  concerned uuid[] not null,
  currency text not null,
  amount bigint not null,
  content jsonb not null,
  basis text not null,
  reason text not null,
  version integer not null,
  authors uuid[] not null,
  request_key text not null,
  state text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text
);
create table approvals.version (
  proposal_id uuid not null,
  version integer not null,
  author uuid not null,
  at timestamp with time zone not null,
  content jsonb not null,
  reason text not null
);
create table audit.entry (
  id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  actor_id uuid,
  action text not null,
  subject text not null,
  reason text,
  detail jsonb not null,
  number bigint generated always as identity not null,
  via text,
  origin text,
  personal text
);
create table audit.kept (
  entry uuid not null,
  what text not null,
  person uuid not null,
  salt bytea not null,
  text text not null
);
create table carts.bought (
  purchase_id uuid not null,
  "position" integer not null,
  order_id uuid not null,
  deal_id uuid not null
);
create table carts.line (
  id uuid not null,
  user_id uuid not null,
  seller_id uuid not null,
  product_id uuid not null,
  variant_id uuid,
  quantity integer not null,
  unit_price bigint not null,
  currency text not null,
  added_at timestamp with time zone not null
);
create table carts.purchase (
  id uuid not null,
  buyer_id uuid not null,
  request_key text not null,
  currency text not null,
  total bigint not null,
  placed_at timestamp with time zone not null
);
create table catalog.listing (
  id uuid not null,
  seller_id uuid not null,
  kind text not null,
  state text not null,
  version integer not null,
  category text not null,
  title jsonb not null,
  description jsonb not null,
  specifications jsonb not null,
  options jsonb not null,
  packages jsonb not null,
  pictures jsonb not null,
  price bigint not null,
  currency text not null,
  stock integer not null,
  weight_grams integer,
  dimensions_mm jsonb,
  listed_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  rejection text,
  files jsonb default '[]'::jsonb not null
);
create table catalog.reservation (
  order_id uuid not null,
  product_id uuid not null,
  quantity integer not null,
  given_back_at timestamp with time zone,
  variant_id uuid
);
create table catalog.revision (
  listing_id uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  content jsonb not null
);
create table catalog.stock_change (
  listing_id uuid not null,
  request_key text not null,
  variant_id uuid,
  change integer not null,
  at timestamp with time zone not null
);
create table catalog.variant (
  id uuid not null,
  listing_id uuid not null,
  "position" integer not null,
  sku text not null,
  choices jsonb not null,
  price bigint not null,
  stock integer not null,
  removed boolean not null
);
create table commission.rule_set (
  version integer not null,
  rules jsonb not null,
  reason text not null,
  published_by uuid not null,
  published_at timestamp with time zone not null
);
create table commission.seller_level (
  user_id uuid not null,
  level text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null
);
create table disputes.decision (
  shard smallint not null,
  dispute_id uuid not null,
  instance integer not null,
  arbiter_id uuid not null,
  outcome text not null,
  refund bigint,
  findings jsonb not null,
  reasons text not null,
  decided_at timestamp with time zone not null
);
create table disputes.dispute (
  shard smallint not null,
  id uuid not null,
  order_id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  raised_by text not null,
  problem text not null,
  claims jsonb not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by text,
  arbiter_id uuid,
  taken_at timestamp with time zone,
  appealed_by text,
  appealed_at timestamp with time zone
);
create table disputes.evidence (
  shard smallint not null,
  dispute_id uuid not null,
  seq integer not null,
  side text not null,
  type text not null,
  text text not null,
  claim integer,
  dated_at timestamp with time zone,
  origin text,
  sha256 bytea not null,
  recorded_at timestamp with time zone not null,
  request_key text
);
create table disputes.evidence_file (
  shard smallint not null,
  dispute_id uuid not null,
  seq integer not null,
  "position" integer not null,
  file_id uuid not null,
  size integer not null,
  sha256 bytea not null
);
create table disputes.note (
  shard smallint not null,
  dispute_id uuid not null,
  seq integer not null,
  author_id uuid not null,
  text text not null,
  noted_at timestamp with time zone not null
);
create table documents.document (
  shard smallint not null,
  id uuid not null,
  order_id uuid not null,
  kind text not null,
  issuer text not null,
  number text not null,
  issued_at timestamp with time zone not null,
  currency text not null,
  total bigint not null,
  content text not null,
  hash text not null
);
create table documents.series (
  issuer text not null,
  kind text not null,
  year integer not null,
  last integer not null
);
create table escrow.consent (
  shard smallint not null,
  id uuid not null,
  deal uuid not null,
  what text not null,
  refund bigint,
  extension bigint,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  note text,
  request_key text,
  state text not null,
  answered_at timestamp with time zone
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
  created_at timestamp with time zone not null,
  commission_tax bigint default 0 not null,
  suspended jsonb,
  ruling bigint,
  revisions_left integer
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
  recorded_at timestamp with time zone not null,
  announcement uuid,
  number bigint generated always as identity not null
);
create table files.file (
  id uuid not null,
  owner_id uuid not null,
  purpose text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  request_key text not null,
  uploaded_at timestamp with time zone not null,
  stored_at timestamp with time zone,
  attached_at timestamp with time zone,
  removed_at timestamp with time zone,
  scan text default 'unscanned'::text not null,
  scanned_at timestamp with time zone,
  signature text
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
create unlogged table http.rate_limit (
  key character varying(255) not null,
  points integer default 0 not null,
  expire bigint
);
create table identity."user" (
  id uuid not null,
  demo_key text,
  name text not null,
  email text not null,
  phone text not null,
  roles text[] not null,
  pickup_address jsonb,
  suspended_at timestamp with time zone,
  language text default 'en'::text not null,
  registered_at timestamp with time zone default clock_timestamp() not null
);
create table identity.api_key (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  token_hash bytea not null,
  last_four text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create table identity.known_network (
  user_id uuid not null,
  network text not null,
  last_used_at timestamp with time zone not null
);
create table identity.link (
  id uuid not null,
  token_hash bytea not null,
  purpose text not null,
  subject_id uuid not null,
  email text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table identity.oauth_client (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  redirect_uris text[] not null,
  secret_hash bytea,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone
);
create table identity.oauth_grant (
  id uuid not null,
  client_id uuid not null,
  user_id uuid not null,
  scopes text[] not null,
  redirect_uri text not null,
  challenge text not null,
  code_hash bytea not null,
  code_expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  exchanged_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create table identity.oauth_token (
  token_hash bytea not null,
  grant_id uuid not null,
  kind text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table identity.oidc_link (
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  provider text not null,
  email text,
  linked_at timestamp with time zone not null
);
create table identity.password (
  user_id uuid not null,
  hash text not null,
  set_at timestamp with time zone not null
);
create table identity.recovery_code (
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone
);
create table identity.registration (
  id uuid not null,
  email text not null,
  name text not null,
  language text not null,
  password_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table identity.session (
  token_hash bytea not null,
  user_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  id uuid not null,
  state text default 'open'::text not null,
  last_seen_at timestamp with time zone not null,
  network text,
  agent text,
  tries smallint default 0 not null,
  ends_at timestamp with time zone
);
create table identity.step_up (
  id uuid not null,
  user_id uuid not null,
  session_id uuid not null,
  fingerprint bytea not null,
  action text not null,
  amount bigint,
  currency text,
  method text not null,
  tries smallint default 0 not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  used_at timestamp with time zone
);
create table identity.totp (
  user_id uuid not null,
  secret bytea not null,
  confirmed_at timestamp with time zone not null,
  last_step bigint not null
);
create table identity.totp_enrolment (
  user_id uuid not null,
  secret bytea not null,
  tries smallint default 0 not null,
  created_at timestamp with time zone not null
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
  balance_after bigint not null,
  denomination text not null
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
create table library.download (
  shard smallint not null,
  entitlement_id uuid not null,
  "position" integer not null,
  number integer not null,
  at timestamp with time zone not null
);
create table library.entitlement (
  shard smallint not null,
  id uuid not null,
  order_id uuid not null,
  order_number text not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  product_id uuid not null,
  version integer not null,
  title jsonb not null,
  picture text,
  licences integer not null,
  most_downloads integer not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  opened_at timestamp with time zone
);
create table library.file (
  shard smallint not null,
  entitlement_id uuid not null,
  "position" integer not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  downloads integer default 0 not null
);
create table messaging.attachment (
  conversation_id uuid not null,
  seq integer not null,
  "position" integer not null,
  file_id uuid not null
);
create table messaging.conversation (
  id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  one_id uuid not null,
  other_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  last_seq integer default 0 not null
);
create table messaging.message (
  conversation_id uuid not null,
  seq integer not null,
  id uuid not null,
  sender_id uuid not null,
  text text not null,
  masked_text text,
  request_key text not null,
  at timestamp with time zone not null
);
create table messaging.participant (
  conversation_id uuid not null,
  user_id uuid not null,
  read_seq integer default 0 not null,
  told_seq integer default 0 not null,
  last_at timestamp with time zone not null
);
create table migration.applied (
  version integer not null,
  name text not null,
  sha256 text not null,
  breaking boolean not null,
  applied_at timestamp with time zone default now() not null
);
create table negotiations.negotiation (
  id uuid not null,
  product_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  currency text not null,
  title jsonb not null,
  picture text,
  state text not null,
  version integer not null,
  standing_offer uuid,
  runs_out_at timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  variant jsonb
);
create table negotiations.offer (
  negotiation_id uuid not null,
  id uuid not null,
  number integer not null,
  side text not null,
  terms jsonb not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  state text not null
);
create table notifications.muted (
  user_id uuid not null,
  channel text not null,
  topic text not null
);
create table notifications.notification (
  id uuid not null,
  user_id uuid not null,
  event_key text not null,
  key text not null,
  params jsonb not null,
  order_id text,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  hidden boolean default false not null
);
create table notifications.push_subscription (
  id uuid not null,
  user_id uuid not null,
  endpoint text not null,
  keys_sealed bytea not null,
  made_at timestamp with time zone not null,
  delivered_at timestamp with time zone
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
  shipping_address jsonb,
  shipping_option jsonb,
  parcel jsonb,
  placed_at timestamp with time zone not null,
  status text not null,
  deadline_kind text,
  due_at timestamp with time zone,
  revision integer not null,
  commission_tax bigint default 0 not null,
  kind text default 'physical'::text not null,
  work jsonb,
  tax bigint default 0 not null,
  buyer_fee bigint default 0 not null,
  taxes jsonb default '[]'::jsonb not null,
  commission_rule jsonb,
  escrow text default 'pending'::text not null,
  turn text,
  disputed_at timestamp with time zone
);
create table orders.agreed (
  shard smallint not null,
  order_id uuid not null,
  agreement_id uuid not null
);
create table orders.delivery (
  shard smallint not null,
  order_id uuid not null,
  number integer not null,
  key text not null,
  message text not null,
  links text[] not null,
  delivered_at timestamp with time zone not null,
  changes text,
  changes_at timestamp with time zone,
  changes_key text
);
create table orders.delivery_file (
  shard smallint not null,
  order_id uuid not null,
  number integer not null,
  "position" integer not null,
  file_id uuid not null
);
create table orders.item (
  shard smallint not null,
  order_id uuid not null,
  line integer not null,
  product_id uuid,
  title jsonb not null,
  picture text,
  sku text not null,
  unit_price bigint not null,
  quantity integer not null,
  category text,
  specifications jsonb,
  variant jsonb,
  service jsonb
);
create table orders.movement (
  shard smallint not null,
  order_id uuid not null,
  kind text not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  order_kind text not null,
  currency text not null,
  total bigint not null,
  promised bigint not null,
  to_buyer bigint not null,
  to_seller bigint not null,
  moved_at timestamp with time zone not null,
  held_since timestamp with time zone
);
create table orders.request (
  buyer_id uuid not null,
  key text not null,
  order_id uuid not null
);
create table orders.requirements (
  shard smallint not null,
  order_id uuid not null,
  text text not null
);
create table orders.search (
  shard smallint not null,
  order_id uuid not null,
  about tsvector not null,
  buyer tsvector not null,
  seller tsvector not null
);
create table organizations.invitation (
  id uuid not null,
  organization_id uuid not null,
  email text not null,
  role text not null,
  token_hash bytea not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_by uuid,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone
);
create table organizations.member (
  organization_id uuid not null,
  user_id uuid not null,
  role text not null,
  joined_at timestamp with time zone not null
);
create table organizations.organization (
  id uuid not null,
  legal_name text not null,
  country text not null,
  tax_number text,
  version integer default 1 not null,
  created_at timestamp with time zone not null
);
create table payments.call (
  shard smallint not null,
  subject uuid not null,
  what text not null,
  state text not null,
  attempts integer not null,
  sent_at timestamp with time zone not null,
  may_be_done_since timestamp with time zone,
  unsure integer not null,
  detail text
);
create table payments.capture (
  shard smallint not null,
  id uuid not null,
  payment_id uuid,
  deal_id uuid,
  gateway text not null,
  reference text not null,
  currency text not null,
  amount bigint not null,
  captured_at timestamp with time zone not null,
  disposition text not null,
  why text,
  foreign_payment text,
  overdue_since timestamp with time zone
);
create table payments.chargeback (
  shard smallint not null,
  id uuid not null,
  payment_id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  gateway text not null,
  reference text not null,
  cause uuid not null,
  currency text not null,
  amount bigint not null,
  state text not null,
  effect text,
  takes_money boolean not null,
  round integer default 1 not null,
  from_seller bigint default 0 not null,
  from_platform bigint default 0 not null,
  reason text,
  opened_at timestamp with time zone not null,
  respond_by timestamp with time zone,
  updated_at timestamp with time zone not null,
  booked text
);
create table payments.part (
  shard smallint not null,
  deal_id uuid not null,
  payment_shard smallint not null,
  payment_id uuid not null,
  currency text not null,
  amount bigint not null
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
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table payments.refund (
  shard smallint not null,
  id uuid not null,
  payment_id uuid,
  deal_id uuid,
  buyer_id uuid,
  gateway text not null,
  currency text not null,
  amount bigint not null,
  source text not null,
  cause uuid not null,
  state text not null,
  reference text,
  requested_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  foreign_payment text,
  reason text
);
create table payments.webhook (
  gateway text not null,
  dedupe_key text not null,
  type text not null,
  body bytea not null,
  received_at timestamp with time zone not null,
  times integer default 1 not null,
  about text
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
  added_at timestamp with time zone not null,
  usable_from timestamp with time zone,
  blocked_reason text,
  registering_since timestamp with time zone,
  number_index bytea
);
create table payouts.payee (
  user_id uuid not null,
  kind text default 'automatic'::text not null,
  hour integer,
  weekday integer,
  time_zone text,
  minimum_amount bigint,
  minimum_currency text,
  shares jsonb,
  next_batch_at timestamp with time zone,
  changed_at timestamp with time zone
);
create table payouts.payout (
  shard smallint not null,
  id uuid not null,
  seller_id uuid not null,
  deal_id uuid,
  rail text not null,
  currency text not null,
  amount bigint not null,
  state text not null,
  bank_account_id uuid,
  reference text,
  bank_reference text,
  reason text,
  requested_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  kind text not null,
  cause text not null,
  part integer default 0 not null,
  wanted_account_id uuid,
  waits_until timestamp with time zone,
  sending_since timestamp with time zone,
  tries integer default 0 not null,
  retried_by uuid,
  alarmed_at timestamp with time zone,
  sent_at timestamp with time zone
);
create table payouts.release (
  shard smallint not null,
  deal_id uuid not null,
  seller_id uuid not null,
  currency text not null,
  received bigint not null,
  recovered bigint not null,
  reserved bigint not null,
  reserve_due_at timestamp with time zone,
  reserve_released_at timestamp with time zone,
  reserve_released bigint,
  released_at timestamp with time zone not null
);
create table payouts.webhook (
  rail text not null,
  dedupe_key text not null,
  type text not null,
  body bytea not null,
  received_at timestamp with time zone not null,
  times integer default 1 not null
);
create table payouts.write_off (
  shard smallint not null,
  id uuid not null,
  user_id uuid not null,
  currency text not null,
  amount bigint not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone
);
create table projects.contract (
  id uuid not null,
  project_id uuid not null,
  proposal_id uuid not null,
  client_id uuid not null,
  freelancer_id uuid not null,
  title text not null,
  currency text not null,
  price bigint not null,
  state text not null,
  version integer not null,
  made_at timestamp with time zone not null,
  over_at timestamp with time zone,
  ended_by uuid,
  end_reason text
);
create table projects.milestone (
  contract_id uuid not null,
  number integer not null,
  title text not null,
  amount bigint not null,
  days integer not null,
  revisions integer not null,
  order_id uuid,
  deal_id uuid
);
create table projects.project (
  id uuid not null,
  client_id uuid not null,
  request_key text not null,
  title text not null,
  description text not null,
  category text,
  skills text[] not null,
  currency text not null,
  budget_min bigint not null,
  budget_max bigint not null,
  closes_at timestamp with time zone not null,
  state text not null,
  version integer not null,
  made_at timestamp with time zone not null,
  published_at timestamp with time zone
);
create table projects.proposal (
  id uuid not null,
  project_id uuid not null,
  freelancer_id uuid not null,
  request_key text not null,
  currency text not null,
  price bigint not null,
  message text not null,
  milestones jsonb not null,
  state text not null,
  version integer not null,
  made_at timestamp with time zone not null
);
create table reconciliation.difference (
  id uuid not null,
  gateway text not null,
  line_id uuid,
  posting uuid,
  class text not null,
  reasons text[] not null,
  happened_at timestamp with time zone not null,
  found_at timestamp with time zone not null,
  state text not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  reason text,
  counterpart text,
  explained_by uuid
);
create table reconciliation.line (
  id uuid not null,
  gateway text not null,
  kind text not null,
  reference text not null,
  currency text not null,
  amount bigint not null,
  fee bigint not null,
  tax bigint not null,
  happened_at timestamp with time zone not null,
  occurrence integer not null,
  our_id text,
  settled_at timestamp with time zone,
  bank_reference text,
  first_seen_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);
create table reconciliation.run (
  id uuid not null,
  gateway text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  covers text[] not null,
  ran_at timestamp with time zone not null,
  lines integer not null,
  new_lines integer not null,
  matched integer not null,
  waiting integer not null,
  fees_posted integer not null,
  settlements_posted integer not null,
  found integer not null,
  resolved integer not null
);
create table reconciliation.stake (
  difference_id uuid not null,
  currency text not null,
  effect bigint not null,
  at_stake bigint not null
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
  dead_at timestamp with time zone,
  subscriber text
);
create table sandbox.clock (
  only_row boolean default true not null,
  offset_ms bigint not null
);
create table seals.block (
  chain text not null,
  number bigint not null,
  first bigint not null,
  last bigint not null,
  count integer not null,
  root bytea not null,
  previous bytea not null,
  sealed_at timestamp with time zone not null,
  key text not null,
  salt_hash bytea not null,
  hash bytea not null,
  signature bytea not null,
  salt bytea not null,
  members bytea not null,
  leaves bytea not null,
  tags bytea not null
);
create table seals.key (
  id text not null,
  public_key bytea not null,
  first_used_at timestamp with time zone not null
);
create table search.document (
  listing_id uuid not null,
  kind text not null,
  category text not null,
  seller_id uuid not null,
  price bigint not null,
  listed_at timestamp with time zone not null,
  words tsvector not null,
  vocabulary text[] not null,
  marks integer[] generated always as (ARRAY[search.week(listed_at), search.price_class(price)]) stored not null
);
create table search.title (
  listing_id uuid not null,
  language text not null,
  normalised text not null,
  shown text not null
);
create table search.word (
  word text not null,
  documents integer not null,
  trigrams text[] not null
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
create table webhooks.attempt (
  delivery_id uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  milliseconds integer not null,
  outcome text not null,
  status integer,
  answer text
);
create table webhooks.delivery (
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  state text not null,
  tries integer default 0 not null,
  next_at timestamp with time zone,
  lease uuid,
  leased_until timestamp with time zone
);
create table webhooks.endpoint (
  id uuid not null,
  user_id uuid not null,
  url text not null,
  description text,
  types text[],
  off_because text,
  off_at timestamp with time zone,
  failing_since timestamp with time zone,
  slow boolean default false not null,
  request_key text,
  made_at timestamp with time zone not null
);
create table webhooks.event (
  id uuid not null,
  user_id uuid not null,
  type text not null,
  happened_at timestamp with time zone not null,
  cause text,
  data json not null
);
create table webhooks.secret (
  id uuid not null,
  endpoint_id uuid not null,
  sealed bytea not null,
  request_key text,
  made_at timestamp with time zone not null,
  until timestamp with time zone
);

-- Constraints

alter table agreements.agreement add constraint agreement_negotiation_id_key UNIQUE (negotiation_id);
alter table agreements.agreement add constraint agreement_pkey PRIMARY KEY (id);
alter table agreements.agreement add constraint agreement_stage_check CHECK ((stage = ANY (ARRAY['to_be_ordered'::text, 'to_be_paid'::text, 'to_be_signed'::text, 'in_force'::text, 'ended'::text])));
alter table agreements.agreement add constraint agreement_version_check CHECK ((version > 0));
alter table agreements.amendment add constraint amendment_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements.agreement(id);
alter table agreements.amendment add constraint amendment_check CHECK (((state = 'proposed'::text) = (decided_at IS NULL)));
alter table agreements.amendment add constraint amendment_pkey PRIMARY KEY (agreement_id, id);
alter table agreements.amendment add constraint amendment_side_check CHECK ((side = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table agreements.amendment add constraint amendment_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])));
alter table agreements.signature add constraint signature_agreement_id_version_fkey FOREIGN KEY (agreement_id, version) REFERENCES agreements.version(agreement_id, version);
alter table agreements.signature add constraint signature_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
alter table agreements.signature add constraint signature_pkey PRIMARY KEY (agreement_id, version, side);
alter table agreements.signature add constraint signature_side_check CHECK ((side = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table agreements.version add constraint version_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements.agreement(id);
alter table agreements.version add constraint version_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
alter table agreements.version add constraint version_pkey PRIMARY KEY (agreement_id, version);
alter table agreements.version add constraint version_version_check CHECK ((version > 0));
alter table approvals.proposal add constraint decided CHECK (((state = ANY (ARRAY['approved'::text, 'declined'::text])) = (decided_by IS NOT NULL)));
alter table approvals.proposal add constraint four_eyes CHECK (((state <> 'approved'::text) OR (NOT ((decided_by = ANY (authors)) OR (decided_by = ANY (concerned))))));
alter table approvals.proposal add constraint proposal_amount_check CHECK ((amount > 0));
alter table approvals.proposal add constraint proposal_kind_check CHECK ((kind = ANY (ARRAY['order_decision'::text, 'suspense_refund'::text, 'write_off'::text])));
alter table approvals.proposal add constraint proposal_pkey PRIMARY KEY (id);
alter table approvals.proposal add constraint proposal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text, 'expired'::text])));
alter table approvals.proposal add constraint proposal_version_check CHECK ((version > 0));
alter table approvals.version add constraint version_pkey PRIMARY KEY (proposal_id, version);
alter table approvals.version add constraint version_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES approvals.proposal(id);
alter table audit.entry add constraint entry_pkey PRIMARY KEY (id);
alter table audit.entry add constraint origin_is_a_commitment CHECK ((starts_with(origin, 'sha256:'::text) AND (length(origin) = 71)));
alter table audit.entry add constraint personal_is_a_commitment CHECK ((starts_with(personal, 'sha256:'::text) AND (length(personal) = 71)));
alter table audit.kept add constraint kept_entry_fkey FOREIGN KEY (entry) REFERENCES audit.entry(id);
alter table audit.kept add constraint kept_pkey PRIMARY KEY (entry, what);
alter table audit.kept add constraint kept_salt_check CHECK ((octet_length(salt) = 32));
alter table audit.kept add constraint kept_what_check CHECK ((what = ANY (ARRAY['origin'::text, 'personal'::text])));
alter table carts.bought add constraint bought_deal_id_key UNIQUE (deal_id);
alter table carts.bought add constraint bought_order_id_key UNIQUE (order_id);
alter table carts.bought add constraint bought_pkey PRIMARY KEY (purchase_id, "position");
alter table carts.bought add constraint bought_purchase_id_fkey FOREIGN KEY (purchase_id) REFERENCES carts.purchase(id);
alter table carts.line add constraint line_pkey PRIMARY KEY (id);
alter table carts.line add constraint line_quantity_check CHECK ((quantity > 0));
alter table carts.line add constraint line_unit_price_check CHECK ((unit_price > 0));
alter table carts.purchase add constraint purchase_buyer_id_request_key_key UNIQUE (buyer_id, request_key);
alter table carts.purchase add constraint purchase_pkey PRIMARY KEY (id);
alter table carts.purchase add constraint purchase_total_check CHECK ((total > 0));
alter table catalog.listing add constraint listing_check CHECK (((weight_grams IS NULL) = (dimensions_mm IS NULL)));
alter table catalog.listing add constraint listing_kind_check CHECK ((kind = ANY (ARRAY['physical'::text, 'digital'::text, 'service'::text])));
alter table catalog.listing add constraint listing_pkey PRIMARY KEY (id);
alter table catalog.listing add constraint listing_price_check CHECK ((price > 0));
alter table catalog.listing add constraint listing_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'under_review'::text, 'active'::text, 'inactive'::text])));
alter table catalog.listing add constraint listing_stock_check CHECK ((stock >= 0));
alter table catalog.listing add constraint listing_version_check CHECK ((version > 0));
alter table catalog.listing add constraint listing_weight_grams_check CHECK ((weight_grams > 0));
alter table catalog.reservation add constraint reservation_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.listing(id);
alter table catalog.reservation add constraint reservation_quantity_check CHECK ((quantity > 0));
alter table catalog.reservation add constraint reservation_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variant(id);
alter table catalog.revision add constraint revision_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES catalog.listing(id) ON DELETE CASCADE;
alter table catalog.revision add constraint revision_pkey PRIMARY KEY (listing_id, version);
alter table catalog.stock_change add constraint stock_change_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES catalog.listing(id) ON DELETE CASCADE;
alter table catalog.stock_change add constraint stock_change_pkey PRIMARY KEY (listing_id, request_key);
alter table catalog.stock_change add constraint stock_change_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variant(id);
alter table catalog.variant add constraint variant_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES catalog.listing(id) ON DELETE CASCADE;
alter table catalog.variant add constraint variant_listing_id_sku_key UNIQUE (listing_id, sku);
alter table catalog.variant add constraint variant_pkey PRIMARY KEY (id);
alter table catalog.variant add constraint variant_price_check CHECK ((price > 0));
alter table catalog.variant add constraint variant_stock_check CHECK ((stock >= 0));
alter table commission.rule_set add constraint rule_set_pkey PRIMARY KEY (version);
alter table commission.rule_set add constraint rule_set_version_check CHECK ((version > 0));
alter table commission.seller_level add constraint seller_level_pkey PRIMARY KEY (user_id);
alter table disputes.decision add constraint decision_check CHECK (((outcome = 'split'::text) = (refund IS NOT NULL)));
alter table disputes.decision add constraint decision_instance_check CHECK ((instance = ANY (ARRAY[1, 2])));
alter table disputes.decision add constraint decision_outcome_check CHECK ((outcome = ANY (ARRAY['release'::text, 'refund'::text, 'split'::text])));
alter table disputes.decision add constraint decision_pkey PRIMARY KEY (shard, dispute_id, instance);
alter table disputes.decision add constraint decision_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table disputes.dispute add constraint dispute_appealed_by_check CHECK ((appealed_by = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table disputes.dispute add constraint dispute_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)));
alter table disputes.dispute add constraint dispute_pkey PRIMARY KEY (shard, id);
alter table disputes.dispute add constraint dispute_raised_by_check CHECK ((raised_by = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table disputes.dispute add constraint dispute_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table disputes.evidence add constraint evidence_pkey PRIMARY KEY (shard, dispute_id, seq);
alter table disputes.evidence add constraint evidence_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table disputes.evidence add constraint evidence_shard_dispute_id_request_key_key UNIQUE (shard, dispute_id, request_key);
alter table disputes.evidence add constraint evidence_side_check CHECK ((side = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table disputes.evidence_file add constraint evidence_file_pkey PRIMARY KEY (shard, dispute_id, seq, "position");
alter table disputes.evidence_file add constraint evidence_file_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table disputes.evidence_file add constraint evidence_file_shard_dispute_id_seq_fkey FOREIGN KEY (shard, dispute_id, seq) REFERENCES disputes.evidence(shard, dispute_id, seq);
alter table disputes.evidence_file add constraint evidence_file_size_check CHECK ((size >= 0));
alter table disputes.note add constraint note_pkey PRIMARY KEY (shard, dispute_id, seq);
alter table disputes.note add constraint note_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table documents.document add constraint document_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
alter table documents.document add constraint document_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit_note'::text, 'commission_invoice'::text])));
alter table documents.document add constraint document_pkey PRIMARY KEY (shard, id);
alter table documents.document add constraint document_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table documents.document add constraint document_shard_issuer_number_key UNIQUE (shard, issuer, number);
alter table documents.document add constraint document_shard_order_id_kind_key UNIQUE (shard, order_id, kind);
alter table documents.document add constraint document_total_check CHECK ((total > 0));
alter table documents.series add constraint series_last_check CHECK ((last > 0));
alter table documents.series add constraint series_pkey PRIMARY KEY (issuer, kind, year);
alter table escrow.consent add constraint consent_asked_by_check CHECK ((asked_by = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table escrow.consent add constraint consent_check CHECK ((((what = 'settle'::text) = (refund IS NOT NULL)) AND ((what = 'extend'::text) = (extension IS NOT NULL))));
alter table escrow.consent add constraint consent_check1 CHECK (((state = 'open'::text) = (answered_at IS NULL)));
alter table escrow.consent add constraint consent_extension_check CHECK ((extension > 0));
alter table escrow.consent add constraint consent_pkey PRIMARY KEY (shard, id);
alter table escrow.consent add constraint consent_refund_check CHECK ((refund >= 0));
alter table escrow.consent add constraint consent_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table escrow.consent add constraint consent_shard_deal_request_key_key UNIQUE (shard, deal, request_key);
alter table escrow.consent add constraint consent_state_check CHECK ((state = ANY (ARRAY['open'::text, 'given'::text, 'refused'::text, 'withdrawn'::text, 'superseded'::text, 'ended'::text])));
alter table escrow.consent add constraint consent_what_check CHECK ((what = ANY (ARRAY['settle'::text, 'extend'::text, 'reship'::text, 'send_back'::text, 'accept_ruling'::text])));
alter table escrow.deal add constraint deal_check CHECK ((seller <> buyer));
alter table escrow.deal add constraint deal_check1 CHECK (((ruling > 0) AND (ruling < total)));
alter table escrow.deal add constraint deal_check2 CHECK ((((deadline_kind IS NULL) = (deadline_due_at IS NULL)) AND ((deadline_kind IS NULL) = (deadline_wake_at IS NULL))));
alter table escrow.deal add constraint deal_commission_check CHECK ((commission >= 0));
alter table escrow.deal add constraint deal_commission_tax_check CHECK ((commission_tax >= 0));
alter table escrow.deal add constraint deal_escrow_check CHECK ((escrow = ANY (ARRAY['pending'::text, 'held'::text, 'disputed'::text, 'released'::text, 'refunded'::text, 'settled'::text])));
alter table escrow.deal add constraint deal_pkey PRIMARY KEY (shard, id);
alter table escrow.deal add constraint deal_revisions_left_check CHECK ((revisions_left >= 0));
alter table escrow.deal add constraint deal_seller_receives_check CHECK ((seller_receives >= 0));
alter table escrow.deal add constraint deal_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table escrow.deal add constraint deal_total_check CHECK ((total > 0));
alter table escrow.deal add constraint parts_are_the_whole CHECK ((((commission + commission_tax) + seller_receives) = total));
alter table escrow.event add constraint event_pkey PRIMARY KEY (shard, deal, seq);
alter table escrow.event add constraint event_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table files.file add constraint file_owner_id_request_key_key UNIQUE (owner_id, request_key);
alter table files.file add constraint file_pkey PRIMARY KEY (id);
alter table files.file add constraint file_purpose_check CHECK ((purpose = ANY (ARRAY['message'::text, 'evidence'::text, 'delivery'::text, 'asset'::text])));
alter table files.file add constraint file_scan_check CHECK ((scan = ANY (ARRAY['waiting'::text, 'clean'::text, 'infected'::text, 'unscanned'::text])));
alter table files.file add constraint file_sha256_check CHECK ((octet_length(sha256) = 32));
alter table files.file add constraint file_size_check CHECK ((size > 0));
alter table files.file add constraint infected_is_named CHECK (((scan = 'infected'::text) = (signature IS NOT NULL)));
alter table http.idempotency add constraint answered_whole CHECK ((((status IS NULL) = (headers IS NULL)) AND ((status IS NOT NULL) OR (body IS NULL))));
alter table http.idempotency add constraint idempotency_fingerprint_check CHECK ((octet_length(fingerprint) = 32));
alter table http.idempotency add constraint idempotency_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)));
alter table http.idempotency add constraint idempotency_pkey PRIMARY KEY (user_id, key);
alter table http.idempotency add constraint idempotency_status_check CHECK (((status >= 200) AND (status <= 499)));
alter table http.rate_limit add constraint rate_limit_pkey PRIMARY KEY (key);
alter table identity."user" add constraint user_demo_key_key UNIQUE (demo_key);
alter table identity."user" add constraint user_email_folded CHECK ((email = lower(email)));
alter table identity."user" add constraint user_email_key UNIQUE (email);
alter table identity."user" add constraint user_language_check CHECK ((language = ANY (ARRAY['en'::text, 'ar'::text])));
alter table identity."user" add constraint user_pkey PRIMARY KEY (id);
alter table identity.api_key add constraint api_key_pkey PRIMARY KEY (id);
alter table identity.api_key add constraint api_key_token_hash_key UNIQUE (token_hash);
alter table identity.api_key add constraint api_key_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.known_network add constraint known_network_pkey PRIMARY KEY (user_id, network);
alter table identity.known_network add constraint known_network_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.link add constraint link_pkey PRIMARY KEY (id);
alter table identity.link add constraint link_purpose_check CHECK ((purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text])));
alter table identity.link add constraint link_purpose_subject_id_key UNIQUE (purpose, subject_id);
alter table identity.link add constraint link_token_hash_key UNIQUE (token_hash);
alter table identity.oauth_client add constraint oauth_client_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES identity."user"(id);
alter table identity.oauth_client add constraint oauth_client_pkey PRIMARY KEY (id);
alter table identity.oauth_grant add constraint oauth_grant_client_id_fkey FOREIGN KEY (client_id) REFERENCES identity.oauth_client(id);
alter table identity.oauth_grant add constraint oauth_grant_code_hash_key UNIQUE (code_hash);
alter table identity.oauth_grant add constraint oauth_grant_pkey PRIMARY KEY (id);
alter table identity.oauth_grant add constraint oauth_grant_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.oauth_token add constraint oauth_token_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES identity.oauth_grant(id) ON DELETE CASCADE;
alter table identity.oauth_token add constraint oauth_token_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'refresh'::text])));
alter table identity.oauth_token add constraint oauth_token_pkey PRIMARY KEY (token_hash);
alter table identity.oidc_link add constraint oidc_link_pkey PRIMARY KEY (issuer, subject);
alter table identity.oidc_link add constraint oidc_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.oidc_link add constraint oidc_link_user_id_provider_key UNIQUE (user_id, provider);
alter table identity.password add constraint password_pkey PRIMARY KEY (user_id);
alter table identity.password add constraint password_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.recovery_code add constraint recovery_code_pkey PRIMARY KEY (user_id, code_hash);
alter table identity.recovery_code add constraint recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.registration add constraint registration_email_check CHECK ((email = lower(email)));
alter table identity.registration add constraint registration_language_check CHECK ((language = ANY (ARRAY['en'::text, 'ar'::text])));
alter table identity.registration add constraint registration_pkey PRIMARY KEY (id);
alter table identity.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table identity.session add constraint session_state_check CHECK ((state = ANY (ARRAY['second_factor_pending'::text, 'open'::text])));
alter table identity.session add constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.step_up add constraint step_up_check CHECK ((expires_at > created_at));
alter table identity.step_up add constraint step_up_check1 CHECK (((amount IS NULL) = (currency IS NULL)));
alter table identity.step_up add constraint step_up_check2 CHECK (((used_at IS NULL) OR (confirmed_at IS NOT NULL)));
alter table identity.step_up add constraint step_up_fingerprint_check CHECK ((length(fingerprint) = 32));
alter table identity.step_up add constraint step_up_method_check CHECK ((method = ANY (ARRAY['totp'::text, 'email'::text])));
alter table identity.step_up add constraint step_up_pkey PRIMARY KEY (id);
alter table identity.step_up add constraint step_up_tries_check CHECK (((tries >= 0) AND (tries <= 5)));
alter table identity.step_up add constraint step_up_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.totp add constraint totp_pkey PRIMARY KEY (user_id);
alter table identity.totp add constraint totp_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table identity.totp_enrolment add constraint totp_enrolment_pkey PRIMARY KEY (user_id);
alter table identity.totp_enrolment add constraint totp_enrolment_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id);
alter table ledger.account add constraint account_pkey PRIMARY KEY (shard, id);
alter table ledger.account add constraint account_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table ledger.account add constraint account_shard_code_currency_key UNIQUE (shard, code, currency);
alter table ledger.account add constraint entrusted_is_guarded CHECK ((guarded OR (code !~ '^(escrow|wallet|reserve|refunds_in_flight|payouts_in_flight|suspense):'::text)));
alter table ledger.account add constraint never_below_zero CHECK (((NOT guarded) OR (balance >= 0)));
alter table ledger.entry add constraint entry_amount_check CHECK ((amount <> 0));
alter table ledger.entry add constraint entry_pkey PRIMARY KEY (shard, account, seq);
alter table ledger.entry add constraint entry_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table ledger.posting add constraint posting_pkey PRIMARY KEY (shard, id);
alter table ledger.posting add constraint posting_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table ledger.posting add constraint posting_shard_key_key UNIQUE (shard, key);
alter table library.download add constraint download_pkey PRIMARY KEY (shard, entitlement_id, "position", number);
alter table library.download add constraint download_shard_entitlement_id_position_fkey FOREIGN KEY (shard, entitlement_id, "position") REFERENCES library.file(shard, entitlement_id, "position");
alter table library.entitlement add constraint entitlement_licences_check CHECK ((licences > 0));
alter table library.entitlement add constraint entitlement_most_downloads_check CHECK ((most_downloads > 0));
alter table library.entitlement add constraint entitlement_pkey PRIMARY KEY (shard, id);
alter table library.entitlement add constraint entitlement_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table library.entitlement add constraint entitlement_shard_deal_id_key UNIQUE (shard, deal_id);
alter table library.entitlement add constraint entitlement_shard_order_id_key UNIQUE (shard, order_id);
alter table library.entitlement add constraint entitlement_version_check CHECK ((version > 0));
alter table library.file add constraint file_pkey PRIMARY KEY (shard, entitlement_id, "position");
alter table library.file add constraint file_shard_entitlement_id_file_id_key UNIQUE (shard, entitlement_id, file_id);
alter table library.file add constraint file_shard_entitlement_id_fkey FOREIGN KEY (shard, entitlement_id) REFERENCES library.entitlement(shard, id);
alter table messaging.attachment add constraint attachment_conversation_id_seq_fkey FOREIGN KEY (conversation_id, seq) REFERENCES messaging.message(conversation_id, seq);
alter table messaging.attachment add constraint attachment_pkey PRIMARY KEY (conversation_id, seq, "position");
alter table messaging.conversation add constraint conversation_check CHECK ((one_id < other_id));
alter table messaging.conversation add constraint conversation_pkey PRIMARY KEY (id);
alter table messaging.conversation add constraint conversation_subject_kind_subject_id_one_id_other_id_key UNIQUE (subject_kind, subject_id, one_id, other_id);
alter table messaging.message add constraint message_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES messaging.conversation(id);
alter table messaging.message add constraint message_conversation_id_sender_id_request_key_key UNIQUE (conversation_id, sender_id, request_key);
alter table messaging.message add constraint message_id_key UNIQUE (id);
alter table messaging.message add constraint message_pkey PRIMARY KEY (conversation_id, seq);
alter table messaging.participant add constraint participant_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES messaging.conversation(id);
alter table messaging.participant add constraint participant_pkey PRIMARY KEY (conversation_id, user_id);
alter table migration.applied add constraint applied_pkey PRIMARY KEY (version);
alter table migration.applied add constraint applied_version_check CHECK ((version > 0));
alter table negotiations.negotiation add constraint negotiation_check CHECK (((standing_offer IS NULL) OR (state = ANY (ARRAY['open'::text, 'expired'::text]))));
alter table negotiations.negotiation add constraint negotiation_pkey PRIMARY KEY (id);
alter table negotiations.negotiation add constraint negotiation_state_check CHECK ((state = ANY (ARRAY['open'::text, 'agreement_reached'::text, 'closed'::text, 'expired'::text])));
alter table negotiations.negotiation add constraint negotiation_version_check CHECK ((version > 0));
alter table negotiations.offer add constraint offer_negotiation_id_fkey FOREIGN KEY (negotiation_id) REFERENCES negotiations.negotiation(id);
alter table negotiations.offer add constraint offer_negotiation_id_number_key UNIQUE (negotiation_id, number);
alter table negotiations.offer add constraint offer_number_check CHECK ((number > 0));
alter table negotiations.offer add constraint offer_pkey PRIMARY KEY (negotiation_id, id);
alter table negotiations.offer add constraint offer_side_check CHECK ((side = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table negotiations.offer add constraint offer_state_check CHECK ((state = ANY (ARRAY['standing'::text, 'superseded'::text, 'withdrawn'::text, 'accepted'::text, 'closed'::text, 'expired'::text])));
alter table notifications.muted add constraint muted_channel_check CHECK ((channel = ANY (ARRAY['inApp'::text, 'email'::text, 'push'::text])));
alter table notifications.muted add constraint muted_check CHECK (((channel <> 'email'::text) OR (topic <> 'account'::text)));
alter table notifications.muted add constraint muted_pkey PRIMARY KEY (user_id, channel, topic);
alter table notifications.muted add constraint muted_topic_check CHECK ((topic = ANY (ARRAY['orders'::text, 'payments'::text, 'messages'::text, 'account'::text])));
alter table notifications.notification add constraint notification_pkey PRIMARY KEY (id);
alter table notifications.notification add constraint notification_user_id_event_key_key UNIQUE (user_id, event_key);
alter table notifications.push_subscription add constraint push_subscription_endpoint_check CHECK ((length(endpoint) <= 2048));
alter table notifications.push_subscription add constraint push_subscription_endpoint_key UNIQUE (endpoint);
alter table notifications.push_subscription add constraint push_subscription_pkey PRIMARY KEY (id);
alter table orders."order" add constraint order_buyer_fee_check CHECK ((buyer_fee >= 0));
alter table orders."order" add constraint order_kind_check CHECK ((kind = ANY (ARRAY['physical'::text, 'digital'::text, 'service'::text, 'milestone'::text])));
alter table orders."order" add constraint order_pkey PRIMARY KEY (shard, id);
alter table orders."order" add constraint order_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table orders."order" add constraint order_shard_deal_id_key UNIQUE (shard, deal_id);
alter table orders."order" add constraint order_shard_number_key UNIQUE (shard, number);
alter table orders."order" add constraint order_tax_check CHECK ((tax >= 0));
alter table orders."order" add constraint order_turn_check CHECK ((turn = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table orders."order" add constraint parcel_travels CHECK ((((kind = 'physical'::text) = (parcel IS NOT NULL)) AND ((kind = 'physical'::text) = (shipping_option IS NOT NULL)) AND ((kind = 'physical'::text) = (shipping_address IS NOT NULL))));
alter table orders."order" add constraint work_agreed CHECK (((kind = ANY (ARRAY['service'::text, 'milestone'::text])) = (work IS NOT NULL)));
alter table orders.agreed add constraint agreed_pkey PRIMARY KEY (shard, order_id);
alter table orders.agreed add constraint agreed_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table orders.delivery add constraint delivery_check CHECK ((((changes IS NULL) = (changes_at IS NULL)) AND ((changes IS NULL) = (changes_key IS NULL))));
alter table orders.delivery add constraint delivery_number_check CHECK ((number > 0));
alter table orders.delivery add constraint delivery_pkey PRIMARY KEY (shard, order_id, number);
alter table orders.delivery add constraint delivery_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table orders.delivery add constraint delivery_shard_order_id_changes_key_key UNIQUE (shard, order_id, changes_key);
alter table orders.delivery add constraint delivery_shard_order_id_key_key UNIQUE (shard, order_id, key);
alter table orders.delivery_file add constraint delivery_file_pkey PRIMARY KEY (shard, order_id, number, "position");
alter table orders.delivery_file add constraint delivery_file_shard_order_id_number_fkey FOREIGN KEY (shard, order_id, number) REFERENCES orders.delivery(shard, order_id, number);
alter table orders.item add constraint item_pkey PRIMARY KEY (shard, order_id, line);
alter table orders.item add constraint item_quantity_check CHECK ((quantity > 0));
alter table orders.item add constraint item_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table orders.movement add constraint movement_kind_check CHECK ((kind = ANY (ARRAY['fund'::text, 'release'::text, 'refund'::text, 'settle'::text, 'chargeback'::text])));
alter table orders.movement add constraint movement_pkey PRIMARY KEY (shard, order_id, kind);
alter table orders.movement add constraint movement_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table orders.request add constraint request_pkey PRIMARY KEY (buyer_id, key);
alter table orders.requirements add constraint requirements_pkey PRIMARY KEY (shard, order_id);
alter table orders.requirements add constraint requirements_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table orders.search add constraint search_pkey PRIMARY KEY (shard, order_id);
alter table orders.search add constraint search_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table organizations.invitation add constraint invitation_check CHECK (((accepted_by IS NULL) = (accepted_at IS NULL)));
alter table organizations.invitation add constraint invitation_check1 CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL)));
alter table organizations.invitation add constraint invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id);
alter table organizations.invitation add constraint invitation_pkey PRIMARY KEY (id);
alter table organizations.invitation add constraint invitation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'buyer'::text, 'seller'::text, 'finance'::text, 'viewer'::text])));
alter table organizations.invitation add constraint invitation_token_hash_check CHECK ((octet_length(token_hash) = 32));
alter table organizations.member add constraint member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations.organization(id);
alter table organizations.member add constraint member_pkey PRIMARY KEY (organization_id, user_id);
alter table organizations.member add constraint member_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'buyer'::text, 'seller'::text, 'finance'::text, 'viewer'::text])));
alter table organizations.organization add constraint organization_pkey PRIMARY KEY (id);
alter table payments.call add constraint call_pkey PRIMARY KEY (shard, subject, what);
alter table payments.call add constraint call_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.call add constraint call_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'unknown'::text, 'forgotten'::text, 'answered'::text, 'refused'::text])));
alter table payments.call add constraint call_unsure_check CHECK ((unsure >= 0));
alter table payments.call add constraint call_what_check CHECK ((what = ANY (ARRAY['open'::text, 'close'::text, 'refund'::text])));
alter table payments.capture add constraint belongs_or_is_foreign CHECK ((((payment_id IS NULL) = (foreign_payment IS NOT NULL)) AND ((payment_id IS NULL) = (deal_id IS NULL))));
alter table payments.capture add constraint capture_amount_check CHECK ((amount > 0));
alter table payments.capture add constraint capture_disposition_check CHECK ((disposition = ANY (ARRAY['escrow'::text, 'suspense'::text])));
alter table payments.capture add constraint capture_pkey PRIMARY KEY (shard, id);
alter table payments.capture add constraint capture_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.capture add constraint foreign_is_suspense CHECK (((foreign_payment IS NULL) OR (disposition = 'suspense'::text)));
alter table payments.chargeback add constraint chargeback_amount_check CHECK ((amount > 0));
alter table payments.chargeback add constraint chargeback_booked_check CHECK ((booked = ANY (ARRAY['won'::text, 'lost'::text])));
alter table payments.chargeback add constraint chargeback_effect_check CHECK ((effect = ANY (ARRAY['held'::text, 'clawed_back'::text, 'refunding'::text, 'noted'::text])));
alter table payments.chargeback add constraint chargeback_pkey PRIMARY KEY (shard, id);
alter table payments.chargeback add constraint chargeback_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.chargeback add constraint chargeback_shard_gateway_reference_deal_id_key UNIQUE (shard, gateway, reference, deal_id);
alter table payments.chargeback add constraint chargeback_state_check CHECK ((state = ANY (ARRAY['opened'::text, 'won'::text, 'lost'::text])));
alter table payments.part add constraint part_amount_check CHECK ((amount > 0));
alter table payments.part add constraint part_payment_shard_check CHECK (((payment_shard >= 0) AND (payment_shard <= 255)));
alter table payments.part add constraint part_pkey PRIMARY KEY (shard, deal_id, payment_id);
alter table payments.part add constraint part_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.payment add constraint payment_amount_check CHECK ((amount > 0));
alter table payments.payment add constraint payment_pkey PRIMARY KEY (shard, id);
alter table payments.payment add constraint payment_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.payment add constraint payment_state_check CHECK ((state = ANY (ARRAY['opening'::text, 'open'::text, 'captured'::text, 'closed'::text, 'failed'::text])));
alter table payments.refund add constraint belongs_or_is_foreign CHECK ((((payment_id IS NULL) = (foreign_payment IS NOT NULL)) AND ((payment_id IS NULL) = (buyer_id IS NULL))));
alter table payments.refund add constraint refund_amount_check CHECK ((amount > 0));
alter table payments.refund add constraint refund_pkey PRIMARY KEY (shard, id);
alter table payments.refund add constraint refund_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payments.refund add constraint refund_source_check CHECK ((source = ANY (ARRAY['escrow'::text, 'suspense'::text])));
alter table payments.refund add constraint refund_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'pending'::text, 'succeeded'::text, 'failed'::text])));
alter table payments.webhook add constraint webhook_pkey PRIMARY KEY (gateway, dedupe_key);
alter table payouts.bank_account add constraint bank_account_kind_check CHECK ((kind = ANY (ARRAY['savings'::text, 'current'::text])));
alter table payouts.bank_account add constraint bank_account_number_index_check CHECK ((octet_length(number_index) = 37));
alter table payouts.bank_account add constraint bank_account_pkey PRIMARY KEY (id);
alter table payouts.bank_account add constraint bank_account_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'verified'::text, 'failed'::text, 'blocked'::text])));
alter table payouts.bank_account add constraint verified_has_a_day CHECK (((status <> 'verified'::text) OR (usable_from IS NOT NULL)));
alter table payouts.payee add constraint payee_check CHECK (((kind = ANY (ARRAY['daily'::text, 'weekly'::text])) = ((hour IS NOT NULL) AND (time_zone IS NOT NULL))));
alter table payouts.payee add constraint payee_check1 CHECK (((kind = 'weekly'::text) = (weekday IS NOT NULL)));
alter table payouts.payee add constraint payee_check2 CHECK (((minimum_amount IS NULL) = (minimum_currency IS NULL)));
alter table payouts.payee add constraint payee_hour_check CHECK (((hour >= 0) AND (hour <= 23)));
alter table payouts.payee add constraint payee_kind_check CHECK ((kind = ANY (ARRAY['automatic'::text, 'manual'::text, 'daily'::text, 'weekly'::text])));
alter table payouts.payee add constraint payee_minimum_amount_check CHECK ((minimum_amount > 0));
alter table payouts.payee add constraint payee_pkey PRIMARY KEY (user_id);
alter table payouts.payee add constraint payee_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)));
alter table payouts.payout add constraint payout_amount_check CHECK ((amount > 0));
alter table payouts.payout add constraint payout_kind_check CHECK ((kind = ANY (ARRAY['release'::text, 'reserve'::text, 'batch'::text, 'withdrawal'::text, 'retry'::text])));
alter table payouts.payout add constraint payout_made_once UNIQUE (shard, cause, part);
alter table payouts.payout add constraint payout_pkey PRIMARY KEY (shard, id);
alter table payouts.payout add constraint payout_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payouts.payout add constraint payout_state_check CHECK ((state = ANY (ARRAY['waiting_for_bank_account'::text, 'withheld'::text, 'requested'::text, 'pending'::text, 'paid'::text, 'failed'::text, 'returned'::text, 'cancelled'::text])));
alter table payouts.release add constraint release_check CHECK (((reserve_released >= 0) AND (reserve_released <= reserved)));
alter table payouts.release add constraint release_check1 CHECK (((reserved > 0) = (reserve_due_at IS NOT NULL)));
alter table payouts.release add constraint release_check2 CHECK (((reserve_released_at IS NULL) = (reserve_released IS NULL)));
alter table payouts.release add constraint release_pkey PRIMARY KEY (shard, deal_id);
alter table payouts.release add constraint release_received_check CHECK ((received >= 0));
alter table payouts.release add constraint release_recovered_check CHECK ((recovered >= 0));
alter table payouts.release add constraint release_reserved_check CHECK ((reserved >= 0));
alter table payouts.release add constraint release_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table payouts.webhook add constraint webhook_pkey PRIMARY KEY (rail, dedupe_key);
alter table payouts.write_off add constraint four_eyes CHECK (((approved_by <> asked_by) AND (approved_by <> user_id)));
alter table payouts.write_off add constraint write_off_amount_check CHECK ((amount > 0));
alter table payouts.write_off add constraint write_off_check CHECK ((asked_by <> user_id));
alter table payouts.write_off add constraint write_off_check1 CHECK (((approved_by IS NULL) = (approved_at IS NULL)));
alter table payouts.write_off add constraint write_off_pkey PRIMARY KEY (shard, id);
alter table payouts.write_off add constraint write_off_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table projects.contract add constraint contract_check CHECK (((state = 'active'::text) = (over_at IS NULL)));
alter table projects.contract add constraint contract_check1 CHECK ((((state = 'ended'::text) = (ended_by IS NOT NULL)) AND ((state = 'ended'::text) = (end_reason IS NOT NULL))));
alter table projects.contract add constraint contract_pkey PRIMARY KEY (id);
alter table projects.contract add constraint contract_price_check CHECK ((price > 0));
alter table projects.contract add constraint contract_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects.project(id);
alter table projects.contract add constraint contract_project_id_key UNIQUE (project_id);
alter table projects.contract add constraint contract_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES projects.proposal(id);
alter table projects.contract add constraint contract_proposal_id_key UNIQUE (proposal_id);
alter table projects.contract add constraint contract_state_check CHECK ((state = ANY (ARRAY['active'::text, 'completed'::text, 'ended'::text])));
alter table projects.contract add constraint contract_version_check CHECK ((version > 0));
alter table projects.milestone add constraint milestone_amount_check CHECK ((amount > 0));
alter table projects.milestone add constraint milestone_check CHECK (((order_id IS NULL) = (deal_id IS NULL)));
alter table projects.milestone add constraint milestone_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES projects.contract(id);
alter table projects.milestone add constraint milestone_days_check CHECK ((days > 0));
alter table projects.milestone add constraint milestone_number_check CHECK ((number > 0));
alter table projects.milestone add constraint milestone_pkey PRIMARY KEY (contract_id, number);
alter table projects.milestone add constraint milestone_revisions_check CHECK ((revisions >= 0));
alter table projects.project add constraint project_budget_min_check CHECK ((budget_min > 0));
alter table projects.project add constraint project_check CHECK ((budget_max >= budget_min));
alter table projects.project add constraint project_client_id_request_key_key UNIQUE (client_id, request_key);
alter table projects.project add constraint project_pkey PRIMARY KEY (id);
alter table projects.project add constraint project_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'awarded'::text, 'closed'::text, 'expired'::text])));
alter table projects.project add constraint project_version_check CHECK ((version > 0));
alter table projects.proposal add constraint proposal_freelancer_id_request_key_key UNIQUE (freelancer_id, request_key);
alter table projects.proposal add constraint proposal_pkey PRIMARY KEY (id);
alter table projects.proposal add constraint proposal_price_check CHECK ((price > 0));
alter table projects.proposal add constraint proposal_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects.project(id);
alter table projects.proposal add constraint proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text])));
alter table projects.proposal add constraint proposal_version_check CHECK ((version > 0));
alter table reconciliation.difference add constraint difference_check CHECK (((line_id IS NOT NULL) OR (posting IS NOT NULL)));
alter table reconciliation.difference add constraint difference_check1 CHECK (((state = 'open'::text) = (closed_at IS NULL)));
alter table reconciliation.difference add constraint difference_check2 CHECK (((state <> 'explained'::text) OR ((reason IS NOT NULL) AND (counterpart IS NOT NULL) AND (closed_by IS NOT NULL))));
alter table reconciliation.difference add constraint difference_class_check CHECK ((class = ANY (ARRAY['timing'::text, 'missing_here'::text, 'missing_there'::text, 'amount'::text, 'duplicate'::text, 'unexplained'::text])));
alter table reconciliation.difference add constraint difference_line_id_fkey FOREIGN KEY (line_id) REFERENCES reconciliation.line(id);
alter table reconciliation.difference add constraint difference_pkey PRIMARY KEY (id);
alter table reconciliation.difference add constraint difference_state_check CHECK ((state = ANY (ARRAY['open'::text, 'explained'::text, 'resolved'::text])));
alter table reconciliation.line add constraint line_fee_check CHECK ((fee >= 0));
alter table reconciliation.line add constraint line_gateway_kind_reference_currency_amount_fee_tax_happene_key UNIQUE (gateway, kind, reference, currency, amount, fee, tax, happened_at, occurrence);
alter table reconciliation.line add constraint line_occurrence_check CHECK ((occurrence > 0));
alter table reconciliation.line add constraint line_pkey PRIMARY KEY (id);
alter table reconciliation.line add constraint line_tax_check CHECK ((tax >= 0));
alter table reconciliation.run add constraint run_pkey PRIMARY KEY (id);
alter table reconciliation.stake add constraint stake_at_stake_check CHECK ((at_stake >= 0));
alter table reconciliation.stake add constraint stake_difference_id_fkey FOREIGN KEY (difference_id) REFERENCES reconciliation.difference(id) ON DELETE CASCADE;
alter table reconciliation.stake add constraint stake_pkey PRIMARY KEY (difference_id, currency);
alter table runtime.job add constraint job_pkey PRIMARY KEY (shard, id);
alter table runtime.job add constraint job_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table runtime.job add constraint job_shard_key_key UNIQUE (shard, key);
alter table runtime.outbox add constraint outbox_pkey PRIMARY KEY (shard, id);
alter table runtime.outbox add constraint outbox_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table sandbox.clock add constraint clock_only_row_check CHECK (only_row);
alter table sandbox.clock add constraint clock_pkey PRIMARY KEY (only_row);
alter table seals.block add constraint block_chain_check CHECK ((chain = ANY (ARRAY['ledger'::text, 'deals'::text, 'audit'::text])));
alter table seals.block add constraint block_count_check CHECK (((count >= 1) AND (count <= 1000)));
alter table seals.block add constraint block_hash_check CHECK ((octet_length(hash) = 32));
alter table seals.block add constraint block_key_fkey FOREIGN KEY (key) REFERENCES seals.key(id);
alter table seals.block add constraint block_number_check CHECK ((number > 0));
alter table seals.block add constraint block_pkey PRIMARY KEY (chain, number);
alter table seals.block add constraint block_previous_check CHECK ((octet_length(previous) = 32));
alter table seals.block add constraint block_root_check CHECK ((octet_length(root) = 32));
alter table seals.block add constraint block_salt_check CHECK ((octet_length(salt) = 32));
alter table seals.block add constraint block_salt_hash_check CHECK ((octet_length(salt_hash) = 32));
alter table seals.block add constraint block_signature_check CHECK ((octet_length(signature) = 64));
alter table seals.block add constraint in_order CHECK ((first <= last));
alter table seals.block add constraint listed_whole CHECK (((octet_length(leaves) = (32 * count)) AND (octet_length(tags) = (4 * count)) AND ((octet_length(members) % count) = 0)));
alter table seals.key add constraint key_pkey PRIMARY KEY (id);
alter table seals.key add constraint key_public_key_check CHECK ((octet_length(public_key) = 32));
alter table search.document add constraint document_pkey PRIMARY KEY (listing_id);
alter table search.title add constraint title_language_check CHECK ((language = ANY (ARRAY['en'::text, 'ar'::text])));
alter table search.title add constraint title_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES search.document(listing_id) ON DELETE CASCADE;
alter table search.title add constraint title_pkey PRIMARY KEY (listing_id, language);
alter table search.word add constraint word_pkey PRIMARY KEY (word);
alter table shipping.quote add constraint quote_pkey PRIMARY KEY (id);
alter table shipping.rate_cache add constraint rate_cache_pkey PRIMARY KEY (key);
alter table shipping.scan add constraint scan_pkey PRIMARY KEY (shard, shipment_id, scanned_at, code);
alter table shipping.scan add constraint scan_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table shipping.shipment add constraint shipment_pkey PRIMARY KEY (shard, id);
alter table shipping.shipment add constraint shipment_shard_check CHECK (((shard >= 0) AND (shard <= 255)));
alter table shipping.shipment add constraint shipment_state_check CHECK ((state = ANY (ARRAY['booking'::text, 'booked'::text, 'failed'::text, 'cancelling'::text, 'cancelled'::text, 'replaced'::text])));
alter table shipping.webhook add constraint webhook_pkey PRIMARY KEY (carrier, dedupe_key);
alter table webhooks.attempt add constraint attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhooks.delivery(id) ON DELETE CASCADE;
alter table webhooks.attempt add constraint attempt_pkey PRIMARY KEY (delivery_id, number);
alter table webhooks.delivery add constraint delivery_check CHECK (((state = 'waiting'::text) = (next_at IS NOT NULL)));
alter table webhooks.delivery add constraint delivery_endpoint_id_event_id_key UNIQUE (endpoint_id, event_id);
alter table webhooks.delivery add constraint delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhooks.endpoint(id) ON DELETE CASCADE;
alter table webhooks.delivery add constraint delivery_event_id_fkey FOREIGN KEY (event_id) REFERENCES webhooks.event(id) ON DELETE CASCADE;
alter table webhooks.delivery add constraint delivery_pkey PRIMARY KEY (id);
alter table webhooks.delivery add constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])));
alter table webhooks.endpoint add constraint endpoint_check CHECK (((off_because IS NULL) = (off_at IS NULL)));
alter table webhooks.endpoint add constraint endpoint_off_because_check CHECK ((off_because = ANY (ARRAY['owner'::text, 'gone'::text, 'failing'::text])));
alter table webhooks.endpoint add constraint endpoint_pkey PRIMARY KEY (id);
alter table webhooks.endpoint add constraint endpoint_user_id_request_key_key UNIQUE (user_id, request_key);
alter table webhooks.event add constraint event_pkey PRIMARY KEY (id);
alter table webhooks.event add constraint event_user_id_cause_key UNIQUE (user_id, cause);
alter table webhooks.secret add constraint secret_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhooks.endpoint(id) ON DELETE CASCADE;
alter table webhooks.secret add constraint secret_endpoint_id_request_key_key UNIQUE (endpoint_id, request_key);
alter table webhooks.secret add constraint secret_pkey PRIMARY KEY (id);

-- Indexes

CREATE INDEX agreement_of_buyer ON agreements.agreement USING btree (buyer_id, id DESC);
CREATE UNIQUE INDEX agreement_of_order ON agreements.agreement USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX agreement_of_seller ON agreements.agreement USING btree (seller_id, id DESC);
CREATE UNIQUE INDEX amendment_one_open ON agreements.amendment USING btree (agreement_id) WHERE (state = 'proposed'::text);
CREATE UNIQUE INDEX proposal_by_request ON approvals.proposal USING btree (request_key);
CREATE INDEX proposal_by_time ON approvals.proposal USING btree (proposed_at, id);
CREATE INDEX proposal_of_subject ON approvals.proposal USING btree (subject);
CREATE UNIQUE INDEX audit_by_number ON audit.entry USING btree (number);
CREATE INDEX audit_of_action ON audit.entry USING btree (action, number);
CREATE INDEX audit_of_actor ON audit.entry USING btree (actor_id, number) WHERE (actor_id IS NOT NULL);
CREATE INDEX audit_of_subject ON audit.entry USING btree (subject, at);
CREATE INDEX kept_of_person ON audit.kept USING btree (person);
CREATE UNIQUE INDEX line_of_whole ON carts.line USING btree (user_id, product_id) WHERE (variant_id IS NULL);
CREATE UNIQUE INDEX line_once ON carts.line USING btree (user_id, product_id, variant_id) WHERE (variant_id IS NOT NULL);
CREATE INDEX purchase_of_buyer ON carts.purchase USING btree (buyer_id, placed_at DESC, id DESC);
CREATE INDEX listing_active ON catalog.listing USING btree (kind, listed_at DESC, id DESC) WHERE (state = 'active'::text);
CREATE INDEX listing_of_seller ON catalog.listing USING btree (seller_id, id DESC);
CREATE INDEX listing_under_review ON catalog.listing USING btree (submitted_at, id) WHERE (state = 'under_review'::text);
CREATE UNIQUE INDEX reservation_of_variant ON catalog.reservation USING btree (order_id, product_id, variant_id) WHERE (variant_id IS NOT NULL);
CREATE UNIQUE INDEX reservation_of_whole ON catalog.reservation USING btree (order_id, product_id) WHERE (variant_id IS NULL);
CREATE INDEX dispute_of_buyer ON disputes.dispute USING btree (buyer_id, opened_at DESC, id DESC);
CREATE INDEX dispute_of_order ON disputes.dispute USING btree (order_id);
CREATE INDEX dispute_of_seller ON disputes.dispute USING btree (seller_id, opened_at DESC, id DESC);
CREATE UNIQUE INDEX dispute_one_open ON disputes.dispute USING btree (shard, deal_id) WHERE (closed_at IS NULL);
CREATE INDEX dispute_open ON disputes.dispute USING btree (opened_at, id) WHERE (closed_at IS NULL);
CREATE INDEX evidence_of_file ON disputes.evidence_file USING btree (file_id);
CREATE INDEX consent_of_deal ON escrow.consent USING btree (shard, deal, id);
CREATE UNIQUE INDEX consent_one_open ON escrow.consent USING btree (shard, deal, what) WHERE (state = 'open'::text);
CREATE INDEX deal_due ON escrow.deal USING btree (deadline_wake_at) WHERE (deadline_wake_at IS NOT NULL);
CREATE UNIQUE INDEX event_by_number ON escrow.event USING btree (number);
CREATE UNIQUE INDEX event_command_key ON escrow.event USING btree (shard, deal, command_key) WHERE (command_key IS NOT NULL);
CREATE INDEX file_waiting ON files.file USING btree (uploaded_at) WHERE (scan = 'waiting'::text);
CREATE INDEX idempotency_by_age ON http.idempotency USING btree (claimed_at);
CREATE INDEX rate_limit_by_end ON http.rate_limit USING btree (expire);
CREATE INDEX user_admin ON identity."user" USING btree (id) WHERE ('admin'::text = ANY (roles));
CREATE INDEX user_email_prefix ON identity."user" USING btree (email text_pattern_ops);
CREATE INDEX user_name_prefix ON identity."user" USING btree (lower(name) text_pattern_ops);
CREATE INDEX api_key_of_user ON identity.api_key USING btree (user_id);
CREATE INDEX known_network_age ON identity.known_network USING btree (last_used_at);
CREATE INDEX link_expiry ON identity.link USING btree (expires_at);
CREATE INDEX oauth_client_of_owner ON identity.oauth_client USING btree (owner_id);
CREATE INDEX oauth_grant_of_client ON identity.oauth_grant USING btree (client_id);
CREATE INDEX oauth_grant_of_user ON identity.oauth_grant USING btree (user_id);
CREATE INDEX oauth_token_expiry ON identity.oauth_token USING btree (expires_at);
CREATE INDEX oauth_token_of_grant ON identity.oauth_token USING btree (grant_id);
CREATE INDEX registration_expiry ON identity.registration USING btree (expires_at);
CREATE INDEX registration_of_email ON identity.registration USING btree (email, created_at DESC);
CREATE INDEX session_expiry ON identity.session USING btree (expires_at);
CREATE UNIQUE INDEX session_id ON identity.session USING btree (id);
CREATE INDEX session_of_user ON identity.session USING btree (user_id);
CREATE INDEX step_up_of_user ON identity.step_up USING btree (user_id, created_at);
CREATE INDEX entry_of_posting ON ledger.entry USING btree (shard, posting);
CREATE UNIQUE INDEX posting_by_number ON ledger.posting USING btree (number);
CREATE INDEX posting_by_time ON ledger.posting USING brin (posted_at) WITH (pages_per_range='32');
CREATE INDEX posting_of_deal ON ledger.posting USING btree (shard, deal) WHERE (deal IS NOT NULL);
CREATE INDEX entitlement_of_buyer ON library.entitlement USING btree (buyer_id, id DESC) WHERE (opened_at IS NOT NULL);
CREATE INDEX entitlement_of_seller ON library.entitlement USING btree (seller_id);
CREATE INDEX file_by_file ON library.file USING btree (file_id);
CREATE INDEX attachment_of_file ON messaging.attachment USING btree (file_id);
CREATE INDEX message_of_sender ON messaging.message USING btree (sender_id);
CREATE INDEX participant_by_newest ON messaging.participant USING btree (user_id, last_at DESC, conversation_id DESC);
CREATE INDEX negotiation_of_buyer ON negotiations.negotiation USING btree (buyer_id, id DESC);
CREATE INDEX negotiation_of_seller ON negotiations.negotiation USING btree (seller_id, id DESC);
CREATE UNIQUE INDEX negotiation_one_open ON negotiations.negotiation USING btree (buyer_id, product_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX offer_one_standing ON negotiations.offer USING btree (negotiation_id) WHERE (state = 'standing'::text);
CREATE INDEX notification_of_user ON notifications.notification USING btree (user_id, at DESC, id);
CREATE INDEX push_subscription_of_user ON notifications.push_subscription USING btree (user_id, made_at DESC);
CREATE INDEX order_by_deadline ON orders."order" USING btree (due_at, id) WHERE (due_at IS NOT NULL);
CREATE INDEX order_by_status ON orders."order" USING btree (status, placed_at, id);
CREATE INDEX order_by_time ON orders."order" USING btree (placed_at, id);
CREATE INDEX order_by_total ON orders."order" USING btree (total, id);
CREATE INDEX order_held ON orders."order" USING btree (placed_at, id) WHERE (escrow = ANY (ARRAY['held'::text, 'disputed'::text]));
CREATE INDEX order_held_of_buyer ON orders."order" USING btree (buyer_id) WHERE (escrow = ANY (ARRAY['held'::text, 'disputed'::text]));
CREATE INDEX order_held_of_seller ON orders."order" USING btree (seller_id) WHERE (escrow = ANY (ARRAY['held'::text, 'disputed'::text]));
CREATE INDEX order_of_buyer ON orders."order" USING btree (buyer_id, placed_at DESC, id);
CREATE INDEX order_of_seller ON orders."order" USING btree (seller_id, placed_at DESC, id);
CREATE INDEX order_turn_of_buyer ON orders."order" USING btree (buyer_id, due_at) WHERE (turn = 'buyer'::text);
CREATE INDEX order_turn_of_seller ON orders."order" USING btree (seller_id, due_at) WHERE (turn = 'seller'::text);
CREATE INDEX order_urgent ON orders."order" USING btree (seller_id, due_at) WHERE (status = ANY (ARRAY['escrow_locked'::text, 'order_confirmed'::text, 'processing'::text, 'ready_to_ship'::text]));
CREATE INDEX delivery_file_by_file ON orders.delivery_file USING btree (file_id);
CREATE INDEX movement_by_time ON orders.movement USING btree (moved_at);
CREATE INDEX movement_of_buyer ON orders.movement USING btree (buyer_id, moved_at);
CREATE INDEX movement_of_seller ON orders.movement USING btree (seller_id, moved_at);
CREATE INDEX order_by_words ON orders.search USING gin ((((about || buyer) || seller)));
CREATE UNIQUE INDEX invitation_by_token ON organizations.invitation USING btree (token_hash);
CREATE UNIQUE INDEX invitation_open ON organizations.invitation USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX member_by_user ON organizations.member USING btree (user_id, organization_id);
CREATE INDEX call_unanswered ON payments.call USING btree (sent_at) WHERE (state = ANY (ARRAY['sending'::text, 'unknown'::text, 'forgotten'::text]));
CREATE INDEX capture_by_reference ON payments.capture USING btree (reference);
CREATE INDEX capture_in_suspense ON payments.capture USING btree (captured_at) WHERE (disposition = 'suspense'::text);
CREATE INDEX capture_of_deal ON payments.capture USING btree (shard, deal_id);
CREATE UNIQUE INDEX capture_of_foreign_once ON payments.capture USING btree (shard, gateway, reference) WHERE (deal_id IS NULL);
CREATE INDEX capture_of_payment ON payments.capture USING btree (shard, payment_id);
CREATE UNIQUE INDEX capture_once ON payments.capture USING btree (shard, gateway, reference, deal_id);
CREATE INDEX chargeback_of_cause ON payments.chargeback USING btree (shard, cause);
CREATE INDEX chargeback_of_deal ON payments.chargeback USING btree (shard, deal_id);
CREATE INDEX chargeback_open ON payments.chargeback USING btree (opened_at) WHERE (booked IS NULL);
CREATE INDEX part_of_payment ON payments.part USING btree (payment_shard, payment_id);
CREATE INDEX payment_by_reference ON payments.payment USING btree (reference) WHERE (reference IS NOT NULL);
CREATE INDEX payment_of_deal ON payments.payment USING btree (shard, deal_id, opened_at DESC);
CREATE UNIQUE INDEX payment_one_open ON payments.payment USING btree (shard, deal_id) WHERE (state = ANY (ARRAY['opening'::text, 'open'::text]));
CREATE INDEX refund_by_reference ON payments.refund USING btree (reference) WHERE (reference IS NOT NULL);
CREATE INDEX refund_of_deal ON payments.refund USING btree (shard, deal_id);
CREATE UNIQUE INDEX refund_once ON payments.refund USING btree (shard, cause) WHERE ((state <> 'failed'::text) OR (buyer_id IS NOT NULL));
CREATE INDEX refund_under_way ON payments.refund USING btree (requested_at) WHERE (state = ANY (ARRAY['requested'::text, 'pending'::text]));
CREATE INDEX webhook_about ON payments.webhook USING btree (about) WHERE (about IS NOT NULL);
CREATE INDEX bank_account_by_number ON payouts.bank_account USING btree (number_index) WHERE (number_index IS NOT NULL);
CREATE INDEX bank_account_of_user ON payouts.bank_account USING btree (user_id);
CREATE UNIQUE INDEX bank_account_once_per_payee ON payouts.bank_account USING btree (user_id, number_index) WHERE (status <> 'failed'::text);
CREATE UNIQUE INDEX bank_account_one_primary ON payouts.bank_account USING btree (user_id) WHERE is_primary;
CREATE INDEX payout_looked_after ON payouts.payout USING btree (updated_at, id) WHERE ((state <> ALL (ARRAY['paid'::text, 'cancelled'::text])) AND (retried_by IS NULL));
CREATE INDEX payout_of_deal ON payouts.payout USING btree (shard, deal_id) WHERE (deal_id IS NOT NULL);
CREATE INDEX payout_of_seller ON payouts.payout USING btree (seller_id, updated_at DESC);
CREATE INDEX payout_waiting ON payouts.payout USING btree (shard, seller_id) WHERE ((state = ANY (ARRAY['waiting_for_bank_account'::text, 'withheld'::text, 'failed'::text, 'returned'::text])) AND (retried_by IS NULL));
CREATE INDEX payout_withdrawn ON payouts.payout USING btree (shard, seller_id, id) WHERE (deal_id IS NULL);
CREATE INDEX release_held ON payouts.release USING btree (shard, seller_id) WHERE ((reserved > 0) AND (reserve_released_at IS NULL));
CREATE INDEX contract_of_client ON projects.contract USING btree (client_id, made_at DESC, id DESC);
CREATE INDEX contract_of_freelancer ON projects.contract USING btree (freelancer_id, made_at DESC, id DESC);
CREATE UNIQUE INDEX milestone_of_deal ON projects.milestone USING btree (deal_id) WHERE (deal_id IS NOT NULL);
CREATE INDEX project_of_client ON projects.project USING btree (client_id, made_at DESC, id DESC);
CREATE INDEX project_open ON projects.project USING btree (published_at DESC, id DESC) WHERE (state = 'open'::text);
CREATE INDEX proposal_of_freelancer ON projects.proposal USING btree (freelancer_id, made_at DESC, id DESC);
CREATE INDEX proposal_of_project ON projects.proposal USING btree (project_id, made_at DESC, id DESC);
CREATE UNIQUE INDEX proposal_one_accepted ON projects.proposal USING btree (project_id) WHERE (state = 'accepted'::text);
CREATE UNIQUE INDEX proposal_one_open ON projects.proposal USING btree (project_id, freelancer_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX difference_of_line ON reconciliation.difference USING btree (line_id) WHERE ((state <> 'resolved'::text) AND (line_id IS NOT NULL));
CREATE UNIQUE INDEX difference_of_posting ON reconciliation.difference USING btree (gateway, posting) WHERE ((state <> 'resolved'::text) AND (line_id IS NULL));
CREATE INDEX difference_open ON reconciliation.difference USING btree (gateway, found_at) WHERE (state = 'open'::text);
CREATE INDEX line_at ON reconciliation.line USING btree (gateway, happened_at);
CREATE INDEX line_of_transfer ON reconciliation.line USING btree (gateway, bank_reference) WHERE (bank_reference IS NOT NULL);
CREATE INDEX run_of_gateway ON reconciliation.run USING btree (gateway, ran_at DESC);
CREATE INDEX job_waiting ON runtime.job USING btree (run_at) WHERE (dead_at IS NULL);
CREATE INDEX outbox_waiting ON runtime.outbox USING btree (run_at) WHERE (dead_at IS NULL);
CREATE INDEX block_by_key ON seals.block USING btree (key, chain, number);
CREATE UNIQUE INDEX block_by_last ON seals.block USING btree (chain, last);
CREATE INDEX document_cheapest ON search.document USING btree (price, listing_id);
CREATE INDEX document_newest ON search.document USING btree (listed_at DESC, listing_id DESC);
CREATE INDEX document_of_category ON search.document USING btree (category, listed_at DESC);
CREATE INDEX document_of_seller ON search.document USING btree (seller_id);
CREATE INDEX document_words ON search.document USING gin (words, marks);
CREATE INDEX title_beginning ON search.title USING btree (normalised);
CREATE INDEX word_trigrams ON search.word USING gin (trigrams);
CREATE INDEX shipment_of_order ON shipping.shipment USING btree (shard, order_id);
CREATE UNIQUE INDEX shipment_one_live ON shipping.shipment USING btree (shard, order_id) WHERE (state = ANY (ARRAY['booking'::text, 'booked'::text]));
CREATE INDEX shipment_tracked ON shipping.shipment USING btree (carrier, tracking_number) WHERE (tracking_number IS NOT NULL);
CREATE INDEX delivery_leased ON webhooks.delivery USING btree (endpoint_id) WHERE (leased_until IS NOT NULL);
CREATE INDEX delivery_of_event ON webhooks.delivery USING btree (event_id);
CREATE INDEX delivery_waiting ON webhooks.delivery USING btree (endpoint_id, next_at, event_id) WHERE (state = 'waiting'::text);
CREATE INDEX endpoint_of_user ON webhooks.endpoint USING btree (user_id, id);
CREATE INDEX event_of_user ON webhooks.event USING btree (user_id, id DESC);
CREATE UNIQUE INDEX secret_current ON webhooks.secret USING btree (endpoint_id) WHERE (until IS NULL);

-- Functions

CREATE OR REPLACE FUNCTION audit.forget(p_person uuid)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with gone as (delete from audit.kept k where k.person = p_person returning 1) select count(*) from gone
$function$
;
CREATE OR REPLACE FUNCTION escrow.apply(p_shard smallint[], p_deal uuid[], p_revision integer[], p_state text[], p_escrow text[], p_gateway text[], p_suspended jsonb[], p_ruling bigint[], p_revisions_left integer[], p_deadline_kind text[], p_deadline_opened_at timestamp with time zone[], p_deadline_due_at timestamp with time zone[], p_command text[], p_command_key text[], p_actor text[], p_actor_id uuid[], p_from text[], p_reason text[], p_note text[], p_happened_at timestamp with time zone[], p_recorded_at timestamp with time zone[], p_announcement uuid[], p_payload jsonb[], l_item integer[], l_shard smallint[], l_id uuid[], l_key text[], l_fingerprint text[], l_kind text[], l_deal uuid[], l_at timestamp with time zone[], a_shard smallint[], a_id uuid[], a_code text[], a_currency text[], a_guarded boolean[], e_posting integer[], e_account integer[], e_amount bigint[])
 RETURNS smallint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  v_verdict smallint[];
  v_due int;
  v_done int;
  v_again int[];
  v_posted smallint[];
begin
  with locked as materialized (
    select u.at, d.revision, u.expected from unnest(p_shard, p_deal, p_revision) with ordinality u(shard, id, expected, at)
      join escrow.deal d on d.shard = u.shard and d.id = u.id
     order by d.shard, d.id for no key update of d
  )
  select array_agg(at) into v_again from locked where revision = expected;
  -- An array of all places in order is the ordinary case; any other is rare.
  if cardinality(v_again) = cardinality(p_deal) and true = all (select k is null from unnest(p_command_key) k) then
    v_verdict := array_fill(1::smallint, array[cardinality(p_deal)]);
  else
    v_verdict := escrow.verdicts(v_again, p_shard, p_deal, p_revision, p_command_key, p_announcement);
  end if;
  v_due := (select count(*) from unnest(v_verdict) v where v = 1);

  if cardinality(l_item) > 0 then
    v_posted := ledger.post(l_shard, l_id, l_key, l_fingerprint, l_kind, l_deal, l_at, a_shard, a_id, a_code, a_currency, a_guarded,
      e_posting, e_account, e_amount,
      case when v_due < cardinality(p_deal) then (select array_agg(v_verdict[item] = 1 order by at) from unnest(l_item) with ordinality u(item, at)) end);
    if not (1 = all (v_posted)) then
      for i in 1 .. cardinality(l_item) loop
        if v_verdict[l_item[i]] = 1 and v_posted[i] <> 1 then
          v_verdict[l_item[i]] := case v_posted[i] when 3 then 3 else 4 end;
          v_due := v_due - 1;
        end if;
      end loop;
    end if;
  end if;

  update escrow.deal d
     set state = u.state, revision = u.revision + 1, escrow = u.escrow, gateway = u.gateway, suspended = u.suspended,
         ruling = u.ruling, revisions_left = u.revisions_left,
         deadline_kind = u.deadline_kind, deadline_opened_at = u.opened_at, deadline_due_at = u.due_at,
         deadline_wake_at = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_wake_at else u.due_at end,
         deadline_asks = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_asks else 0 end
    from unnest(v_verdict, p_shard, p_deal, p_revision, p_state, p_escrow, p_gateway, p_suspended, p_ruling, p_revisions_left, p_deadline_kind, p_deadline_opened_at, p_deadline_due_at)
      u(verdict, shard, id, revision, state, escrow, gateway, suspended, ruling, revisions_left, deadline_kind, opened_at, due_at)
   where u.verdict = 1 and d.shard = u.shard and d.id = u.id;
  get diagnostics v_done = row_count;
  if v_done <> v_due then
    raise exception 'one deal twice in a batch' using errcode = 'cardinality_violation';
  end if;

  insert into escrow.event
    (shard, deal, seq, command, command_key, actor, actor_id, from_state, to_state, reason, note, happened_at, recorded_at, announcement)
  select u.shard, u.id, u.revision + 1, u.command, u.command_key, u.actor, u.actor_id, u.from_state, u.state, u.reason, u.note, u.happened_at,
         u.recorded_at, u.announcement
    from unnest(v_verdict, p_shard, p_deal, p_revision, p_command, p_command_key, p_actor, p_actor_id, p_from, p_state, p_reason, p_note,
      p_happened_at, p_recorded_at, p_announcement) u(verdict, shard, id, revision, command, command_key, actor, actor_id, from_state, state, reason,
      note, happened_at, recorded_at, announcement)
   where u.verdict = 1;

  insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at)
  select u.shard, u.id, 'deal.moved', u.payload, u.recorded_at, u.recorded_at
    from unnest(v_verdict, p_shard, p_announcement, p_payload, p_recorded_at) u(verdict, shard, id, payload, recorded_at)
   where u.verdict = 1;

  return array(select case v when 6 then 1 else v end from unnest(v_verdict) with ordinality u(v, at) order by at)::smallint[];
end $function$
;
CREATE OR REPLACE FUNCTION escrow.ask(p_shard smallint[], p_deal uuid[], p_announcement uuid[], p_payload jsonb[], p_now timestamp with time zone, p_until timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
begin
  update escrow.deal d set deadline_wake_at = p_until, deadline_asks = d.deadline_asks + 1
    from unnest(p_shard, p_deal) u(shard, id) where d.shard = u.shard and d.id = u.id;
  insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at)
  select u.shard, u.id, 'deadline.due', u.payload, p_now, p_now from unnest(p_shard, p_announcement, p_payload) u(shard, id, payload);
end $function$
;
CREATE OR REPLACE FUNCTION escrow.verdicts(p_unmoved integer[], p_shard smallint[], p_deal uuid[], p_revision integer[], p_command_key text[], p_announcement uuid[])
 RETURNS smallint[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_verdict smallint[] := array_fill(2::smallint, array[cardinality(p_deal)]);
  v_at int;
begin
  foreach v_at in array coalesce(p_unmoved, '{}') loop
    v_verdict[v_at] := 1;
  end loop;
  for v_at in
    select u.at from unnest(p_shard, p_deal, p_command_key) with ordinality u(shard, deal, key, at)
      join escrow.event x on x.shard = u.shard and x.deal = u.deal and x.command_key = u.key
  loop
    v_verdict[v_at] := 5;
  end loop;
  for v_at in
    select u.at from unnest(v_verdict, p_shard, p_deal, p_revision, p_announcement) with ordinality u(verdict, shard, deal, revision, announcement, at)
      join escrow.event x on x.shard = u.shard and x.deal = u.deal and x.seq = u.revision + 1
     where u.verdict <> 1 and x.announcement = u.announcement
  loop
    v_verdict[v_at] := 6;
  end loop;
  return v_verdict;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.enter_one_by_one(p_suspect integer[], p_verdict smallint[], p_shard smallint[], p_id uuid[], a_shard smallint[], a_id uuid[], e_posting integer[], e_account integer[], e_amount bigint[])
 RETURNS smallint[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_at int;
  v_accounts int[];
  v_amounts bigint[];
begin
  for v_at, v_accounts, v_amounts in
    select l.posting, array_agg(l.account order by l.at), array_agg(l.amount order by l.at)
      from unnest(e_posting, e_account, e_amount) with ordinality l(posting, account, amount, at)
     where l.posting = any (p_suspect) group by l.posting order by l.posting
  loop
    if exists (
      select from (select account, sum(amount) as amount from unnest(v_accounts, v_amounts) l(account, amount) group by account) d
        join ledger.account a on a.shard = a_shard[d.account] and a.id = a_id[d.account]
       where a.guarded and a.balance + d.amount < 0
    ) then
      p_verdict[v_at] := 3;
      delete from ledger.posting where shard = p_shard[v_at] and id = p_id[v_at];
    else
      insert into ledger.entry (shard, account, seq, posting, amount, balance_after, denomination)
      select a.shard, a.id, a.last_seq + row_number() over w, p_id[v_at], l.amount, a.balance + sum(l.amount) over w, a.currency
        from unnest(v_accounts, v_amounts) l(account, amount) join ledger.account a on a.shard = a_shard[l.account] and a.id = a_id[l.account]
      window w as (partition by a.shard, a.id order by l.amount < 0 rows unbounded preceding);
      update ledger.account a set balance = a.balance + d.amount, last_seq = a.last_seq + d.entries
        from (select account, sum(amount)::bigint as amount, count(*) as entries from unnest(v_accounts, v_amounts) l(account, amount) group by account) d
       where a.shard = a_shard[d.account] and a.id = a_id[d.account];
    end if;
  end loop;
  return p_verdict;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.post(p_shard smallint[], p_id uuid[], p_key text[], p_fingerprint text[], p_kind text[], p_deal uuid[], p_at timestamp with time zone[], a_shard smallint[], a_id uuid[], a_code text[], a_currency text[], a_guarded boolean[], e_posting integer[], e_account integer[], e_amount bigint[], p_wanted boolean[] DEFAULT NULL::boolean[])
 RETURNS smallint[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  v_size int := cardinality(p_id);
  v_chosen boolean[] := coalesce(p_wanted, array_fill(true, array[v_size]));
  v_claimed int;
  v_verdict smallint[];
  v_accounts int;
  v_balance bigint[];
  v_seq bigint[];
  v_currency text[];
  v_short int[];
  v_fits boolean;
  v_suspect int[];
begin
  insert into ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at)
  select u.shard, u.id, u.key, u.fingerprint, u.kind, u.deal, u.posted_at
    from unnest(p_shard, p_id, p_key, p_fingerprint, p_kind, p_deal, p_at, v_chosen) u(shard, id, key, fingerprint, kind, deal, posted_at, chosen)
   where u.chosen order by u.shard, u.key collate "C" on conflict (shard, key) do nothing;
  get diagnostics v_claimed = row_count;

  if p_wanted is null and v_claimed = v_size then
    v_verdict := array_fill(1::smallint, array[v_size]);
  else
    v_verdict := ledger.verdicts(p_shard, p_id, p_key, p_fingerprint, v_chosen);
    select array_agg(v = -1 order by at), array_agg(abs(v)::smallint order by at) into v_chosen, v_verdict
      from unnest(v_verdict) with ordinality u(v, at);
  end if;

  insert into ledger.account (shard, id, code, currency, guarded)
  select u.shard, u.id, u.code, u.currency, u.guarded from unnest(a_shard, a_id, a_code, a_currency, a_guarded) u(shard, id, code, currency, guarded)
   where not exists (select from ledger.account a where a.shard = u.shard and a.id = u.id)
   order by u.shard, u.id on conflict do nothing;

  -- Worst case per guarded account: all that leaves it and nothing that comes in.
  with locked as materialized (
    select u.at, a.balance, a.last_seq, a.currency from unnest(a_shard, a_id) with ordinality u(shard, id, at)
      join ledger.account a on a.shard = u.shard and a.id = u.id
     order by a.shard, a.id for no key update of a
  )
  select array_agg(k.balance order by k.at), array_agg(k.last_seq order by k.at), array_agg(k.currency order by k.at), count(*)
    into v_balance, v_seq, v_currency, v_accounts from locked k;
  select array_agg(d.account) filter (where a_guarded[d.account] and v_balance[d.account] + d.leaving < 0), coalesce(bool_and(d.fits), true)
    into v_short, v_fits
    from (
      select l.account, sum(l.amount) filter (where l.amount < 0 and v_chosen[l.posting]) as leaving,
             bool_and((a_shard[l.account] = p_shard[l.posting]) is true) as fits
        from unnest(e_posting, e_account, e_amount) l(posting, account, amount) group by l.account
    ) d;
  if v_accounts <> cardinality(a_id) or not v_fits then
    raise exception 'an entry of another shard, or of an account that is not there' using errcode = 'integrity_constraint_violation';
  end if;
  if v_short is not null then
    select array_agg(distinct l.posting order by l.posting) into v_suspect from unnest(e_posting, e_account, e_amount) l(posting, account, amount)
     where l.amount < 0 and l.account = any (v_short) and v_chosen[l.posting];
    select array_agg(c and not (at = any (v_suspect)) order by at) into v_chosen from unnest(v_chosen) with ordinality u(c, at);
  end if;

  -- Credits first, so that no balance in between is below zero.
  insert into ledger.entry (shard, account, seq, posting, amount, balance_after, denomination)
  select a_shard[l.account], a_id[l.account], v_seq[l.account] + row_number() over w, p_id[l.posting], l.amount,
         v_balance[l.account] + sum(l.amount) over w, v_currency[l.account]
    from unnest(e_posting, e_account, e_amount) l(posting, account, amount)
   where v_chosen[l.posting]
  window w as (partition by l.account order by l.amount < 0, l.posting rows unbounded preceding);

  update ledger.account a set balance = a.balance + d.amount, last_seq = a.last_seq + d.entries
    from (
      select l.account, sum(l.amount)::bigint as amount, count(*) as entries
        from unnest(e_posting, e_account, e_amount) l(posting, account, amount) where v_chosen[l.posting] group by l.account
    ) d
   where a.shard = a_shard[d.account] and a.id = a_id[d.account];

  if v_suspect is not null then
    v_verdict := ledger.enter_one_by_one(v_suspect, v_verdict, p_shard, p_id, a_shard, a_id, e_posting, e_account, e_amount);
  end if;
  return v_verdict;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.refuse_drift()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
begin
  if exists (
    select from moved m left join ledger.entry e on e.shard = m.shard and e.account = m.id and e.seq = m.last_seq
     where m.balance is distinct from coalesce(e.balance_after, 0) or e.denomination <> m.currency
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
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select from added e group by e.shard, e.posting, e.denomination having sum(e.amount) <> 0) then
    raise exception 'a posting must sum to zero in each currency' using errcode = 'check_violation', constraint = 'posting_sums_to_zero';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION ledger.verdicts(p_shard smallint[], p_id uuid[], p_key text[], p_fingerprint text[], p_wanted boolean[])
 RETURNS smallint[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_verdict smallint[];
begin
  if (select count(*) from (select distinct s, k from unnest(p_shard, p_key) u(s, k)) d) < cardinality(p_key) then
    raise exception 'one key twice in a batch' using errcode = 'cardinality_violation';
  end if;
  select array_agg((case
      when not u.wanted then 0
      when x.id = u.id then case when exists (select from ledger.entry e where e.shard = x.shard and e.posting = x.id) then 1 else -1 end
      when x.fingerprint = u.fingerprint then 2
      else 4 end)::smallint order by u.at)
    into v_verdict
    from unnest(p_shard, p_id, p_key, p_fingerprint, p_wanted) with ordinality u(shard, id, key, fingerprint, wanted, at)
    left join ledger.posting x on x.shard = u.shard and x.key = u.key;
  return v_verdict;
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
CREATE OR REPLACE FUNCTION seals.append(p_chain text, p_number bigint, p_first bigint, p_last bigint, p_count integer, p_root bytea, p_previous bytea, p_sealed_at timestamp with time zone, p_key text, p_salt_hash bytea, p_hash bytea, p_signature bytea, p_salt bytea, p_members bytea, p_leaves bytea, p_tags bytea, p_public_key bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_tip seals.block;
begin
  select * into v_tip from seals.block b where b.chain = p_chain order by b.number desc limit 1;
  if p_number <> coalesce(v_tip.number, 0) + 1 or p_first <= coalesce(v_tip.last, 0)
     or p_previous <> coalesce(v_tip.hash, decode(repeat('00', 32), 'hex')) then
    raise exception 'block % of % does not follow the last one', p_number, p_chain using errcode = 'check_violation', constraint = 'block_follows';
  end if;
  insert into seals.key (id, public_key, first_used_at) values (p_key, p_public_key, p_sealed_at) on conflict (id) do nothing;
  insert into seals.block (chain, number, first, last, count, root, previous, sealed_at, key, salt_hash, hash, signature, salt, members, leaves, tags)
  values (p_chain, p_number, p_first, p_last, p_count, p_root, p_previous, p_sealed_at, p_key, p_salt_hash, p_hash, p_signature, p_salt,
          p_members, p_leaves, p_tags);
end $function$
;
CREATE OR REPLACE FUNCTION seals.audit_entries(p_after bigint, p_upto bigint, p_most integer)
 RETURNS TABLE(number bigint, id uuid, at bigint, actor text, actor_id uuid, action text, subject text, reason text, detail text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.number, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.actor_id, e.action, e.subject, e.reason, e.detail::text
    from audit.entry e
   where e.number > p_after and e.number <= p_upto
     and e.number < coalesce((select min(o.number) from audit.entry o where o.number > p_after
                                and (o.via is not null or o.origin is not null or o.personal is not null)), p_upto + 1)
   order by e.number limit p_most
$function$
;
CREATE OR REPLACE FUNCTION seals.audit_rows(p_after bigint, p_upto bigint, p_most integer)
 RETURNS TABLE(number bigint, id uuid, at bigint, actor text, actor_id uuid, action text, subject text, reason text, detail text, via text, origin text, personal text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.number, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.actor_id, e.action, e.subject, e.reason, e.detail::text,
         e.via, e.origin, e.personal
    from audit.entry e where e.number > p_after and e.number <= p_upto order by e.number limit p_most
$function$
;
CREATE OR REPLACE FUNCTION seals.drawn(OUT ledger bigint, OUT deals bigint, OUT audit bigint)
 RETURNS record
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (select case when is_called then last_value else 0 end from ledger.posting_number_seq),
         (select case when is_called then last_value else 0 end from escrow.event_number_seq),
         (select case when is_called then last_value else 0 end from audit.entry_number_seq)
$function$
;
CREATE OR REPLACE FUNCTION seals.events(p_after bigint, p_upto bigint, p_most integer)
 RETURNS TABLE(number bigint, shard smallint, deal uuid, seq integer, command text, command_key text, actor text, actor_id uuid, from_state text, to_state text, reason text, note text, happened_at bigint, recorded_at bigint)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.number, e.shard, e.deal, e.seq, e.command, e.command_key, e.actor, e.actor_id, e.from_state, e.to_state, e.reason, e.note,
         (extract(epoch from e.happened_at) * 1000000)::bigint, (extract(epoch from e.recorded_at) * 1000000)::bigint
    from escrow.event e where e.number > p_after and e.number <= p_upto order by e.number limit p_most
$function$
;
CREATE OR REPLACE FUNCTION seals.postings(p_after bigint, p_upto bigint, p_most integer)
 RETURNS TABLE(number bigint, shard smallint, id uuid, key text, fingerprint text, kind text, deal uuid, at bigint, account uuid, code text, currency text, amount bigint, seq bigint, balance_after bigint)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.number, p.shard, p.id, p.key, p.fingerprint, p.kind, p.deal, (extract(epoch from p.posted_at) * 1000000)::bigint,
         e.account, a.code, a.currency, e.amount, e.seq, e.balance_after
    from (select * from ledger.posting x where x.number > p_after and x.number <= p_upto order by x.number limit p_most) p
    left join ledger.entry e on e.shard = p.shard and e.posting = p.id
    left join ledger.account a on a.shard = e.shard and a.id = e.account
   order by p.number
$function$
;
CREATE OR REPLACE FUNCTION seals.postings_of_deal(p_shard smallint, p_deal uuid)
 RETURNS TABLE(number bigint, shard smallint, id uuid, key text, fingerprint text, kind text, deal uuid, at bigint, account uuid, code text, currency text, amount bigint, seq bigint, balance_after bigint)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.number, p.shard, p.id, p.key, p.fingerprint, p.kind, p.deal, (extract(epoch from p.posted_at) * 1000000)::bigint,
         e.account, a.code, a.currency, e.amount, e.seq, e.balance_after
    from ledger.posting p
    left join ledger.entry e on e.shard = p.shard and e.posting = p.id
    left join ledger.account a on a.shard = e.shard and a.id = e.account
   where p.shard = p_shard and p.deal = p_deal order by p.number
$function$
;
CREATE OR REPLACE FUNCTION seals.writers()
 RETURNS TABLE(chain text, writer text)
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct case l.relation when 'ledger.posting'::regclass then 'ledger' when 'escrow.event'::regclass then 'deals' else 'audit' end,
         l.virtualtransaction
    from pg_locks l
   where l.locktype = 'relation' and l.database = (select oid from pg_database where datname = current_database())
     and l.relation in ('ledger.posting'::regclass, 'escrow.event'::regclass, 'audit.entry'::regclass)
     and l.granted and l.mode in ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
$function$
;
CREATE OR REPLACE FUNCTION search.price_class(price bigint)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ('-1'::integer - (floor((ln(((GREATEST(price, (0)::bigint))::double precision + (1)::double precision)) * (4)::double precision)))::integer)
;
CREATE OR REPLACE FUNCTION search.week(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (floor((EXTRACT(epoch FROM (at AT TIME ZONE 'UTC'::text)) / (604800)::numeric)))::integer
;

-- Triggers

CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON agreements.version FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON approvals.version FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR TRUNCATE ON audit.kept FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON commission.rule_set FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR TRUNCATE ON disputes.decision FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON documents.document FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON escrow.event FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER balance_of_last_entry AFTER UPDATE ON ledger.account REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_drift();
CREATE TRIGGER begins_empty BEFORE INSERT ON ledger.account FOR EACH ROW WHEN (((new.balance <> 0) OR (new.last_seq <> 0))) EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER named_once BEFORE UPDATE OF shard, id, code, currency, guarded ON ledger.account FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON ledger.account FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER posting_sums_to_zero AFTER INSERT ON ledger.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_unbalanced();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.entry FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE ON ledger.posting FOR EACH ROW EXECUTE FUNCTION ledger.refuse_removal_of_posted();
CREATE TRIGGER written_once BEFORE UPDATE OR TRUNCATE ON ledger.posting FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON library.download FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON seals.block FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();
CREATE TRIGGER written_once BEFORE DELETE OR UPDATE OR TRUNCATE ON seals.key FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();

-- What each role may do (owners may do everything)

grant execute on function audit.forget(uuid) to amana_app;
grant execute on function escrow.apply(smallint[],uuid[],integer[],text[],text[],text[],jsonb[],bigint[],integer[],text[],timestamp with time zone[],timestamp with time zone[],text[],text[],text[],uuid[],text[],text[],text[],timestamp with time zone[],timestamp with time zone[],uuid[],jsonb[],integer[],smallint[],uuid[],text[],text[],text[],uuid[],timestamp with time zone[],smallint[],uuid[],text[],text[],boolean[],integer[],integer[],bigint[]) to amana_app;
grant execute on function escrow.ask(smallint[],uuid[],uuid[],jsonb[],timestamp with time zone,timestamp with time zone) to amana_app;
grant execute on function ledger.post(smallint[],uuid[],text[],text[],text[],uuid[],timestamp with time zone[],smallint[],uuid[],text[],text[],boolean[],integer[],integer[],bigint[],boolean[]) to amana_app;
grant execute on function seals.append(text,bigint,bigint,bigint,integer,bytea,bytea,timestamp with time zone,text,bytea,bytea,bytea,bytea,bytea,bytea,bytea,bytea) to amana_app;
grant execute on function seals.drawn() to amana_app;
grant execute on function search.price_class(bigint) to amana_app;
grant execute on function search.week(timestamp with time zone) to amana_app;
grant usage on schema agreements to amana_app;
grant usage on schema approvals to amana_app;
grant usage on schema audit to amana_app;
grant usage on schema carts to amana_app;
grant usage on schema catalog to amana_app;
grant usage on schema commission to amana_app;
grant usage on schema disputes to amana_app;
grant usage on schema documents to amana_app;
grant usage on schema escrow to amana_app;
grant usage on schema files to amana_app;
grant usage on schema http to amana_app;
grant usage on schema identity to amana_app;
grant usage on schema ledger to amana_app;
grant usage on schema library to amana_app;
grant usage on schema messaging to amana_app;
grant usage on schema negotiations to amana_app;
grant usage on schema notifications to amana_app;
grant usage on schema orders to amana_app;
grant usage on schema organizations to amana_app;
grant usage on schema payments to amana_app;
grant usage on schema payouts to amana_app;
grant usage on schema projects to amana_app;
grant usage on schema reconciliation to amana_app;
grant usage on schema runtime to amana_app;
grant usage on schema sandbox to amana_app;
grant usage on schema seals to amana_app;
grant usage on schema search to amana_app;
grant usage on schema shipping to amana_app;
grant usage on schema webhooks to amana_app;
grant usage on sequence orders.order_number to amana_app;
grant insert, select, update on table agreements.agreement to amana_app;
grant insert, select, update on table agreements.amendment to amana_app;
grant insert, select on table agreements.signature to amana_app;
grant update on table agreements.signature column agent to amana_app;
grant update on table agreements.signature column network to amana_app;
grant insert, select on table agreements.version to amana_app;
grant insert, select, update on table approvals.proposal to amana_app;
grant insert, select on table approvals.version to amana_app;
grant select on table audit.entry to amana_app;
grant insert on table audit.entry column action to amana_app;
grant insert on table audit.entry column actor to amana_app;
grant insert on table audit.entry column actor_id to amana_app;
grant insert on table audit.entry column at to amana_app;
grant insert on table audit.entry column detail to amana_app;
grant insert on table audit.entry column id to amana_app;
grant insert on table audit.entry column origin to amana_app;
grant insert on table audit.entry column personal to amana_app;
grant insert on table audit.entry column reason to amana_app;
grant insert on table audit.entry column subject to amana_app;
grant insert on table audit.entry column via to amana_app;
grant insert, select on table audit.kept to amana_app;
grant delete, insert, select, update on table carts.bought to amana_app;
grant delete, insert, select, update on table carts.line to amana_app;
grant delete, insert, select, update on table carts.purchase to amana_app;
grant delete, insert, select, update on table catalog.listing to amana_app;
grant delete, insert, select, update on table catalog.reservation to amana_app;
grant delete, insert, select, update on table catalog.revision to amana_app;
grant delete, insert, select, update on table catalog.stock_change to amana_app;
grant delete, insert, select, update on table catalog.variant to amana_app;
grant insert, select on table commission.rule_set to amana_app;
grant delete, insert, select, update on table commission.seller_level to amana_app;
grant insert, select on table disputes.decision to amana_app;
grant insert, select on table disputes.dispute to amana_app;
grant update on table disputes.dispute column appealed_at to amana_app;
grant update on table disputes.dispute column appealed_by to amana_app;
grant update on table disputes.dispute column arbiter_id to amana_app;
grant update on table disputes.dispute column closed_at to amana_app;
grant update on table disputes.dispute column closed_by to amana_app;
grant update on table disputes.dispute column taken_at to amana_app;
grant insert, select on table disputes.evidence to amana_app;
grant update on table disputes.evidence column origin to amana_app;
grant update on table disputes.evidence column text to amana_app;
grant insert, select on table disputes.evidence_file to amana_app;
grant insert, select on table disputes.note to amana_app;
grant insert, select on table documents.document to amana_app;
grant insert, select, update on table documents.series to amana_app;
grant insert, select on table escrow.consent to amana_app;
grant update on table escrow.consent column answered_at to amana_app;
grant update on table escrow.consent column state to amana_app;
grant insert, select on table escrow.deal to amana_app;
grant update on table escrow.deal column deadline_asks to amana_app;
grant update on table escrow.deal column deadline_wake_at to amana_app;
grant select on table escrow.event to amana_app;
grant insert on table escrow.event column actor to amana_app;
grant insert on table escrow.event column actor_id to amana_app;
grant insert on table escrow.event column command to amana_app;
grant insert on table escrow.event column command_key to amana_app;
grant insert on table escrow.event column deal to amana_app;
grant insert on table escrow.event column from_state to amana_app;
grant insert on table escrow.event column happened_at to amana_app;
grant insert on table escrow.event column note to amana_app;
grant insert on table escrow.event column reason to amana_app;
grant insert on table escrow.event column recorded_at to amana_app;
grant insert on table escrow.event column seq to amana_app;
grant insert on table escrow.event column shard to amana_app;
grant insert on table escrow.event column to_state to amana_app;
grant delete, insert, select, update on table files.file to amana_app;
grant delete, insert, select, update on table http.idempotency to amana_app;
grant delete, insert, select, update on table http.rate_limit to amana_app;
grant delete, insert, select, update on table identity."user" to amana_app;
grant delete, insert, select, update on table identity.api_key to amana_app;
grant delete, insert, select, update on table identity.known_network to amana_app;
grant delete, insert, select, update on table identity.link to amana_app;
grant delete, insert, select, update on table identity.oauth_client to amana_app;
grant delete, insert, select, update on table identity.oauth_grant to amana_app;
grant delete, insert, select, update on table identity.oauth_token to amana_app;
grant delete, insert, select, update on table identity.oidc_link to amana_app;
grant delete, insert, select, update on table identity.password to amana_app;
grant delete, insert, select, update on table identity.recovery_code to amana_app;
grant delete, insert, select, update on table identity.registration to amana_app;
grant delete, insert, select, update on table identity.session to amana_app;
grant delete, insert, select, update on table identity.step_up to amana_app;
grant delete, insert, select, update on table identity.totp to amana_app;
grant delete, insert, select, update on table identity.totp_enrolment to amana_app;
grant select on table ledger.account to amana_app;
grant select on table ledger.entry to amana_app;
grant select on table ledger.posting to amana_app;
grant insert, select on table library.download to amana_app;
grant insert, select, update on table library.entitlement to amana_app;
grant insert, select, update on table library.file to amana_app;
grant delete, insert, select, update on table messaging.attachment to amana_app;
grant delete, insert, select, update on table messaging.conversation to amana_app;
grant delete, insert, select, update on table messaging.message to amana_app;
grant delete, insert, select, update on table messaging.participant to amana_app;
grant insert, select, update on table negotiations.negotiation to amana_app;
grant insert, select, update on table negotiations.offer to amana_app;
grant delete, insert, select, update on table notifications.muted to amana_app;
grant delete, insert, select, update on table notifications.notification to amana_app;
grant delete, insert, select, update on table notifications.push_subscription to amana_app;
grant delete, insert, select, update on table orders."order" to amana_app;
grant insert, select on table orders.agreed to amana_app;
grant insert, select, update on table orders.delivery to amana_app;
grant insert, select on table orders.delivery_file to amana_app;
grant delete, insert, select, update on table orders.item to amana_app;
grant insert, select on table orders.movement to amana_app;
grant delete, insert, select, update on table orders.request to amana_app;
grant insert, select, update on table orders.requirements to amana_app;
grant delete, insert, select, update on table orders.search to amana_app;
grant delete, insert, select, update on table organizations.invitation to amana_app;
grant delete, insert, select, update on table organizations.member to amana_app;
grant delete, insert, select, update on table organizations.organization to amana_app;
grant delete, insert, select, update on table payments.call to amana_app;
grant delete, insert, select, update on table payments.capture to amana_app;
grant delete, insert, select, update on table payments.chargeback to amana_app;
grant delete, insert, select, update on table payments.part to amana_app;
grant delete, insert, select, update on table payments.payment to amana_app;
grant delete, insert, select, update on table payments.refund to amana_app;
grant delete, insert, select, update on table payments.webhook to amana_app;
grant delete, insert, select, update on table payouts.bank_account to amana_app;
grant delete, insert, select, update on table payouts.payee to amana_app;
grant delete, insert, select, update on table payouts.payout to amana_app;
grant delete, insert, select, update on table payouts.release to amana_app;
grant delete, insert, select, update on table payouts.webhook to amana_app;
grant delete, insert, select, update on table payouts.write_off to amana_app;
grant insert, select, update on table projects.contract to amana_app;
grant insert, select, update on table projects.milestone to amana_app;
grant insert, select, update on table projects.project to amana_app;
grant insert, select, update on table projects.proposal to amana_app;
grant insert, select, update on table reconciliation.difference to amana_app;
grant insert, select, update on table reconciliation.line to amana_app;
grant insert, select, update on table reconciliation.run to amana_app;
grant delete, insert, select, update on table reconciliation.stake to amana_app;
grant delete, insert, select, update on table runtime.job to amana_app;
grant delete, insert, select, update on table runtime.outbox to amana_app;
grant delete, insert, select, update on table sandbox.clock to amana_app;
grant select on table seals.block to amana_app;
grant select on table seals.key to amana_app;
grant delete, insert, select, update on table search.document to amana_app;
grant delete, insert, select, update on table search.title to amana_app;
grant delete, insert, select, update on table search.word to amana_app;
grant delete, insert, select, update on table shipping.quote to amana_app;
grant delete, insert, select, update on table shipping.rate_cache to amana_app;
grant delete, insert, select, update on table shipping.scan to amana_app;
grant delete, insert, select, update on table shipping.shipment to amana_app;
grant delete, insert, select, update on table shipping.webhook to amana_app;
grant delete, insert, select, update on table webhooks.attempt to amana_app;
grant delete, insert, select, update on table webhooks.delivery to amana_app;
grant delete, insert, select, update on table webhooks.endpoint to amana_app;
grant delete, insert, select, update on table webhooks.event to amana_app;
grant delete, insert, select, update on table webhooks.secret to amana_app;
grant execute on function ledger.refuse_drift() to public;
grant execute on function ledger.refuse_removal_of_posted() to public;
grant execute on function ledger.refuse_unbalanced() to public;
grant execute on function runtime.refuse_change() to public;
grant execute on function seals.audit_entries(bigint,bigint,integer) to public;
grant execute on function seals.audit_rows(bigint,bigint,integer) to public;
grant execute on function seals.events(bigint,bigint,integer) to public;
grant execute on function seals.postings(bigint,bigint,integer) to public;
grant execute on function seals.postings_of_deal(smallint,uuid) to public;
grant execute on function seals.writers() to public;
grant execute on function search.price_class(bigint) to public;
grant execute on function search.week(timestamp with time zone) to public;
grant usage on schema public to public;
