import { writeAtomically } from '../../storage/files/atomic-write.ts'
import { nodeFileSystem } from '../../storage/files/node-file-system.ts'
import type { MovedFile } from '../../storage/moving-in/moved-file.ts'
import type { Moved } from './moving-in.ts'
import { wordsFor } from './words.ts'

/** Writes what became of every file: JSON where the name ends so, else text. Throws `disk_full`, `disk_refused`. */
export async function saveReport(path: string, moved: Moved): Promise<void> {
  const report = /\.json$/iu.test(path) ? asJson(moved) : asText(moved)
  await writeAtomically(nodeFileSystem, path, Buffer.from(report), { what: 'The report' })
}

function asJson({ named, files, end }: Moved): string {
  return `${JSON.stringify({ named, files, ...end }, null, 2)}\n`
}

function asText({ named, files, end }: Moved): string {
  const words = wordsFor('en')
  const lines = files.map((file) => lineOf(file, words))
  const skipped = end?.skipped
  const passedOver = words.reportPassedOver.replace(/\{(\w+)\}/gu, (_all, kind: string) =>
    String(Object.entries(skipped ?? {}).find(([name]) => name === kind)?.[1] ?? 0),
  )
  const left = words.reportLeft.replace('{left}', String(end?.left ?? 0))
  const failure = [end?.failure?.message ?? ''].filter((sentence) => sentence !== '')
  return [...named, '', ...lines, '', passedOver, left, ...failure, ''].join('\n')
}

function lineOf(file: MovedFile, words: ReturnType<typeof wordsFor>): string {
  switch (file.outcome) {
    case 'imported': {
      const what = file.as === 'newer' ? words.reportNewer : words.reportImported
      return [`${what}: ${file.file} · ${file.slug}`, ...file.warnings.map(({ message }) => `    ${message}`)].join(
        '\n',
      )
    }
    case 'already':
      return `${file.isTrashed ? words.reportTrashed : words.reportAlready}: ${file.file}`
    case 'refused':
      return `${words.reportRefused}: ${file.file}\n    ${file.message} (${file.code})`
  }
}
