import type { Anchors, CriterionKey } from '#lib/review/schema.ts'

/** The rubric in English: the original. */
export const englishRubric: Readonly<Record<CriterionKey, Anchors>> = {
  truth: {
    name: 'Human truth',
    question: 'Is there a person in this, with moments that only they could tell?',
    one: 'Reads like a slogan or an advertisement',
    three: 'Some details you can hold on to',
    five: 'You can see and hear this person',
  },
  change: {
    name: 'Change',
    question: 'What was before, what is now, and what did it take?',
    one: 'No change is told',
    three: 'The change is stated',
    five: 'A turning point, and what it cost to get there',
  },
  theme: {
    name: 'Link to the theme',
    question: 'Is crypto a tool in this life?',
    one: 'Missing, or only talk of prices',
    three: 'Mentioned in passing',
    five: 'Clearly matters, and promises nobody a gain',
  },
  use: {
    name: 'Use to others',
    question: 'Would somebody learn from it, or take heart?',
    one: 'Nothing to take along',
    three: 'Something general',
    five: 'Many would pass it on',
  },
  film: {
    name: 'Works as a film',
    question: 'Are there scenes, a voice, pictures?',
    one: 'Stays abstract',
    three: 'One scene to show',
    five: 'Three or more scenes to show',
  },
}
