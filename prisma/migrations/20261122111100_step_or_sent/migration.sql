-- Whether a draft has been sent by this very moment. In plpgsql, and volatile: its look is newer than that of the statement which calls it,
-- so that whoever waited for the lock of a draft sees what was done under it.
create function draft_is_sent(held uuid) returns boolean language plpgsql volatile as $$
begin
  return exists (select from submission where draft_id = held);
end $$;
