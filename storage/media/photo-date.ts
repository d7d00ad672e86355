/** IIM's date and time as far as both are known: `2023-09-23`, `2023-09-23T12:30:00+02:00`; empty without a date. */
export function iimDate(date: string, time: string): string {
  const day = /^(\d{4})[-:]?(\d{2})[-:]?(\d{2})$/.exec(date)
  if (day === null) return ''
  const clock = /^(\d{2}):?(\d{2}):?(\d{2})(?:([+-]\d{2}):?(\d{2}))?$/.exec(time)
  return join(day, clock, clock?.[4] === undefined ? '' : `${clock[4]}:${clock[5] ?? '00'}`)
}

/** Exif's date with its zone where the camera wrote one. None is guessed. */
export function exifDate(date: string, zone: string): string {
  const parts = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(date)
  if (parts === null || parts[1] === '0000') return ''
  return join(parts, parts.slice(3), /^(?:[+-]\d{2}:\d{2}|Z)$/.test(zone) ? zone : '')
}

function join(
  day: readonly (string | undefined)[],
  clock: readonly (string | undefined)[] | null,
  zone: string,
): string {
  const date = day.slice(1, 4).join('-')
  return clock === null ? date : `${date}T${clock.slice(1, 4).join(':')}${zone}`
}
