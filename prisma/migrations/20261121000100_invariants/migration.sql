-- What must hold whoever writes: closed lists of words, lengths, order of dates, append-only records, complete entries.

alter table campaign
  add constraint campaign_dates check ((closes_at is null or closes_at > opens_at) and (results_at is null or closes_at is null or results_at > closes_at)),
  add constraint campaign_pool check (pool_units >= 0),
  add constraint campaign_region check (default_region in ('open', 'story-only', 'closed')),
  add constraint campaign_hashtag check (hashtag ~ '^#[A-Za-z0-9_]+$');
alter table region_policy
  add constraint region_policy_mode check (mode in ('open', 'story-only', 'closed')),
  add constraint region_policy_country check (country ~ '^[A-Z]{2}$');
alter table rules_version
  add constraint rules_version_number check (number >= 1),
  add constraint rules_version_hash check (hash ~ '^[0-9a-f]{64}$');

alter table story
  add constraint story_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint story_week check (week between 1 and 520),
  add constraint story_kind check (kind in ('storyteller', 'illustrative')),
  add constraint story_age check (storyteller_age is null or (kind = 'storyteller' and storyteller_age between 18 and 120)),
  add constraint story_theme check (theme in ('learning', 'family', 'challenge', 'opportunity', 'community', 'other'));
alter table story_file
  add constraint story_file_role check (role in ('film', 'poster')),
  add constraint story_file_shape check (shape in ('wide', 'portrait')),
  add constraint story_file_path check (path ~ '^/[A-Za-z0-9/_.-]+$' and path !~ '\.\.');
alter table story_track
  add constraint story_track_kind check (kind in ('captions', 'chapters', 'descriptions')),
  add constraint story_track_body check (body like 'WEBVTT%');

alter table draft
  add constraint draft_token check (token_hash ~ '^[0-9a-f]{64}$'),
  add constraint draft_answers check (jsonb_typeof(answers) = 'object'),
  add constraint draft_dates check (expires_at > created_at);
alter table submission
  add constraint submission_reference check (reference ~ '^HB-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$'),
  add constraint submission_status check (status in
    ('submitted', 'needs_info', 'eligible', 'ineligible', 'selected', 'reserve', 'not_selected', 'withdrawn', 'disqualified', 'erased')),
  add constraint submission_country check (country ~ '^[A-Z]{2}$'),
  add constraint submission_story check (status = 'erased' or char_length(story) >= 1),
  add constraint submission_lengths check (char_length(story) <= 40000 and char_length(post_text) <= 40000 and char_length(display_name) <= 600
    and char_length(email) <= 254 and char_length(phrase) <= 400),
  add constraint submission_email check (status = 'erased' or position('@' in email) > 1);
alter table survey_answers
  add constraint survey_answers_eligible check (adult and not affiliated),
  add constraint survey_answers_region check (region in ('open', 'story-only')),
  add constraint survey_answers_user check (binance_user in ('yes', 'no', 'private')),
  add constraint survey_answers_themes check (cardinality(themes) <= 2 and themes <@ array['learning', 'family', 'challenge', 'opportunity', 'community', 'other']),
  add constraint survey_answers_tools check (tools <@ array['academy', 'payments', 'saving', 'work', 'charity', 'other', 'private']),
  add constraint survey_answers_others check (others_shown in ('no', 'adults-agreed', 'adults-not-asked', 'child'));
alter table consent_event
  add constraint consent_event_purpose check (purpose in ('rules', 'reading', 'film', 'show-post', 'publish-name', 'news')),
  add constraint consent_event_answer check (answer in ('yes', 'no') or (answer = 'ask' and purpose = 'film')),
  add constraint consent_event_hash check (text_hash ~ '^[0-9a-f]{64}$'),
  add constraint consent_event_rules check ((purpose = 'rules') = (rules_version is not null));
alter table entry_key add constraint entry_key_hash check (key_hash ~ '^[0-9a-f]{64}$');
alter table screening
  add constraint screening_outcome check (outcome in ('eligible', 'ineligible', 'question')),
  add constraint screening_rule check ((outcome = 'ineligible') = (rule is not null));
alter table question
  add constraint question_deadline check (deadline_at > asked_at),
  add constraint question_answer check ((answer is null) = (answered_at is null));
create unique index question_open on question (submission_id) where answered_at is null;

alter table staff_user
  add constraint staff_user_role check (role in ('reviewer', 'editor', 'admin')),
  add constraint staff_user_email check (email ~ '^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$' and email = lower(email));
alter table staff_session add constraint staff_session_dates check (expires_at > created_at and expires_at <= created_at + interval '8 hours');

alter table audit_event
  add constraint audit_event_actor check (actor_kind in ('storyteller', 'staff', 'system') and (actor_kind <> 'staff' or actor_id is not null)),
  add constraint audit_event_action check (action ~ '^[a-z-]+\.[a-z-]+$');
alter table mail
  add constraint mail_state check (state in ('queued', 'sent', 'failed')),
  add constraint mail_sent check ((state = 'sent') = (sent_at is not null)),
  add constraint mail_header check (subject !~ '[\r\n]' and recipient !~ '[\r\n,]');

-- Records that are added to and never changed.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_event_append_only before update or delete or truncate on audit_event for each statement execute function refuse_change();
create trigger consent_event_no_update before update on consent_event for each statement execute function refuse_change();
create trigger status_change_no_update before update on status_change for each statement execute function refuse_change();

-- No half of an entry can exist: checked when the transaction that wrote it commits.
create function require_whole_submission() returns trigger language plpgsql as $$
begin
  if not exists (select from survey_answers where submission_id = new.id) then
    raise exception 'submission % has no survey answers', new.reference using errcode = 'integrity_constraint_violation';
  end if;
  if (select count(distinct purpose) from consent_event where submission_id = new.id and (purpose = 'film' or (purpose in ('rules', 'reading') and answer = 'yes'))) < 3 then
    raise exception 'submission % lacks a consent', new.reference using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select from audit_event where subject_kind = 'submission' and subject_id = new.id::text and action = 'submission.received') then
    raise exception 'submission % has no audit row', new.reference using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select from mail where submission_id = new.id and kind = 'receipt') then
    raise exception 'submission % has no receipt mail', new.reference using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select from entry_key where submission_id = new.id) then
    raise exception 'submission % has no entry link', new.reference using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger submission_whole after insert on submission deferrable initially deferred
  for each row execute function require_whole_submission();

-- One permit for `k`, at most `lim` in a sliding window of `secs` seconds (two fixed windows, weighted).
create function take_permit(k text, lim int, secs int) returns table (allowed boolean, retry_after int) language sql as $$
  with t as (select extract(epoch from clock_timestamp()) as s),
  w as (select floor(s / secs)::bigint as slot, (s - floor(s / secs) * secs) / secs as part from t),
  hit as (
    insert into rate_limit as r (key, slot, hits) select k, slot, 1 from w
    on conflict (key, slot) do update set hits = r.hits + 1 returning hits)
  select hit.hits + coalesce((select p.hits from rate_limit p, w where p.key = k and p.slot = w.slot - 1), 0) * (1 - w.part) <= lim,
    greatest(1, ceil(secs * (1 - w.part)))::int
  from hit, w
$$;
