import { z } from 'zod'
import { settingsPatchSchema, settingsSchema } from '../../../storage/model/settings.ts'
import { call, nothing } from './call.ts'
import { damagedSchema } from './damaged.ts'

/** What the window needs to know before it shows anything. */
export const deskInfoSchema = z.strictObject({
  version: z.string(),
  platform: z.enum(['darwin', 'win32', 'linux']),
  /** The interface language that the system asks for, as a BCP 47 tag. */
  locale: z.string(),
  workspace: z.string(),
  settings: settingsSchema,
  /** The story to open first, or null. */
  openStory: z.string().nullable(),
  /** What was damaged when the workspace was opened, before a window could hear of it. */
  damaged: z.array(damagedSchema),
})
export type DeskInfo = z.infer<typeof deskInfoSchema>

export const desk = {
  info: call(nothing, deskInfoSchema),
  changeSettings: call(settingsPatchSchema, settingsSchema),
  /** Acts on the window itself, where the system draws no frame. */
  window: call(z.strictObject({ act: z.enum(['minimise', 'maximise', 'close']) }), nothing),
  /** The window has sent everything it had after `closing`, and may go. */
  readyToClose: call(nothing, nothing),
}
