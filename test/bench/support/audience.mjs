// The audience of a measured room: a child process of listening clients, and how to speak with it.
import { setTimeout as wait } from 'node:timers/promises';
import { endChild, startChild } from './processes.mjs';

export class Audience {
  /** `script`: what its clients do, beside this file. */
  constructor(script = 'ears.child.mjs') {
    this.child = startChild([`test/bench/support/${script}`], { log: 'ears' });
  }

  /** Opens one client for each cookie; all of them watch. */
  open(port, cookies, channelId) {
    return this.tell({ act: 'open', port, cookies, channelId });
  }

  /** Waits until so many messages were heard since the last report. */
  async heard(expected, seconds = 20) {
    const end = performance.now() + seconds * 1000;
    for (;;) {
      const { count } = await this.tell({ act: 'count' });
      if (count >= expected) return;
      if (performance.now() > end) throw new Error(`heard ${count} of ${expected}`);
      await wait(20);
    }
  }

  report() {
    return this.tell({ act: 'report' });
  }

  /** From now on those that come back are counted. */
  mark() {
    return this.tell({ act: 'mark' });
  }

  close() {
    return this.tell({ act: 'close' });
  }

  end() {
    return endChild(this.child);
  }

  async tell(message) {
    const answer = new Promise((done, fail) => {
      this.child.once('message', done);
      this.child.once('exit', () => fail(new Error('the audience is gone')));
    });
    this.child.send(message);
    const told = await answer;
    this.child.removeAllListeners('exit');
    if (told.error) throw new Error(told.error);
    return told;
  }
}
