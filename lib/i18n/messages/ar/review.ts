import type { Translated } from '../../translated.ts'
import type en from '../en/review.ts'

export default {} satisfies Translated<typeof en>
