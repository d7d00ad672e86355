import { t } from '../i18n/translate.ts'
import type { Obstacle } from './plan.ts'

/** What stands in the way of a publication, in words. */
export function obstacleWords(obstacle: Exclude<Obstacle, null>, blocking: number): string {
  switch (obstacle) {
    case 'checking':
      return t('publish.stillChecking')
    case 'findings':
      return t('publish.blocked', { count: blocking })
    case 'format':
      return t('publish.noFormat')
    case 'folder':
      return t('publish.noFolder')
    case 'note':
      return t('publish.noNote')
  }
}
