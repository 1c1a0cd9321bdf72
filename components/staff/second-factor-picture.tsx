import { encode } from 'uqr'

/** White space around the picture that cameras need, in squares. */
const border = 4

/** What an authenticator app scans, drawn as one path: dark on light in every theme, as cameras expect. */
export function SetUpPicture({ address, label }: Readonly<{ address: string; label: string }>) {
  const { data, size } = encode(address, { ecc: 'M', border })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="factor-picture" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={`M0 0h${size}v${size}H0z`} fill="#FFFFFF" />
      <path d={squares.join('')} fill="#0B0E11" />
    </svg>
  )
}
