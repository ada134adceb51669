import { keepChoice, readChoice } from './storage';

export type Saver = 'system' | 'on' | 'off';

interface Line {
  readonly connection?: { readonly saveData?: boolean };
}

/** What the person chose on this device. */
export function chosenSaver(): Saver {
  const chosen = readChoice('saver');
  return chosen === 'on' || chosen === 'off' ? chosen : 'system';
}

/** Holds from the next picture and the next connection on. */
export const chooseSaver = (saver: Saver): void =>
  keepChoice('saver', saver === 'system' ? undefined : saver);

/** Whether as little as possible is to be loaded and sent: the person's choice, else the browser's. */
export function isSaver(): boolean {
  const chosen = chosenSaver();
  if (chosen !== 'system') return chosen === 'on';
  return (navigator as Line).connection?.saveData === true;
}
