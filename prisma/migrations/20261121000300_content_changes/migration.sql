-- Whoever changes published content, every instance hears of it when the change commits, and forgets the pages it keeps.

create function announce_content_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('content_changed', tg_table_name);
  return null;
end $$;

do $$
declare
  content text;
begin
  foreach content in array array['campaign', 'region_policy', 'rules_version', 'rules_text', 'story', 'story_file', 'story_text', 'story_track',
    'history_era', 'history_era_text', 'history_claim', 'history_text', 'history_date', 'history_figure', 'history_citation', 'history_claim_citation']
  loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function announce_content_change()',
      content || '_announces', content);
  end loop;
end $$;
