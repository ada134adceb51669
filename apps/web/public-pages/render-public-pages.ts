import { LANGUAGES } from './language.js';
import { landingPage } from './landing-page.js';
import type { PublicPageAssets } from './page-layout.js';
import { notFoundPage } from './not-found-page.js';
import { safetyPage } from './safety-page.js';
import { supportPage } from './support/support-page.js';
import { lostReceiptPage } from './status/lost-receipt-page.js';
import { SIGN_IN_PAGE_STATES, signInPage } from './account/sign-in-page.js';

/** Returns every prerendered page, by its path under `dist/web`. */
export function renderPublicPages(assets: PublicPageAssets): Map<string, string> {
  const pages = new Map<string, string>();
  for (const language of LANGUAGES) {
    pages.set(`${language}/index.html`, landingPage(language, assets));
    pages.set(`${language}/safety.html`, safetyPage(language, assets));
    pages.set(`${language}/support.html`, supportPage(language, assets));
    pages.set(`${language}/lost-receipt.html`, lostReceiptPage(language, assets));
    pages.set(`${language}/not-found.html`, notFoundPage(language, assets));
    for (const state of SIGN_IN_PAGE_STATES)
      pages.set(`${language}/sign-in.${state}.html`, signInPage(language, assets, state));
  }
  return pages;
}
