import type { Translated } from '../../translated.ts'
import type en from '../en/insights.ts'

export default {} satisfies Translated<typeof en>
