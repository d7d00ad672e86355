import { t } from '../i18n/translate.ts'
import type { StorySession } from '../editor/session.ts'
import { useStore } from '../ui/store.ts'
import { useDesk } from './use-desk.ts'
import { useSnapshot } from './use-story.ts'

/** Where you are: desk, slug, version line. */
export function Breadcrumbs({ session }: { session: StorySession | null }) {
  return (
    <div className="crumbs" role="group" aria-label={t('title.where')}>
      {session === null ? <b>{t('title.welcome')}</b> : <StoryCrumbs session={session} />}
    </div>
  )
}

function StoryCrumbs({ session }: { session: StorySession }) {
  const { desk, slug, versionLine } = useSnapshot(session, (snapshot) => snapshot.record)
  const isComparing = useStore(useDesk().compare.state) !== null
  return (
    <>
      {desk !== '' && (
        <>
          <bdi>{desk}</bdi>
          <Slash />
        </>
      )}
      <b className="clip">
        <bdi>{slug}</bdi>
      </b>
      {isComparing ? (
        <>
          <Slash />
          <b>{t('compare.crumb')}</b>
        </>
      ) : (
        versionLine !== '' && (
          <span className="crumbs__version">
            <Slash />
            <bdi>{versionLine}</bdi>
          </span>
        )
      )}
    </>
  )
}

function Slash() {
  return <span className="crumbs__slash" aria-hidden />
}
