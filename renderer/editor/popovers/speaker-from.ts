import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import type { Speaker } from '../../../storage/model/quote.ts'
import type { SpeakerOption } from './speaker-options.tsx'

/**
 * The speaker that was chosen. A new one is entered in the authority file first; where that fails the name alone
 * stands, so that tagging never waits for the file.
 */
export async function speakerFrom(
  bridge: Bridge,
  choice: SpeakerOption['choice'] | undefined,
  typed: string,
): Promise<Speaker | null> {
  if (choice?.is === 'known') return choice.speaker
  const name = choice?.is === 'new' ? choice.name : typed.trim()
  if (name === '') return null
  if (choice?.is !== 'new') return { entity: null, name, role: '' }
  const answer = await bridge.names.add({ kind: 'person', name, role: '' })
  return answer.ok
    ? { entity: answer.value.id, name: answer.value.name, role: answer.value.role }
    : { entity: null, name, role: '' }
}
