/** What went wrong with a form. Field errors stand under their code (lib/submissions/steps/errors.ts), refusals under theirs. */
export default {
  heading: 'There is a problem',
  word: 'Error:',
  title: 'Error: {title}',
  country: { missing: 'Choose the country or region you live in' },
  adult: { missing: 'Tell us if you are 18 or over' },
  affiliated: { missing: 'Tell us if you or someone in your home works for Binance or this campaign' },
  binanceUser: { missing: 'Tell us if you use Binance, or choose “I would rather not say”' },
  postUrl: { missing: 'Enter the link to your post' },
  postText: { 'too-long': 'The words of your post can have up to {max} characters. These have {count}' },
  story: {
    missing: 'Write your story',
    'too-short': 'Your story must have at least {min} characters. It has {count}',
    'too-long': 'Your story can have up to {max} characters. It has {count}',
  },
  storyLanguage: { missing: 'Choose the language your story is written in' },
  themes: { 'too-many': 'Choose no more than {max}' },
  othersShown: { missing: 'Tell us if other people could be recognised' },
  displayName: {
    missing: 'Enter a name or nickname for us to call you',
    'too-long': 'The name can have up to {max} characters. It has {count}',
  },
  email: {
    missing: 'Enter your email address',
    invalid: 'Enter an email address like name@example.com',
    'too-long': 'An email address can have up to {max} characters. This one has {count}',
  },
  mailLanguage: { missing: 'Choose the language for our emails' },
  phrase: {
    'too-short': 'The phrase must have at least {min} characters, or stay empty. It has {count}',
    'too-long': 'The phrase can have up to {max} characters. It has {count}',
  },
  needs: { 'too-long': 'This can have up to {max} characters. It has {count}' },
  acceptRules: { missing: 'Tick the box to accept the rules. We cannot take an entry without it' },
  permitReading: { missing: 'Tick the box to let us read your entry. We cannot judge it without reading it' },
  film: {
    missing: 'Choose what you think about a film',
    'words-missing': 'Write what should be different',
    'words-too-long': 'This can have up to {max} characters. It has {count}',
    stopped: 'This film is stopped. Nothing can be agreed to now',
    'not-asked': 'Nothing waits for your answer here. Open your film again to see where it stands',
    changed: 'The film changed while you looked at it, so your answer was not kept. This page shows it as it is now',
  },
  answer: {
    missing: 'Write your answer',
    'too-long': 'Your answer can have up to {max} characters. It has {count}',
  },
  appeal: {
    missing: 'Write why your entry should take part',
    'too-short': 'This must have at least {min} characters. It has {count}',
    'too-long': 'This can have up to {max} characters. It has {count}',
    'not-possible': 'There is no decision about this entry that you could appeal',
    already: 'You have already appealed. Each entry can be appealed once',
    'too-late': 'The time to appeal ended on {closesAt}',
  },
  erase: { missing: 'Tick the box to say that you want everything erased' },
  edit: {
    'too-late':
      'Your entry cannot be changed any more, because reading has begun or it no longer takes part. Copy what you wrote if you want to keep it',
    closed: 'Entries closed on {closesAt}, and yours cannot be changed any more. Copy what you wrote if you want to keep it',
  },
  withdraw: { 'too-late': 'This entry no longer takes part, so it cannot be withdrawn' },
  restore: {
    'not-withdrawn': 'This entry is not withdrawn',
    'too-late': 'The time to come back is over',
    'post-taken': 'The post of this entry has been entered again since you withdrew it. Only one of the two can take part',
  },
  permission: {
    'needs-withdrawal': 'We cannot judge an entry without this permission. To take it back, withdraw your entry',
    unknown: 'Choose one of the answers on this page',
  },
  claim: {
    'code-missing': 'Enter the eight digits of the code we mailed to you',
    'code-wrong': 'This code is wrong, used or older than ten minutes. Ask for a new one',
    'code-tries': 'Too many codes were tried. Wait {minutes} minutes, then ask for a new code',
    'code-limit': 'We have mailed several codes already. Wait {minutes} minutes before you ask for another',
    'kind-missing': 'Choose where you want to be paid',
    uid: 'Enter your Binance user ID: 6 to 12 digits, no letters',
    'network-missing': 'Choose the network of the address',
    address: 'This is not an address of the network you chose. Copy it from your wallet once more',
    checksum: 'One letter of this address is wrong. Copy it from your wallet once more',
    secret:
      'This looks like a seed phrase or a private key. We deleted it and kept nothing. Never give it to anybody: whoever has it has your money. Enter only an ID or an address',
    'not-understood': 'Tick the box to say that you checked where the money goes',
    'not-open': 'This award cannot be claimed or changed now. Open your entry page to see where it stands',
    'no-longer': 'This award can no longer be declined. Open your entry page to see where it stands',
  },
  report: {
    missing: 'Write what is wrong',
    'too-short': 'This must have at least {min} characters. It has {count}',
    'too-long': 'This can have up to {max} characters. It has {count}',
    source: 'Enter a whole web address, like https://example.com/article, or leave this empty',
  },
  choice: { unknown: 'Choose one of the answers on this page' },
  text: {
    forbidden:
      '{character, select, direction {This holds an invisible sign that turns the writing direction ({codePoint}), which could make your words read differently. Delete the text and type it again} surrogate {This holds half of a character, probably from a broken copy ({codePoint}). Delete it and type it again} replacement {This holds a character that was lost on the way ({codePoint}). Delete it and type it again} other {This holds an invisible control character that we cannot keep ({codePoint}). Delete the text around it and type it again}}',
    'too-heavy': 'This holds too many accents or parts of emoji stacked on each other. Take some away',
  },
  form: {
    trap: 'Leave the box called “Website” empty and send the form again. It is there to catch programs',
    limit: 'Too many answers came from your network in a short time. Wait {minutes}, then try again. What you wrote is still here',
    minutes: '{count, plural, one {one minute} other {# minutes}}',
    fault:
      'We could not save this: something went wrong on our side. What you wrote is still here. Try again in a few minutes. If it happens again, tell us this number: {reference}',
  },
  draft: {
    missing: 'We cannot find the earlier part of your entry in this browser. Copy what you wrote here, then start again',
    sent: 'This entry has been sent already. What you changed here was not added to it',
    incomplete: 'Some answers are still missing. Go through them once more',
    other: 'This page belongs to an earlier entry from this browser. Check the answers below, then send them',
  },
  campaign: {
    stopped: 'We have stopped taking entries for a while. This was not sent. What you wrote is kept here: try again later',
    closed: 'Entries closed on {closesAt}. This was not sent. What you wrote is still here, so that you can copy it',
    'not-open': 'Entries open on {opensAt}. This was not sent. What you wrote is still here',
  },
  limit: { reached: 'Too many entries came with this email address. Wait {minutes}, then send again. Your answers are safe' },
  send: {
    slow: 'Far more stories than usual are arriving just now. Wait half a minute, then press the button again. Your answers are safe',
  },
  region: { closed: 'We cannot take entries from where you live' },
  post: {
    own: 'You have already entered this post. Your reference is {reference}. Ask for the link to your entry',
    taken: 'This post has already been entered. Enter the link to another post',
    mine: 'If this post is yours, you can object and send your story all the same',
  },
  rules: { changed: 'The rules have changed since you accepted them. Read them and accept them again' },
  question: {
    answered: 'We already have an answer to this question',
    closed: 'This question cannot be answered any more',
  },
  entry: {
    missing: 'We cannot find this entry or this question any more. Copy what you wrote, then open the link in our latest email',
    changed: 'Your entry has changed since you opened this page. Nothing was saved. Check what stands here, then save again to replace it',
  },
  share: { 'not-eligible': 'With these answers you cannot enter' },
} as const
