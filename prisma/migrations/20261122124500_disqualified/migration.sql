-- A look at an entry can come to its end by disqualification: with the rule that it rests on, always by somebody.
alter table screening
  drop constraint screening_outcome,
  add constraint screening_outcome check (outcome in ('eligible', 'ineligible', 'question', 'disqualified')),
  drop constraint screening_rule,
  add constraint screening_rule check ((outcome in ('ineligible', 'disqualified')) = (rule is not null));
