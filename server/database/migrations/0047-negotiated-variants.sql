-- Which of a listing's variants is talked about, in the words of the moment at which the talk began; null where there is nothing to choose.
alter table negotiations.negotiation add column variant jsonb;
