-- A letter that must not be written twice has a name: the second one under it is not written.
alter table mail add column once text;
create unique index mail_once on mail (once) where (once is not null);
