-- What the history may say, and how: closed lists of words, and the two rules that keep an unchecked claim off the timeline.

alter table history_claim
  add constraint history_claim_origin check (origin in ('post', 'context')),
  add constraint history_claim_kind check (kind in ('award', 'biography', 'characterisation', 'event', 'figure', 'framing', 'quote')),
  add constraint history_claim_verdict check (verdict in ('corroborated', 'contradicted', 'unverified', 'opinion')),
  add constraint history_claim_confidence check (confidence in ('high', 'medium', 'low')),
  add constraint history_claim_sensitivity check (sensitivity in ('none', 'low', 'medium', 'high')),
  add constraint history_claim_publish check (publish in ('yes', 'with_note', 'hold', 'no')),
  add constraint history_claim_placement check (placement in
    ('timeline', 'timeline_copy', 'fact_table', 'profile_cz', 'profile_he_yi', 'principles', 'sources_note', 'hold', 'omit')),
  add constraint history_claim_checked check (not (placement in ('timeline', 'timeline_copy') and verdict = 'unverified')),
  add constraint history_claim_taken_down check ((taken_down_at is null) = (taken_down_why is null)),
  add constraint history_claim_reviewer check (btrim(reviewed_by) <> '');
alter table history_era_text add constraint history_era_text_locale check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$');
alter table history_text add constraint history_text_locale check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$');
alter table history_date
  add constraint history_date_role check (role in ('claimed', 'corrected')),
  add constraint history_date_precision check (precision in ('day', 'month', 'quarter', 'year', 'range')),
  add constraint history_date_order check (end_on >= start_on);
alter table history_citation
  add constraint history_citation_tier check (tier in ('primary', 'major-press', 'trade-press', 'reference', 'secondary', 'community')),
  add constraint history_citation_url check (url ~ '^https?://');
create trigger history_claim_revision_append_only before update or delete on history_claim_revision for each statement execute function refuse_change();
