-- Files that were handed over with a delivery of work.
create table orders.delivery_file (
  shard smallint not null,
  order_id uuid not null,
  number int not null,
  position int not null,
  file_id uuid not null,
  primary key (shard, order_id, number, position),
  foreign key (shard, order_id, number) references orders.delivery (shard, order_id, number)
);
create index delivery_file_by_file on orders.delivery_file (file_id);
grant select, insert on orders.delivery_file to amana_app;
