import type { Page } from 'playwright-core';

/** Records everything that a page receives over the network, in order of arrival. */
export class NetworkRecorder {
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

  /** Number of recorded responses and frames. */
  get length(): number {
    return this.heard.length;
  }

  /** Returns the responses and frames between two positions as one text. */
  async between(from: number, until = this.length): Promise<string> {
    return (await Promise.all(this.heard.slice(from, until))).join('\n');
  }
}
