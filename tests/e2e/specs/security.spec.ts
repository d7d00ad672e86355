import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calls, eventNames } from '../../../electron/preload/surface.ts'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'

let galley: Galley
let folder: string
let server: Server
let remote: string
let visits = 0

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-security-'))
  server = createServer((_request, response) => {
    visits += 1
    response.setHeader('access-control-allow-origin', '*').end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  remote = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  galley = await launchGalley({ workspace: join(folder, 'archive'), ready: false })
  await galley.page.waitForLoadState()
})

test.afterAll(async () => {
  await galley.close()
  server.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Asks the host itself for an address, as a page of ours would: no policy of a page is in the way. */
function hostFetch(address: string, method = 'GET') {
  return galley.app.evaluate(
    async ({ session }, [target, verb]) => {
      try {
        const response = await session.defaultSession.fetch(target, { method: verb })
        const text = await response.text()
        return { status: response.status, headers: Object.fromEntries(response.headers), length: text.length }
      } catch {
        return { status: 0, headers: {}, length: 0 }
      }
    },
    [address, method] as const,
  )
}

test('the page has no Node and nothing of Electron', async () => {
  const found = await galley.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(found).toEqual([])
})

test('the window is isolated and sandboxed, and the system confirms it', async () => {
  const { preferences, process } = await galley.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const inner = contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    return { preferences: inner.getLastWebPreferences(), process: contents?.getOSProcessId() ?? 0 }
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    sandbox: true,
    webSecurity: true,
  })
  expect(preferences['webviewTag'] ?? false).toBe(false)
  test.skip(globalThis.process.platform !== 'linux' || !galley.sandboxed, 'the sandbox is looked up in /proc')
  const status = readFileSync(`/proc/${process}/status`, 'utf8')
  expect(/^Seccomp:\s+(\d)/m.exec(status)?.[1]).toBe('2')
  expect(/^NoNewPrivs:\s+(\d)/m.exec(status)?.[1]).toBe('1')
})

test('the bridge holds the calls of the contract and nothing else', async () => {
  const surface = await galley.page.evaluate(() =>
    Object.fromEntries(
      Object.entries(window.galley).map(([area, inside]) => [
        area,
        typeof inside === 'function' ? 'function' : Object.keys(inside).sort(),
      ]),
    ),
  )
  const named = Object.entries(calls).map(([area, methods]) => [area, Object.keys(methods).sort()] as const)
  expect(surface).toEqual({ ...Object.fromEntries(named), on: 'function' })
  expect(Object.keys(eventNames)).toHaveLength(17)
})

test('the page cannot change the bridge', async () => {
  const kept = await galley.page.evaluate(() => {
    const before = window.galley.stories.list
    const bridge = window.galley as unknown as Record<string, Record<string, unknown>>
    const tries = [
      () => Object.assign(bridge['stories'] ?? {}, { list: () => 'mine' }),
      () => Object.assign(bridge, { stories: {} }),
      () => Object.defineProperty(window, 'galley', { value: {} }),
    ]
    for (const attempt of tries) {
      try {
        attempt()
      } catch {
        // A frozen thing may also refuse loudly.
      }
    }
    return window.galley.stories.list === before
  })
  expect(kept).toBe(true)
})

test('the policy stops script that is not ours', async () => {
  const outcome = await galley.page.evaluate(async () => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    const marks = globalThis as unknown as Record<string, boolean>
    const inline = document.createElement('script')
    inline.textContent = 'globalThis.inlineRan = true'
    document.body.append(inline)
    const handler = document.createElement('div')
    handler.setAttribute('onclick', 'globalThis.handlerRan = true')
    document.body.append(handler)
    handler.click()
    const away = document.createElement('script')
    away.src = 'data:text/javascript,globalThis.dataRan=true'
    document.body.append(away)
    const styled = document.createElement('style')
    styled.textContent = 'body { color: red }'
    document.body.append(styled)
    // From a timer: what a driver of the page runs itself is let through.
    const evaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          const made = Reflect.construct(Function, ['globalThis.evalRan = true']) as () => void
          made()
          resolve(true)
        } catch {
          resolve(false)
        }
      }, 300)
    })
    // A refusal is told a moment after it happened.
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (const element of [inline, handler, away, styled]) element.remove()
    const ran = ['inlineRan', 'handlerRan', 'dataRan', 'evalRan'].filter((name) => marks[name])
    return { ran, evaluated, refused: [...new Set(refused)].sort() }
  })
  expect(outcome).toEqual({
    ran: [],
    evaluated: false,
    refused: ['script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
  })
})

test('nothing leaves the computer, from the page or from the host', async () => {
  visits = 0
  const fetched = await galley.page.evaluate(async (address) => {
    const picture = new Promise<string>((resolve) => {
      const image = new Image()
      image.onload = () => resolve('loaded')
      image.onerror = () => resolve('refused')
      image.src = address
    })
    const request = fetch(address).then(
      () => 'loaded',
      () => 'refused',
    )
    const beacon = navigator.sendBeacon(address, 'words')
    return { picture: await picture, request: await request, beacon }
  }, remote)
  expect(fetched).toMatchObject({ picture: 'refused', request: 'refused' })
  expect(await hostFetch(remote)).toMatchObject({ status: 0 })
  expect(visits).toBe(0)
})

test('the page stays where it is', async () => {
  const { page, app } = galley
  const before = page.url()
  for (const target of [
    remote,
    'file:///etc/passwd',
    'app://elsewhere/',
    'data:text/html,<h1>hi</h1>',
    'about:blank',
  ]) {
    await page.evaluate((address) => {
      const link = document.createElement('a')
      link.href = address
      document.body.append(link)
      link.click()
      link.remove()
      try {
        window.location.href = address
      } catch {
        // Refused at once.
      }
    }, target)
  }
  await page.waitForTimeout(500)
  expect(page.url()).toBe(before)
  expect(await page.evaluate(() => document.title)).toBe('Galley')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe(before)
})

test('a page that was made blank gives way to the desk again', async () => {
  const { page } = galley
  await page.evaluate(() => {
    window.location.href = 'about:blank'
  })
  const answers = () => page.evaluate(async () => (await window.galley.desk.info(null)).ok).catch(() => false)
  await expect.poll(() => page.url()).toBe('app://galley/index.html')
  await expect.poll(answers).toBe(true)
})

test('no window can be opened', async () => {
  const { page, app } = galley
  const opened = await page.evaluate((address) => {
    const targets = [address, 'about:blank', window.location.href, '']
    return targets.map((target) => window.open(target, '_blank') === null)
  }, remote)
  expect(opened).toEqual([true, true, true, true])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a request that is not of the contract is refused with its code', async () => {
  const answers = await galley.page.evaluate(async () => {
    const bridge = window.galley as unknown as Record<string, Record<string, (request: unknown) => Promise<unknown>>>
    const id = '../../../etc/passwd'
    const tries: [string, string, unknown][] = [
      ['stories', 'open', { id }],
      ['stories', 'open', { id, more: true }],
      ['stories', 'open', null],
      ['stories', 'list', { query: 'x'.repeat(501), limit: 1 }],
      ['stories', 'sendSteps', { id, version: -1, steps: [], client: 'me' }],
      ['desk', 'window', { act: 'open' }],
      ['desk', 'changeSettings', { theme: 'pink' }],
      ['desk', 'changeSettings', { unknown: 1 }],
      ['media', 'add', { files: [{ name: '', bytes: new Uint8Array(1) }] }],
      ['media', 'add', { files: [{ name: 'a.jpg', bytes: [1, 2, 3] }] }],
      ['media', 'get', { ids: ['../secret'] }],
      ['publishing', 'publish', { ids: [], folder: '/tmp' }],
    ]
    return Promise.all(tries.map(async ([area, method, request]) => bridge[area]?.[method]?.(request)))
  })
  expect(answers).toHaveLength(12)
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
})

test('a page that is not ours, and a frame in one that is, are refused', async () => {
  const answers = await galley.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/dist/electron/preload.cjs`
    const ask = "window.galley.stories.list({ query: '', limit: 1 })"
    const open = (subframes: boolean) =>
      new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: subframes },
      })
    const foreign = open(false)
    await foreign.loadURL('data:text/html,<title>elsewhere</title>')
    const fromForeign: unknown = await foreign.webContents.executeJavaScript(ask)
    foreign.destroy()

    const ours = open(true)
    await ours.loadURL('app://galley/index.html')
    const script = `new Promise((resolve) => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<title>inside</title>'
      frame.onload = () => resolve(frame.contentWindow.galley?.stories.list({ query: '', limit: 1 }) ?? 'no bridge')
      document.body.append(frame)
    })`
    const fromFrame: unknown = await ours.webContents.executeJavaScript(script)
    const fromPage: unknown = await ours.webContents.executeJavaScript(ask)
    ours.destroy()
    return { fromForeign, fromFrame, fromPage }
  })
  expect(answers.fromForeign).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(answers.fromFrame).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(answers.fromPage).toMatchObject({ ok: true })
})

test('a window has no preload in its frames and can show no other page in one', async () => {
  const found = await galley.page.evaluate(async (address) => {
    const blank = document.createElement('iframe')
    const away = document.createElement('iframe')
    away.src = address
    document.body.append(blank, away)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const bridge = blank.contentWindow === null ? false : 'galley' in blank.contentWindow
    blank.remove()
    away.remove()
    return bridge
  }, remote)
  expect(found).toBe(false)
  expect(visits).toBe(0)
})

test('app:// serves the bundle under the policy, and nothing beside it', async () => {
  const page = await hostFetch('app://galley/index.html')
  expect(page.status).toBe(200)
  expect(page.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-type': 'text/html; charset=utf-8',
  })
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  const refused = [
    'app://galley/../electron/main.mjs',
    'app://galley/..%2felectron/main.mjs',
    'app://galley/%2e%2e/%2e%2e/package.json',
    'app://galley/..%5c..%5cpackage.json',
    'app://galley//etc/passwd',
    'app://galley/',
    'app://elsewhere/index.html',
  ]
  for (const address of refused) expect((await hostFetch(address)).status, address).not.toBe(200)
  expect((await hostFetch('app://galley/index.html', 'POST')).status).not.toBe(200)
})

test('media:// serves photos by their hash, and nothing else', async () => {
  const id = await galley.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 600)
    canvas.getContext('2d')?.fillRect(0, 0, 450, 600)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const added = await window.galley.media.add({ files: [{ name: 'half.png', bytes }] })
    return added.ok ? (added.value.photos[0]?.id ?? '') : added.error.message
  })
  expect(id).toMatch(/^[0-9a-f]{64}$/)
  const widthOf = (address: string) =>
    galley.page.evaluate(
      (source) =>
        new Promise<number>((resolve) => {
          const image = new Image()
          image.onload = () => resolve(image.naturalWidth)
          image.onerror = () => resolve(0)
          image.src = source
        }),
      address,
    )
  expect(await widthOf(`media://photo/${id}`)).toBe(900)
  expect(await widthOf(`media://photo/${id}?w=320`)).toBe(640)
  const refused = [
    `media://photo/${'0'.repeat(64)}`,
    `media://photo/${id}.json`,
    `media://photo/..%2f..%2fgalley.json`,
    `media://photo/${id.slice(0, 2)}/${id}.png`,
    `media://elsewhere/${id}`,
    `media://photo/${id}?w=0`,
  ]
  for (const address of refused) expect(await widthOf(address), address).toBe(0)
})

test('permissions are refused, all but writing to the clipboard', async () => {
  const states = await galley.page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'clipboard-write']
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }))
    const position = new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('known'),
        () => resolve('refused'),
      ),
    )
    const captured = navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'captured',
      () => 'refused',
    )
    const states = (await Promise.all(asked)).map(({ state }) => state)
    return {
      states,
      position: await position,
      captured: await captured,
      notify: await Notification.requestPermission(),
    }
  })
  expect(states).toEqual({
    states: ['denied', 'denied', 'denied', 'denied', 'denied', 'granted'],
    position: 'refused',
    captured: 'refused',
    notify: 'denied',
  })
})
