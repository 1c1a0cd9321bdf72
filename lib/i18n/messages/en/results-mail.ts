/** Letters that tell the result. The sentences of the reasons are those of the results page. */
export default {
  because: 'What those who read it say',
  readers: 'Your entry page shows how many people read your story, and when.',
  selected: {
    subject: 'Your story was selected: {reference}',
    heading: 'Your story was selected',
    intro: 'Your entry {reference} is among those chosen in the Humans of Binance story competition.',
    award: 'We write to you again about your share of the prize pool. Nothing is needed from you until then.',
    storyOnly: 'Where you live, prizes cannot be given, as the rules say. Your story is selected like every other.',
    film: 'If a film is to be made of your story, you see and approve every part of it before anybody else does.',
    leave: 'If you do not want to take part any more, you can withdraw on your entry page.',
  },
  reserve: {
    subject: 'Your story is on the reserve list: {reference}',
    heading: 'Your story is on the reserve list',
    intro: 'Your entry {reference} came close. If a selected storyteller steps back, the next on the list takes that place.',
    order: 'The order of the list is fixed and does not change any more. If a place becomes free for you, we write at once.',
  },
  notSelected: {
    subject: 'Your story was not selected this time: {reference}',
    heading: 'Your story was not selected this time',
    intro: 'People read your entry {reference}, without seeing who wrote it. It was not among those chosen this time.',
    thanks: 'Thank you for telling it. What you wrote stays yours.',
  },
  movedUp: {
    subject: 'A place became free, your story is selected: {reference}',
    heading: 'A place became free: your story is selected',
    intro: 'Your entry {reference} was the next on the reserve list. It is now among the selected stories.',
  },
} as const
