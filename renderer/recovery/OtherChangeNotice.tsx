import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { Notice } from './Notice.tsx'

/** Stories that another program changed while they were changed here, each until somebody has looked. */
export function OtherChangeNotices() {
  const { recovery } = useDesk()
  const changes = useStore(recovery.keptBoth)
  return changes.map((change) => {
    const words = t('other.kept', {
      slug: recovery.slugOf(change.id),
      ours: change.ours.number,
      theirs: change.theirs.number,
    })
    return (
      <Notice
        key={change.id}
        tone="warn"
        label={recovery.slugOf(change.id)}
        acts={
          <>
            <Button size="sm" onPress={() => recovery.compareBoth(change)}>
              {t('other.compare')}
            </Button>
            <Button size="sm" look="ghost" onPress={() => recovery.putAway(change)}>
              {t('other.close')}
            </Button>
          </>
        }
      >
        <p role="alert">{words}</p>
      </Notice>
    )
  })
}
