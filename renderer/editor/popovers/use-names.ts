import { useEffect, useState } from 'react'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import type { Entity, EntityKind } from '../../../storage/model/entity.ts'

const none: readonly Entity[] = []

/** What the authority file has for a query, of one kind or of any; the answer before until the new one comes. */
export function useNames(bridge: Bridge, query: string, kind: EntityKind | null, limit = 5): readonly Entity[] {
  const [found, setFound] = useState<readonly Entity[]>(none)
  useEffect(() => {
    let isAsked = true
    const ask = async (): Promise<void> => {
      const answer = query.trim() === '' ? null : await bridge.names.search({ query: query.trim(), kind, limit })
      if (isAsked) setFound(answer?.ok === true ? answer.value.entities : none)
    }
    void ask()
    return () => {
      isAsked = false
    }
  }, [bridge, query, kind, limit])
  return found
}
