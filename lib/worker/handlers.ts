import type { Task } from 'graphile-worker'
import { z } from 'zod'
import { deliverMail } from '#lib/mail/deliver.ts'
import type { JobName } from '#lib/queue/enqueue.ts'

const mailJob = z.object({ mailId: z.uuid() })

/** What is done for each job. Every handler can run twice. */
export const handlers: Readonly<Record<JobName, Task>> = {
  'mail.deliver': async (payload, helpers) => {
    await deliverMail(mailJob.parse(payload).mailId, { lastTry: helpers.job.attempts >= helpers.job.max_attempts })
  },
}
