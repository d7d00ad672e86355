import { detectLanguage } from '../../language/detect-language.ts'
import { primaryLanguage } from '../../model/language.ts'
import { plainText } from '../../model/text.ts'
import { inRecord } from '../places.ts'
import type { Rule } from '../rule.ts'

/** A few words are too little to contradict the editor. */
const enough = 200

export const languageMismatch: Rule = {
  name: 'language-mismatch',
  check(story) {
    const text = plainText(story.document)
    const language = story.record.language
    const known = primaryLanguage(language) !== 'und'
    if (known && text.length < enough) return []
    const detected = detectLanguage(text)
    if (!known) {
      return [
        {
          rule: this.name,
          severity: 'error',
          message: 'The story’s language is not set. Set it, so that readers’ devices speak it rightly.',
          params: {},
          where: inRecord('language', 'Language'),
          fix:
            detected === 'und'
              ? null
              : {
                  label: `Set language to ${nameOf(detected)}`,
                  change: { kind: 'setRecord', patch: { language: detected } },
                },
        },
      ]
    }
    if (detected === 'und' || primaryLanguage(detected) === primaryLanguage(language)) return []
    return [
      {
        rule: this.name,
        severity: 'warning',
        message: `The story is filed as ${nameOf(language)} but reads like ${nameOf(detected)}. Set the language it is written in.`,
        params: { language, detected },
        where: inRecord('language', 'Language'),
        fix: {
          label: `Set language to ${nameOf(detected)}`,
          change: { kind: 'setRecord', patch: { language: detected } },
        },
      },
    ]
  },
}

let names: Intl.DisplayNames | null = null

function nameOf(tag: string): string {
  names ??= new Intl.DisplayNames(['en'], { type: 'language' })
  return names.of(tag) ?? tag
}
