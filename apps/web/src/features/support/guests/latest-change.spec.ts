import { LatestChange } from './latest-change.js';

const pause = () => new Promise<void>((done) => setImmediate(done));

it('a deletion that follows a slow write leaves nothing stored', async () => {
  const changes = new LatestChange();
  let stored: string | undefined;
  const write = changes.change(async () => {
    await pause();
    stored = 'text';
  });
  await changes.change(async () => {
    stored = undefined;
  });
  await write;
  expect(stored).toBeUndefined();
});

it('skips a write that a later one has overtaken, and keeps the order of the others', async () => {
  const changes = new LatestChange();
  const written: number[] = [];
  const write = (n: number) =>
    changes.change(async () => {
      await pause();
      written.push(n);
    });
  const first = write(1);
  await Promise.resolve();
  await Promise.all([first, write(2), write(3)]);
  expect(written.at(-1)).toBe(3);
  expect(written).not.toContain(2);
});

it('a failed change does not stop the next one', async () => {
  const changes = new LatestChange();
  const failed = changes.change(() => Promise.reject(new Error('no room')));
  await expect(failed).rejects.toThrow('no room');
  expect(await changes.after(async () => 'read')).toBe('read');
});
