import { directionOf, primaryLanguage } from '../model/language.ts'
import type { Direction } from '../model/language.ts'

/** The few words that a published page needs beside the story's own, and how its language joins names. */
export interface PageWords {
  readonly language: string
  readonly direction: Direction
  readonly skip: string
  readonly by: string
  readonly and: string
  readonly published: string
  readonly updated: string
  readonly corrected: string
  readonly withdrawn: string
  readonly textSize: string
  readonly languages: string
  readonly correction: string
  readonly whatChanged: string
  readonly translatedBy: (name: string) => string
  /** What stands in place of a story that was withdrawn. */
  readonly withdrawal: string
}

const english: PageWords = {
  language: 'en',
  direction: 'ltr',
  skip: 'Skip to the story',
  by: 'By',
  and: ' and ',
  published: 'Published',
  updated: 'Updated',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  textSize: 'Text size',
  languages: 'Other languages',
  correction: 'Correction',
  whatChanged: 'What changed',
  translatedBy: (name) => `Translated by ${name}.`,
  withdrawal: 'This story has been withdrawn and must not be used.',
}

const armenian: PageWords = {
  language: 'hy',
  direction: 'ltr',
  skip: 'Անցնել նյութի տեքստին',
  by: 'Հեղինակ',
  and: ' և ',
  published: 'Հրապարակվել է',
  updated: 'Թարմացվել է',
  corrected: 'Ուղղվել է',
  withdrawn: 'Հետ է կանչվել',
  textSize: 'Տառերի չափը',
  languages: 'Այլ լեզուներով',
  correction: 'Ուղղում',
  whatChanged: 'Ինչ է փոխվել',
  translatedBy: (name) => `Թարգմանությունը՝ ${name}։`,
  withdrawal: 'Այս նյութը հետ է կանչվել և չպետք է օգտագործվի։',
}

const russian: PageWords = {
  language: 'ru',
  direction: 'ltr',
  skip: 'Перейти к тексту материала',
  by: 'Автор',
  and: ' и ',
  published: 'Опубликовано',
  updated: 'Обновлено',
  corrected: 'Исправлено',
  withdrawn: 'Отозвано',
  textSize: 'Размер текста',
  languages: 'На других языках',
  correction: 'Исправление',
  whatChanged: 'Что исправлено',
  translatedBy: (name) => `Перевод: ${name}.`,
  withdrawal: 'Этот материал отозван, использовать его нельзя.',
}

const persian: PageWords = {
  language: 'fa',
  direction: 'rtl',
  skip: 'رفتن به متن خبر',
  by: 'نویسنده',
  and: ' و ',
  published: 'زمان انتشار',
  updated: 'به‌روزرسانی',
  corrected: 'زمان اصلاح',
  withdrawn: 'پس گرفته شد',
  textSize: 'اندازهٔ نوشته',
  languages: 'به زبان‌های دیگر',
  correction: 'اصلاحیه',
  whatChanged: 'چه تغییر کرد',
  translatedBy: (name) => `ترجمه از ${name}.`,
  withdrawal: 'این خبر پس گرفته شده است و نباید به کار رود.',
}

const known: ReadonlyMap<string, PageWords> = new Map(
  [english, armenian, russian, persian].map((words) => [words.language, words]),
)

/** The page's words in the story's language; in English, and marked as such, for a language without any. */
export function wordsFor(language: string): PageWords {
  return known.get(primaryLanguage(language)) ?? english
}

/** Names in one line as the language joins them: `A, B and C`. A language we have no words for gets commas. */
export function joinNames(names: readonly string[], language: string): string {
  const and = known.get(primaryLanguage(language))?.and ?? ', '
  const comma = directionOf(language) === 'rtl' ? '، ' : ', '
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(comma)}${and}${last}`
}
