import type { Translated } from '../../translated.ts'
import type en from '../en/selection.ts'

export default {} satisfies Translated<typeof en>
