import { ReloadableValue } from './reloadable-value.js';

/** Creates a value whose loads the test resolves or rejects by hand. */
function heldLoads() {
  const ends: ((value: string | Error) => void)[] = [];
  const value = new ReloadableValue<string>(
    () =>
      new Promise((resolve, reject) =>
        ends.push((end) => (end instanceof Error ? reject(end) : resolve(end))),
      ),
  );
  return { ends, value };
}
const settle = () => new Promise(setImmediate);

it('a reload requested during a load starts after that load, and the value is the later result', async () => {
  const { ends, value } = heldLoads();
  const first = value.reload();
  await settle();
  const requests = [value.reload(), value.reload()];
  await settle();
  expect(ends).toHaveLength(1);
  ends[0]!('old');
  await first;
  await settle();
  expect(value.current).toBe('old');
  expect(ends).toHaveLength(2);
  ends[1]!('new');
  await Promise.all(requests);
  expect(value.current).toBe('new');
});

it('a reloadable value is undefined before the first load, keeps its value when a load fails, and can be loaded again', async () => {
  const { ends, value } = heldLoads();
  for (const [end, current] of [
    [new Error('away'), undefined],
    ['one', 'one'],
    [new Error('away'), 'one'],
  ] as const) {
    const reloaded = value.reload();
    await settle();
    ends.at(-1)!(end);
    await reloaded;
    expect(value.current).toBe(current);
  }
  value.retry();
  await settle();
  ends.at(-1)!('two');
  await settle();
  expect(value.current).toBe('two');
  value.retry();
  await settle();
  expect(ends).toHaveLength(4);
});
