import { t } from '../i18n/translate.ts'
import type { ShownBlock } from './changes.ts'

/** Where a block stands, in words: "Headline", "Paragraph 4". */
export function placeWords({ compared, ordinal }: Pick<ShownBlock, 'compared' | 'ordinal'>): string {
  switch (compared.type) {
    case 'headline':
      return t('compare.place.headline')
    case 'standfirst':
      return t('compare.place.standfirst')
    case 'subhead':
      return t('compare.place.subhead', { number: ordinal })
    case 'caption':
      return t('compare.place.caption', { number: ordinal })
    case 'pull_quote':
      return t('compare.place.pullQuote', { number: ordinal })
    case 'link_card':
      return t('compare.place.card', { number: ordinal })
    case 'rule':
      return t('compare.place.rule', { number: ordinal })
    default:
      return t('compare.place.paragraph', { number: ordinal })
  }
}

/** What a block is called that has no words to show. */
export function wordlessName(type: string): string {
  switch (type) {
    case 'caption':
      return t('compare.wordless.photo')
    case 'rule':
      return t('compare.wordless.rule')
    case 'link_card':
      return t('compare.wordless.card')
    default:
      return t('compare.wordless.block')
  }
}
