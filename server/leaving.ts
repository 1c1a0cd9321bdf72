let leaving = false

/** From now on the site says to whoever asks after its health that it goes, and keeps no connection; it still answers everything. */
export function leave(): void {
  leaving = true
}

/** Whether it was told to go. */
export function isLeaving(): boolean {
  return leaving
}
