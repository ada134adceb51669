/** One measured value beside its target. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  /** Null where the value is only told, not judged. */
  readonly target: number | null;
  readonly better: 'lower' | 'higher';
  readonly ok: boolean;
  /** What was measured against what, and what was kept before it was acknowledged. */
  readonly how: string;
}

/** How a group is run: `isQuick` trades precision for minutes, for trying a change. */
export interface Bench {
  readonly isQuick: boolean;
  /** Tells what goes on. */
  say(line: string): void;
}

/** Measures a group. A group is a file `<group>.bench.ts` whose default export is one of these. */
export type Measure = (bench: Bench) => Promise<Figure[]>;

type Judged = Omit<Figure, 'ok' | 'better' | 'target'> & { readonly target: number };

const rounded = (value: number) => Number(value.toPrecision(4));

/** A figure that must not be above its target. */
export const atMost = (figure: Judged): Figure => ({
  ...figure,
  value: rounded(figure.value),
  better: 'lower',
  ok: figure.value <= figure.target,
});

/** A figure that must not be below its target. */
export const atLeast = (figure: Judged): Figure => ({
  ...figure,
  value: rounded(figure.value),
  better: 'higher',
  ok: figure.value >= figure.target,
});

/** A figure that is told beside others: an absolute value, a count. */
export const told = (
  figure: Omit<Judged, 'target'>,
  better: Figure['better'] = 'lower',
): Figure => ({ ...figure, value: rounded(figure.value), target: null, better, ok: true });
