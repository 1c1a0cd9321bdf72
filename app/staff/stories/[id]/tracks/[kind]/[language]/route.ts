import { currentStaff } from '#app/_auth/session.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import { may } from '#lib/staff/permissions.ts'
import { storyOnDesk, storyRevision } from '#lib/stories/editing/queries.ts'
import { trackKinds } from '#lib/stories/schema.ts'

type Context = RouteContext<'/staff/stories/[id]/tracks/[kind]/[language]'>

/** A text track as it stands on the desk, or in the version `n`, for the preview. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [actor, { id, kind, language }] = await Promise.all([currentStaff(), params])
  const [known, locale] = [trackKinds.find((one) => one === kind), localeOf(language)]
  const number = Number(new URL(request.url).searchParams.get('n') ?? 0)
  const content = may(actor, 'story.edit')
    ? number
      ? await storyRevision(actor, id, number)
      : ((await storyOnDesk(actor, id))?.content ?? null)
    : null
  const body = known && locale ? content?.[known][locale]?.body : undefined
  const type = body === undefined ? 'text/plain' : 'text/vtt'
  return new Response(body ?? 'Not found\n', {
    status: body === undefined ? 404 : 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  })
}
