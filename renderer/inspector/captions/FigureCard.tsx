import { ImageOff } from 'lucide-react'
import { similarity } from '../../../storage/language/similarity.ts'
import { effectiveAlt, effectiveCredit } from '../../../storage/model/figures.ts'
import type { Figure } from '../../../storage/model/figures.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { directionOf } from '../../../storage/model/language.ts'
import type { FigureAttributes } from '../../../storage/model/schema/nodes/figure.ts'
import { countCharacters } from '../../../storage/model/text.ts'
import { goTo } from '../../app/go-to.ts'
import { pictureAddress } from '../../app/photo-shelf.ts'
import { useDesk } from '../../app/use-desk.ts'
import { useSnapshot } from '../../app/use-story.ts'
import { setFigureAttributes } from '../../editor/commands/figures.ts'
import type { StorySession } from '../../editor/session.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import type { FieldMessage } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useStore } from '../../ui/store.ts'
import { ReadFromFile } from './ReadFromFile.tsx'

/** Pixels of the thumb, twice its width on the screen. */
const thumbWidth = 192

/** From this likeness on, alt text says nothing that the caption does not. */
const repeatsFrom = 0.6

/** One figure: thumb, caption as it stands in the copy, alt text, credit, and what the file itself says. */
export function FigureCard({ figure, photo, session }: { figure: Figure; photo: Photo | null; session: StorySession }) {
  const desk = useDesk()
  const { limits } = useStore(desk.settings)
  const language = useSnapshot(session, (snapshot) => snapshot.record.language)
  const { attributes, caption } = figure
  const number = figure.index + 1
  const set = (patch: Partial<FigureAttributes>): void => {
    const { view } = session
    setFigureAttributes(figure.pos, patch)(view.state, view.dispatch)
  }
  const altMessage = (alt: string): FieldMessage | null => {
    if (attributes.decorative) return null
    if (alt.trim() === '') return { tone: 'warn', words: t('captions.altMissing') }
    if (caption.trim() !== '' && similarity(alt, caption) >= repeatsFrom)
      return { tone: 'warn', words: t('captions.repeats') }
    if (countCharacters(alt) > limits.alt)
      return { tone: 'warn', words: t('captions.altTooLong', { limit: limits.alt }) }
    return null
  }
  return (
    <li className="figure-card" data-figure={figure.index}>
      <div className="figure-card__head">
        <div className="figure-card__thumb">
          {attributes.media === null ? (
            <Icon of={ImageOff} size={18} />
          ) : (
            <img
              src={pictureAddress(attributes.media, thumbWidth)}
              alt={effectiveAlt(attributes, photo)}
              loading="lazy"
            />
          )}
        </div>
        <div className="figure-card__words">
          <div className="figure-card__title">
            <b>{t('captions.photo', { index: number })}</b>
            <Button
              look="link"
              size="xs"
              aria-label={t('captions.goTo', { index: number })}
              onPress={() => goTo(session.view, { from: figure.pos + 2, to: figure.pos + 2 + caption.length })}
            >
              {t('checks.goTo')}
            </Button>
          </div>
          <p className="figure-card__file">{photo === null ? t('captions.noPhoto') : photo.name}</p>
          <p className="figure-card__caption" lang={language} dir={directionOf(language)}>
            {caption === '' ? <span className="muted">{t('captions.noCaption')}</span> : caption}
          </p>
        </div>
      </div>
      <div data-field="alt">
        <TextField
          label={t('captions.alt')}
          value={effectiveAlt({ ...attributes, decorative: false }, photo)}
          hint={(text) =>
            text === ''
              ? t('captions.altHint')
              : t('captions.count', { count: countCharacters(text), limit: limits.alt })
          }
          message={altMessage}
          lines
          copy
          lang={language}
          isDisabled={attributes.decorative}
          onCommit={(alt) => set({ alt: alt.trim() })}
        />
      </div>
      <Checkbox isSelected={attributes.decorative} onChange={(decorative) => set({ decorative })}>
        {t('captions.decorative')}
      </Checkbox>
      <div data-field="credit">
        <TextField
          label={t('captions.credit')}
          value={effectiveCredit(attributes, photo)}
          hint={attributes.credit === null && photo !== null ? t('captions.inherited') : undefined}
          message={(text) => (text.trim() === '' ? { tone: 'warn', words: t('captions.creditMissing') } : null)}
          onCommit={(credit) => set({ credit: credit.trim() })}
        />
      </div>
      {photo !== null && <ReadFromFile figure={figure} photo={photo} session={session} onUse={set} />}
    </li>
  )
}
