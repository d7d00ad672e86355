import { FolderInput, SquarePen } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Button as Pressable } from 'react-aria-components'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Key } from '../ui/Key.tsx'
import { useStore } from '../ui/store.ts'
import { Mark } from './Mark.tsx'
import { useDesk } from './use-desk.ts'
import './welcome.css'

/** What stands in the middle of an empty desk: what Galley is for, and how to start. */
export function Welcome() {
  const desk = useDesk()
  const settings = useStore(desk.settings)
  return (
    <div className="welcome">
      <div className="welcome__mark">
        <Mark />
        <span>{t('app.name')}</span>
      </div>
      <h1>
        {t('welcome.first')}
        <br />
        {t('welcome.second')}
      </h1>
      <p className="welcome__about">{t('welcome.about')}</p>
      <div className="welcome__starts">
        <Start icon={FolderInput} id="import" title={t('welcome.import')} about={t('welcome.importAbout')} isFirst />
        <Start icon={SquarePen} id="new-story" title={t('welcome.new')} about={t('welcome.newAbout')} />
      </div>
      <div className="welcome__setup">
        <div>
          <h2>{t('welcome.you')}</h2>
          <p>{settings.editor === '' ? t('welcome.nobody') : settings.editor}</p>
          <Button look="link" size="xs" onPress={() => desk.commands.run('settings')}>
            {t('welcome.change')}
          </Button>
        </div>
        <div>
          <h2>{t('welcome.house')}</h2>
          <p>{settings.publisher.name === '' ? t('welcome.noHouse') : settings.publisher.name}</p>
          <Button look="link" size="xs" onPress={() => desk.commands.run('settings')}>
            {t('welcome.change')}
          </Button>
        </div>
        <div>
          <h2>{t('welcome.library')}</h2>
          <p className="welcome__path" dir="ltr">
            {desk.info.workspace}
          </p>
        </div>
      </div>
    </div>
  )
}

function Start(props: { icon: LucideIcon; id: string; title: string; about: string; isFirst?: boolean }) {
  const { commands } = useDesk()
  return (
    <Pressable className="start" autoFocus={props.isFirst === true} onPress={() => commands.run(props.id)}>
      <Icon of={props.icon} size={20} />
      <span>
        <b>{props.title}</b>
        <span>{props.about}</span>
      </span>
      <Key>{commands.shortcut(props.id) ?? ''}</Key>
    </Pressable>
  )
}
