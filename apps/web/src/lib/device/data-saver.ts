import { storeLocalSetting, readLocalSetting } from './local-settings';

export type DataSaver = 'system' | 'on' | 'off';

interface Line {
  readonly connection?: { readonly saveData?: boolean };
}

/** Data saver setting that the person chose on this device. */
export function chosenDataSaver(): DataSaver {
  const chosen = readLocalSetting('saver');
  return chosen === 'on' || chosen === 'off' ? chosen : 'system';
}

/** Takes effect with the next picture and the next connection. */
export const chooseDataSaver = (saver: DataSaver): void =>
  storeLocalSetting('saver', saver === 'system' ? undefined : saver);

/** Whether to load and send as little data as possible: the person's choice, else the browser's setting. */
export function isDataSaverOn(): boolean {
  const chosen = chosenDataSaver();
  if (chosen !== 'system') return chosen === 'on';
  return (navigator as Line).connection?.saveData === true;
}
