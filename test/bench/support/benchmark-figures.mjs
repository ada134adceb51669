/**
 * Creates a figure. Without a target the figure is informational. `how` describes the measurement, with the absolute
 * values of a ratio.
 */
export function benchmarkFigure(id, value, { unit = '', target = null, better = 'lower', how }) {
  const rounded = Number(value.toPrecision(4));
  const isGood = target === null || (better === 'lower' ? rounded <= target : rounded >= target);
  return { id, value: rounded, unit, target, better, ok: isGood, how };
}

export function printFigures(figures) {
  for (const { id, value, unit, target, better, ok, how } of figures) {
    const sign = better === 'lower' ? '≤' : '≥';
    const limit = target === null ? '' : `${sign} ${target}`;
    console.log(
      `${ok ? ' ' : '✗'} ${id.padEnd(22)} ${String(value).padStart(9)} ${unit.padEnd(4)} ${limit}`,
    );
    console.log(`    ${how}`);
  }
}

/** Returns the value below which this share (0–1) of the values lies. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values) => percentile(values, 0.5);
export const bestValue = (values, better = 'lower') =>
  better === 'lower' ? Math.min(...values) : Math.max(...values);
export const printLine = (text) => console.log(`  ${text}`);
export const formatNumber = (value, digits = 2) => value.toFixed(digits);
