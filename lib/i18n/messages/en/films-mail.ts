/** Letters about a storyteller's film. */
export default {
  see: 'See my film',
  stop: 'You can take back the permission for the film at any time, on the page of your entry. Everything stops at once.',
  storyboard: {
    subject: 'The storyboard of your film is ready: {reference}',
    heading: 'The storyboard of your film is ready',
    intro:
      'We made a storyboard from your entry {reference}: a picture for each scene, with the words it shows. Nothing is filmed before you agree.',
    next: 'On that page you can say yes, or tell us what to change.',
  },
  ready: {
    subject: 'Your film is ready to watch: {reference}',
    heading: 'Your film is ready to watch',
    intro: 'The film from your entry {reference} is finished. Only you and our editors can see it.',
    next: 'Watch it, then say whether we may show it. Nobody else sees it before you say yes.',
  },
  changed: {
    subject: 'Your film has changed, we ask you again: {reference}',
    heading: 'Your film has changed',
    intro:
      'The film from your entry {reference} is no longer the one you last told us about. Your answer counts only for what you saw, so we ask you again.',
    next: 'The page shows what differs. You can say yes, or tell us what to change.',
  },
  stopped: {
    subject: 'Your film is stopped: {reference}',
    heading: 'Your film is stopped',
    intro: {
      name: 'You took back that we may publish your name. The film from your entry {reference} can show it, so it is stopped, and nothing of it is public.',
      permission: 'You took back the permission for the film from your entry {reference}. It is stopped, and nothing of it is public.',
      closed: 'Our editors do not go on with the film from your entry {reference}. It is stopped, and nothing of it is public.',
    },
    next: {
      name: 'Your entry and your award stay as they are. Our editors take your name out of the film, and then we ask you for your yes again.',
      permission:
        'Your entry and your award stay as they are. If you change your mind, you can give the permission again on the page of your entry.',
      closed: 'Your entry and your award stay as they are.',
    },
  },
  scheduled: {
    subject: 'Your film has a date: {reference}',
    heading: 'Your film has a date',
    intro: 'Your film is public from {date}.',
    where: 'From then on anybody can watch it here: {url}',
  },
} as const
