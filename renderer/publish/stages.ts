import type { PublishStep } from './publication.ts'

/** The steps of a publication in order. */
export const publishStages = [
  'check',
  'render',
  'write',
  'read_back',
  'done',
] as const satisfies readonly PublishStep['stage'][]

export const stageNames = {
  check: 'publish.stepCheck',
  render: 'publish.stepRender',
  write: 'publish.stepWrite',
  read_back: 'publish.stepReadBack',
  done: 'publish.stepDone',
} as const

/** How much of a publication is done, from 0 to 1: whole steps, and the part of the present one. */
export function completion(step: PublishStep): number {
  const steps = publishStages.length - 1
  const whole = Math.min(steps, publishStages.indexOf(step.stage))
  const part = step.total > 0 ? Math.min(1, step.done / step.total) : 0
  return Math.min(1, (whole + part) / steps)
}
