import type { Locator, Page } from 'playwright-core';
import { waitUntil } from '../wait-until.js';
import { hasFocus } from './keyboard.js';
import { queueItem, reviewForm, reviewReasonField } from './screens/desk.js';
import { wholeText } from './ui-texts.js';

/** Maximum number of Tab presses until the target must have the focus. */
const STOPS = 80;

/** Uses the desk by keyboard only. The page must show the desk or an item of the desk. */
export class DeskKeyboard {
  constructor(readonly page: Page) {}

  /** Moves in the queue to the item with this text and opens it. */
  async open(text: string): Promise<void> {
    const { page } = this;
    const item = queueItem(page, text);
    await item.waitFor();
    for (let n = 0; n < 30 && !(await hasFocus(item)); n++) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await reviewForm(page).getByRole('radio').first().waitFor();
  }

  /** Ticks the points of the checklist and recommends: `a` to accept, `d` to decline with the first reason. */
  async recommend(choice: 'a' | 'd', reason: string): Promise<void> {
    const { page } = this;
    for (const point of [1, 2, 3, 4]) await this.tick(point);
    await page.keyboard.press(choice);
    await waitUntil('The keys do not lead to the reason', () => hasFocus(reviewReasonField(page)));
    await page.keyboard.type(reason);
    if (choice === 'd') {
      await this.goTo(
        reviewForm(page).getByLabel(wholeText('La razón, en una línea')),
        'Shift+Tab',
      );
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: wholeText('Lo que se recomendó') }).waitFor();
  }

  /** Ticks a point of the checklist. Repeats a key that was pressed before the page listened. */
  private async tick(point: number): Promise<void> {
    const box = reviewForm(this.page)
      .getByRole('checkbox')
      .nth(point - 1);
    await waitUntil(`The key ${point} ticks no point`, async () => {
      if (!(await box.isChecked())) await this.page.keyboard.press(String(point));
      return box.isChecked();
    });
  }

  /** Decides after two agreeing reviews; a decline starts from a template of the instance. */
  async decide(): Promise<void> {
    const { page } = this;
    const decline = reviewForm(page).getByRole('button', {
      name: wholeText('Decidir: no aceptar'),
    });
    const accept = reviewForm(page).getByRole('button', { name: wholeText('Decidir: aceptar') });
    const decision = accept.or(decline);
    await decision.waitFor();
    await reviewForm(page)
      .getByRole('heading', { name: wholeText('Qué va a pasar') })
      .waitFor();
    if (await decline.isVisible()) {
      await this.goTo(reviewForm(page).getByLabel(wholeText('Lo que le decimos')));
      await page.keyboard.press('/');
      await page.getByRole('menuitem').first().waitFor();
      await page.keyboard.press('Enter');
    }
    await this.goTo(decision);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/app/desk');
  }

  /** Presses Tab until the target has the focus. Ignores focused elements that the toast covers. */
  private async goTo(target: Locator, key = 'Tab'): Promise<void> {
    for (let n = 0; n < STOPS; n++) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${target}`);
  }
}
