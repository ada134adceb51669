import { neutralPath } from './leave-page';

/** Loads the neutral page into the browser cache. */
export const fetchNeutralPage = (): void =>
  void fetch(neutralPath(), { priority: 'low' }).catch(() => undefined);
