/** A moment as an input of type `datetime-local` writes it, on this computer's clock: `2026-04-14T18:00`. */
export function toLocalInput(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** The instant in UTC that such an input names, or null while it names none. */
export function fromLocalInput(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
