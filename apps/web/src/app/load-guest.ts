import { loadFrameCatalogue } from '../lib/text/language';
import { loadSupportCatalogue } from '../lib/text/support-catalogue';

/** Loads the pages for asking without an account, which need no session. */
export const loadGuestApp = async () =>
  (await Promise.all([import('./guest/guest-app'), loadSupportCatalogue()]))[0].GuestApp;

/** Loads the frame of a guest, who has one case and nothing else. */
export async function loadGuestShell() {
  const catalogues = [loadSupportCatalogue(), loadFrameCatalogue()];
  const [guest] = await Promise.all([import('./guest/guest-shell'), ...catalogues]);
  return guest.GuestShell;
}
