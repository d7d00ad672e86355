import type { ReactNode } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { formatCalendarDay } from '../../i18n/format.ts'
import { formattingLocale } from '../../i18n/locale.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/translate.ts'
import type { StorySession } from '../session.ts'
import { isSameFlat, useSession } from '../use-session.ts'

/** Who wrote the story, where and when: a line of the record between standfirst and body. */
export function Byline({ session }: { session: StorySession }) {
  const { byline, dateline } = useSession(
    session,
    ({ record }) => ({ byline: record.byline, dateline: record.dateline }),
    isSameFlat,
  )
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = line.current
    if (element === null) return
    // The copy leaves exactly this much room under the standfirst.
    const observer = new ResizeObserver(() => {
      element.parentElement?.style.setProperty('--byline-height', `${element.offsetHeight}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div className="galley__byline" ref={line} role="group" aria-label={t('editor.label.bylineAndDateline')}>
      <span className="galley__label galley__label--byline">{t('editor.label.byline')}</span>
      {byline.length === 0 ? (
        <span>{t('editor.noByline')}</span>
      ) : (
        <span>
          <T id="editor.by" values={{ names: () => <Names names={byline} /> }} />
        </span>
      )}
      {dateline !== null && (
        <>
          <span className="galley__bar" aria-hidden />
          <span>
            <b dir="auto">{dateline.place.toLocaleUpperCase(session.snapshot().record.language)}</b>
            {dateline.date === null ? '' : `, ${formatCalendarDay(dateline.date)}`}
          </span>
        </>
      )}
    </div>
  )
}

function Names({ names }: { names: readonly string[] }): ReactNode {
  const parts = new Intl.ListFormat(formattingLocale(), { type: 'conjunction' }).formatToParts(names)
  return parts.map((part, index) =>
    part.type === 'element' ? (
      <b key={index} dir="auto">
        {part.value}
      </b>
    ) : (
      part.value
    ),
  )
}
