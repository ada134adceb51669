import { neutralPath } from './leave-page';

/** Puts the neutral page into the browser's cache. */
export const fetchNeutralPage = (): void =>
  void fetch(neutralPath(), { priority: 'low' }).catch(() => undefined);
