import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { answerCall } from '../../../electron/ipc/answer.ts'
import { call } from '../../../electron/ipc/contract/call.ts'
import { describeError, reportTo } from '../../../electron/main/log.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const doubling = call(z.strictObject({ number: z.int() }), z.int())

test('a request that holds is handled and its answer parsed', async () => {
  const handle = (request: unknown): number => (request as { number: number }).number * 2
  await expect(answerCall(doubling, { number: 4 }, handle, vi.fn())).resolves.toEqual({ ok: true, value: 8 })
})

test.each([null, {}, { number: '4' }, { number: 4, more: 1 }])('%j never reaches the handler', async (payload) => {
  const handle = vi.fn()
  const answer = await answerCall(doubling, payload, handle, vi.fn())
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(handle).not.toHaveBeenCalled()
})

test('an error of ours comes out with its code and sentence', async () => {
  const handle = (): never => {
    throw new GalleyError('disk_full', 'The disk is full.')
  }
  const report = vi.fn()
  const answer = await answerCall(doubling, { number: 1 }, handle, report)
  expect(answer).toEqual({ ok: false, error: { code: 'disk_full', message: 'The disk is full.' } })
  expect(report).not.toHaveBeenCalled()
})

test('any other error is reported, and only says that it is ours', async () => {
  const fault = new Error('the words of a story')
  const report = vi.fn()
  const answer = await answerCall(doubling, { number: 1 }, () => Promise.reject(fault), report)
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(JSON.stringify(answer)).not.toContain('the words of a story')
  expect(report.mock.calls).toEqual([[fault]])
})

test('an answer that breaks the contract does not cross', async () => {
  const answer = await answerCall(doubling, { number: 1 }, () => 'two', vi.fn())
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
})

test('a log says what kind of error arose where, and repeats no words of a story', async () => {
  const cause = z.literal('Թամանյան').safeParse('«Мост открыт», — сказал он').error
  const error = new GalleyError('story_damaged', 'Bridge opens\n    at Vernashat', { cause })
  const file = join(mkdtempSync(join(tmpdir(), 'galley-log-')), 'galley.log')
  reportTo(file)('open story', error)
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('open story GalleyError story_damaged'))
  const line = readFileSync(file, 'utf8')
  expect(line).toContain('answers.test.ts')
  expect(line).not.toMatch(/Bridge|Vernashat|Мост|Թամանյան/)
  expect(describeError('Bridge opens')).toBe('string')
})
