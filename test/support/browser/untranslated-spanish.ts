import type { Page } from 'playwright-core';

/**
 * Selects elements with the product's texts. Texts that people wrote may be in any language: those inside such an element
 * have the class `said`.
 */
const OWN_WORDS =
  'nav, button, label, h1, legend, dt, summary, .topbar, .tabs, .empty, .conn, .outbox, .msg__st, .unread, .hint, .banner, dialog h2';

/**
 * Words that exist in Spanish, but not in Portuguese or English. On a page in another language, such a word is an
 * untranslated text. Portuguese has `gente` only in `a gente`.
 */
const SPANISH =
  /\b(el|los|las|del|una|unos|y|con|sin|aquí|tú|puedes|quién|(?<!\ba )gente|todavía|también|ningún|después)\b/i;

/** A place name that is the same in every language. */
const NAME = 'El Salvador';

/** Returns the Spanish text that a page in another language still contains. */
export async function untranslatedSpanish(page: Page): Promise<string[]> {
  const own = new Set(
    (await page.locator(OWN_WORDS).allInnerTexts()).flatMap((text) => text.split('\n')),
  );
  return (await wordsOf(page)).filter(
    (text) => own.has(text) && SPANISH.test(text.replace(NAME, '')),
  );
}

/** Returns the product's texts on a page. */
const wordsOf = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const text = node.textContent!.trim();
      if (node.parentElement?.closest('.said')) continue;
      if (text !== '' && node.parentElement?.checkVisibility()) found.add(text);
    }
    return [...found];
  });
