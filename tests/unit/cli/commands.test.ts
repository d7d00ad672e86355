import { randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { takeLock } from '../../../storage/files/lock.ts'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { galley, withCommandLine } from './galley.ts'

withCommandLine()

const photos = join(import.meta.dirname, '../../fixtures/photos')

const english = `The bell at Vernashat rings again

After nine winters of silence the ferry bell was hung on Tuesday, in front of half the town.

“We kept the rope all this time,” said Mara Teyf, who runs the landing. “Nobody asked for it back.”

The district paid for the new cable. It will be tested in May.
`
const armenian =
  'Վերնաշատի զանգը կրկին հնչում է\n\nԻնը ձմեռ լռելուց հետո լաստի զանգը կախվեց։ «Պարանը պահել ենք», — ասաց Մարա Թեյֆը։\n'

const importedSchema = z.strictObject({
  imported: z.array(
    z.strictObject({
      file: z.string(),
      id: z.string(),
      slug: z.string(),
      headline: z.string(),
      language: z.string(),
      warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
    }),
  ),
  refused: z.array(z.strictObject({ file: z.string(), code: z.string(), message: z.string() })),
})

/** A folder with a workspace and files to bring in. */
async function desk(): Promise<{
  folder: string
  workspace: string
  file: (name: string, text: string) => Promise<string>
}> {
  const folder = await temporaryFolder()
  const workspace = join(folder, 'desk')
  await galley(['init', workspace, '--name', 'The desk'])
  return {
    folder,
    workspace,
    file: async (name, text) => {
      await writeFile(join(folder, name), text)
      return join(folder, name)
    },
  }
}

async function importOne(workspace: string, file: string): Promise<string> {
  const { imported } = importedSchema.parse((await galley(['import', file, '--json'], { workspace })).json)
  return imported[0]?.id ?? ''
}

describe('galley init', () => {
  it('makes a workspace once, and says where', async () => {
    const folder = join(await temporaryFolder(), 'a desk')
    const made = await galley(['init', folder, '--name', 'Վերնաշատ', '--language', 'HY', '--json'])
    expect(made).toMatchObject({ status: 0, json: { workspace: folder }, err: '' })
    const file: unknown = JSON.parse(await readFile(join(folder, 'galley.json'), 'utf8'))
    expect(file).toMatchObject({ name: 'Վերնաշատ', settings: { language: 'hy' } })
    const again = await galley(['init', folder, '--json'])
    expect(again).toMatchObject({ status: 1, json: { error: { code: 'destination_exists' } } })
  })
})

describe('galley import', () => {
  it('brings in a story per file; one that is refused is named and the others still come', async () => {
    const { folder, workspace, file } = await desk()
    const [good, other] = [await file('bell.txt', english), await file('զանգ.txt', armenian)]
    const empty = await file('empty.txt', '  \n')
    const inputs = [good, join(folder, 'missing.txt'), empty, other]
    const { status, json, err } = await galley(['import', ...inputs, '--json'], { workspace })
    const { imported, refused } = importedSchema.parse(json)
    expect(status).toBe(1)
    expect(imported.map((story) => [story.file, story.language])).toEqual([
      [good, 'en'],
      [other, 'hy'],
    ])
    expect(imported[0]?.headline).toBe('The bell at Vernashat rings again')
    expect(refused.map((one) => [one.file, one.code])).toEqual([
      [join(folder, 'missing.txt'), 'not_found'],
      [empty, 'invalid_input'],
    ])
    expect(err).toContain('missing.txt: There is no such file. (not_found)')
    const { json: listed } = await galley(['list', '--json'], { workspace })
    expect(listed).toMatchObject({ total: 2 })
  })

  it('looks through folders, and tells of a file whose story is there already with that story', async () => {
    const { folder, workspace, file } = await desk()
    const archive = join(folder, 'archive')
    await mkdir(join(archive, 'inside'), { recursive: true })
    await file('archive/bell.txt', english)
    await file('archive/inside/page.md', '# A page\n\nWords of *a page*, marked up.')
    await file('archive/.hidden', 'x')
    const first = await galley(['import', archive, '--json'], { workspace })
    const { imported } = importedSchema.parse(first.json)
    expect([first.status, imported.map((story) => story.headline)]).toEqual([
      0,
      ['The bell at Vernashat rings again', 'A page'],
    ])
    expect(first.err).toContain('Passed over in the folders: 1 hidden.')
    const again = await galley(['import', archive, '--json'], { workspace })
    const known = importedSchema.parse(again.json).imported
    expect([again.status, known.map((story) => [story.id, story.slug])]).toEqual([
      0,
      imported.map((story) => [story.id, story.slug]),
    ])
    expect(known.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ['already_there'],
      ['already_there'],
    ])
    expect((await galley(['list', '--json'], { workspace })).json).toMatchObject({ total: 2 })
  })

  it('takes the language and format it is told', async () => {
    const { workspace, file } = await desk()
    const page = await file('page.txt', '<h1>One</h1><p>Words of a page, marked up.</p>')
    const told = ['import', page, '--format', 'html', '--language', 'ru', '--json']
    const { status, json } = await galley(told, { workspace })
    expect([status, importedSchema.parse(json).imported[0]]).toMatchObject([0, { headline: 'One', language: 'ru' }])
  })
})

describe('galley list, search, show and text', () => {
  it('show what is there, newest first, exactly as promised', async () => {
    const { workspace, file } = await desk()
    const id = await importOne(workspace, await file('bell.txt', english))
    await importOne(workspace, await file('hy.txt', armenian))
    const { json } = await galley(['list', '--limit', '1', '--json'], { workspace })
    const list = z
      .strictObject({ total: z.literal(2), stories: z.array(z.record(z.string(), z.unknown())) })
      .parse(json)
    const keys = 'id slug headline language status desk updated words photos quotes errors warnings'.split(' ')
    expect(list.stories.map((story) => Object.keys(story).sort())).toEqual([keys.sort()])

    const found = await galley(['search', 'BELL', 'may', '--json'], { workspace })
    expect(found.json).toMatchObject({ total: 1, stories: [{ id, snippet: expect.stringMatching(/bell/i) as string }] })
    expect((await galley(['list', '--query', 'զանգը', '--json'], { workspace })).json).toMatchObject({ total: 1 })
    expect((await galley(['search', 'submarine', '--json'], { workspace })).json).toEqual({ total: 0, stories: [] })

    const shown = await galley(['show', id, '--json'], { workspace })
    expect(shown.json).toMatchObject({ record: { id, status: 'draft' }, document: { type: 'doc' } })
    const text = await galley(['text', id], { workspace })
    expect(text.out).toBe(english)
    expect(JSON.parse((await galley(['show', id], { workspace })).out)).toEqual(shown.json)
  })

  it('say that a story is not there', async () => {
    const { workspace } = await desk()
    for (const id of ['01938f2a-5c00-7d31-9a42-6f0e1b2c3d4f', 'bell', '../../galley']) {
      const { status, json, err } = await galley(['show', id, '--json'], { workspace })
      expect([status, json]).toMatchObject([1, { error: { code: 'not_found' } }])
      expect(err).toMatch(/^galley: /)
    }
  })
})

describe('galley analyze', () => {
  it('needs no workspace, and counts in UTF-16 units of what it was given', async () => {
    const input = `\ufeff🔔 Bell\r\n\r\n“We kept the rope,” said Mara Teyf.\r\n`
    const { status, json } = await galley(['analyze', '-', '--language', 'en', '--json'], { input })
    const span = z.looseObject({ from: z.int(), to: z.int(), text: z.string() })
    const { quotes } = z
      .strictObject({
        language: z.literal('en'),
        quotes: z.array(
          z.strictObject({
            kind: z.enum(['direct', 'partial']),
            ...span.shape,
            speaker: span.extend({ name: z.string().nullable() }).nullable(),
            cue: span.nullable(),
            confidence: z.number().min(0).max(1),
          }),
        ),
        captions: z.array(span),
        dateline: span.nullable(),
      })
      .parse(json)
    expect(status).toBe(0)
    expect(quotes.map(({ text }) => text)).toEqual(['We kept the rope,'])
    for (const part of quotes.flatMap((quote) => [quote, quote.speaker, quote.cue])) {
      if (part !== null) expect(input.slice(part.from, part.to)).toBe(part.text)
    }
  })

  it('refuses what is no UTF-8 text', async () => {
    const { status, json } = await galley(['analyze', '-', '--json'], { input: Buffer.from([0x41, 0xff, 0xfe]) })
    expect([status, json]).toMatchObject([1, { error: { code: 'invalid_input' } }])
  })
})

describe('the main job', () => {
  it('goes from text and photo to a verified bundle', async () => {
    const { folder, workspace, file } = await desk()
    const id = await importOne(workspace, await file('bell.txt', english))

    const added = await galley(['photo', join(photos, 'exif.jpg'), join(photos, 'cut.jpg'), '--story', id, '--json'], {
      workspace,
    })
    expect(added).toMatchObject({
      status: 1,
      json: {
        photos: [
          {
            file: join(photos, 'exif.jpg'),
            media: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
            width: 96,
            height: 64,
          },
        ],
        refused: [{ file: join(photos, 'cut.jpg'), code: 'not_an_image' }],
      },
    })
    const checked = await galley(['check', id, '--json'], { workspace })
    const findings = z
      .looseObject({ findings: z.array(z.looseObject({ severity: z.string(), story: z.literal(id) })) })
      .parse(checked.json).findings
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(checked.status).toBe(errors.length > 0 ? 1 : 0)
    expect(errors.length).toBeGreaterThan(0)

    const blocked = await galley(['publish', id, '--out', join(folder, 'out'), '--json'], { workspace })
    expect(blocked).toMatchObject({ status: 1, json: { error: { code: 'blocked_by_findings' } } })
    expect(await readdir(folder)).not.toContain('out')

    const plain = await importOne(workspace, await file('plain.txt', english.replace('Vernashat', 'Harsnakar')))
    const strangers = [randomUUID(), 'bell']
    const partly = await galley(['publish', plain, ...strangers, '--out', join(folder, 'out'), '--json'], { workspace })
    expect(partly).toMatchObject({
      status: 1,
      json: { error: { code: 'not_found' }, refused: strangers.map((name) => ({ file: name, code: 'not_found' })) },
    })
    expect(partly.err).toContain(strangers[0])
    expect(await readdir(folder)).not.toContain('out')

    const out = join(folder, 'bundles', 'one')
    const published = await galley(['publish', plain, '--out', out, '--json'], { workspace })
    expect(published).toMatchObject({
      status: 0,
      json: { bundle: out, version: 1, stories: [{ id: plain, version: 1 }] },
    })
    expect(await readdir(out)).toContain('manifest.json')
    expect((await galley(['show', plain, '--json'], { workspace })).json).toMatchObject({
      record: { status: 'published' },
    })

    const verified = await galley(['verify', out, '--json'])
    expect(verified).toMatchObject({ status: 0, json: { ok: true, problems: [] } })
    const again = await galley(['publish', plain, '--out', `${out}.zip`, '--json'], { workspace })
    expect(again).toMatchObject({ status: 0, json: { version: 1 } })
    await writeFile(join(out, 'manifest.json'), '{}')
    const spoilt = await galley(['verify', out, '--json'])
    expect(spoilt).toMatchObject({ status: 1, json: { ok: false } })

    const corrected = await galley(
      ['publish', plain, '--out', join(folder, 'two'), '--note', 'It was the bell.', '--json'],
      { workspace },
    )
    expect(corrected).toMatchObject({ status: 0, json: { version: 2 } })
    const killed = await galley(['publish', plain, '--kill', '--out', join(folder, 'three'), '--json'], { workspace })
    expect(killed).toMatchObject({ status: 0, json: { version: 3 } })
    const shown = await galley(['show', plain, '--json'], { workspace })
    expect(shown.json).toMatchObject({
      record: { status: 'withdrawn', publications: [{ kind: 'first' }, { kind: 'correction' }, { kind: 'kill' }] },
    })
    expect((await galley(['verify', join(folder, 'nowhere'), '--json'])).status).toBe(1)
  })
})

describe('exit statuses and streams', () => {
  it.each([
    [['compose']],
    [[]],
    [['list', '--limit', '0']],
    [['list', '--limit', 'many']],
    [['import']],
    [['import', 'a.txt', '--format', 'pdf']],
    [['init', 'x', '--language', 'english please']],
    [['publish', '--all']],
    [['check', '--unknown']],
  ])('are 2 for %j', async (words) => {
    const { status, out, err } = await galley(words)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err).not.toBe('')
  })

  it('are 2 for a choice of stories that is none or two', async () => {
    const { workspace } = await desk()
    expect((await galley(['check'], { workspace })).status).toBe(2)
    const both = await galley(['check', 'x', '--all', '--json'], { workspace })
    expect([both.status, both.json]).toMatchObject([2, { error: { code: 'usage' } }])
  })

  it('are 0 for help and version', async () => {
    const help = await galley(['--help'])
    expect([help.status, help.err]).toEqual([0, ''])
    for (const command of [
      'init',
      'import',
      'list',
      'show',
      'text',
      'analyze',
      'check',
      'publish',
      'verify',
      'photo',
    ]) {
      expect(help.out).toContain(command)
    }
    expect((await galley(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('are 3 for a workspace that is missing, locked, damaged or newer', async () => {
    const folder = await temporaryFolder()
    const missing = await galley(['list', '--workspace', folder, '--json'])
    expect([missing.status, missing.json]).toMatchObject([3, { error: { code: 'workspace_missing' } }])
    expect(missing.err).toContain('galley init')
    expect(await readdir(folder)).toEqual([])

    const { workspace } = await desk()
    const lock = await takeLock(nodeFileSystem, workspace, 'the window')
    const locked = await galley(['list', '--json'], { workspace })
    expect([locked.status, locked.json]).toMatchObject([3, { error: { code: 'workspace_locked' } }])
    expect(locked.err).toContain(`the window (process ${process.pid})`)
    await lock.release()

    const before = await readFile(join(workspace, 'galley.json'), 'utf8')
    await writeFile(join(workspace, 'galley.json'), before.replace('"format": 1', '"format": 9'))
    expect(await galley(['list', '--json'], { workspace })).toMatchObject({
      status: 3,
      json: { error: { code: 'newer_format' } },
    })
    for (const name of ['galley.json', 'galley.prev.json']) await writeFile(join(workspace, name), 'x')
    expect(await galley(['list', '--json'], { workspace })).toMatchObject({
      status: 3,
      json: { error: { code: 'workspace_damaged' } },
    })
  })

  it('find the workspace by option, by environment, then where the platform keeps data', async () => {
    const { folder, workspace } = await desk()
    expect((await galley(['list', '--workspace', workspace], { workspace: folder })).status).toBe(0)
    const home = join(folder, 'home')
    await mkdir(home)
    const { err, status } = await galley(['list'], { env: { HOME: home, XDG_DATA_HOME: '', APPDATA: home } })
    expect(status).toBe(3)
    expect(err).toContain(home)
    expect(await readdir(home)).toEqual([])
  })

  it('leave standard error empty with --quiet', async () => {
    const { workspace, file } = await desk()
    const page = await file('page.html', '<body><nav>Menu</nav><h1>One</h1><p>Words of a page, marked up.</p></body>')
    const { status, err } = await galley(['import', page, '--quiet'], { workspace })
    expect([status, err]).toEqual([0, ''])
  })
})
