/** The members that have something to say: ninjs knows no null, and an empty list or text is left out. */
export function filled(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** A text and what it is, as headlines, descriptions and bodies hold it. */
export function plain(value: string): { contentType: 'text/plain'; value: string } {
  return { contentType: 'text/plain', value }
}
