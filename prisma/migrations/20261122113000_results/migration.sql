-- What was released stays as it was said; what the results page shows is announced when it changes.

-- A decision that was released: nothing of it changes but the note for staff, which goes when the entry is erased.
create function keep_released_decision() returns trigger language plpgsql as $$
begin
  if old.release_id is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and new.note is null
    and (new.submission_id, new.outcome, new.reserve_order, new.reasons, new.decided_by_id, new.decided_at, new.release_id)
      is not distinct from (old.submission_id, old.outcome, old.reserve_order, old.reasons, old.decided_by_id, old.decided_at, old.release_id) then
    return new;
  end if;
  raise exception 'the decision about % was released', old.submission_id using errcode = 'restrict_violation';
end $$;
create trigger decision_keeps_released before update or delete on decision for each row execute function keep_released_decision();

-- A release: proposed, then confirmed or cancelled, once. What was proposed is not exchanged, and what was released is not taken back.
create function keep_release() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.released_at is not null or old.cancelled_at is not null
    or (new.id, new.campaign_id, new.fingerprint, new.proposed_by_id, new.proposed_at)
      is distinct from (old.id, old.campaign_id, old.fingerprint, old.proposed_by_id, old.proposed_at) then
    raise exception 'release % cannot be changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger release_is_kept before update or delete on release for each row execute function keep_release();

create trigger release_announces after insert or update or delete on release for each statement execute function announce_content_change();
create trigger results_correction_announces after insert on results_correction for each statement execute function announce_content_change();

-- Names on the results page: somebody selected steps out, is disqualified or erased, a reserve moves up, a name may or may no longer be shown.
create trigger submission_announces after update of status, display_name, anonymous on submission for each row
  when (old.status = 'selected' or new.status = 'selected') execute function announce_content_change();
create function announce_name_permission() returns trigger language plpgsql as $$
begin
  if exists (select from submission where id = new.submission_id and status = 'selected') then
    perform pg_notify('content_changed', tg_table_name);
  end if;
  return null;
end $$;
create trigger consent_event_announces after insert on consent_event for each row
  when (new.purpose = 'publish-name') execute function announce_name_permission();
