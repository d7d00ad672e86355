import { undo } from 'prosemirror-history'
import type { Change, Finding } from '../../../storage/checks/finding.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { recordPatchSchema } from '../../../storage/model/record.ts'
import type { RecordPatch, StoryRecord } from '../../../storage/model/record.ts'
import type { Desk } from '../../app/desk.ts'
import { messageOfError } from '../../app/messages.ts'
import { setFigureAttributes } from '../../editor/commands/figures.ts'
import { updateQuotation } from '../../editor/commands/quotations.ts'
import type { StorySession } from '../../editor/session.ts'
import { t } from '../../i18n/translate.ts'

/**
 * Carries out the one fix of a finding, as one step of undo, and offers to take it back. Positions of a finding are
 * those of the document that was checked: when it changed since, the story is checked again and the same finding taken.
 */
export function fixFinding(desk: Desk, session: StorySession, finding: Finding): void {
  const isStale = desk.checks.checked.get()?.document !== session.view.state.doc
  if (isStale) desk.checks.run()
  const current = isStale
    ? desk.checks.checked
        .get()
        ?.findings.find((other) => other.rule === finding.rule && other.message === finding.message)
    : finding
  const fix = current?.fix ?? null
  if (fix === null) return
  if (fix.change.kind === 'setRecord') {
    const { patch } = fix.change
    const { record } = session.snapshot()
    const takeBack = (): void => void session.changeRecord(valuesBefore(record, patch))
    session.changeRecord(patch).then(
      () => desk.toasts.show(t('checks.fixed', { label: fix.label }), { words: t('toast.undo'), run: takeBack }),
      (error: unknown) => desk.problem.set(t('record.notSaved', { message: messageOfError(error) })),
    )
    return
  }
  if (!changeDocument(session, fix.change)) return
  desk.checks.run()
  desk.toasts.show(t('checks.fixed', { label: fix.label }), {
    words: t('toast.undo'),
    run: () => void undo(session.view.state, session.view.dispatch),
  })
}

/** The values that the fields of a patch have now. */
function valuesBefore(record: StoryRecord, patch: RecordPatch): RecordPatch {
  const { id: _id, created: _created, updated: _updated, publications: _publications, ...fields } = record
  return recordPatchSchema.parse(Object.fromEntries(Object.entries(fields).filter(([field]) => field in patch)))
}

function changeDocument(session: StorySession, change: Exclude<Change, { kind: 'setRecord' }>): boolean {
  const { view } = session
  switch (change.kind) {
    case 'setFigureAttributes':
      return setFigureAttributes(change.pos, change.attributes)(view.state, view.dispatch)
    case 'replaceText': {
      const { from, to, text } = change
      view.dispatch(text === '' ? view.state.tr.delete(from, to) : view.state.tr.insertText(text, from, to))
      return true
    }
    case 'tagSpeaker':
      if (quoteTable(view.state.doc)[change.id] === undefined) return false
      return updateQuotation(change.id, { speaker: change.speaker })(view.state, view.dispatch)
  }
}
