-- By its name the column says what it holds, as every sealed one does.
alter table notifications.push_subscription rename column keys to keys_sealed;
