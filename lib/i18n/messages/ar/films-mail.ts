import type { Translated } from '../../translated.ts'
import type en from '../en/films-mail.ts'

export default {} satisfies Translated<typeof en>
