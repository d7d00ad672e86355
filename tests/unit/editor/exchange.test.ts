import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { redo, undo } from 'prosemirror-history'
import { schema } from '../../../storage/model/schema/index.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import { MemoryAuthority } from './authority.ts'
import { ConnectedEditor } from './desk-with-authority.ts'
import { story } from './desk.ts'

const open = (): { authority: MemoryAuthority; one: ConnectedEditor; two: ConnectedEditor } => {
  const authority = new MemoryAuthority(story('Head', 'Stand', 'The ferry stopped.'))
  return { authority, one: new ConnectedEditor(authority, 'one'), two: new ConnectedEditor(authority, 'two') }
}

async function settled(...editors: readonly ConnectedEditor[]): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    await Promise.all(editors.map((editor) => editor.exchange.flush()))
    await Promise.resolve()
  }
}

/** An editor that was told nothing of one step, and hears of the next when it is told to. */
async function missingSteps(): Promise<{ authority: MemoryAuthority; deaf: ConnectedEditor; hearLate: () => void }> {
  const { authority, two } = open()
  const deaf = new ConnectedEditor(authority, 'deaf', false)
  two.caret('ferry').type('A')
  await two.exchange.flush()
  const { version } = authority
  two.type('B')
  await two.exchange.flush()
  const late = await authority.stepsSince({ version })
  if (!late.ok) throw new Error('The authority kept its steps to itself.')
  return { authority, deaf, hearLate: () => deaf.exchange.hear(late.value) }
}

describe('the exchange of steps', () => {
  it('sends what was typed at once, and says saved only when it is acknowledged', async () => {
    const { authority, one } = open()
    one.caret('ferry')
    one.type('s')
    expect(authority.requests).toHaveLength(1)
    expect(one.exchange.safety()).toEqual({ state: 'saving' })
    await one.exchange.flush()
    expect(one.exchange.safety()).toEqual({ state: 'saved', at: '2026-04-14T12:00:00.000Z', warning: null })
    expect(authority.document.eq(one.state.doc)).toBe(true)
  })

  it('has one request under way at most, and sends together what piled up', async () => {
    const { authority, one } = open()
    let openGate = (): void => undefined
    authority.gate = new Promise((resolve) => (openGate = resolve))
    one.caret('ferry')
    one.type('abcdef')
    expect(authority.requests.map((request) => request.steps.length)).toEqual([1])
    openGate()
    await one.exchange.flush()
    expect(authority.requests.map((request) => request.steps.length)).toEqual([1, 5])
    expect(authority.document.textContent).toContain('ferryabcdef')
  })

  it('rebases on what another window did, and both end with the same text', async () => {
    const { authority, one, two } = open()
    let openGate = (): void => undefined
    authority.gate = new Promise((resolve) => (openGate = resolve))
    one.caret('The').type(' old')
    two.caret('stopped').type(' early')
    openGate()
    await settled(one, two)
    expect(authority.document.child(2).textContent).toBe('The old ferry stopped early.')
    expect(one.state.doc.eq(authority.document)).toBe(true)
    expect(two.state.doc.eq(authority.document)).toBe(true)
  })

  it('undoes only what was done here', async () => {
    const { authority, one, two } = open()
    one.caret('The').type(' old')
    await settled(one, two)
    two.caret('stopped').type(' early')
    await settled(one, two)
    one.run(undo)
    await settled(one, two)
    expect(authority.document.child(2).textContent).toBe('The ferry stopped early.')
  })

  it('sends a mark that took the place of another, was undone and is done again', async () => {
    const { authority, one, two } = open()
    for (const href of ['https://example.org/one', 'https://example.org/two']) {
      one.run((state, dispatch) => {
        dispatch?.(state.tr.addMark(8, 12, schema.mark('link', { href })))
        return true
      })
      await settled(one, two)
    }
    one.run(undo)
    one.run(redo)
    await settled(one, two)
    expect(one.state.doc.eq(authority.document)).toBe(true)
    expect(two.state.doc.eq(authority.document)).toBe(true)
  })

  it('is not confused by hearing its own steps before, after, or twice', async () => {
    const { authority, one } = open()
    one.caret('ferry').type('X')
    await one.exchange.flush()
    const again = await authority.stepsSince({ version: 0 })
    if (again.ok) one.exchange.hear(again.value)
    await one.exchange.flush()
    expect(one.state.doc.textContent).toBe(authority.document.textContent)
    expect(one.state.doc.textContent.split('X')).toHaveLength(2)
  })

  it('fetches what it missed when steps come out of turn', async () => {
    const { authority, deaf, hearLate } = await missingSteps()
    hearLate()
    await vi.waitFor(() => expect(deaf.state.doc.textContent).toContain('ferryAB'))
    expect(deaf.state.doc.eq(authority.document)).toBe(true)
  })

  describe('when main cannot save', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    it('keeps the text, says why, tries again by itself, and recovers', async () => {
      const { authority, one } = open()
      authority.refusal = { code: 'disk_full', message: 'The disk is full.' }
      one.caret('ferry').type('s')
      await vi.advanceTimersByTimeAsync(0)
      expect(one.exchange.safety()).toMatchObject({
        state: 'failing',
        message: 'The disk is full.',
        isFull: true,
        unsent: 1,
      })
      one.type(' run')
      expect(one.exchange.safety()).toMatchObject({ state: 'failing', unsent: 5 })
      expect(one.state.doc.textContent).toContain('ferrys run')
      await vi.advanceTimersByTimeAsync(2000)
      const tries = authority.requests.length
      expect(tries).toBeGreaterThan(2)
      expect(tries).toBeLessThan(8)
      authority.refusal = null
      await vi.advanceTimersByTimeAsync(6000)
      expect(one.exchange.safety()).toEqual({ state: 'saved', at: '2026-04-14T12:00:00.000Z', warning: null })
      expect(authority.document.textContent).toContain('ferrys run')
      expect(one.safeties).toEqual(['saved', 'saving', 'failing', 'saved'])
    })

    it('rejects a flush that cannot be, with the reason', async () => {
      const { authority, one } = open()
      authority.refusal = { code: 'disk_refused', message: 'The folder is gone.' }
      one.caret('ferry').type('s')
      await expect(one.exchange.flush()).rejects.toThrow('The folder is gone.')
      one.exchange.stop()
    })

    it('tries at once when it is told to', async () => {
      const { authority, one } = open()
      authority.refusal = { code: 'disk_full', message: 'The disk is full.' }
      one.caret('ferry').type('s')
      await vi.advanceTimersByTimeAsync(20_000)
      authority.refusal = null
      one.exchange.tryAgain()
      await vi.advanceTimersByTimeAsync(0)
      expect(one.exchange.safety().state).toBe('saved')
    })

    it('is saved again when nothing is left to send', async () => {
      const { one } = open()
      one.exchange.hearSaved({ state: 'failing', message: 'The disk is full.', since: '2026-04-14T12:00:00.000Z' })
      expect(one.exchange.safety().state).toBe('failing')
      one.exchange.tryAgain()
      await vi.advanceTimersByTimeAsync(0)
      expect(one.exchange.safety().state).toBe('saved')
    })

    it('sends what is typed after steps of another window could not be fetched at first', async () => {
      const { authority, deaf, hearLate } = await missingSteps()
      vi.spyOn(authority, 'stepsSince').mockResolvedValueOnce({
        ok: false,
        error: { code: 'disk_refused', message: 'The folder is gone.' },
      })
      hearLate()
      await vi.advanceTimersByTimeAsync(10_000)
      const before = authority.requests.length
      deaf.caret('The').type(' old')
      await vi.advanceTimersByTimeAsync(0)
      expect(authority.requests.length).toBeGreaterThan(before)
      deaf.exchange.stop()
    })

    it('keeps and shows a change of the record, and sends it when the disk is back', async () => {
      const { authority, one } = open()
      authority.refusal = { code: 'disk_full', message: 'The disk is full.' }
      const done = vi.fn()
      void one.exchange.changeRecord({ desk: 'Foreign' }).then(done)
      await vi.advanceTimersByTimeAsync(0)
      void one.exchange.changeRecord({ urgency: 2 })
      expect(one.exchange.safety()).toMatchObject({ state: 'failing', unsent: 2 })
      expect(one.record).toMatchObject({ desk: 'Foreign', urgency: 2 })
      expect(authority.record).toMatchObject({ desk: '', urgency: 5 })
      expect(done).not.toHaveBeenCalled()
      authority.refusal = null
      await vi.advanceTimersByTimeAsync(6000)
      expect(authority.record).toMatchObject({ desk: 'Foreign', urgency: 2 })
      expect(done).toHaveBeenCalledOnce()
      expect(one.exchange.safety().state).toBe('saved')
    })
  })

  it('gives a value back that the record may not have, and sends the rest', async () => {
    const { authority, one } = open()
    authority.refusal = { code: 'invalid_input', message: 'The story was not changed.' }
    const change = one.exchange.changeRecord({ desk: 'Foreign' })
    await expect(change).rejects.toThrow('The story was not changed.')
    expect(one.record.desk).toBe('')
    authority.refusal = null
    one.caret('ferry').type('s')
    await one.exchange.flush()
    expect(authority.document.textContent).toContain('ferrys')
  })

  describe('when main refuses for good', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    it.each(['step_refused', 'version_behind', 'not_found'] as const)(
      'does not ask again after %s, keeps the text and counts it',
      async (code) => {
        const { authority, one } = open()
        authority.refusal = { code, message: 'Open the story again.' }
        one.caret('ferry').type('s')
        await vi.advanceTimersByTimeAsync(0)
        one.type(' run')
        await vi.advanceTimersByTimeAsync(60_000)
        expect(authority.requests).toHaveLength(1)
        expect(one.exchange.safety()).toEqual({
          state: 'refused',
          message: 'Open the story again.',
          unsent: 5,
          isInTrash: false,
        })
        expect(one.state.doc.textContent).toContain('ferrys run')
        await expect(one.exchange.flush()).rejects.toThrow('Open the story again.')
      },
    )

    it('keeps what the trash came before, and sends it when the story is taken back', async () => {
      const { authority, one } = open()
      authority.refusal = { code: 'not_found', message: 'This story was closed.' }
      one.caret('ferry').type('s')
      await vi.advanceTimersByTimeAsync(0)
      one.exchange.suspend(new GalleyError('not_found', 'It is in the trash.'))
      one.type(' run')
      void one.exchange.changeRecord({ desk: 'Foreign' })
      await vi.advanceTimersByTimeAsync(60_000)
      const safety = { state: 'refused', message: 'It is in the trash.', unsent: 6, isInTrash: true }
      expect(one.exchange.safety()).toEqual(safety)
      expect(authority.requests).toHaveLength(1)
      authority.refusal = null
      one.exchange.resume()
      await one.exchange.flush()
      expect(one.exchange.safety().state).toBe('saved')
      expect(authority.document.textContent).toContain('ferrys run')
      expect(authority.record.desk).toBe('Foreign')
    })

    it('stops when it hears what does not fit the story here', async () => {
      const { authority, one, two } = open()
      one.exchange.hear({
        version: 0,
        steps: [{ stepType: 'replace', from: 900, to: 901 }],
        clients: [],
      })
      await vi.advanceTimersByTimeAsync(0)
      expect(one.exchange.safety()).toEqual({
        state: 'refused',
        message: 'Lost touch.',
        unsent: 0,
        isInTrash: false,
      })
      two.caret('ferry').type('s')
      await vi.advanceTimersByTimeAsync(0)
      expect(authority.document.textContent).toContain('ferrys')
      expect(one.exchange.safety().state).toBe('refused')
    })
  })

  it('passes on that the file of the story cannot follow', () => {
    const { one } = open()
    one.exchange.hearSaved({ state: 'saved', at: '2026-04-14T12:00:00.000Z', warning: 'The file cannot follow.' })
    expect(one.exchange.safety()).toMatchObject({ state: 'saved', warning: 'The file cannot follow.' })
    one.exchange.hearSaved({ state: 'saved', at: '2026-04-14T12:00:01.000Z' })
    expect(one.exchange.safety()).toMatchObject({ state: 'saved', warning: null })
  })
})
