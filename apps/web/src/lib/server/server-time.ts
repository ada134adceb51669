import { keepChoice, readChoice } from '../device/storage';

/** A timer of the browser waits no longer than this. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** Less than this is the way of the answer, and no wrong clock. */
const WORTH_KEEPING_MS = 2_000;

/** By how much the server is ahead of this device, whose clock may be wrong. */
let ahead = Number(readChoice('ahead') ?? 0) || 0;

/** The server says with each answer what time it is, in whole seconds: late by one is never. */
export function heardTime({ headers }: Response): void {
  const at = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(at)) return;
  const now = at + 1_000 - Date.now();
  if (Math.abs(now - ahead) < WORTH_KEEPING_MS) return;
  ahead = now;
  keepChoice('ahead', String(ahead));
}

/** The server's time, as far as this device knows it. */
export const serverNow = (): number => Date.now() + ahead;

/** Calls `work` at a moment of the server, until the function it gives is called. */
export function atServerTime(moment: number, work: () => void): () => void {
  if (moment === Infinity) return () => undefined;
  const wait = Math.min(Math.max(moment - serverNow(), 0) + 1, LONGEST_WAIT_MS);
  const timer = setTimeout(work, wait);
  return () => clearTimeout(timer);
}
