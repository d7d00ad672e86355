import type { EmbeddedDescription } from './rendition.ts'

/** What one APP1 segment of a JPEG holds, beside its header. */
const mostXmpBytes = 65_502

/**
 * The XMP packet of a rendition: caption, alt text, credit and rights in the fields the IPTC names, empty ones left out.
 * Texts too long for one JPEG segment are shortened, longest first; real captions never are.
 */
export function writeXmp(description: EmbeddedDescription): Uint8Array {
  const fields = { ...description }
  for (;;) {
    const packet = new TextEncoder().encode(packetOf(fields))
    if (packet.length <= mostXmpBytes) return packet
    const longest = texts.reduce((long, name) => (fields[name].length > fields[long].length ? name : long))
    fields[longest] = fields[longest].slice(0, Math.floor(fields[longest].length * 0.75)).replace(/\p{Cs}/gu, '')
  }
}

const texts = ['caption', 'alt', 'credit', 'creator', 'copyright', 'source', 'usageTerms'] as const

function packetOf(about: EmbeddedDescription): string {
  const properties = [
    alternatives('dc:description', about.caption, about.language),
    alternatives('Iptc4xmpCore:AltTextAccessibility', about.alt, about.language),
    alternatives('dc:rights', about.copyright, null),
    alternatives('xmpRights:UsageTerms', about.usageTerms, null),
    about.creator === ''
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(about.creator)}</rdf:li></rdf:Seq></dc:creator>`,
    simple('photoshop:Credit', about.credit),
    simple('photoshop:Source', about.source),
  ].join('')
  return (
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">` +
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""` +
    Object.entries(namespaces)
      .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
      .join('') +
    `>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  )
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
} as const

function simple(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`
}

function alternatives(name: string, text: string, language: string | null): string {
  if (text === '') return ''
  const item = (lang: string): string => `<rdf:li xml:lang="${escapeXml(lang)}">${escapeXml(text)}</rdf:li>`
  return `<${name}><rdf:Alt>${item('x-default')}${language === null ? '' : item(language)}</rdf:Alt></${name}>`
}

/** Text as XML character data or attribute value; characters XML cannot hold are dropped. */
function escapeXml(text: string): string {
  return (
    text
      .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
      // Some readers take the separators of lines and paragraphs for line ends unless they are written out.
      .replaceAll('\u2028', '&#x2028;')
      .replaceAll('\u2029', '&#x2029;')
  )
}
