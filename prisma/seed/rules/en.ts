import type { RulesSection } from '#lib/campaign/schema.ts'

/** Version 1 of the rules. This text is the original: its hash is what a storyteller accepts. */
export const english: readonly RulesSection[] = [
  {
    id: 'who-can-enter',
    heading: 'Who can enter',
    paragraphs: [
      'You can enter if you are 18 or over. Where people become adults later than at 18, that age counts.',
      'You cannot enter if you work for Binance or for this campaign, or if you live with somebody who does.',
      'The law differs from country to country. For each country one of three things holds: you can enter; you can enter, but no prize can be given; or you cannot enter. Which countries these are is not announced yet. The form tells you what holds where you live before it keeps anything you wrote.',
      'Entering costs nothing. You do not have to use Binance or own any cryptocurrency.',
    ],
  },
  {
    id: 'how-to-enter',
    heading: 'How to enter',
    paragraphs: [
      'Tell your story in a public post with the hashtag #HumansOfBinance, on one of the sites named in the form. Then send us the link to that post and answer the short survey on this site.',
      'The post must be made while entries are open. They opened on 3 September 2025. The closing date is not announced yet; the date will be shown here and on your entry page.',
      'What counts for the closing date is the moment your entry reaches us, by our clock. You have entered when you are given a reference such as HB-7K2M-9XQD.',
      'Leave the post public, with the hashtag in it, until the results are out. An entry is not eligible if we cannot find its post or open it without being your follower, if the hashtag is missing, or if the post was made at another time.',
      'Say in your post that you are taking part in a competition run by Binance.',
    ],
  },
  {
    id: 'one-post-one-entry',
    heading: 'One post, one entry',
    paragraphs: [
      'A post can be entered once, however its link is written. Another story needs another post.',
      'If somebody else has entered a post of yours, tell us. A person will look into it.',
    ],
  },
  {
    id: 'what-we-look-for',
    heading: 'What we look for',
    paragraphs: [
      'Every reader gives each story one to five points on five questions. The questions do not weigh the same; together they make 100.',
      'Human truth, 30: is there a real person in it, in moments we can picture? A slogan is not a story.',
      'Change, 25: how were things before, what happened, what did it take, and how are they now?',
      'Link to the theme, 15: is crypto a tool in this life? Talk of prices or gains adds nothing.',
      'Use to others, 15: could somebody learn from it or take heart?',
      'Fit for a film, 15: are there scenes to draw and a voice to hear?',
      'Language, spelling, style, the quality of pictures and the number of your followers earn and cost no points.',
      'The story has to be your own and true. We cannot take one that belongs to somebody else, that advertises something, promises gains or tells people what to do with their money, that could put you or others in danger, or that shows people who can be recognised and do not agree to it.',
    ],
  },
  {
    id: 'how-entries-are-read',
    heading: 'How entries are read',
    paragraphs: [
      'First we check that your post opens, has the hashtag, was made in time, and puts nobody in danger. If we need something from you, we ask by email and name the day by which we need it.',
      'Then at least two people read your story, each alone. They do not see your name, your address, your country, the link, your pictures or how many people follow you.',
      'No story is selected before at least three people have read it, one of them independent of the organisers.',
      'Two people together release the results, for everybody at the same moment. Everybody who entered gets an answer. The date of the results is not announced yet; the date will be shown here and on your entry page.',
    ],
  },
  {
    id: 'prize-pool',
    heading: 'The prize pool',
    paragraphs: [
      'The storytellers who are selected share 8,000 USDC. USDC is a cryptocurrency: what it is worth in the money you use may change.',
      'How the pool is split, and how many storytellers are selected, is not decided yet. Both will be shown here and on your entry page.',
      'If your country is one where no prize can be given, your story is read like every other and can still become a film.',
      'The entries that inspire us most become short animated films, shown on Binance channels around the world. A film is made only if you agree to it, and saying no does not change how your story is scored.',
    ],
  },
  {
    id: 'what-you-keep',
    heading: 'What you keep',
    paragraphs: [
      'Your story stays yours. What you give us is a permission for this campaign only, and it is not exclusive: you can tell, publish and sell your story wherever you like.',
      'To enter, you let us read and judge your post and your answers. Everything else is up to you, one by one: a film, showing your post, publishing your name, news by email.',
      'If there is to be a film, we ask for your yes twice: to the storyboard, and to the finished film. Without both it is not shown.',
      'You can take back each of these permissions, or your whole entry, at any time.',
    ],
  },
  {
    id: 'reaching-you',
    heading: 'If we cannot reach you',
    paragraphs: [
      'We write to the address you gave. Every message of ours has a code that you can check on this site.',
      'If we ask you something about your entry and have no answer by the day we named, the entry is not eligible.',
      'If you are given a prize, you have to claim it within a period that is not announced yet; it will be shown here and on your entry page. A prize that is not claimed in time goes to the next storyteller on the reserve list.',
    ],
  },
  {
    id: 'tax-and-checks',
    heading: 'Tax and checks',
    paragraphs: [
      'Before a prize is paid we may have to check who you are and whether the law lets us pay you. We ask this of selected storytellers only. We never ask for a password, a seed phrase or money.',
      'A prize may be taxed where you live. That tax is yours to declare and to pay, and you may have to fill in a form for it.',
    ],
  },
  {
    id: 'general-notice',
    heading: 'General notice',
    paragraphs: [
      'This competition is announced to everybody alike. Products and services of Binance that are mentioned on this site may not be offered where you live.',
      'Nothing here is advice about money, or an offer to buy or to sell anything.',
      'The sites on which people post have no part in this competition and answer for nothing in it. Their own terms apply to your post.',
      'The rules are written in English. Where a translation says something else, the English text counts.',
    ],
  },
  {
    id: 'changes',
    heading: 'Changes to these rules',
    paragraphs: [
      'This is version 1. Your entry is held to the version that you accepted, and to no later one unless you accept that one too.',
      'When something that is still open is decided, or a rule changes, a new version with its own date appears on this page.',
    ],
  },
]
