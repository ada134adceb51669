import { readChoice } from './storage';

interface Line {
  readonly connection?: { readonly saveData?: boolean };
}

/** Whether as little as possible is to be loaded and sent: the person's choice, else the browser's. */
export function isSaver(): boolean {
  const chosen = readChoice('saver');
  if (chosen !== undefined) return chosen === 'on';
  return (navigator as Line).connection?.saveData === true;
}
