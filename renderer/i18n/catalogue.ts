import type { en } from './en/index.ts'

/** A name of a message. */
export type MessageKey = keyof typeof en

/** Every message in one language, as ICU MessageFormat. */
export type Catalogue = Readonly<Record<MessageKey, string>>
