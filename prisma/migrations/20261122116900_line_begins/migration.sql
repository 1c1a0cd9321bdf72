-- A new entry has no check, flag, mark or reader yet: its line is written in one statement. Where one of those came first, the line is there.
create function entry_line_begins() returns trigger language plpgsql as $$
begin
  insert into entry_line (submission_id, submitted_at, tags)
  select s.id, s.submitted_at, array['s:' || s.status, 'l:' || s.story_language, 'p:' || s.platform, 'c:' || s.country, 'r:' || new.region,
      'o:' || case when s.status in ('submitted', 'needs_info') then 'open' else 'shut' end, 'm:main', 'k:none']
    || array(select 't:' || theme from unnest(new.themes) theme)
  from submission s where s.id = new.submission_id
  on conflict (submission_id) do nothing;
  if not found then perform refresh_entry_line(new.submission_id); end if;
  return null;
end $$;
drop trigger survey_answers_line on survey_answers;
create trigger survey_answers_line after delete or update of themes, region on survey_answers
  for each row execute function entry_line_follows();
create trigger survey_answers_line_begins after insert on survey_answers for each row execute function entry_line_begins();
