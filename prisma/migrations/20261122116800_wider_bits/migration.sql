-- Laying many short rows over one another costs more than a few wide ones: a chunk now has 8,192 places and is filled bit by bit, so that
-- few lines wait to be sealed. What was sealed before is sealed anew.
delete from entry_bits;
delete from entry_chunk;
alter table entry_line drop constraint entry_line_sealed;
update entry_line set chunk = null, place = null, dirty = true where chunk is not null;
alter table entry_line
  add constraint entry_line_sealed check ((chunk is null) = (place is null) and (chunk is not null or dirty) and place between 0 and 8191);
ALTER TABLE "entry_bits" DROP COLUMN "bits",
ADD COLUMN     "bits" BIT(8192) NOT NULL;
ALTER TABLE "entry_chunk" ADD COLUMN     "size" INTEGER NOT NULL;
alter table entry_chunk add constraint entry_chunk_size check (size between 1 and 8192);

-- Writes what changed into the bits, and seals the oldest lines that are not sealed; returns how many lines it did, 0 when there is no more.
-- Only one at a time; whoever comes meanwhile has nothing to do. The oldest line of a chunk has the last place.
create or replace function seal_entries() returns int language plpgsql as $$
declare
  nothing constant bit(8192) := repeat('0', 8192)::bit(8192);
  spare constant int := 256;
  ids uuid[];
  done int;
  room int;
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
    insert into entry_bits as b (tag, chunk, bits) values (change.tag, change.chunk, change.put)
    on conflict (tag, chunk) do update set bits = (b.bits | change.put) & ~change.gone;
  end loop;
  update entry_line set sealed_tags = tags, dirty = false where submission_id = any (ids);
  done := cardinality(ids);

  select * into last from entry_chunk order by chunk desc limit 1;
  room := 8192 - coalesce(last.size, 8192);
  if room = 0 then room := 8192; end if;
  ids := array(select submission_id from entry_line
    where dirty and chunk is null and (last.chunk is null or (submitted_at, submission_id) > (last.newest_at, last.newest_id))
    order by submitted_at, submission_id limit room + spare);
  if cardinality(ids) < least(512, room) + spare then return done; end if;
  ids := ids[1:cardinality(ids) - spare];
  if coalesce(last.size, 8192) = 8192 then
    last.chunk := coalesce(last.chunk + 1, 0);
    last.size := 0;
  end if;
  perform from entry_line where submission_id = any (ids) for update;
  update entry_line l set chunk = last.chunk, place = 8192 - last.size - o.number, sealed_tags = tags, dirty = false
    from unnest(ids) with ordinality o (id, number) where l.submission_id = o.id;
  insert into entry_bits as b (tag, chunk, bits)
    select tag, last.chunk, bit_or(set_bit(nothing, place, 1)) from entry_line, unnest(tags) tag where submission_id = any (ids) group by tag
  on conflict (tag, chunk) do update set bits = b.bits | excluded.bits;
  insert into entry_chunk as c (chunk, size, oldest_at, oldest_id, newest_at, newest_id)
    select last.chunk, last.size + cardinality(ids), o.submitted_at, o.submission_id, n.submitted_at, n.submission_id
    from entry_line o, entry_line n where o.submission_id = ids[1] and n.submission_id = ids[cardinality(ids)]
  on conflict (chunk) do update set size = excluded.size, newest_at = excluded.newest_at, newest_id = excluded.newest_id;
  return done + cardinality(ids);
end $$;

drop function set_places(bit);
-- The first `most` ones, the newest first; with `upwards` all of them, the oldest first. A few are looked for one by one, many by walking all.
create function set_places(bits bit, upwards boolean, most int) returns int[] language plpgsql immutable as $$
declare
  places int[] := '{}';
  spot int;
begin
  if upwards then return array(select i from generate_series(length(bits) - 1, 0, -1) i where get_bit(bits, i) = 1); end if;
  if most > 64 and bit_count(bits) > 64 then return array(select i from generate_series(0, length(bits) - 1) i where get_bit(bits, i) = 1); end if;
  for found in 1..most loop
    spot := position(B'1' in bits);
    exit when spot = 0;
    places := places || (spot - 1);
    bits := set_bit(bits, spot - 1, 0);
  end loop;
  return places;
end $$;

-- The next `most` entries with all these tags (with none: of all), and perhaps some more, before (`upwards`: after) the one with this
-- reference; without one, the newest. In no order. However many entries there are: for those sealed, the bits of each tag are laid over one
-- another, newest chunks first. Nearly all entries stand in the main lane: that tag is looked at last, in the line itself.
create or replace function entry_page(wanted text[], reference_there text, upwards boolean, most int)
returns table (submission_id uuid, submitted_at timestamptz) language plpgsql stable as $$
declare
  laid text[] := case when cardinality(wanted) > 1 then array_remove(wanted, 'm:main') else wanted end;
  there entry_line;
  start int;
  first_place int := 0;
  last_place int := 8191;
  lo int;
  hi int;
  span int := 4;
  top int := (select max(chunk) from entry_chunk);
  found_now int;
  found_all int := 0;
  piece record;
  ones bit(8192);
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
      if upwards then last_place := coalesce(part, 8192) - 1; else first_place := coalesce(part, 8192); end if;
    end if;
  end if;

  lo := start;
  hi := start;
  while found_all < most and hi >= 0 and lo <= top loop
    if upwards then hi := least(top, lo + span - 1); else lo := greatest(0, hi - span + 1); end if;
    for piece in
      select * from (
        select c.chunk, ~repeat('0', 8192)::bit(8192) as bits from entry_chunk c where cardinality(laid) = 0 and c.chunk between lo and hi
        union all
        select b.chunk, bit_and(b.bits) from entry_bits b where b.tag = any (laid) and b.chunk between lo and hi
        group by b.chunk having count(*) = cardinality(laid)) p
      order by case when upwards then p.chunk else -p.chunk end
    loop
      ones := piece.bits;
      if piece.chunk = start then ones := (((ones << first_place) >> first_place) >> (8191 - last_place)) << (8191 - last_place); end if;
      while found_all < most and bit_count(ones) > 0 loop
        places := set_places(ones, upwards, least(most - found_all + 8, 8192));
        part := 1;
        while found_all < most and part <= cardinality(places) loop
          return query select l.submission_id, l.submitted_at from unnest(places[part:part + 255]) p
            join entry_line l on l.chunk = piece.chunk and l.place = p where not l.dirty and l.tags @> wanted;
          get diagnostics found_now = row_count;
          found_all := found_all + found_now;
          part := part + 256;
        end loop;
        exit when upwards;
        -- What was looked at is done with.
        part := coalesce(places[cardinality(places)] + 1, 8192);
        ones := (ones << part) >> part;
      end loop;
      exit when found_all >= most;
    end loop;
    if upwards then lo := hi + 1; else hi := lo - 1; end if;
    span := span * 8;
  end loop;
end $$;

-- The first page of a search walks the newest entries twice, a few and then some more, before it takes the index.
create or replace function entry_search(typed text, by_mail boolean, wanted text[], reference_there text, upwards boolean, most int)
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
  foreach step in array array[256, 2048, 30000] loop
    if step = 30000 then
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
    end if;
    walked := array(select p.submission_id from entry_page(wanted, reference_there, upwards, step) p
      order by case when upwards then p.submitted_at end, case when upwards then p.submission_id end, p.submitted_at desc, p.submission_id desc limit step);
    hits := array(select l.submission_id from unnest(walked) with ordinality u (id, n) join entry_line l on l.submission_id = u.id
      left join entry_words w on w.submission_id = u.id left join submission s on s.id = u.id and not l.worded
      where case when by_mail then coalesce(w.mail, lower(s.email)) like pattern
        else coalesce(w.words, entry_lexemes(s.story, s.post_text)) @@ query end order by u.n limit most);
    continue when cardinality(hits) < most and cardinality(walked) = step and step < 30000;
    return query select l.submission_id, l.submitted_at, true from entry_line l where l.submission_id = any (hits);
    if cardinality(hits) < most and cardinality(walked) = step then
      return query select l.submission_id, l.submitted_at, false from entry_line l where l.submission_id = walked[step];
    end if;
    return;
  end loop;
end $$;
