import type { QueryNode, QueryTerm } from '../language/search/query.ts'
import type { IndexedStory } from './indexed-story.ts'
import { partsOf, searchedWords } from './searched-words.ts'

/** Whether a story answers a query, looked up in the story itself: what the index answers, without the index. */
export function answers(story: IndexedStory, query: QueryNode): boolean {
  switch (query.kind) {
    case 'all':
      return query.of.every((node) => answers(story, node))
    case 'any':
      return query.of.some((node) => answers(story, node))
    case 'not':
      return !answers(story, query.of)
    default:
      return holds(story, query)
  }
}

function holds({ summary, texts }: IndexedStory, term: QueryTerm): boolean {
  switch (term.kind) {
    case 'text':
      return partsOf(term.field).some((part) => standsIn(searchedWords(texts, part), term.words, term.prefix))
    case 'status':
      return summary.status === term.status
    case 'language':
      return summary.language === term.language || summary.language.startsWith(`${term.language}-`)
    case 'updated':
      return (
        (term.from === null || summary.updated >= term.from) && (term.before === null || summary.updated < term.before)
      )
    case 'words':
      return summary.words >= term.least && summary.words <= term.most
    case 'translates':
      return summary.translation?.of === term.source
    case 'has': {
      const { photos: photo, quotes: quote, errors: error, warnings: warning } = summary
      return { photo, quote, error, warning }[term.thing] > 0
    }
  }
}

function standsIn(words: readonly string[], wanted: readonly string[], prefix: boolean): boolean {
  const last = wanted.length - 1
  return words.some((_, start) =>
    wanted.every((word, at) => {
      const standing = words[start + at]
      if (standing === undefined) return false
      return prefix && at === last ? standing.startsWith(word) : standing === word
    }),
  )
}
