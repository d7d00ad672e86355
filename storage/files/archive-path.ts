/** True for a path that stays inside an archive's folder on every system: relative, `/` between parts, no `.` or `..`. */
export function isArchivePath(path: string): boolean {
  if (path.length > 400 || /[\\:\p{Cc}\p{Cs}]/u.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
