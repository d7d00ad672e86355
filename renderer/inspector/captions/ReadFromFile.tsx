import type { Figure } from '../../../storage/model/figures.ts'
import { effectiveAlt, effectiveCredit } from '../../../storage/model/figures.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import type { FigureAttributes } from '../../../storage/model/schema/nodes/figure.ts'
import type { StorySession } from '../../editor/session.ts'
import { formatBytes, formatNumber } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/catalogue.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Flag } from '../../ui/Flag.tsx'

interface Line {
  readonly name: MessageKey
  readonly value: string
  /** Whether this use of the photo says the same already. */
  readonly isUsed: boolean
  readonly use: (() => void) | null
}

/** What the agency wrote into the file, each line with a button that takes it over into this use of the photo. */
export function ReadFromFile(props: {
  figure: Figure
  photo: Photo
  session: StorySession
  onUse: (patch: Partial<FigureAttributes>) => void
}) {
  const lines = linesOf(props).filter((line) => line.value !== '')
  return (
    <details className="from-file">
      <summary>{t('captions.file')}</summary>
      <dl>
        {lines.map((line) => (
          <div key={line.name} className="from-file__line">
            <dt>{t(line.name)}</dt>
            <dd dir="auto">{line.value}</dd>
            {line.use !== null && (
              <dd>
                {line.isUsed ? (
                  <Flag tone="ok">{t('captions.inUse')}</Flag>
                ) : (
                  <Button
                    look="link"
                    size="xs"
                    aria-label={t('captions.useNamed', { field: t(line.name) })}
                    onPress={line.use}
                  >
                    {t('captions.use')}
                  </Button>
                )}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </details>
  )
}

function linesOf({ figure, photo, session, onUse }: Parameters<typeof ReadFromFile>[0]): Line[] {
  const { attributes, caption } = figure
  const { description } = photo
  const { city, state, country } = description.location
  const plain = (name: MessageKey, value: string): Line => ({ name, value, isUsed: false, use: null })
  const credit = effectiveCredit(attributes, photo)
  return [
    {
      name: 'captions.fromCaption',
      value: description.caption.replace(/\s+/gu, ' ').trim(),
      isUsed: caption.trim() === description.caption.replace(/\s+/gu, ' ').trim(),
      use: () => takeCaption(session, figure, description.caption.replace(/\s+/gu, ' ').trim()),
    },
    {
      name: 'captions.fromAlt',
      value: description.alt,
      isUsed: effectiveAlt(attributes, photo) === description.alt,
      use: () => onUse({ alt: null }),
    },
    {
      name: 'captions.fromCredit',
      value: description.credit,
      isUsed: credit === description.credit,
      use: () => onUse({ credit: description.credit.slice(0, 1000) }),
    },
    {
      name: 'captions.fromCreator',
      value: description.creator,
      isUsed: credit === description.creator,
      use: () => onUse({ credit: description.creator.slice(0, 1000) }),
    },
    plain('captions.fromCopyright', description.copyright),
    plain('captions.fromCreated', description.created),
    plain('captions.fromPlace', [city, state, country].filter((part) => part !== '').join(', ')),
    plain(
      'captions.pixels',
      t('captions.pixelsValue', { width: formatNumber(photo.width), height: formatNumber(photo.height) }),
    ),
    plain('captions.size', formatBytes(photo.bytes)),
  ]
}

/** Puts the caption of the file in place of the one in the copy, as one step of undo. */
function takeCaption(session: StorySession, figure: Figure, words: string): void {
  const { view } = session
  const current = view.state.doc.nodeAt(figure.pos)
  const caption = current?.firstChild
  if (caption?.type.name !== 'caption' || words === '') return
  const from = figure.pos + 2
  view.dispatch(view.state.tr.replaceWith(from, from + caption.content.size, view.state.schema.text(words)))
}
