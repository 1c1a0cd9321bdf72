import type { Translated } from '../../translated.ts'
import type en from '../en/awards-mail.ts'

export default {} satisfies Translated<typeof en>
