-- Walking towards the newer entries looks at no more places than walking back.
create or replace function set_places(bits bit, upwards boolean, most int) returns int[] language plpgsql immutable as $$
declare
  places int[] := '{}';
  part bit(512);
  spot int;
begin
  if upwards then
    for start in reverse length(bits) - 512..0 by 512 loop
      part := substring(bits from start + 1 for 512);
      continue when bit_count(part) = 0;
      places := places || array(select start + i from generate_series(511, 0, -1) i where get_bit(part, i) = 1);
      exit when cardinality(places) >= most;
    end loop;
    return places;
  end if;
  if most > 64 and bit_count(bits) > 64 then return array(select i from generate_series(0, length(bits) - 1) i where get_bit(bits, i) = 1); end if;
  for found in 1..most loop
    spot := position(B'1' in bits);
    exit when spot = 0;
    places := places || (spot - 1);
    bits := set_bit(bits, spot - 1, 0);
  end loop;
  return places;
end $$;

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
        -- What was looked at is done with.
        if upwards then
          part := 8192 - coalesce(places[cardinality(places)], 0);
          ones := (ones >> part) << part;
        else
          part := coalesce(places[cardinality(places)] + 1, 8192);
          ones := (ones << part) >> part;
        end if;
      end loop;
      exit when found_all >= most;
    end loop;
    if upwards then lo := hi + 1; else hi := lo - 1; end if;
    span := span * 8;
  end loop;
end $$;
