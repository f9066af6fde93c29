-- What narrows a search for words, in one index with the words, so that only what fits all of it is read from the table:
-- the week of the listing, from 0 up, and the class of its price, from -1 down.
create function search.week(at timestamptz) returns int
  language sql immutable parallel safe strict
  return floor(extract(epoch from at at time zone 'UTC') / 604800)::int;

-- Four classes for each power of e.
create function search.price_class(price bigint) returns int
  language sql immutable parallel safe strict
  return -1 - floor(ln(greatest(price, 0)::double precision + 1) * 4)::int;

alter table search.document
  add column marks int[] not null generated always as (array[search.week(listed_at), search.price_class(price)]) stored;

drop index search.document_words;
create index document_words on search.document using gin (words, marks);

grant execute on function search.week(timestamptz), search.price_class(bigint) to amana_app;
