import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../../storage/importers/import-file.ts'
import type { ImportedStory } from '../../../storage/importers/imported-story.ts'
import { headlineOf } from '../../../storage/model/summary.ts'

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const styles = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`

/** A Word document of these paragraphs, the first one its heading; `xml` is put in as it is. */
function docx(heading: string, ...xml: string[]): Uint8Array {
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const first = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(heading)}</w:p>`
  const rest = xml.map((inside) => `<w:p>${inside.startsWith('<') ? inside : run(inside)}</w:p>`).join('')
  const body = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${first}${rest}</w:body></w:document>`
  const parts = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations,
    'word/document.xml': body,
    'word/styles.xml': styles,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}

function bodyOf({ document }: ImportedStory): string[] {
  return document.children.slice(2).map((node) => `${node.type.name}: ${node.textContent}`)
}

describe('a Word document', () => {
  it('comes in with its words, and without what was struck out', async () => {
    const bytes = docx(
      'Զանգը կրկին հնչում է',
      'Ինը ձմեռ լռելուց հետո լաստի զանգը կախվեց։',
      '<w:r><w:t xml:space="preserve">Պարանը </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>պահել</w:t></w:r><w:r><w:t xml:space="preserve"> ենք։</w:t></w:r><w:del><w:r><w:delText>ջնջված</w:delText></w:r></w:del>',
    )
    const story = await importFile({ name: 'զանգ.docx', bytes })
    expect([headlineOf(story.document), story.fields.language]).toEqual(['Զանգը կրկին հնչում է', 'hy'])
    expect(story.document.textContent).toContain('Պարանը պահել ենք։')
    expect(story.document.textContent).not.toContain('ջնջված')
  })

  it('is told by what it holds, whatever it is called', async () => {
    const story = await importFile({ name: 'bell.txt', bytes: docx('The bell', 'It rings again in May.') })
    expect(headlineOf(story.document)).toBe('The bell')
  })

  it.each([
    ['another archive', zipSync({ 'a.txt': strToU8('x') }), 'unsupported_format'],
    ['the beginning of one', docx('The bell').subarray(0, 300), 'invalid_input'],
    ['one that is no XML inside', docx('The bell', '<w:r'), 'invalid_input'],
    ['one without words', docx(''), 'invalid_input'],
  ])('is refused when it is %s', async (_what, bytes, code) => {
    await expect(importFile({ name: 'bell.docx', bytes })).rejects.toMatchObject({ code })
  })
})

describe('Markdown', () => {
  it('comes in with headings, lists and emphasis, and says what stood before the text', async () => {
    const text = '---\ntitle: "The bell"\ndraft: true\n---\n\nIt rings *again*.\n\n## In May\n\n- rope\n- cable\n'
    const story = await importFile({ name: 'bell.md', bytes: new TextEncoder().encode(text) })
    expect(headlineOf(story.document)).toBe('The bell')
    expect(bodyOf(story)).toContain('bullet_list: ropecable')
    expect(bodyOf(story)).toContain('subhead: In May')
    expect(story.warnings).toMatchObject([{ code: 'front_matter' }])
  })

  it('runs nothing that it holds', async () => {
    const text =
      '# The bell\n\n<script>alert(1)</script>\n\nIt rings [here](javascript:alert(1)) in May, and again in June.\n'
    const story = await importFile({ name: 'bell.md', bytes: new TextEncoder().encode(text) })
    expect(JSON.stringify(story.document.toJSON())).not.toMatch(/script|alert/u)
    expect(story.document.textContent).toContain('It rings here in May')
  })
})
