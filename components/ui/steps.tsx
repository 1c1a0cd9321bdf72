/** Where in a row of steps this page stands. The words carry the meaning; the thread below them is decoration. */
export function Steps({ label, step, of }: { readonly label: string; readonly step: number; readonly of: number }) {
  return (
    <div>
      <p className="step">{label}</p>
      <div className="steps" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => index + 1).map((place) => (
          <i key={place} className={place <= step ? 'on' : undefined} />
        ))}
      </div>
    </div>
  )
}
