import type { JobHelpers, Task } from 'graphile-worker'
import { z } from 'zod'
import { deliverMail } from '#lib/mail/deliver.ts'
import type { JobName } from '#lib/queue/enqueue.ts'
import { recordPostCheck } from '#lib/submissions/commands/check-post.ts'

const mailJob = z.object({ mailId: z.uuid() })
const postJob = z.object({ submissionId: z.uuid() })

/** What is done for each job. Every handler can run twice. */
export const handlers: Readonly<Record<JobName, Task>> = {
  'mail.deliver': async (payload, helpers) => {
    await deliverMail(mailJob.parse(payload).mailId, { lastTry: isLastTry(helpers) })
  },
  'submissions.check-post': async (payload, helpers) => {
    await recordPostCheck(postJob.parse(payload).submissionId, { lastTry: isLastTry(helpers) })
  },
}

function isLastTry({ job }: JobHelpers): boolean {
  return job.attempts >= job.max_attempts
}
