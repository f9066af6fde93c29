-- Anybody may ask which blocks a key has signed: its first and last block of each chain are one look each.
create index block_by_key on seals.block (key, chain, number);
