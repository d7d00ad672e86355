import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Session } from 'electron'
import { isAppAddress } from './origin.ts'
import { pageFile } from './page-files.ts'
import { securityHeaders } from './policy.ts'

/** Serves the window's bundle, the folder `root`, as `app://galley/`. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET' || !isAppAddress(request.url)) return refused(403)
    const file = pageFile(root, new URL(request.url).pathname)
    if (file === null) return refused(404)
    const nonce = randomBytes(16).toString('base64')
    try {
      const bytes = await readFile(file.path)
      const body = file.type.startsWith('text/html') ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes)
      return new Response(body, { headers: { ...securityHeaders(nonce), 'content-type': file.type } })
    } catch {
      return refused(404)
    }
  })
}

/** Tells the page's own libraries the nonce, in the place where they look for it. */
function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`)
}

function refused(status: number): Response {
  return new Response(null, { status })
}
