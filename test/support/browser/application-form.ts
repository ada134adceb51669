import type { Locator, Page } from 'playwright-core';
import { termNameOf } from '#taxonomy/terms.js';
import { JOIN_TEXT, type JoinText } from '../../../apps/web/public-pages/join/join-text.js';
import type { Language } from './ui-texts.js';

/** Fills in the application form on a phone and counts the taps. */
export class ApplicationForm {
  taps = 0;
  readonly text: JoinText;

  constructor(
    readonly page: Page,
    private readonly origin: string,
    private readonly language: Language,
  ) {
    this.text = JOIN_TEXT[language];
  }

  async start(path = `/${this.language}/join`): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
    await this.press(this.text.start);
  }

  next(): Promise<void> {
    return this.press(this.text.client.next);
  }

  /** Sends the application from the review page. */
  send(): Promise<void> {
    return this.press(this.text.send);
  }

  /** Saves the draft of the application on this device. */
  keep(): Promise<void> {
    return this.press(this.text.client.keep);
  }

  async fillName(name: string): Promise<void> {
    await this.textbox(this.text.labels.name).fill(name);
  }

  /**
   * Answers all questions up to the review page. Also answers that no member knows the applicant, unless `isKnown`:
   * then the form already contains an answer.
   */
  async answer(name: string, isKnown = false): Promise<void> {
    const { page, language } = this;
    const { country, hopes, nobody, here } = this.text.labels;
    await this.next();
    await this.fillName(name);
    await this.next();
    await this.tap(this.option('checkbox', termNameOf('practice:community-media', language)));
    await this.next();
    await this.tap(this.option('checkbox', termNameOf('issue:indigenous-rights', language)));
    await this.next();
    await page
      .getByRole('combobox', { name: country })
      .selectOption({ label: termNameOf('territory:PE', language) });
    await this.tap(this.option('checkbox', termNameOf('territory:amazonia', language)));
    await this.next();
    await this.textbox(hopes).fill('Encontrar gente que verifique audios.');
    await this.next();
    if (!isKnown) await this.tap(this.option('radio', nobody));
    await this.next();
    await this.tap(this.option('radio', here));
    await this.next();
  }

  /** Returns the words of the recovery phrase when the receipt shows them. */
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
