import type { Translated } from '../../translated.ts'
import type en from '../en/history-desk.ts'

export default {} satisfies Translated<typeof en>
