import type { Rule } from '../rule.ts'
import { altMissing } from './alt-missing.ts'
import { altRepeatsCaption } from './alt-repeats-caption.ts'
import { altWords } from './alt-words.ts'
import { bodyMissing } from './body-missing.ts'
import { bylineMissing } from './byline-missing.ts'
import { captionLength } from './caption-length.ts'
import { captionMissing } from './caption-missing.ts'
import { captionPrefix } from './caption-prefix.ts'
import { creditMissing } from './credit-missing.ts'
import { doubleWord } from './double-word.ts'
import { embargoPast } from './embargo-past.ts'
import { figureWithoutPhoto } from './figure-without-photo.ts'
import { headlineMissing } from './headline-missing.ts'
import { languageMismatch } from './language-mismatch.ts'
import { lineLength } from './line-length.ts'
import { quotationChanged } from './quotation-changed.ts'
import { quotationUntagged } from './quotation-untagged.ts'
import { quotationWithoutSpeaker } from './quotation-without-speaker.ts'
import { slugTwice } from './slug-twice.ts'
import { tkLeft } from './tk-left.ts'
import { unbalancedMarks } from './unbalanced-marks.ts'

/** Every rule. A new one is a file beside these and a line here. */
export const rules: readonly Rule[] = [
  headlineMissing,
  lineLength,
  bodyMissing,
  languageMismatch,
  bylineMissing,
  embargoPast,
  slugTwice,
  figureWithoutPhoto,
  captionMissing,
  captionLength,
  captionPrefix,
  altMissing,
  altRepeatsCaption,
  altWords,
  creditMissing,
  quotationWithoutSpeaker,
  quotationUntagged,
  quotationChanged,
  unbalancedMarks,
  tkLeft,
  doubleWord,
]
