const common = ['en', 'hy', 'ru', 'fa', 'ar', 'az', 'ka', 'tr', 'uk', 'fr', 'de', 'es', 'it', 'he', 'zh'] as const

/** The languages offered for original words; one that a quotation has already is among them. */
export function originalLanguages(present: string): readonly string[] {
  return present === 'none' || common.some((tag) => tag === present) ? common : [present, ...common]
}
