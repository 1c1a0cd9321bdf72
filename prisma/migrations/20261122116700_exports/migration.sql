-- A text as a cell that no spreadsheet runs: what begins like a formula, behind any blank or invisible letters, gets an apostrophe in front.
create function sheet_cell(words text) returns text language sql immutable parallel safe as $$
  select case when words <> '' and (position(left(words, 1) in E'\t\r\n') > 0
      or position(left(ltrim(words, E' \t\r\n\v\f\u0085\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u3000\ufeff'), 1)
        || E'\u0001' in E'=\u0001+\u0001-\u0001@\u0001|\u0001\u207a\u0001\u207b\u0001\u207c\u0001\u208a\u0001\u208b\u0001\u208c\u0001\u2212\u0001\ufe62\u0001\ufe63\u0001\ufe66\u0001\ufe6b\u0001\uff0b\u0001\uff0d\u0001\uff1d\u0001\uff20\u0001') > 0)
    then '''' || words else words end
$$;
