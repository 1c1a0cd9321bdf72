-- A review may be complete when it is saved for the first time: what it warns of is found from then on.
create trigger review_line_begins after insert on review for each row
  when (new.completed_at is not null and cardinality(new.flags) > 0) execute function entry_line_follows();

do $$ begin
  perform refresh_entry_line(submission_id) from (
    select distinct submission_id from review where completed_at is not null and cardinality(flags) > 0 order by 1) warned;
end $$;
