import type { Translated } from '../../translated.ts'
import type en from '../en/story-desk.ts'

export default {} satisfies Translated<typeof en>
