// A child process of socket clients, and the messages to control it.
import { setTimeout as wait } from 'node:timers/promises';
import { endChild, startChild } from './processes.mjs';

export class ClientProcess {
  /** `script`: the file of the child process, in this folder. */
  constructor(script = 'listening-clients.child.mjs') {
    this.child = startChild([`test/bench/support/${script}`], { log: 'clients' });
  }

  open(port, cookies, channelId) {
    return this.request({ act: 'open', port, cookies, channelId });
  }

  /** Waits until the clients have received `expected` messages since the last report. */
  async waitForMessages(expected, seconds = 20) {
    const end = performance.now() + seconds * 1000;
    for (;;) {
      const { count } = await this.request({ act: 'count' });
      if (count >= expected) return;
      if (performance.now() > end)
        throw new Error(`the clients received ${count} of ${expected} messages in ${seconds} s`);
      await wait(20);
    }
  }

  report() {
    return this.request({ act: 'report' });
  }

  startTiming() {
    return this.request({ act: 'mark' });
  }

  close() {
    return this.request({ act: 'close' });
  }

  end() {
    return endChild(this.child);
  }

  async request(message) {
    const answer = new Promise((done, fail) => {
      this.child.once('message', done);
      this.child.once('exit', () => fail(new Error('the client process ended before it answered')));
    });
    this.child.send(message);
    const told = await answer;
    this.child.removeAllListeners('exit');
    if (told.error) throw new Error(told.error);
    return told;
  }
}
