import { messageOfError } from '../app/messages.ts'
import { useDesk } from '../app/use-desk.ts'
import { useSnapshot } from '../app/use-story.ts'
import type { StorySession } from '../editor/session.ts'
import { t } from '../i18n/translate.ts'
import type { RecordPatch, StoryRecord } from '../../storage/model/record.ts'

/** The record of the story and a way to change it. A change that fails is said, and the old value stays. */
export function useRecord(session: StorySession): { record: StoryRecord; change: (patch: RecordPatch) => void } {
  const desk = useDesk()
  const record = useSnapshot(session, (snapshot) => snapshot.record)
  const change = (patch: RecordPatch): void => {
    session.changeRecord(patch).catch((error: unknown) => {
      desk.problem.set(t('record.notSaved', { message: messageOfError(error) }))
    })
  }
  return { record, change }
}
