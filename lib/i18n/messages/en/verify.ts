/** The page that says whether a message came from us. */
export default {
  pageTitle: '{title} | Humans of Binance',
  title: 'Is this message from us?',
  lead: 'Every email we send ends with a code of its own. Enter it here and we tell you if it is ours.',
  code: 'Code from the message',
  codeHint: 'Twelve letters and digits, such as <ltr>7K2M-9XQD-B4TR</ltr>. Small letters and spaces do no harm.',
  button: 'Check the code',
  missing: 'Enter the code from the message',
  genuine: {
    title: 'This code is genuine',
    entry: 'Genuine: we sent this message on {date} about the entry ending <ltr>{ending}</ltr>.',
    other: 'Genuine: we sent this message on {date}. It is not about an entry that was sent.',
    compare:
      'A code can be copied into a false message. Make sure that the date and the end of your reference are right, and that the message repeats your phrase if you chose one.',
  },
  unknown: {
    title: 'We did not send this',
    text: 'No message of ours carries the code <ltr>{code}</ltr>.',
    again:
      'Compare it with the message once more. Our codes have no <ltr>0</ltr>, <ltr>1</ltr>, <ltr>I</ltr>, <ltr>L</ltr>, <ltr>O</ltr> or <ltr>U</ltr>.',
    dont: 'If it is typed as it stands there, the message is not ours. Do not open its links, and do not answer it.',
  },
  signs: {
    title: 'How to know a message of ours',
    code: 'It ends with a code that this page knows.',
    phrase: 'It repeats your phrase, if you chose one when you entered.',
    asks: 'It never asks for a password, a seed phrase or a payment.',
    link: 'You never have to use its links: the address of this site, typed by you, leads to the same pages.',
  },
  noCode: 'An email without a code is not ours, whatever name it carries.',
} as const
