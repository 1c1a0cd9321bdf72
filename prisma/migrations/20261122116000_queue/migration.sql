create extension if not exists pg_trgm;

-- CreateTable
CREATE TABLE "entry_line" (
    "submission_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "tags" TEXT[],
    "sealed_tags" TEXT[],
    "chunk" INTEGER,
    "place" INTEGER,
    "dirty" BOOLEAN NOT NULL DEFAULT true,
    "worded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "entry_line_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "entry_chunk" (
    "chunk" INTEGER NOT NULL,
    "oldest_at" TIMESTAMPTZ(3) NOT NULL,
    "oldest_id" UUID NOT NULL,
    "newest_at" TIMESTAMPTZ(3) NOT NULL,
    "newest_id" UUID NOT NULL,

    CONSTRAINT "entry_chunk_pkey" PRIMARY KEY ("chunk")
);

-- CreateTable
CREATE TABLE "entry_bits" (
    "tag" TEXT NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bits" BIT(2048) NOT NULL,

    CONSTRAINT "entry_bits_pkey" PRIMARY KEY ("tag","chunk")
);

-- CreateTable
CREATE TABLE "entry_words" (
    "submission_id" UUID NOT NULL,
    "words" tsvector NOT NULL,
    "mail" TEXT NOT NULL,

    CONSTRAINT "entry_words_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "entry_line_place" ON "entry_line"("chunk", "place") WHERE (chunk IS NOT NULL);

-- CreateIndex
CREATE INDEX "entry_line_dirty" ON "entry_line"("submitted_at", "submission_id") WHERE dirty;

-- CreateIndex
CREATE INDEX "entry_line_unworded" ON "entry_line"("submission_id") WHERE (NOT worded);

-- CreateIndex
CREATE INDEX "entry_chunk_oldest_at_oldest_id_idx" ON "entry_chunk"("oldest_at", "oldest_id");

-- CreateIndex
CREATE INDEX "entry_words_words_idx" ON "entry_words" USING GIN ("words");

-- CreateIndex
CREATE INDEX "entry_words_mail_idx" ON "entry_words" USING GIN ("mail" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_staff_id_name_key" ON "saved_view"("staff_id", "name");

-- AddForeignKey
ALTER TABLE "entry_line" ADD CONSTRAINT "entry_line_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_words" ADD CONSTRAINT "entry_words_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table entry_line
  add constraint entry_line_tags check (tags is not null),
  add constraint entry_line_sealed check ((chunk is null) = (place is null) and (chunk is not null or dirty) and place between 0 and 2047);
alter table saved_view add constraint saved_view_lengths check (char_length(name) between 1 and 60 and char_length(query) <= 2000);

-- All that an entry can be filtered by.
create function entry_tags(entry uuid) returns text[] language plpgsql stable as $$
begin
  return (
    select array['s:' || s.status, 'l:' || s.story_language, 'p:' || s.platform, 'c:' || s.country, 'r:' || coalesce(a.region, 'none'),
        'o:' || case when s.status in ('submitted', 'needs_info') then 'open' else 'shut' end,
        'm:' || case when exists (select from spam_mark m where m.submission_id = s.id and m.undone_at is null) then 'spam' else 'main' end,
        'k:' || coalesce((select p.outcome from post_check p where p.submission_id = s.id order by p.at desc, p.id desc limit 1), 'none')]
      || array(select 't:' || theme from unnest(a.themes) theme)
      || array(select distinct 'f:' || flag from review r, unnest(r.flags) flag where r.submission_id = s.id and r.completed_at is not null)
      || array(select 'f:open' where exists (select from safety_flag f where f.submission_id = s.id and f.resolved_at is null))
      || array(select 'a:' || g.reviewer_id from assignment g where g.submission_id = s.id and g.ended_at is null)
    from submission s left join survey_answers a on a.submission_id = s.id where s.id = entry);
end $$;

-- Brings one line up to date, in the transaction that changed what it tells. It is found through `dirty` until the clock seals it again.
create function refresh_entry_line(entry uuid) returns void language plpgsql as $$
declare
  came timestamptz;
  now_tags text[];
begin
  -- First the lock, then a look at what holds: two who change different things about one entry both stand in its tags.
  perform from entry_line where submission_id = entry for update;
  came := (select submitted_at from submission where id = entry);
  if came is null then return; end if;
  now_tags := entry_tags(entry);
  insert into entry_line as l (submission_id, submitted_at, tags) values (entry, came, now_tags)
  on conflict (submission_id) do update set tags = now_tags, dirty = true, submitted_at = came,
    chunk = case when l.submitted_at = came then l.chunk end, place = case when l.submitted_at = came then l.place end
  where l.tags <> now_tags or l.submitted_at <> came;
end $$;

-- An entry is written together with its survey answers, which bring its line; what changes later brings it up to date.
create function entry_line_follows() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'submission' then perform refresh_entry_line(new.id);
  elsif tg_op = 'DELETE' then perform refresh_entry_line(old.submission_id);
  else perform refresh_entry_line(new.submission_id);
  end if;
  return null;
end $$;
create trigger submission_line after update of status, story_language, platform, country, submitted_at on submission for each row
  when (old.status <> new.status or old.story_language <> new.story_language or old.platform <> new.platform or old.country <> new.country
    or old.submitted_at <> new.submitted_at) execute function entry_line_follows();
create trigger survey_answers_line after insert or delete or update of themes, region on survey_answers
  for each row execute function entry_line_follows();
create trigger post_check_line after insert or delete on post_check for each row execute function entry_line_follows();
create trigger spam_mark_line after insert or delete or update of undone_at on spam_mark for each row execute function entry_line_follows();
create trigger safety_flag_line after insert or delete or update of resolved_at on safety_flag for each row execute function entry_line_follows();
create trigger assignment_line after insert or delete or update of ended_at on assignment for each row execute function entry_line_follows();
create trigger review_line after delete or update of flags, completed_at on review for each row execute function entry_line_follows();

-- Other words are not found by the old ones, not even for a minute.
create function forget_entry_words() returns trigger language plpgsql as $$
begin
  delete from entry_words where submission_id = new.id;
  update entry_line set worded = false where submission_id = new.id and worded;
  return null;
end $$;
create trigger submission_words after update of story, post_text, email on submission for each row
  when (old.story is distinct from new.story or old.post_text is distinct from new.post_text or old.email is distinct from new.email)
  execute function forget_entry_words();

-- Of scripts that are written without spaces, every two letters side by side count as a word.
create function entry_pairs(words text) returns text[] language sql immutable as $$
  select coalesce(array_agg(distinct c[i] || coalesce(c[i + 1], '')), '{}')
  from regexp_matches(words, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff]+', 'g') run,
    string_to_array(run[1], null) c, generate_series(1, greatest(1, cardinality(c) - 1)) i
$$;
create function entry_lexemes(story text, post text) returns tsvector language sql immutable as $$
  select strip(to_tsvector('simple', regexp_replace(words, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff]+', ' ', 'g')))
    || array_to_tsvector(entry_pairs(words))
  from (select concat_ws(' ', story, post) as words) w
$$;
-- What somebody typed, as a search for all of its words; of a longer word the beginning is enough. Null when there is no word in it.
create function entry_query(typed text) returns tsquery language sql immutable as $$
  select string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''' || case when is_start then ':*' else '' end, ' & ')::tsquery
  from (
    select word, char_length(word) >= 4 as is_start from unnest(tsvector_to_array(ts_delete(entry_lexemes(typed, null), entry_pairs(typed)))) word
    union all select pair, char_length(pair) = 1 from unnest(entry_pairs(typed)) pair
  ) t
$$;

-- Makes the words of the next entries searchable; returns of how many.
create function word_entries(most int) returns int language plpgsql as $$
declare ids uuid[];
begin
  ids := array(select submission_id from entry_line where not worded limit most for update skip locked);
  insert into entry_words (submission_id, words, mail)
    select id, entry_lexemes(story, post_text), lower(email) from submission where id = any (ids) and status <> 'erased'
  on conflict (submission_id) do update set words = excluded.words, mail = excluded.mail;
  update entry_line set worded = true where submission_id = any (ids);
  return cardinality(ids);
end $$;

-- Writes what changed into the bits, and seals the oldest lines that are not sealed; returns how many lines it did, 0 when there is no more.
-- Only one at a time; whoever comes meanwhile has nothing to do.
create function seal_entries() returns int language plpgsql as $$
declare
  size constant int := 2048;
  spare constant int := 256;
  nothing constant bit(2048) := repeat('0', 2048)::bit(2048);
  ids uuid[];
  done int;
  last entry_chunk;
  change record;
begin
  if not pg_try_advisory_xact_lock(481516235) then return 0; end if;
  ids := array(select submission_id from entry_line where dirty and chunk is not null limit 10000 for update skip locked);
  for change in
    select tag, chunk, coalesce(bit_or(mask) filter (where added), nothing) as put, coalesce(bit_or(mask) filter (where not added), nothing) as gone
    from (
      select tag, chunk, set_bit(nothing, place, 1) as mask, true as added from entry_line, unnest(tags) tag
      where submission_id = any (ids) and tag <> all (sealed_tags)
      union all
      select tag, chunk, set_bit(nothing, place, 1), false from entry_line, unnest(sealed_tags) tag
      where submission_id = any (ids) and tag <> all (tags)) c
    group by tag, chunk
  loop
    insert into entry_bits as b values (change.tag, change.chunk, change.put)
    on conflict (tag, chunk) do update set bits = (b.bits | change.put) & ~change.gone;
  end loop;
  update entry_line set sealed_tags = tags, dirty = false where submission_id = any (ids);
  done := cardinality(ids);

  select * into last from entry_chunk order by chunk desc limit 1;
  ids := array(select submission_id from entry_line
    where dirty and chunk is null and (last.chunk is null or (submitted_at, submission_id) > (last.newest_at, last.newest_id))
    order by submitted_at, submission_id limit size + spare);
  if cardinality(ids) < size + spare then return done; end if;
  ids := ids[1:size];
  last.chunk := coalesce(last.chunk + 1, 0);
  perform from entry_line where submission_id = any (ids) for update;
  update entry_line l set chunk = last.chunk, place = size - o.number, sealed_tags = tags, dirty = false
    from unnest(ids) with ordinality o (id, number) where l.submission_id = o.id;
  insert into entry_bits (tag, chunk, bits)
    select tag, last.chunk, bit_or(set_bit(nothing, place, 1)) from entry_line, unnest(tags) tag where chunk = last.chunk group by tag;
  insert into entry_chunk select last.chunk, o.submitted_at, o.submission_id, n.submitted_at, n.submission_id
    from entry_line o, entry_line n where o.chunk = last.chunk and o.place = size - 1 and n.chunk = last.chunk and n.place = 0;
  return done + size;
end $$;

-- The places of the ones, in order. A few are looked for one by one, many by walking all places.
create function set_places(bits bit) returns int[] language plpgsql immutable as $$
declare
  places int[] := '{}';
  spot int;
begin
  if bit_count(bits) > 48 then return array(select i from generate_series(0, length(bits) - 1) i where get_bit(bits, i) = 1); end if;
  loop
    spot := position(B'1' in bits);
    exit when spot = 0;
    places := places || (spot - 1);
    bits := set_bit(bits, spot - 1, 0);
  end loop;
  return places;
end $$;

-- The next `most` entries with all these tags, and perhaps some more, before (`upwards`: after) the one with this reference; without one, the
-- newest. In no order. However many entries there are: for those sealed, the bits of each tag are laid over one another, newest chunks first.
create function entry_page(wanted text[], reference_there text, upwards boolean, most int)
returns table (submission_id uuid, submitted_at timestamptz) language plpgsql stable as $$
declare
  there entry_line;
  start int;
  first_place int := 0;
  last_place int := 2047;
  lo int;
  hi int;
  span int := 4;
  top int := (select max(chunk) from entry_chunk);
  found_now int;
  found_all int := 0;
  piece record;
  places int[];
  part int;
begin
  if reference_there is not null then
    select l.* into there from submission s join entry_line l on l.submission_id = s.id where s.reference = reference_there;
    if not found then return; end if;
  end if;
  if there.submission_id is null then
    return query select l.submission_id, l.submitted_at from entry_line l where l.dirty and l.tags @> wanted
      order by l.submitted_at desc, l.submission_id desc limit most;
  elsif upwards then
    return query select l.submission_id, l.submitted_at from entry_line l where l.dirty and l.tags @> wanted
      and (l.submitted_at, l.submission_id) > (there.submitted_at, there.submission_id) order by l.submitted_at, l.submission_id limit most;
  else
    return query select l.submission_id, l.submitted_at from entry_line l where l.dirty and l.tags @> wanted
      and (l.submitted_at, l.submission_id) < (there.submitted_at, there.submission_id) order by l.submitted_at desc, l.submission_id desc limit most;
  end if;
  if top is null then return; end if;

  if there.submission_id is null then start := top;
  elsif there.chunk is not null then
    start := there.chunk;
    if upwards then last_place := there.place - 1; else first_place := there.place + 1; end if;
  else
    start := (select c.chunk from entry_chunk c where (c.oldest_at, c.oldest_id) < (there.submitted_at, there.submission_id)
      order by c.oldest_at desc, c.oldest_id desc limit 1);
    if start is null then
      if not upwards then return; end if;
      start := 0;
    else
      part := (select min(l.place) from entry_line l where l.chunk = start
        and (l.submitted_at, l.submission_id) < (there.submitted_at, there.submission_id));
      if upwards then last_place := coalesce(part, 2048) - 1; else first_place := coalesce(part, 2048); end if;
    end if;
  end if;

  lo := start;
  hi := start;
  while found_all < most and hi >= 0 and lo <= top loop
    if upwards then hi := least(top, lo + span - 1); else lo := greatest(0, hi - span + 1); end if;
    for piece in
      select b.chunk, bit_and(b.bits) as bits from entry_bits b where b.tag = any (wanted) and b.chunk between lo and hi
      group by b.chunk having count(*) = cardinality(wanted) order by case when upwards then b.chunk else -b.chunk end
    loop
      continue when bit_count(piece.bits) = 0;
      places := set_places(piece.bits);
      if piece.chunk = start and (first_place > 0 or last_place < 2047) then
        places := array(select p from unnest(places) p where p between first_place and last_place order by p);
      end if;
      if upwards then places := array(select p from unnest(places) with ordinality u (p, n) order by n desc); end if;
      part := 1;
      while found_all < most and part <= cardinality(places) loop
        return query select l.submission_id, l.submitted_at from unnest(places[part:part + 63]) p
          join entry_line l on l.chunk = piece.chunk and l.place = p where not l.dirty;
        get diagnostics found_now = row_count;
        found_all := found_all + found_now;
        part := part + 64;
      end loop;
      exit when found_all >= most;
    end loop;
    if upwards then lo := hi + 1; else hi := lo - 1; end if;
    span := span * 8;
  end loop;
end $$;

-- How many entries carry all these tags; no further than `most`.
create function entry_count(wanted text[], most int) returns int language plpgsql stable as $$
declare
  counted bigint;
  hi int := (select max(chunk) from entry_chunk);
  span int := 4;
begin
  counted := (select count(*) from (select from entry_line where dirty and tags @> wanted limit most) l)
    - (select count(*) from (select from entry_line where dirty and chunk is not null and sealed_tags @> wanted limit most) l);
  while counted < most and hi >= 0 loop
    counted := counted + coalesce((select sum(ones) from (
      select bit_count(bit_and(bits)) as ones from entry_bits where tag = any (wanted) and chunk between hi - span + 1 and hi
      group by chunk having count(*) = cardinality(wanted)) c), 0);
    hi := hi - span;
    span := span * 8;
  end loop;
  return least(greatest(counted, 0), most);
end $$;

-- Of the entries with all these tags, the next ones that hold what was typed, in words or, with `by_mail`, somewhere in the mail address. In no
-- order. A row that is no hit says how far was looked when what was typed is common and fits few of these entries: there the search goes on.
create function entry_search(typed text, by_mail boolean, wanted text[], reference_there text, upwards boolean, most int)
returns table (submission_id uuid, submitted_at timestamptz, is_hit boolean) language plpgsql stable set enable_seqscan = off as $$
declare
  query tsquery := case when not by_mail then entry_query(typed) end;
  pattern text := '%' || replace(replace(replace(lower(typed), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  there submission;
  step int;
  walked uuid[];
  hits uuid[];
  common constant int := 20000;
begin
  if not by_mail and query is null then return; end if;
  if reference_there is not null then
    select * into there from submission s where s.reference = reference_there;
    if not found then return; end if;
  end if;
  foreach step in array array[256, 30000] loop
    walked := array(select p.submission_id from entry_page(wanted, reference_there, upwards, step) p
      order by case when upwards then p.submitted_at end, case when upwards then p.submission_id end, p.submitted_at desc, p.submission_id desc limit step);
    hits := array(select l.submission_id from unnest(walked) with ordinality u (id, n) join entry_line l on l.submission_id = u.id
      left join entry_words w on w.submission_id = u.id left join submission s on s.id = u.id and not l.worded
      where case when by_mail then coalesce(w.mail, lower(s.email)) like pattern
        else coalesce(w.words, entry_lexemes(s.story, s.post_text)) @@ query end order by u.n limit most);
    if cardinality(hits) >= most or cardinality(walked) < step or step > 256 then
      return query select l.submission_id, l.submitted_at, true from entry_line l where l.submission_id = any (hits);
      if cardinality(hits) < most and cardinality(walked) = step then
        return query select l.submission_id, l.submitted_at, false from entry_line l where l.submission_id = walked[step];
      end if;
      return;
    end if;
    -- Not among the newest: what is rare is found by its index.
    if by_mail then hits := array(select w.submission_id from entry_words w where w.mail like pattern limit common + 1);
    else hits := array(select w.submission_id from entry_words w where w.words @@ query limit common + 1);
    end if;
    if cardinality(hits) <= common then
      hits := hits || array(select l.submission_id from entry_line l join submission s on s.id = l.submission_id where not l.worded and
        case when by_mail then lower(s.email) like pattern else entry_lexemes(s.story, s.post_text) @@ query end limit common);
      return query select l.submission_id, l.submitted_at, true from entry_line l where l.submission_id = any (hits) and l.tags @> wanted
        and (there.id is null or case when upwards then (l.submitted_at, l.submission_id) > (there.submitted_at, there.id)
          else (l.submitted_at, l.submission_id) < (there.submitted_at, there.id) end)
        order by case when upwards then l.submitted_at end, case when upwards then l.submission_id end, l.submitted_at desc, l.submission_id desc limit most;
      return;
    end if;
  end loop;
end $$;

insert into entry_line (submission_id, submitted_at, tags) select id, submitted_at, entry_tags(id) from submission;
