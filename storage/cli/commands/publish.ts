import { resolve } from 'node:path'
import type { Workspace } from '../../library/workspace.ts'
import { GalleyError } from '../../model/errors.ts'
import type { StoryId } from '../../model/ids.ts'
import { BlockedByFindings } from '../../publish/blocked-by-findings.ts'
import { publish as publishStories } from '../../publish/publish.ts'
import type { FormatName, PublishProgress, PublishRequest } from '../../publish/request.ts'
import { formatNames } from '../../publish/request.ts'
import { bundleFormatsOption, storyIdOf } from '../arguments.ts'
import type { Command } from '../command.ts'
import type { Context } from '../context.ts'
import { eachInput } from '../each-input.ts'
import type { Outcome } from '../outcome.ts'
import { publishingDesk } from '../publishing-desk.ts'
import { storiesNamed } from '../stories-named.ts'
import { findingRow } from './check.ts'

interface Options {
  readonly all: boolean
  readonly out: string
  readonly zip: boolean
  readonly formats: readonly FormatName[]
  readonly note: string
  readonly kill: boolean
}

/** Publishes stories as one bundle. */
export const publish: Command = {
  name: 'publish',
  summary: 'Check stories and publish them as a bundle.',
  define: (commander, run) =>
    commander
      .argument('[id...]', 'the stories')
      .option('--all', 'every story that is not withdrawn', false)
      .requiredOption('--out <path>', 'where the bundle goes')
      .option('--zip', 'one .zip instead of a folder', false)
      .option('--formats <list>', formatNames.join(','), bundleFormatsOption, [...formatNames])
      .option('--note <text>', 'what changed; on a story that is out already it makes this a correction', '')
      .option('--kill', 'withdraw the stories', false)
      .action((ids: string[], options: Options) =>
        run((context) => context.withWorkspace((workspace) => publishNamed(workspace, context, ids, options))),
      ),
}

async function publishNamed(
  workspace: Workspace,
  context: Context,
  names: readonly string[],
  options: Options,
): Promise<Outcome> {
  const named = await storiesNamed(workspace, names, options.all)
  // Looked for before anything else, so that each one that is not there is named.
  const { done: ids, refused } = await eachInput(named, context, async (name) => {
    const { record } = await workspace.readStory(storyIdOf(name))
    return record.id
  })
  const [first] = refused
  if (first !== undefined) {
    const message = 'Not every story could be read. Nothing was published; leave out what is named.'
    context.note(message)
    return { json: { error: { code: first.code, message }, refused }, text: '', found: true }
  }
  const wanted = options.all ? await notWithdrawn(workspace, ids, context) : ids
  if (wanted.length === 0) throw new GalleyError('not_found', 'There is no story to publish.')
  const { zip, formats, note } = options
  const request = {
    ids: wanted,
    destination: { path: resolve(options.out) },
    zip,
    formats,
    note,
    kind: options.kill ? 'kill' : await kindFor(workspace, wanted, note),
  } satisfies PublishRequest
  try {
    const { findings, ...published } = await publishStories(request, publishingDesk(workspace), {
      now: context.now().toISOString(),
      signal: context.signal,
      onProgress: ({ stage, done, total }) => {
        context.bar.show(done, total, words[stage])
      },
    })
    const { bundle, version, stories, files, bytes } = published
    return {
      json: {
        bundle,
        version,
        stories,
        files,
        bytes,
        findings: findings.map((finding) => findingRow(finding.story, finding)),
      },
      text: [
        ...stories.map((story) => `${story.id}  ${story.slug}  version ${story.version}`),
        `${files} files, ${bytes} bytes in ${bundle}`,
      ].join('\n'),
    }
  } catch (error) {
    if (!(error instanceof BlockedByFindings)) throw error
    for (const { story, severity, message, where } of error.findings) {
      context.note(`${story}  ${severity}: ${message} (${where.place})`)
    }
    context.note(error.message)
    const findings = error.findings.map((finding) => findingRow(finding.story, finding))
    return { json: { error: { code: error.code, message: error.message }, findings }, text: '', found: true }
  } finally {
    context.bar.clear()
  }
}

/** A note to readers of stories that are all out already is a correction. */
async function kindFor(workspace: Workspace, ids: readonly StoryId[], note: string): Promise<'publish' | 'correction'> {
  if (note.trim() === '') return 'publish'
  const stories = await Promise.all(ids.map((id) => workspace.readStory(id)))
  return stories.every(({ record }) => record.publications.length > 0) ? 'correction' : 'publish'
}

const words: Record<PublishProgress['stage'], string> = {
  check: 'checked',
  render: 'rendered',
  write: 'written',
  read_back: 'read back',
  done: 'done',
}

async function notWithdrawn(
  workspace: Workspace,
  ids: readonly StoryId[],
  context: Context,
): Promise<readonly StoryId[]> {
  const wanted: StoryId[] = []
  for (const id of ids) {
    const { record } = await workspace.readStory(id)
    if (record.status === 'withdrawn') context.note(`${record.slug} is withdrawn and stays so.`)
    else wanted.push(id)
  }
  return wanted
}
