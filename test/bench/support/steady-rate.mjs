// Sends requests at a steady rate, without waiting for the answers.
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Sends `pace` requests per second over the connections. `request(index)` returns the bytes for a connection. Throws if
 * the server refuses a request.
 */
export async function sendAtSteadyRate(writers, request, pace, seconds) {
  const began = performance.now();
  const answers = [];
  for (let count = 0; count < pace * seconds; count++) {
    const due = began + (count * 1000) / pace;
    if (due > performance.now()) await wait(due - performance.now());
    const at = count % writers.length;
    const writer = writers[at];
    writer.last = Promise.resolve(writer.last).then(() => writer.send(request(at)));
    answers.push(writer.last);
  }
  for (const { status, body } of await Promise.all(answers)) {
    if (status !== 200 || body.includes('"errors"')) throw new Error(body.toString());
  }
}
