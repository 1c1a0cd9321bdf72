import type { Translated } from '../../translated.ts'
import type en from '../en/ready-text.ts'

export default {} satisfies Translated<typeof en>
