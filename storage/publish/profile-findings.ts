import type { StoryFinding } from './blocked-by-findings.ts'
import type { StoryInPrint } from './print.ts'
import { profileProblems } from './profile.ts'

/**
 * Faults by our profile as findings of the story, so that the desk shows them like any other. The checks name most of
 * them earlier and more kindly; this is the last gate.
 */
export function profileFindings(print: StoryInPrint, ninjs: unknown): StoryFinding[] {
  const { record } = print.story
  return profileProblems(ninjs).map(({ path, problem }) => {
    const figure = print.figures[Number(/^associations\.(\d+)/.exec(path)?.[1] ?? -1)]
    return {
      story: record.id,
      rule: 'profile',
      severity: 'error',
      message: figure === undefined ? `The story ${problem}.` : `${figure.name} ${problem}.`,
      params: { path, problem },
      where:
        figure === undefined
          ? { kind: 'record', field: 'slug', place: record.slug }
          : {
              kind: 'figure',
              index: figure.figure.index,
              pos: figure.figure.pos,
              media: figure.photo?.id ?? null,
              field: 'photo',
              place: figure.name,
            },
      fix: null,
    }
  })
}
