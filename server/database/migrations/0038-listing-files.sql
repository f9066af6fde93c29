-- What buyers of a digital product get; nothing is sold that has none.
alter table catalog.listing add column files jsonb not null default '[]';

-- What was offered without a file is so no more: with one its seller offers it again.
update catalog.listing set state = 'inactive' where kind = 'digital' and state = 'active';
update catalog.listing set state = 'draft' where kind = 'digital' and state = 'under_review';
