import type { Figure } from './figure.ts'

/** The figures for people: each beside its baseline, with the range of its middle half. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.ok ? 'ok' : 'MISSED',
    figure.name,
    `${figure.value} ${figure.unit} ± ${figure.spread}`,
    `${figure.baseline} ± ${figure.baselineSpread} (${figure.against})`,
    `× ${figure.ratio}`,
    figure.limit === null ? 'no limit yet' : `limit ${figure.limit}`,
  ])
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
