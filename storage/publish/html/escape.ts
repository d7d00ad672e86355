/** Text as HTML content or as an attribute's value between double quotes. What HTML cannot hold is dropped; lines end in one way. */
export function escapeHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** An element's attributes, each with a space before it; null ones are left out, true ones have no value. */
export function attributes(list: Readonly<Record<string, string | number | true | null>>): string {
  return Object.entries(list)
    .map(([name, value]) => {
      if (value === null) return ''
      return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
    })
    .join('')
}
