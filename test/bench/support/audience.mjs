// A child process of socket clients, and the messages to control it.
import { setTimeout as wait } from 'node:timers/promises';
import { endChild, startChild } from './processes.mjs';

export class Audience {
  /** `script`: the file of the child process, in this folder. */
  constructor(script = 'ears.child.mjs') {
    this.child = startChild([`test/bench/support/${script}`], { log: 'ears' });
  }

  /** Opens one client per cookie; all watch the channel. */
  open(port, cookies, channelId) {
    return this.tell({ act: 'open', port, cookies, channelId });
  }

  /** Waits until the clients have received that many messages since the last report. */
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

  /** Starts to measure clients that reconnect. */
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
