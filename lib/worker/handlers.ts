import type { JobHelpers, Task } from 'graphile-worker'
import { z } from 'zod'
import { deliverMail } from '#lib/mail/deliver.ts'
import { removeLetterFiles } from '#lib/mail/forget.ts'
import type { JobName } from '#lib/queue/enqueue.ts'
import { recordPostCheck } from '#lib/submissions/commands/check-post.ts'

const mailJob = z.object({ mailId: z.uuid() })
const filesJob = z.object({ mailIds: z.array(z.uuid()) })
const postJob = z.object({ submissionId: z.uuid() })

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
}

function isLastTry({ job }: JobHelpers): boolean {
  return job.attempts >= job.max_attempts
}
