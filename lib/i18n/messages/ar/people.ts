import type { Translated } from '../../translated.ts'
import type en from '../en/people.ts'

export default {} satisfies Translated<typeof en>
