import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { StoryVersion } from '../../storage/model/version.ts'
import { useDesk } from '../app/use-desk.ts'
import { formatListMoment } from '../i18n/format.ts'
import { interfaceDirection, locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/store.ts'
import type { Compared } from './compare-desk.ts'
import type { DescribedChange } from './describe-changes.ts'
import { firstWith } from './first-with.ts'
import type { Since } from './first-with.ts'

/** Beside a change: that it touches a verified quote, and, when it is chosen, whose it is and the way back. */
export function ChangeNote(props: {
  described: DescribedChange
  compared: Compared
  isCurrent: boolean
  isNow: boolean
}) {
  const desk = useDesk()
  const { described, isCurrent } = props
  const canTakeBack = isCurrent && props.isNow && desk.compare.canTakeBack(described.change.number)
  return (
    <span className="change-note" data-current={isCurrent}>
      <span className="change-note__body" lang={locale()} dir={interfaceDirection()}>
        {described.quote === 'verified' && (
          <span className="change-note__chip">
            <Icon of={TriangleAlert} size={12} />
            {t('compare.verifiedQuote')}
          </span>
        )}
        {isCurrent && <Origin described={described} compared={props.compared} />}
        {canTakeBack && (
          <Button look="link" size="xs" onPress={() => desk.commands.run('take-back-change')}>
            {t('compare.takeBack')}
          </Button>
        )}
      </span>
    </span>
  )
}

/** Who made a change, and the first version that has it. */
function Origin({ described, compared }: { described: DescribedChange; compared: Compared }) {
  const desk = useDesk()
  const { versions } = useStore(desk.versions.state)
  const editor = useStore(desk.settings).editor
  const [since, setSince] = useState<{ of: DescribedChange; since: Since } | null>(null)
  useEffect(() => {
    let isLeft = false
    const sides = desk.compare.state.get()?.sides
    if (sides === undefined || sides === null) return undefined
    firstWith(described, compared, sides, versions, (number) => desk.versions.read(number)).then(
      (found) => {
        if (!isLeft && found !== null) setSince({ of: described, since: found })
      },
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [desk, described, compared, versions])
  if (since?.of !== described) return null
  const { since: found } = since
  const by = found === 'now' ? editor : found.by
  return (
    <>
      {by !== '' && (
        <b>
          <bdi>{by}</bdi>
        </b>
      )}
      <span>{found === 'now' ? t('compare.sinceNow') : versionAndTime(found)}</span>
    </>
  )
}

function versionAndTime({ number, at }: StoryVersion): string {
  const title = t('history.version', { version: number })
  const time = formatListMoment(new Date(at), new Date())
  return t('compare.side.at', { title, time })
}
