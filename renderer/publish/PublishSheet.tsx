import { useDesk, useOpenSession } from '../app/use-desk.ts'
import { useStore } from '../ui/store.ts'
import { PrepareManySheet } from './PrepareManySheet.tsx'
import { PrepareSheet } from './PrepareSheet.tsx'
import { ProgressSheet } from './ProgressSheet.tsx'
import { FailedSheet } from './FailedSheet.tsx'
import { ResultSheet } from './ResultSheet.tsx'

/** Publishing in its three states: preparing, under way, and what came of it. */
export function PublishSheet({ onClose }: { onClose: () => void }) {
  const { publication } = useDesk()
  const state = useStore(publication.state)
  const chosen = useStore(publication.chosen)
  const session = useOpenSession()
  const finish = (): void => {
    publication.reset()
    onClose()
  }
  switch (state.state) {
    case 'running':
      return <ProgressSheet running={state} onHide={onClose} onStop={() => void publication.stop()} />
    case 'done':
      return <ResultSheet done={state} onClose={finish} />
    case 'failed':
      return <FailedSheet message={state.message} onRetry={() => publication.reset()} onClose={finish} />
    case 'idle':
    case 'stopped':
      if (chosen.length > 1)
        return <PrepareManySheet ids={chosen} wasStopped={state.state === 'stopped'} onClose={finish} />
      return session === null ? null : (
        <PrepareSheet session={session} wasStopped={state.state === 'stopped'} onClose={finish} />
      )
  }
}
