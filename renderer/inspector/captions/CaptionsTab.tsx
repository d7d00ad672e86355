import { useEffect } from 'react'
import { figures } from '../../../storage/model/figures.ts'
import { useDesk } from '../../app/use-desk.ts'
import { useWorkedOut } from '../../app/use-story.ts'
import type { StorySession, StorySnapshot } from '../../editor/session.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Key } from '../../ui/Key.tsx'
import { useStore } from '../../ui/store.ts'
import { FigureCard } from './FigureCard.tsx'
import './captions-tab.css'

const figuresIn = ({ document }: StorySnapshot) => figures(document)

/** Every figure of the story in reading order: its caption, and what is said of the picture beside it. */
export function CaptionsTab({ session }: { session: StorySession }) {
  const desk = useDesk()
  const found = useWorkedOut(session, figuresIn)
  const photos = useStore(desk.photos.photos)
  useEffect(() => {
    void desk.photos.need(found.flatMap((figure) => figure.attributes.media ?? []))
  }, [desk, found])
  if (found.length === 0) {
    return (
      <EmptyState
        title={t('captions.empty')}
        act={
          <Button size="sm" onPress={() => desk.commands.run('insert-image')}>
            {t('command.insertImage')}
          </Button>
        }
      >
        <T id="captions.emptyAbout" values={{ key: () => <Key>{desk.commands.shortcut('insert-image') ?? ''}</Key> }} />
      </EmptyState>
    )
  }
  return (
    <ol className="figure-cards" aria-label={t('inspector.captions')}>
      {found.map((figure) => (
        <FigureCard
          key={figure.index}
          figure={figure}
          photo={figure.attributes.media === null ? null : (photos.get(figure.attributes.media) ?? null)}
          session={session}
        />
      ))}
    </ol>
  )
}
