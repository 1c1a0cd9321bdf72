type Publication = Readonly<{ releaseAt: Date | null; unpublishedAt: Date | null }>

/** A story is public from the very instant of its release, unless it was unpublished. Nothing has to happen at that instant: time is data. */
export function isReleased(story: Publication, now: Date): boolean {
  return story.releaseAt !== null && story.releaseAt <= now && !isUnpublished(story, now)
}

/** A story whose instant is set and still to come. */
export function isScheduled(story: Publication, now: Date): boolean {
  return story.releaseAt !== null && story.releaseAt > now && !isUnpublished(story, now)
}

function isUnpublished({ unpublishedAt }: Publication, now: Date): boolean {
  return unpublishedAt !== null && unpublishedAt <= now
}
