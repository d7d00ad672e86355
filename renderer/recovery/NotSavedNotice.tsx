import { useEffect, useRef } from 'react'
import { useDesk } from '../app/use-desk.ts'
import { useSnapshot } from '../app/use-story.ts'
import type { Safety, StorySession } from '../editor/session.ts'
import { formatExactTime } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { Notice } from './Notice.tsx'

type Unsaved = Extract<Safety, { state: 'failing' | 'refused' }>

/** Why the open story cannot be saved, under its sheet, until it can. Typing goes on meanwhile. */
export function NotSavedNotice({ session }: { session: StorySession }) {
  const safety = useSnapshot(session, (snapshot) => snapshot.safety)
  return safety.state === 'failing' || safety.state === 'refused' ? <Unsaved session={session} safety={safety} /> : null
}

function Unsaved({ session, safety }: { session: StorySession; safety: Unsaved }) {
  const { commands, recovery, sessions } = useDesk()
  const held = useStore(sessions.held)
  const words = useRef<HTMLDivElement>(null)
  const isFull = safety.state === 'failing' && safety.isFull
  useEffect(() => {
    if (held !== null) words.current?.focus()
  }, [held])
  return (
    <Notice
      tone="stop"
      place="under"
      label={t('saving.label')}
      aside={
        safety.state === 'failing' && (
          <span className="numeric">{t('saving.tried', { time: formatExactTime(new Date(safety.triedAt)) })}</span>
        )
      }
      acts={
        <>
          <Button size="sm" shortcut={commands.shortcut('copy-story')} onPress={() => void recovery.copy(session)}>
            {t('saving.copy')}
          </Button>
          <Button size="sm" shortcut={commands.shortcut('try-again')} onPress={() => recovery.tryAgain(session)}>
            {remedy(safety)}
          </Button>
        </>
      }
    >
      <div ref={words} tabIndex={-1}>
        {/* Announced once: the count that goes up with every key stands outside. */}
        <b role="alert">{isFull ? t('saving.full') : safety.message}</b>{' '}
        {safety.unsent > 0 && t('saving.inMemory', { count: safety.unsent })} {isFull && t('saving.fullAct')}
        {held !== null && <p role="alert">{t('saving.held', { slug: recovery.slugOf(held.id) })}</p>}
      </div>
    </Notice>
  )
}

function remedy(safety: Unsaved): string {
  if (safety.state === 'failing') return t('saving.tryAgain')
  return safety.isInTrash ? t('trash.takeBack') : t('saving.openAgain')
}
