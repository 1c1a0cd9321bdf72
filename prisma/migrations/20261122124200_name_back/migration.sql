-- Whether a film, or the story it became, can show the name of its storyteller: it stands in what is seen or said, or nobody can tell.
create function film_may_show_name(entry uuid) returns boolean language sql stable as $$
  select exists (
    select from film f
    join submission s on s.id = f.submission_id
    cross join lateral (select lower(to_jsonb(s.display_name)::text) as quoted) typed
    cross join lateral (select substring(typed.quoted from 2 for length(typed.quoted) - 2) as name) known
    where f.submission_id = entry and not s.anonymous and known.name <> '' and (
      f.outside is not null
      or exists (select from film_revision r
        where r.film_id = f.id and r.number = f.head and position(known.name in lower(replace(r.script::text, '*', ''))) > 0)
      or exists (select from story_revision r
        where r.story_id = f.story_id and position(known.name in lower(replace(r.content::text, '*', ''))) > 0)))
$$;

-- The permission for the name taken back stops the film that shows it, as the permission for the film does.
create function halt_film_by_name() returns trigger language plpgsql as $$
begin
  if film_may_show_name(new.submission_id) then
    perform halt_film(new.submission_id, new.at);
  end if;
  return null;
end $$;
create trigger consent_event_halts_named_film after insert on consent_event for each row
  when (new.purpose = 'publish-name' and new.answer = 'no') execute function halt_film_by_name();

-- As before, but the story is locked before its desk, in the order the desk of stories has: neither waits for the other in vain.
create or replace function halt_film(entry uuid, at timestamptz) returns void language plpgsql as $$
declare
  stopping film%rowtype;
begin
  select * into stopping from film where submission_id = entry for update;
  if not found then
    return;
  end if;
  update render set state = 'cancelled', cancel_requested_at = at, finished_at = at where film_key = stopping.id::text and state = 'queued';
  update render set cancel_requested_at = at where film_key = stopping.id::text and state = 'running' and cancel_requested_at is null;
  if stopping.story_id is null then
    return;
  end if;
  perform from story where id = stopping.story_id for update;
  update story_desk d set version = d.version + 1, public_number = case when s.release_at > at then null else d.public_number end
    from story s where s.id = d.story_id and s.id = stopping.story_id;
  update media_file set public_from = null
    where '/media/' || path in (select f.path from story_file f where f.story_id = stopping.story_id);
  update story set teller_released_at = null, updated_at = at,
      unpublished_at = case when release_at <= at then coalesce(unpublished_at, at) else unpublished_at end,
      release_at = case when release_at > at then null else release_at end
    where id = stopping.story_id;
end $$;
