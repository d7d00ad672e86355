import { z } from 'zod'
import { languageTagSchema } from './language.ts'
import { savedSearchSchema } from './listing.ts'

/** House limits in characters. They warn; they never block typing. */
export const limitsSchema = z.strictObject({
  headline: z.int().positive(),
  standfirst: z.int().positive(),
  caption: z.int().positive(),
  alt: z.int().positive(),
})
export type Limits = z.infer<typeof limitsSchema>

export const settingsSchema = z.strictObject({
  /** Who works here: signs versions and verifications. */
  editor: z.string().max(200),
  theme: z.enum(['system', 'light', 'dark']),
  language: languageTagSchema,
  desks: z.array(z.string().min(1).max(80)).max(100),
  limits: limitsSchema,
  publisher: z.strictObject({
    name: z.string().max(200),
    copyrightNotice: z.string().max(500),
    usageTerms: z.string().max(2000),
  }),
  /** The folder bundles go to, or null while none was chosen. */
  outbox: z.string().nullable(),
  /** How many days a story stays in the trash before it is removed for good. */
  trashDays: z.int().min(1).max(3650),
  /** Searches that the desk keeps by name, in the order in which the list shows them. */
  searches: z.array(savedSearchSchema).max(50),
})
export type Settings = z.infer<typeof settingsSchema>

export const settingsPatchSchema = settingsSchema.partial().strict()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>

export const defaultSettings: Settings = {
  editor: '',
  theme: 'system',
  language: languageTagSchema.parse('en'),
  desks: ['Foreign', 'Home', 'Features'],
  limits: { headline: 80, standfirst: 180, caption: 220, alt: 250 },
  publisher: { name: '', copyrightNotice: '', usageTerms: '' },
  outbox: null,
  trashDays: 30,
  searches: [],
}
