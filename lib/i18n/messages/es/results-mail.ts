import type { Translated } from '../../translated.ts'
import type en from '../en/results-mail.ts'

export default {} satisfies Translated<typeof en>
