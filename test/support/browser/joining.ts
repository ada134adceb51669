import type { Page } from 'playwright-core';

/** Answers the questions of the application as somebody on a phone would, and counts the taps. */
export class Asking {
  taps = 0;

  constructor(
    readonly page: Page,
    private readonly origin: string,
    private readonly language: string,
  ) {}

  async tap(selector: string): Promise<void> {
    this.taps += 1;
    await this.page.locator(selector).first().click();
  }

  next(): Promise<void> {
    return this.tap('[data-send]');
  }

  async start(path = `/${this.language}/join`): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
    await this.tap('[data-begin]');
  }

  /** To the page where the answers are checked; who knows them is nobody, unless it is filled in already. */
  async answer(name: string, isKnown = false): Promise<void> {
    const { page } = this;
    await this.next();
    await page.fill('#name', name);
    await this.next();
    await this.tap('label:has([value="practice:community-media"])');
    await this.next();
    await this.tap('label:has([value="issue:indigenous-rights"])');
    await this.next();
    await page.selectOption('#country', 'territory:PE');
    await this.tap('label:has([value="territory:amazonia"])');
    await this.next();
    await page.fill('#hopes', 'Encontrar gente que verifique audios.');
    await this.next();
    if (!isKnown) await this.tap('label:has([name=knownKind][value=nobody])');
    await this.next();
    await this.tap('label:has([name=reach][value=here])');
    await this.next();
  }

  /** The words of the receipt, once it is there. */
  async words(): Promise<string[]> {
    await this.page.locator('.receipt li').nth(11).waitFor();
    return this.page.locator('.receipt li').allTextContents();
  }
}
