import { Copy } from 'lucide-react'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import { valueOf } from '../../editor/answers.ts'
import { t } from '../../i18n/translate.ts'
import type { State } from '../../ui/store.ts'
import type { ToastQueue } from '../../ui/toast-queue.ts'
import { messageOfError } from '../messages.ts'
import { saveField } from '../save-field.ts'
import type { Sessions } from '../sessions.ts'
import { act } from './command.ts'
import type { Command } from './command.ts'

interface Host {
  readonly bridge: { readonly stories: Pick<Bridge['stories'], 'duplicate'> }
  readonly sessions: Sessions
  readonly toasts: ToastQueue
  readonly problem: State<string | null>
}

/** Makes another story of the open one, with everything that was typed in it, and opens that. One at a time. */
export function duplicateCommand(host: Host): Command {
  let isUnderWay = false
  const canRun = (): boolean => !isUnderWay && host.sessions.current.get().state === 'open'
  const run = async (): Promise<void> => {
    isUnderWay = true
    try {
      await duplicate(host)
    } catch (error) {
      host.problem.set(messageOfError(error))
    } finally {
      isUnderWay = false
    }
  }
  return act('duplicate', 'command.duplicate', Copy, ['Mod+Shift+N'], canRun, () => void run())
}

async function duplicate({ bridge, sessions, toasts }: Host): Promise<void> {
  const source = sessions.current.get()
  if (source.state !== 'open') return
  saveField()
  await source.session.flush()
  const { id } = valueOf(await bridge.stories.duplicate({ id: source.id }))
  await sessions.open(id)
  const copy = sessions.current.get()
  if (copy.state === 'open' && copy.id === id) {
    toasts.show(t('toast.copied', { slug: copy.session.snapshot().record.slug }))
  }
}
