import { Bookmark } from 'lucide-react'
import type { Publication } from '../../../storage/model/record.ts'
import { Icon } from '../../ui/Icon.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import type { HistoryRow } from './history-rows.ts'

const shapes = { first: 'tick', update: 'tick', correction: 'plus', kill: 'cross' } as const satisfies Record<
  Publication['kind'],
  string
>

/** How a version came to be, by shape: a tick published, a bookmark named, a hollow dot kept by Galley, a full one now. */
export function VersionNode({ row }: { row: HistoryRow }) {
  return (
    <span className="version-node" aria-hidden>
      <Drawing row={row} />
    </span>
  )
}

function Drawing({ row }: { row: HistoryRow }) {
  if (row.kind === 'now') return <span className="version-node__dot version-node__dot--now" />
  if (row.kind === 'publication') return <StatusGlyph shape={shapes[row.publication.kind]} />
  const { version, publication } = row
  if (version.kind === 'publication')
    return <StatusGlyph shape={publication === null ? 'tick' : shapes[publication.kind]} />
  if (version.name !== '') {
    return (
      <span className="version-node__mark">
        <Icon of={Bookmark} size={12} />
      </span>
    )
  }
  return <span className="version-node__dot" />
}
