import { useSyncExternalStore } from 'react';

/** How far the upload of a file is. Kept in memory only: what counts is what the server has. */
export interface Progress {
  /** Sent, or being looked at by the server. */
  readonly phase: 'sending' | 'checking';
  readonly sent: number;
  readonly total: number;
  readonly secondsLeft: number | undefined;
}

interface Pace {
  readonly since: number;
  readonly from: number;
}

const known = new Map<string, Progress>();
const paces = new Map<string, Pace>();
const listeners = new Set<() => void>();
/** Before this nobody can tell how long it takes. */
const SETTLED_MS = 1_000;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How far a file is; undefined while it waits. */
export const useProgress = (id: string): Progress | undefined =>
  useSyncExternalStore(subscribe, () => known.get(id));

/** Nothing: it is under way no more. */
export function tellProgress(id: string, told: Omit<Progress, 'secondsLeft'> | undefined): void {
  if (told) known.set(id, { ...told, secondsLeft: secondsLeft(id, told) });
  else {
    known.delete(id);
    paces.delete(id);
  }
  for (const listener of listeners) listener();
}

function secondsLeft(id: string, { sent, total }: Pick<Progress, 'sent' | 'total'>) {
  const now = performance.now();
  const pace = paces.get(id) ?? { since: now, from: sent };
  paces.set(id, pace);
  const [took, came] = [now - pace.since, sent - pace.from];
  if (took < SETTLED_MS || came <= 0) return undefined;
  return Math.ceil((((total - sent) / came) * took) / 1_000);
}
