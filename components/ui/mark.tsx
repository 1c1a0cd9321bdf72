/** Our mark: a hash woven of two warps and two wefts. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M0 0h32v32H0z" fill="#F0B90B" />
      <g stroke="#0B0E11" strokeWidth="4.2">
        <path d="M11.5 3.5v25M20.5 3.5v25" />
      </g>
      <g stroke="#F0B90B" strokeWidth="6.8">
        <path d="M8.6 11.5h5.8M17.6 20.5h5.8" />
      </g>
      <g stroke="#0B0E11" strokeWidth="4.2">
        <path d="M3.5 11.5h25M3.5 20.5h25" />
      </g>
      <g stroke="#F0B90B" strokeWidth="6.8">
        <path d="M20.5 8.6v5.8M11.5 17.6v5.8" />
      </g>
      <g stroke="#0B0E11" strokeWidth="4.2">
        <path d="M20.5 7v9M11.5 16v9" />
      </g>
    </svg>
  )
}
