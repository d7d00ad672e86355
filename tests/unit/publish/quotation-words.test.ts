import { describe, expect, it } from 'vitest'
import { newQuote } from '../../../storage/model/quote.ts'
import { quotationWords } from '../../../storage/publish/quotation-words.ts'
import { quoteId } from './story.ts'

describe('quotationWords', () => {
  it.each([
    [['“We are new,”'], 'We are new'],
    [['“We are new.”'], 'We are new.'],
    [['“We counted,”', '“and counted again.”'], 'We counted, and counted again.'],
    [['«Հաշվեցինք»'], 'Հաշվեցինք'],
    [['«Насчитали „девяносто“ досок», '], 'Насчитали „девяносто“ досок'],
    [['„Neunzig“'], 'Neunzig'],
    [['«نود تخته شمردیم»،'], 'نود تخته شمردیم'],
    [['He said the miners’'], 'He said the miners’'],
    [['no marks at all'], 'no marks at all'],
    [["'single'"], "'single'"],
  ])('of %j are %j', (runs, words) => {
    const quotation = { quote: newQuote(quoteId, 'direct', null), runs: runs.map((text) => ({ from: 1, to: 2, text })) }
    expect(quotationWords(quotation)).toBe(words)
  })
})
