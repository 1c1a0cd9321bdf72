import accessibility from './accessibility.ts'
import auditDesk from './audit-desk.ts'
import awards from './awards.ts'
import awardsMail from './awards-mail.ts'
import campaignDesk from './campaign-desk.ts'
import entry from './entry.ts'
import errors from './errors.ts'
import filmDesk from './film-desk.ts'
import films from './films.ts'
import filmsMail from './films-mail.ts'
import history from './history.ts'
import historyDesk from './history-desk.ts'
import home from './home.ts'
import insights from './insights.ts'
import mail from './mail.ts'
import mailDesk from './mail-desk.ts'
import people from './people.ts'
import postLink from './post-link.ts'
import privacy from './privacy.ts'
import readyText from './ready-text.ts'
import results from './results.ts'
import resultsMail from './results-mail.ts'
import review from './review.ts'
import rules from './rules.ts'
import selection from './selection.ts'
import share from './share.ts'
import site from './site.ts'
import staff from './staff.ts'
import stories from './stories.ts'
import storyDesk from './story-desk.ts'
import verify from './verify.ts'

export default {
  accessibility,
  auditDesk,
  awards,
  awardsMail,
  campaignDesk,
  entry,
  errors,
  filmDesk,
  films,
  filmsMail,
  history,
  historyDesk,
  home,
  insights,
  mail,
  mailDesk,
  people,
  postLink,
  privacy,
  readyText,
  results,
  resultsMail,
  review,
  rules,
  selection,
  share,
  site,
  staff,
  stories,
  storyDesk,
  verify,
}
