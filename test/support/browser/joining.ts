import type { Locator, Page } from 'playwright-core';
import { nameOf } from '#taxonomy/terms.js';
import { JOIN_WORDS, type JoinWords } from '../../../apps/web/public-pages/join/join-words.js';
import type { Language } from './words.js';

/** Answers the questions of the application as somebody on a phone would, and counts the taps. */
export class Asking {
  taps = 0;
  readonly text: JoinWords;

  constructor(
    readonly page: Page,
    private readonly origin: string,
    private readonly language: Language,
  ) {
    this.text = JOIN_WORDS[language];
  }

  async start(path = `/${this.language}/join`): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
    await this.press(this.text.start);
  }

  next(): Promise<void> {
    return this.press(this.text.client.next);
  }

  /** Sends the application, from the page where the answers are checked. */
  send(): Promise<void> {
    return this.press(this.text.send);
  }

  /** Keeps what is typed on this device. */
  keep(): Promise<void> {
    return this.press(this.text.client.keep);
  }

  async fillName(name: string): Promise<void> {
    await this.textbox(this.text.labels.name).fill(name);
  }

  /** To the page where the answers are checked; who knows them is nobody, unless it is filled in already. */
  async answer(name: string, isKnown = false): Promise<void> {
    const { page, language } = this;
    const { country, hopes, nobody, here } = this.text.labels;
    await this.next();
    await this.fillName(name);
    await this.next();
    await this.tap(this.option('checkbox', nameOf('practice:community-media', language)));
    await this.next();
    await this.tap(this.option('checkbox', nameOf('issue:indigenous-rights', language)));
    await this.next();
    await page
      .getByRole('combobox', { name: country })
      .selectOption({ label: nameOf('territory:PE', language) });
    await this.tap(this.option('checkbox', nameOf('territory:amazonia', language)));
    await this.next();
    await this.textbox(hopes).fill('Encontrar gente que verifique audios.');
    await this.next();
    if (!isKnown) await this.tap(this.option('radio', nobody));
    await this.next();
    await this.tap(this.option('radio', here));
    await this.next();
  }

  /** The words of the receipt, once it is there. */
  async words(): Promise<string[]> {
    const words = this.page
      .getByRole('list', { name: this.text.receipt.words })
      .getByRole('listitem');
    await words.nth(11).waitFor();
    return words.allTextContents();
  }

  private async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.click();
  }

  private press(name: string): Promise<void> {
    return this.tap(this.page.getByRole('button', { name, exact: true }));
  }

  private textbox(name: string): Locator {
    return this.page.getByRole('textbox', { name });
  }

  private option(role: 'checkbox' | 'radio', name: string): Locator {
    return this.page.getByRole(role, { name });
  }
}
