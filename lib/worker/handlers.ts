import type { JobHelpers, Task } from 'graphile-worker'
import { z } from 'zod'
import { closeClaims, remindClaims } from '#lib/awards/commands/follow-claims.ts'
import { passPlacesOn } from '#lib/awards/commands/pass-places-on.ts'
import { retentionDays } from '#lib/campaign/retention.ts'
import { runRender } from '#lib/films/render/job.ts'
import { resumeRenders } from '#lib/films/render/resume.ts'
import { info } from '#lib/foundation/log.ts'
import { forgetReports } from '#lib/history/commands/forget-reports.ts'
import { deliverMail } from '#lib/mail/deliver.ts'
import { removeLetterFiles } from '#lib/mail/forget.ts'
import { removeMedia } from '#lib/media/files.ts'
import type { JobName } from '#lib/queue/enqueue.ts'
import { assignEntry } from '#lib/review/commands/assign.ts'
import { replaceRecused } from '#lib/review/commands/replace.ts'
import { spreadReading } from '#lib/review/commands/spread.ts'
import { sweepUploads } from '#lib/stories/commands/sweep-uploads.ts'
import { applyRetention } from '#lib/submissions/commands/apply-retention.ts'
import { recordPostCheck } from '#lib/submissions/commands/check-post.ts'
import { deleteDrafts, warnDrafts } from '#lib/submissions/commands/expire-drafts.ts'
import { findTwins } from '#lib/submissions/commands/find-twins.ts'
import { closeQuestions, remindQuestions } from '#lib/submissions/commands/follow-questions.ts'
import { tellOfNewRules } from '#lib/submissions/commands/tell-of-rules.ts'
import { sealEntries } from '#lib/submissions/staff/seal.ts'

const mailJob = z.object({ mailId: z.uuid() })
const filesJob = z.object({ mailIds: z.array(z.uuid()) })
const renderJob = z.object({ renderId: z.uuid() })
const mediaJob = z.object({ paths: z.array(z.string()) })
const postJob = z.object({ submissionId: z.uuid() })
const readingJob = z.object({ assignmentId: z.uuid() })

/** What is done for each job. Every handler can run twice. */
export const handlers: Readonly<Record<JobName, Task>> = {
  'mail.deliver': async (payload, helpers) => {
    await deliverMail(mailJob.parse(payload).mailId, { lastTry: isLastTry(helpers) })
  },
  'mail.remove-files': async (payload) => {
    await removeLetterFiles(filesJob.parse(payload).mailIds)
  },
  'submissions.check-post': async (payload, helpers) => {
    await recordPostCheck(postJob.parse(payload).submissionId, { lastTry: isLastTry(helpers) })
  },
  'submissions.find-twins': async (payload) => {
    await findTwins(postJob.parse(payload).submissionId)
  },
  'submissions.seal-entries': async () => {
    await sealEntries()
  },
  'submissions.warn-drafts': counted('submissions.warn-drafts', warnDrafts),
  'submissions.delete-drafts': counted('submissions.delete-drafts', deleteDrafts),
  'submissions.remind-questions': counted('submissions.remind-questions', remindQuestions),
  'submissions.close-questions': counted('submissions.close-questions', closeQuestions),
  'submissions.tell-of-rules': counted('submissions.tell-of-rules', tellOfNewRules),
  'awards.remind-claims': counted('awards.remind-claims', remindClaims),
  'awards.close-claims': counted('awards.close-claims', closeClaims),
  'awards.pass-places-on': counted('awards.pass-places-on', passPlacesOn),
  'review.assign': async (payload) => {
    await assignEntry(postJob.parse(payload).submissionId)
  },
  'review.replace': async (payload) => {
    await replaceRecused(readingJob.parse(payload).assignmentId)
  },
  'review.spread': counted('review.spread', spreadReading),
  'films.render': async (payload, helpers) => {
    const { abortSignal } = helpers
    await runRender(renderJob.parse(payload).renderId, { lastTry: isLastTry(helpers), ...(abortSignal ? { signal: abortSignal } : {}) })
  },
  'films.resume': counted('films.resume', resumeRenders),
  'media.remove': async (payload) => {
    await removeMedia(mediaJob.parse(payload).paths)
  },
  'history.forget-reports': counted('history.forget-reports', async () => forgetReports(retentionDays('reports'))),
  'stories.sweep-uploads': counted('stories.sweep-uploads', sweepUploads),
  'retention.apply': async () => info('clock.retention', await applyRetention()),
}

function counted(job: JobName, work: () => Promise<number>): Task {
  return async () => {
    const count = await work()
    if (count > 0) info('clock.done', { job, count })
  }
}

function isLastTry({ job }: JobHelpers): boolean {
  return job.attempts >= job.max_attempts
}
