import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'

/** One sentence a file, and where each lies now. */
export function DamagedFiles({
  files,
}: {
  files: readonly { readonly message: string; readonly quarantined: string | null }[]
}) {
  const { workspace } = useDesk().info
  // As short as it can be: the library's own folder is known.
  const within = (path: string): string =>
    path.startsWith(workspace) ? path.slice(workspace.length).replace(/^[/\\]/, '') : path
  return (
    <ul>
      {files.map(({ message, quarantined }, index) => (
        <li key={index}>
          {message} {quarantined !== null && t('damage.lies', { place: within(quarantined) })}
        </li>
      ))}
    </ul>
  )
}
