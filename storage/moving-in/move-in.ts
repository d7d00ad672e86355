import { createHash } from 'node:crypto'
import { basename, extname, join, resolve } from 'node:path'
import { v7 } from 'uuid'
import { detectFormat } from '../importers/detect-format.ts'
import { importFile } from '../importers/import-file.ts'
import type { ImportFormat } from '../importers/import-source.ts'
import type { ImportedStory } from '../importers/imported-story.ts'
import { alone, bringPhotos } from '../importers/photos-beside.ts'
import type { Beside } from '../importers/photos-beside.ts'
import { newState } from '../library/new-state.ts'
import { contentSum } from '../library/versions/version-file.ts'
import { isGalleyError } from '../model/errors.ts'
import type { GalleyError } from '../model/errors.ts'
import { storyIdSchema } from '../model/ids.ts'
import type { LanguageTag } from '../model/language.ts'
import type { Story } from '../model/story.ts'
import { headlineOf } from '../model/summary.ts'
import { folderBeside } from './folder-beside.ts'
import { KnownStories } from './known-stories.ts'
import { nothingSkipped } from './moved-file.ts'
import type { MovedFile, MovingEnd, MovingProgress, Skipped } from './moved-file.ts'
import type { MovingDesk } from './moving-desk.ts'
import { ProvenanceFile } from './provenance-file.ts'
import type { Provenance } from '../library/provenance.ts'
import { readBundleStories } from './read-bundle-stories.ts'
import { readSource } from './read-source.ts'
import { walk } from './walk.ts'
import type { Walked } from './walk.ts'

/** What to bring in, and who watches. */
export interface Moving {
  /** Files and folders. */
  readonly named: readonly string[]
  readonly language?: LanguageTag | null
  readonly format?: ImportFormat | 'auto'
  readonly signal: AbortSignal
  readonly onProgress: (progress: MovingProgress) => void
  /** Hears what became of each file, in their order; what it hears of as imported is on disk. */
  readonly onMoved: (moved: readonly MovedFile[]) => void
}

/** How many stories are stored together: their sources are noted with one sync, and their files written side by side. */
const together = 16

/** A file in hand: what it is called in the report, where it lies, and what it holds. */
interface Source {
  readonly file: string
  readonly name: string
  readonly bytes: Uint8Array
  /** The absolute path, empty for one without. */
  readonly from: string
  readonly beside: Beside
  /** Where the photos of its figures lie when the source itself does not say. */
  readonly places?: ReadonlyMap<number, readonly string[]>
}

interface Pending {
  readonly file: string
  readonly provenance: Provenance
  readonly story: ImportedStory
}

/**
 * Brings in a story for each file. What was noted of earlier imports tells what is there already: nothing comes in twice,
 * also after a run that was killed. Stops at the signal behind the file in hand, and at a full disk; what came in stays.
 * Throws `disk_refused`, `newer_format` when it could not begin.
 */
export async function moveIn(moving: Moving, desk: MovingDesk): Promise<MovingEnd> {
  const provenance = await ProvenanceFile.open(desk.fs, desk.root)
  try {
    return await new MovingIn(moving, desk, provenance).run()
  } finally {
    await provenance.close()
  }
}

class MovingIn {
  readonly #moving: Moving
  readonly #desk: MovingDesk
  readonly #provenance: ProvenanceFile
  readonly #known: KnownStories
  #pending: Pending[] = []
  #moved: MovedFile[] = []
  /** Of how many files it is known what became of them, and how many there are, each further story of a bundle being one. */
  #count = 0
  #total = 0

  constructor(moving: Moving, desk: MovingDesk, provenance: ProvenanceFile) {
    this.#moving = moving
    this.#desk = desk
    this.#provenance = provenance
    this.#known = new KnownStories(desk.fs, desk.root)
  }

  async run(): Promise<MovingEnd> {
    const { named, signal, onProgress } = this.#moving
    const skipped: { -readonly [Kind in keyof Skipped]: Skipped[Kind] } = { ...nothingSkipped }
    const all: Walked[] = []
    for await (const walked of walk(named, skipped)) {
      all.push(walked)
      if (signal.aborted) break
      if (all.length % 100 === 0) onProgress({ done: 0, total: all.length, name: basename(walked.path) })
    }
    let done = 0
    this.#total = all.length
    try {
      for (const walked of all) {
        if (signal.aborted) break
        onProgress({ done: Math.max(done, this.#count), total: this.#total, name: basename(walked.path) })
        await this.#take(walked)
        done += 1
      }
      await this.#store()
      onProgress({ done: this.#count, total: this.#total, name: '' })
      return { skipped, left: this.#total - this.#count, failure: null }
    } catch (error) {
      if (!isGalleyError(error) || error.code === 'internal') throw error
      const { code, message } = error
      return { skipped, left: this.#total - this.#count, failure: { code, message } }
    } finally {
      this.#tell()
    }
  }

  async #take(walked: Walked): Promise<void> {
    try {
      if (walked.kind === 'refused') throw walked.error
      if (walked.kind === 'bundle') await this.#takeBundle(walked.path)
      else await this.#takeFile(walked)
    } catch (error) {
      if (isGalleyError(error, 'cancelled')) return
      await this.#refuse(walked.path, error)
    }
    if (this.#pending.length >= together || this.#moved.length >= together) await this.#store()
  }

  async #takeFile({ path, isNamed, root }: Extract<Walked, { kind: 'file' }>): Promise<void> {
    const bytes = isNamed ? await this.#desk.readNamed(path) : await readSource(path)
    const isPath = path !== '-'
    const [from, beside] = isPath ? [resolve(path), folderBeside(path, root)] : ['', alone]
    await this.#takeSource({ file: path, name: basename(path), bytes, from, beside })
  }

  /** A story for each that the bundle names; it is one file until it is known how many they are. */
  async #takeBundle(path: string): Promise<void> {
    let isFirst = true
    for await (const bundled of readBundleStories(path, this.#moving.signal)) {
      if (this.#moving.signal.aborted) return
      if (!isFirst) this.#total += 1
      const file = isFirst ? path : join(path, bundled.folder)
      isFirst = false
      try {
        const { bytes, beside, places, ...source } = await bundled.read()
        const from = join(resolve(path), source.path)
        await this.#takeSource({ file, name: basename(source.path), bytes, from, beside, places })
      } catch (error) {
        await this.#refuse(file, error)
      }
      if (this.#pending.length >= together) await this.#store()
    }
  }

  async #takeSource(given: Source): Promise<void> {
    const { file, bytes, from } = given
    const source = createHash('sha256').update(bytes).digest('hex')
    // Of two files that are the same, the second waits for what becomes of the first.
    if (this.#pending.some((other) => other.provenance.source === source)) await this.#store()
    const before = this.#provenance.ofSource(source)
    const already = before === null ? null : await this.#known.standing(before)
    if (before !== null && already !== null) {
      // What cannot be read under its name is refused, whether or not the same came in under another.
      if (this.#readsOtherwise(given, before)) await this.#read(given)
      await this.#store()
      this.#know({ outcome: 'already', file, id: before.story, isTrashed: already === 'trash' })
      return
    }
    const story = await this.#read(given)
    if (story.origin !== undefined && (await this.#known.holds(story.origin, story))) {
      await this.#store()
      this.#know({ outcome: 'already', file, id: story.origin, isTrashed: false })
      return
    }
    const whole = await bringPhotos(withPlaces(story, given.places), given.beside, this.#desk.photos)
    const earlier = from === '' ? null : this.#provenance.ofPath(from)
    if (earlier !== null && (await this.#takeNewer(file, source, earlier, whole))) return
    const at = this.#desk.now()
    const id = storyIdSchema.parse(v7({ msecs: at.getTime() }))
    const content = contentSum(newState(id, aboutOf(whole), at))
    const noted = { format: 1 as const, at: at.toISOString(), story: id, source, from, content, replaced: null }
    this.#pending.push({ file, provenance: noted, story: whole })
  }

  #read({ name, bytes }: Source): Promise<ImportedStory> {
    const { language = null, format = 'auto' } = this.#moving
    return importFile({ name, bytes, language, format })
  }

  /** True when the name leads to another reading of the same bytes than the one they came in by. */
  #readsOtherwise({ name: now, bytes }: Source, { from }: Provenance): boolean {
    const before = basename(from)
    if (extname(now).toLowerCase() === extname(before).toLowerCase()) return false
    const { format = 'auto' } = this.#moving
    const [one, other] = [now, before].map((name) => detectFormat({ name, bytes, format }))
    return one !== other
  }

  /** The file has changed since it came in. True when its story, which nobody has worked on, now has the newer text. */
  async #takeNewer(file: string, source: string, earlier: Provenance, story: ImportedStory): Promise<boolean> {
    const standing = await this.#known.untouched(earlier)
    if (standing === null) return false
    await this.#store()
    const { record } = standing
    const sum = contentSum(standing)
    const content = contentSum({ record, document: story.document })
    await this.#provenance.note([{ ...earlier, at: this.#desk.now().toISOString(), source, content, replaced: sum }])
    const { id } = record
    if (!(await this.#desk.bringUpToDate({ id, standing: sum, document: story.document }))) return false
    const changed = {
      code: 'changed_since',
      message: 'This file has changed since it came in. Nobody had worked on its story, which now has the newer text.',
    }
    const words = { headline: headlineOf(story.document), language: record.language, slug: record.slug }
    this.#know({
      outcome: 'imported',
      file,
      id,
      ...words,
      warnings: [changed, ...warningsOf(story)],
      as: 'newer',
    })
    return true
  }

  /** Stores what is in hand. What is told of as imported afterwards is on disk. Throws `disk_full`. */
  async #store(): Promise<void> {
    const batch = this.#pending
    if (batch.length > 0) {
      const from = batch.map(({ provenance }) => this.#provenance.ofPath(provenance.from))
      await this.#provenance.note(batch.map(({ provenance }) => provenance))
      const stored = await Promise.allSettled(
        batch.map(({ provenance, story }) =>
          this.#desk.store(provenance.story, aboutOf(story), new Date(provenance.at)),
        ),
      )
      this.#pending = []
      let full: GalleyError | null = null
      for (const [index, result] of stored.entries()) {
        const pending = batch[index]
        if (pending === undefined) continue
        if (result.status === 'fulfilled') this.#know(importedOf(pending, result.value, from[index] ?? null))
        else if (!isGalleyError(result.reason)) throw result.reason
        else if (result.reason.code === 'disk_full') full = result.reason
        else this.#know(refusedOf(pending.file, result.reason))
      }
      if (full !== null) throw full
    }
    this.#tell()
  }

  async #refuse(file: string, error: unknown): Promise<void> {
    if (!isGalleyError(error) || error.code === 'internal' || error.code === 'disk_full') throw error
    await this.#store()
    this.#know(refusedOf(file, error))
  }

  #know(moved: MovedFile): void {
    this.#moved.push(moved)
    this.#count += 1
  }

  #tell(): void {
    const moved = this.#moved
    this.#moved = []
    if (moved.length > 0) this.#moving.onMoved(moved)
  }
}

function withPlaces(story: ImportedStory, places: Source['places']): ImportedStory {
  if (story.photos === undefined || places === undefined) return story
  const photos = story.photos.map((photo) =>
    photo.places.length > 0 ? photo : { ...photo, places: places.get(photo.figure) ?? [] },
  )
  return { ...story, photos }
}

function aboutOf({ fields, document }: ImportedStory) {
  return { ...fields, document }
}

function warningsOf({ warnings }: ImportedStory): { code: string; message: string }[] {
  return warnings.map(({ code, message }) => ({ code, message }))
}

function importedOf({ file, story }: Pending, { record, document }: Story, earlier: Provenance | null): MovedFile {
  const beside = {
    code: 'changed_since',
    message:
      'This file has changed since it came in. Its story was worked on or is gone, so it came in as one of its own.',
  }
  return {
    outcome: 'imported',
    file,
    id: record.id,
    slug: record.slug,
    headline: headlineOf(document),
    language: record.language,
    warnings: [...(earlier === null ? [] : [beside]), ...warningsOf(story)],
    as: 'new',
  }
}

function refusedOf(file: string, { code, message }: GalleyError): MovedFile {
  return { outcome: 'refused', file, code, message }
}
