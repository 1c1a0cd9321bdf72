/** An answer, not a fault: what was asked cannot be done, and the person is told why in their language. Thrown inside a transaction it rolls back. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly field: string | undefined
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: string, field?: string, values: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.field = field
    this.values = values
  }
}
