import { expect, test, vi } from 'vitest'
import { buildBridge } from '../../../electron/preload/bridge.ts'

/** A bridge whose files lie in `/archive`, and what goes out on its wire. */
function bridge() {
  const invoke = vi.fn((_channel: string, _request: unknown) => Promise.resolve(null))
  const never = (): never => {
    throw new Error('nobody listens here')
  }
  return { invoke, ...buildBridge({ invoke, on: never, off: never, pathOf: (file) => `/archive/${file.name}` }) }
}

test('dropped files go out as where they lie, which the page never learns', async () => {
  const { importing, invoke } = bridge()
  await importing.moveInDropped({ files: [new File([], 'old stories')] })
  expect(invoke.mock.calls).toEqual([['galley:importing.moveInDropped', { files: ['/archive/old stories'] }]])
})

test.each([[['/etc']], [[{ name: 'etc' }]], [null], ['/etc']])('a page names no place with %j', async (files) => {
  const { importing, invoke } = bridge()
  await importing.moveInDropped({ files } as never)
  expect(JSON.stringify(invoke.mock.calls)).not.toContain('etc')
})
