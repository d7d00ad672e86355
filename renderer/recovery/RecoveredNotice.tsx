import type { KeyboardEvent } from 'react'
import { formatDay, formatExactTime, isSameDay } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { DamagedFiles } from './DamagedFiles.tsx'
import { Notice } from './Notice.tsx'
import type { RecoveredStory } from './recovered-story.ts'

/** What came back of the open story, over its sheet. Enter keeps it; so do Escape and writing on. */
export function RecoveredNotice({ recovered }: { recovered: RecoveredStory }) {
  const { recovery, session } = recovered
  const isComparing = useStore(recovered.isComparing)
  const hasDamage = recovery.damage.length > 0
  const values = { slug: session.snapshot().record.slug, time: momentWords(new Date(recovery.at)) }
  const title = recovery.changes > 0 ? t('recovered.title', values) : t('recovered.pastDamage', values)
  // The sheet may have to come back in place of the comparison first.
  const toSheet = (): void => {
    requestAnimationFrame(() => {
      session.view.focus()
    })
  }
  const keep = (): void => {
    recovered.keep()
    toSheet()
  }
  const goBack = (): void => void recovered.goBack().then(toSheet)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (isComparing) recovered.isComparing.set(false)
    else keep()
  }
  return (
    <Notice
      tone={hasDamage ? 'warn' : 'info'}
      label={title}
      onKeyDown={onKeyDown}
      aside={<WhatCameBack recovered={recovered} />}
      acts={
        <>
          <Button size="sm" look="ghost" onPress={goBack}>
            {t('recovered.goBack')}
          </Button>
          <Button size="sm" onPress={() => recovered.isComparing.update((isOn) => !isOn)}>
            {isComparing ? t('recovered.showSheet') : t('recovered.compare')}
          </Button>
          <Button size="sm" look="primary" shortcut="↵" autoFocus onPress={keep}>
            {t('recovered.keep')}
          </Button>
        </>
      }
    >
      <p role="status">
        <b>{title}</b>
      </p>
      {hasDamage && <DamagedFiles files={recovery.damage} />}
    </Notice>
  )
}

function WhatCameBack({ recovered }: { recovered: RecoveredStory }) {
  const { changes } = recovered.recovery
  const comparison = useStore(recovered.comparison)
  if (changes === 0) return null
  if (comparison === null) return t('recovered.noWords', { count: changes })
  return t('recovered.changes', { count: changes, added: comparison.added, removed: comparison.removed })
}

function momentWords(moment: Date): string {
  const time = formatExactTime(moment)
  return isSameDay(moment, new Date()) ? time : `${formatDay(moment)}, ${time}`
}
