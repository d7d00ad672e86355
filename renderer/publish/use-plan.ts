import { useEffect, useState } from 'react'
import { useDesk } from '../app/use-desk.ts'
import { bundleFormats } from './formats.ts'
import type { Plan } from './plan.ts'

/** The plan of a bundle, which begins with the folder that main proposes. */
export function usePlan(): {
  readonly plan: Plan
  readonly freeBytes: number | null
  readonly change: (patch: Partial<Plan>) => void
  readonly choose: () => void
} {
  const { bridge } = useDesk()
  const [freeBytes, setFreeBytes] = useState<number | null>(null)
  const [plan, setPlan] = useState<Plan>({
    folder: null,
    formats: new Set(bundleFormats),
    zip: false,
    kind: 'update',
    note: '',
  })
  const change = (patch: Partial<Plan>): void => setPlan((before) => ({ ...before, ...patch }))

  useEffect(() => {
    void bridge.publishing.destination(null).then((answer) => {
      if (!answer.ok) return
      setPlan((before) => ({ ...before, folder: before.folder ?? answer.value.folder }))
      setFreeBytes(answer.value.freeBytes)
    })
  }, [bridge])

  const choose = async (): Promise<void> => {
    const answer = await bridge.publishing.chooseDestination(null)
    if (!answer.ok || answer.value.folder === null) return
    change({ folder: answer.value.folder })
    setFreeBytes(answer.value.freeBytes)
  }
  return { plan, freeBytes, change, choose: () => void choose() }
}
