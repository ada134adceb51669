import type { Page } from 'playwright-core';

/** Everything that came to a page over the network, in the order in which it came. */
export class Hearing {
  private readonly heard: Promise<string>[] = [];

  constructor(page: Page) {
    page.on('response', (response) => {
      const body = response.text().catch(() => '');
      this.heard.push(body.then((text) => `${response.url()}\n${text}`));
    });
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) =>
        this.heard.push(Promise.resolve(String(payload))),
      ),
    );
  }

  /** So much was heard until now. */
  get length(): number {
    return this.heard.length;
  }

  /** What was heard from one moment until another, as one text. */
  async between(from: number, until = this.length): Promise<string> {
    return (await Promise.all(this.heard.slice(from, until))).join('\n');
  }
}
