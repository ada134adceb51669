import { useSyncExternalStore } from 'react';

/** Upload progress of a file. It is in memory only: after a reload, the server's offset determines the progress. */
export interface UploadProgress {
  /** `checking`: the upload is complete and the server sanitises the file. */
  readonly phase: 'sending' | 'checking';
  readonly sent: number;
  readonly total: number;
  readonly secondsLeft: number | undefined;
}

interface Pace {
  readonly since: number;
  readonly from: number;
}

const known = new Map<string, UploadProgress>();
const paces = new Map<string, Pace>();
const listeners = new Set<() => void>();
/** Time after the start of an upload before the remaining time is estimated. */
const SETTLED_MS = 1_000;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Progress of a file; undefined while its upload has not started. */
export const useUploadProgress = (id: string): UploadProgress | undefined =>
  useSyncExternalStore(subscribe, () => known.get(id));

/** Updates the progress of a file; `undefined` removes it. */
export function setUploadProgress(
  id: string,
  told: Omit<UploadProgress, 'secondsLeft'> | undefined,
): void {
  if (told) known.set(id, { ...told, secondsLeft: secondsLeft(id, told) });
  else {
    known.delete(id);
    paces.delete(id);
  }
  for (const listener of listeners) listener();
}

function secondsLeft(id: string, { sent, total }: Pick<UploadProgress, 'sent' | 'total'>) {
  const now = performance.now();
  const pace = paces.get(id) ?? { since: now, from: sent };
  paces.set(id, pace);
  const [took, came] = [now - pace.since, sent - pace.from];
  if (took < SETTLED_MS || came <= 0) return undefined;
  return Math.ceil((((total - sent) / came) * took) / 1_000);
}
