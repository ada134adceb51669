/** One line of the difference between two texts. */
export interface LineDifference {
  readonly kind: 'same' | 'added' | 'removed';
  readonly line: string;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * Compares two texts line by line, without empty lines: the longest common subsequence stays, in place of a changed line
 * the old one comes before the new one.
 */
export function diffLines(before: string, after: string): LineDifference[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const common = commonLengths(old, now);
  const found: LineDifference[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < now.length) {
    if (at < old.length && old[at] === now[to]) {
      found.push({ kind: 'same', line: now[to]! });
      at += 1;
      to += 1;
    } else if (
      to === now.length ||
      (at < old.length && common[at + 1]![to]! >= common[at]![to + 1]!)
    ) {
      found.push({ kind: 'removed', line: old[at++]! });
    } else found.push({ kind: 'added', line: now[to++]! });
  }
  return found;
}

/** The length of the longest common subsequence of the lines from each pair of positions on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array<number>(now.length + 1).fill(0),
  );
  for (let at = old.length - 1; at >= 0; at--) {
    for (let to = now.length - 1; to >= 0; to--) {
      lengths[at]![to] =
        old[at] === now[to]
          ? lengths[at + 1]![to + 1]! + 1
          : Math.max(lengths[at + 1]![to]!, lengths[at]![to + 1]!);
    }
  }
  return lengths;
}
