import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { buildDocument } from '../../../storage/model/document.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { english, ferryQuoteId, sampleDocument } from '../../fixtures/stories.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { galley, withCommandLine } from './galley.ts'

withCommandLine()

const printed = '“The river never asked us to wait.”'

it('lists the tagged quotations of a story and of all, by speaker and by what is not verified', async () => {
  const workspace = join(await temporaryFolder(), 'desk')
  await galley(['init', workspace, '--name', 'The desk'])
  const opened = await openWorkspace(workspace)
  const tagged = await opened.createStory({ language: english, document: sampleDocument() })
  const verified = await opened.createStory({ language: english, document: verifiedDocument() })
  const plain = buildDocument('No one speaks', '', [schema.node('paragraph', null, [schema.text('It rains.')])])
  await opened.createStory({ language: english, document: plain })
  await opened.close()

  const row = {
    id: ferryQuoteId,
    text: printed,
    segments: ['“The river never asked us', 'to wait.”'],
    speaker: { entity: null, name: 'Նարեկ Սաֆարյան', role: 'ferryman' },
    kind: 'direct',
  }
  const first = { ...row, story: tagged.record.id, verification: 'unverified' }
  const second = { ...row, story: verified.record.id, verification: 'verified' }
  const ask = async (...words: string[]): Promise<unknown> => {
    const { status, json } = await galley(['quotes', ...words, '--json'], { workspace })
    return status === 0 ? json : status
  }
  const all = (await ask()) as { quotes: unknown[] }
  expect(all.quotes).toHaveLength(2)
  expect(all.quotes).toEqual(expect.arrayContaining([first, second]))
  expect(await ask(tagged.record.id)).toEqual({ quotes: [first] })
  expect(await ask('--unverified')).toEqual({ quotes: [first] })
  expect(await ask(verified.record.id, '--speaker', 'սաֆարյան')).toEqual({ quotes: [second] })
  expect(await ask('--speaker', 'Սաֆար')).toEqual({ quotes: [] })
  expect(await ask('01938f2a-0000-7d31-9a42-6f0e1b2c3d4e')).toBe(1)
  expect(await ask('--loud')).toBe(2)
  const { out } = await galley(['quotes', tagged.record.id], { workspace })
  expect(out).toContain(`Նարեկ Սաֆարյան: ${printed}`)
})

/** The sample story, its quotation verified. */
function verifiedDocument(): ReturnType<typeof sampleDocument> {
  const document = sampleDocument()
  const quote = quoteTable(document)[ferryQuoteId]
  const verification = {
    state: 'verified',
    words: printed,
    sha256: 'a'.repeat(64),
    by: 'L. P.',
    at: '2026-01-02T03:04:05.000Z',
  }
  return schema.node('doc', { quotes: { [ferryQuoteId]: { ...quote, verification } } }, document.content)
}
