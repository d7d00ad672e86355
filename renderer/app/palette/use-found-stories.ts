import { useEffect, useState } from 'react'
import type { StorySummary } from '../../../storage/model/summary.ts'
import { useDesk } from '../use-desk.ts'

const most = 8
const typingPause = 60

/** The stories that the library finds for a query, the last answer until the next one comes. */
export function useFoundStories(query: string): readonly StorySummary[] {
  const { bridge } = useDesk()
  const [found, setFound] = useState<readonly StorySummary[]>([])
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(() => {
      void bridge.stories.list({ query: query.trim().slice(0, 500), limit: most }).then((answer) => {
        if (isWanted && answer.ok) setFound(answer.value.stories)
      })
    }, typingPause)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [bridge, query])
  return found
}
