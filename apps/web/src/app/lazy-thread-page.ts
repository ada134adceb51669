import { loadChannelCatalogue } from '../lib/text/language';
import { loadSupportCatalogue } from '../lib/text/support-catalogue';
import { lazyPageWith } from './lazy-page';

/** Loads a page of a thread, which shows texts of support and of channels. */
export const lazyThreadPage = lazyPageWith(async () => {
  await Promise.all([loadSupportCatalogue(), loadChannelCatalogue()]);
});
