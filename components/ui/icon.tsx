/** The drawn icons: 24 grid, 2 px stroke, square caps. Decoration beside a word, never alone. */
const paths = {
  alert: '<path d="M12 3 2 21h20z"/><path d="M12 10v5M12 17.6v.4"/>',
  arrow: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  award: '<circle cx="12" cy="9" r="5.5"/><path d="m8.5 13.5-2 7.5 5.5-3 5.5 3-2-7.5"/>',
  back: '<path d="M15 5l-7 7 7 7"/>',
  board: '<path d="M4 4h4.500v16H4zM10 4h4.500v10H10zM16 4h4.500v7H16z"/>',
  cal: '<path d="M4 6h16v14H4zM4 10h16M8 3v5M16 3v5"/>',
  cc: '<path d="M3 5h18v14H3z"/><path d="M10.5 10.2a2.2 2.2 0 1 0 0 3.6M17 10.2a2.2 2.2 0 1 0 0 3.6"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.500l3.500 2"/>',
  cross: '<path d="m6 6 12 12M18 6 6 18"/>',
  down: '<path d="M12 4v12M6 11l6 6 6-6M4 21h16"/>',
  edit: '<path d="M4 20h4L20 8l-4-4L4 16z"/>',
  ext: '<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>',
  eye: '<path d="M2 12s3.500-6.500 10-6.500S22 12 22 12s-3.500 6.500-10 6.500S2 12 2 12z"/><circle cx="12" cy="12" r="2.800"/>',
  film: '<path d="M3 4h18v16H3zM7.5 4v16M16.500 4v16M3 8.500h4.500M3 15.500h4.500M16.500 8.500H21M16.500 15.500H21"/>',
  flag: '<path d="M5 21V4h13l-3 4.500L18 13H5"/>',
  full: '<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>',
  inbox: '<path d="M3 13v6h18v-6M3 13l3.5-8h11L21 13h-5.5l-1.5 3h-4l-1.5-3z"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.2v.3"/>',
  link: '<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1-1"/>',
  lock: '<path d="M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3"/>',
  menu: '<path d="M3 6h18M3 12h18M3 18h18"/>',
  ok2: '<circle cx="9" cy="12" r="6.5"/><path d="M15 5.5a6.5 6.5 0 1 1 0 13"/><path d="m6.4 12.2 2 2 3.4-4"/>',
  pause: '<path d="M8 5v14M16 5v14" stroke-width="4"/>',
  pip: '<path d="M3 5h18v14H3z"/><path d="M12 12h7v5h-7z" fill="currentColor"/>',
  play: '<path d="M7 4.5v15l12-7.5z" fill="currentColor"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  print: '<path d="M6 9V3h12v6M6 18H3V9h18v9h-3M6 14h12v7H6z"/>',
  split: '<path d="M12 21v-7M12 14 5 5M12 14l7-9M5 9.5V5h4.5M19 9.5V5h-4.5"/>',
  text: '<path d="M4 5h16M4 10h16M4 15h16M4 20h9"/>',
  told: '<path d="M3 5h18v11H11l-5 4v-4H3z"/><path d="M7.5 9.5h9M7.5 12.5h5"/>',
  up: '<path d="M12 20V7M6 12l6-6 6 6M4 3h16"/>',
  user: '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-5 3.5-7.5 8-7.5s8 2.5 8 7.5"/>',
  vol: '<path d="M4 9v6h4l5 4V5L8 9zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11"/>',
} as const

export type IconName = keyof typeof paths

/** `turns` marks an icon that shows a direction and mirrors in right-to-left text. */
export function Icon({ name, turns = false }: { readonly name: IconName; readonly turns?: boolean }) {
  return (
    <svg
      className={turns ? 'icon icon--dir' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      // The markup is one of the constants above, never anybody's text.
      dangerouslySetInnerHTML={{ __html: paths[name] }}
    />
  )
}
