import { examine } from '../../library/doctor/doctor.ts'
import type { Report } from '../../library/doctor/doctor.ts'
import type { Command } from '../command.ts'

/** Looks at every file of a workspace that nobody has open, and mends it when asked to. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Check every file of the workspace, and mend what can be mended.',
  define: (commander, run) =>
    commander
      .option('--repair', 'mend it; what is changed goes to quarantine/ first')
      .action(({ repair = false }: { repair?: boolean }) =>
        run(async (context) => {
          const report = await examine(context.folder, { repair, now: context.now(), holder: 'galley doctor' })
          const isNewer = report.problems.some(({ code }) => code === 'newer_format')
          return {
            json: report,
            text: textOf(report),
            found: !report.ok,
            ...(isNewer ? { refused: 'newer_format' as const } : {}),
          }
        }),
      ),
}

function textOf({ ok, problems, repaired, hints }: Report): string {
  const lines = [...problems, ...hints].map(({ path, problem }) => `${path}: ${problem}`)
  const mended = repaired.map(({ path, what }) => `${path}: ${what}`)
  return [...mended, ...lines, ...(ok ? ['Everything holds.'] : [])].join('\n')
}
