import { useEffect, useState } from 'react'
import type { Node } from 'prosemirror-model'
import { compareDocuments } from '../../../storage/language/compare-stories.ts'
import { useDesk } from '../../app/use-desk.ts'
import { whenIdle } from '../../editor/plugins/idle.ts'
import type { StorySession } from '../../editor/session.ts'
import { useStore } from '../../ui/store.ts'
import type { NowFacts } from './row-words.ts'

/** Not while somebody types: a long story takes a moment to compare. */
const pause = 500

/** How the text as it stands differs from the newest version; null until that is known. */
export function useNowFacts(session: StorySession): NowFacts | null {
  const desk = useDesk()
  const { versions, phase } = useStore(desk.versions.state)
  const [facts, setFacts] = useState<NowFacts | null>(null)
  const newest = versions[0]?.number ?? 0
  useEffect(() => {
    let isLeft = false
    let before: Node | null = null
    const by = desk.settings.get().editor
    let last: Node | null = null
    const look = (): void => {
      const { document } = session.snapshot()
      if (isLeft || before === null || document === last) return
      last = document
      const { added, removed } = compareDocuments(before, document)
      const isSame = before.eq(document)
      setFacts({ number: isSame ? newest : newest + 1, isSame, added, removed, by })
    }
    const idle = whenIdle(look, pause)
    const leave = session.subscribe(idle.ask)
    if (newest > 0) {
      desk.versions.read(newest).then(
        (story) => {
          before = story.document
          look()
        },
        () => undefined,
      )
    }
    return () => {
      isLeft = true
      leave()
      idle.stop()
    }
  }, [desk, session, newest, phase])
  return newest === 0 ? null : facts
}
