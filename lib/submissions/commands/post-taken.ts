import 'server-only'
import { Prisma } from '#prisma/generated/client.ts'

/** Whether a unique key refused the write: the only one that an entry coming back can meet is that of its post. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
