import { expect, test } from 'vitest'
import { unsavedDetail, unsavedOf } from '../../../electron/main/unsaved.ts'
import { wordsFor } from '../../../electron/main/words.ts'

const at = '2026-03-02T22:00:00Z'

test('the question names the stories of the window, and only those that fail where it is known', () => {
  const saved = { slug: 'BRIDGE', saved: { state: 'saved', at } } as const
  const failing = { slug: 'FERRY-$&', saved: { state: 'failing', since: at, message: 'The disk is full.' } } as const
  expect(unsavedDetail(wordsFor('en'), unsavedOf([saved]))).toMatch(/changes of BRIDGE within/)
  const detail = unsavedDetail(wordsFor('en'), unsavedOf([saved, failing]))
  expect(detail).toMatch(/^The disk is full\. The last changes of FERRY-\$& are not saved yet/)
})
