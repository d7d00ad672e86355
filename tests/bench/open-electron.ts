import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRuntime } from '../../build/runtime/find.ts'
import { findSandbox, namespaceLauncher } from '../../build/runtime/sandbox.ts'
import { processesOf } from './process-tree.ts'

/** An Electron that a benchmark started, and the page in its window. */
export interface Opened {
  page: Page
  /** When it was started, in milliseconds since the epoch, as `performance.timeOrigin` in the page counts them. */
  started: number
  /** The first process of the application. */
  pid: number
  /** Quits as an editor would. */
  close: () => Promise<void>
  /** Ends all its processes at once, as a power cut does. */
  kill: () => Promise<void>
}

/**
 * Starts an application the same way whatever it is: no test driver in its main process, only Chromium's own
 * debugging port, a fresh profile, the sandbox on. Resolves when its page says that it is ready.
 */
export async function openElectron(folder: string, words: string[] = []): Promise<Opened> {
  const { dist, executable } = await findRuntime((line) => process.stderr.write(`${line}\n`))
  const sandbox = findSandbox()
  const profile = await mkdtemp(join(tmpdir(), 'galley-bench-'))
  const program = sandbox === 'user-namespace' ? namespaceLauncher : executable
  const switches = [...(sandbox === 'refused' ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`]
  const started = performance.timeOrigin + performance.now()
  const child = spawn(program, ['--remote-debugging-port=0', ...switches, folder, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: dist },
  })
  const ended = once(child, 'exit')
  const clean = async (): Promise<void> => {
    await ended
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  const end = async (): Promise<void> => {
    child.kill('SIGTERM')
    const patience = setTimeout(() => child.kill('SIGKILL'), 5000)
    await ended
    clearTimeout(patience)
    await clean()
  }
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child.stderr))
    const context = browser.contexts()[0]
    if (!context) throw new Error('Electron has no window.')
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
    return {
      page,
      started,
      pid: child.pid ?? 0,
      close: async () => {
        await browser.close()
        await end()
      },
      kill: async () => {
        for (const pid of await processesOf(child.pid ?? 0)) process.kill(pid, 'SIGKILL')
        await clean()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** Chromium prints where its debugger listens; what else it prints is read on, so that it never blocks. */
function debuggerAddress(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    output.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000)
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    output.on('end', () => reject(new Error(`Electron ended before its window opened.\n${said}`)))
  })
}
