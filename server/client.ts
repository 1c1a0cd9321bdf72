import { fileURLToPath } from 'node:url'
import { generateClient } from './build.ts'

// Writes the database client where it is missing: before programs that use it and run without a start. One that is up to date costs nothing.
const signal = new AbortController().signal
if (await generateClient({ root: fileURLToPath(new URL('..', import.meta.url)), env: process.env, signal })) console.log('▸ client')
