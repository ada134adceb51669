import { keepChoice, readChoice } from './storage';

export type Saver = 'system' | 'on' | 'off';

interface Line {
  readonly connection?: { readonly saveData?: boolean };
}

/** Data saver setting that the person chose on this device. */
export function chosenSaver(): Saver {
  const chosen = readChoice('saver');
  return chosen === 'on' || chosen === 'off' ? chosen : 'system';
}

/** Takes effect with the next picture and the next connection. */
export const chooseSaver = (saver: Saver): void =>
  keepChoice('saver', saver === 'system' ? undefined : saver);

/** Whether to load and send as little data as possible: the person's choice, else the browser's setting. */
export function isSaver(): boolean {
  const chosen = chosenSaver();
  if (chosen !== 'system') return chosen === 'on';
  return (navigator as Line).connection?.saveData === true;
}
