import type { Page } from 'playwright-core';

/** The desk as somebody uses it who has a keyboard and nothing else. The page is at the desk, or at an item of it. */
export class DeskKeys {
  constructor(readonly page: Page) {}

  /** Moves in the queue to the item that says this, and opens it. */
  async open(text: string): Promise<void> {
    const { page } = this;
    await page.locator('.q', { hasText: text }).waitFor();
    for (let n = 0; n < 30 && !(await this.focused()).includes(text); n++) {
      await page.keyboard.press('j');
    }
    await page.keyboard.press('Enter');
    await page.locator('.rev .choice').first().waitFor();
  }

  /** Ticks the checks and recommends: `a` to accept, `d` to decline for the first of the reasons. */
  async recommend(choice: 'a' | 'd', why: string): Promise<void> {
    const { page } = this;
    for (const key of ['1', '2', '3', '4', choice]) await page.keyboard.press(key);
    await page.waitForFunction(() => document.activeElement?.id === 'why');
    await page.keyboard.type(why);
    if (choice === 'd') {
      await this.back('select');
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/Lo que se recomendó|What was recommended|O que foi recomendado/)
      .waitFor();
  }

  /** Decides what two agree on; a decline begins with one of the instance's texts. */
  async decide(): Promise<void> {
    const { page } = this;
    const button = page.locator('.rev .btn--primary, .rev .btn--danger').first();
    await button.waitFor();
    if (await page.locator('.rev textarea').first().isVisible()) {
      if ((await button.getAttribute('class'))!.includes('danger')) {
        await this.on('textarea');
        await page.keyboard.press('/');
        await page.locator('[role=menuitem]').first().waitFor();
        await page.keyboard.press('Enter');
      }
    }
    await this.on('.btn--primary, .btn--danger');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/app/desk');
  }

  private focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.closest('.q')?.textContent ?? '');
  }

  /** Tab until the focus is on it. */
  private on(selector: string): Promise<void> {
    return this.press('Tab', selector);
  }

  private back(selector: string): Promise<void> {
    return this.press('Shift+Tab', selector);
  }

  private async press(key: string, selector: string): Promise<void> {
    const isThere = () =>
      this.page.evaluate(
        (of) => document.activeElement?.matches(`.rev :is(${of})`) ?? false,
        selector,
      );
    for (let n = 0; n < 80; n++) {
      if (await isThere()) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`no key leads to ${selector}`);
  }
}
