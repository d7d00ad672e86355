/** Reads a line that says who wrote the story, or null: `By Ana Luk and Ivo Perat`, `Автор: ...`, `Հեղինակ՝ ...`, `نویسنده: ...`. */
export function readByline(text: string): string[] | null {
  const line = text.trim().replace(/\s+/gu, ' ')
  if (line.length > 160) return null
  const match = shapes.map((shape) => shape.exec(line)).find((found) => found !== null)
  const names = match?.groups?.['names']
  if (names === undefined) return null
  const list = names
    .replace(/[.։|·]+$/u, '')
    .split(/\s*(?:,|،|;|&|\s(?:and|и|և|ու|و)\s)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return list.length > 0 && list.length <= 20 && list.every(isName) ? list : null
}

const shapes = [
  /^(?:by|story by|text by|reporting by|words by)\s*:?\s+(?<names>\p{Lu}.*)$/iu,
  /^(?:автор(?:ы)?|текст|корреспондент|журналист)\s*[:—–-]\s*(?<names>\p{Lu}.*)$/iu,
  /^(?:հեղինակ(?:ներ)?(?:ը)?|տեքստ(?:ը)?|լրագրող)\s*[:՝։—–-]\s*(?<names>\p{Lu}.*)$/iu,
  /^(?:نویسنده(?:گان)?|گزارش(?:گر)?|خبرنگار|به قلم|نوشته|متن)\s*[:،]?\s+(?<names>\p{L}.*)$/u,
  /^(?:نویسنده(?:گان)?|گزارش(?:گر)?|خبرنگار)\s*:\s*(?<names>\p{L}.*)$/u,
]

/** A name is one to five words without a sentence's punctuation. */
function isName(text: string): boolean {
  const words = text.split(' ')
  return (
    words.length <= 5 &&
    text.length <= 80 &&
    !/[!?:;"“”«»\d]/u.test(text) &&
    !/\.\s+\p{Lu}\p{Ll}{3}.*\s\p{Ll}/u.test(text)
  )
}
