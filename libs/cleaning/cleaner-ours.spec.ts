import { Cleaner, type Limits } from '#cleaning/cleaner.service.js';
import { NotClean } from '#cleaning/cleaned.js';

/** A cleaner with another program, or other limits. */
class Other extends Cleaner {
  constructor(
    protected override readonly program: readonly string[],
    most: Partial<Limits> = {},
  ) {
    super();
    this.most = { ...this.most, ...most };
  }
}

const running = (code: string, most: Partial<Limits> = {}) =>
  new Other([process.execPath, '-e', code], most);
const FOREVER = 'setInterval(() => undefined, 1000)';
const bytes = Buffer.from('x');
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'clean',
    (error: unknown) => (error instanceof NotClean ? 'refused' : (error as Error).message),
  );

describe('what goes wrong with the process that cleans', () => {
  it('is the file where it says so itself', async () => {
    expect(await outcome(new Cleaner().clean(bytes))).toBe('refused');
  });

  it.each([
    ['was not there', new Other(['/nowhere/at/all'])],
    ['ended in the middle', running('process.exit(1)')],
    ['was ended from outside', running(`process.kill(process.pid, 'SIGKILL')`)],
    ['took too long', running(FOREVER, { seconds: 0.3 })],
    ['took too much of the processor', running('for (;;);', { cpuSeconds: 1 })],
    [
      'took too much memory',
      running(`${FOREVER}; globalThis.x = Buffer.alloc(5e8, 1)`, { memory: 3e8 }),
    ],
    [
      'ran out of memory',
      new Other([
        process.execPath,
        '--max-old-space-size=16',
        '-e',
        'const all = []; for (;;) all.push([...Array(1e4).keys()])',
      ]),
    ],
  ])('is ours where it %s', async (_how, cleaner) => {
    expect(await outcome(cleaner.clean(bytes))).toBe('cleaning: it ended');
  });

  it('is ours where nothing could be begun, or its answer is none', async () => {
    const nothing = running('');
    expect(await outcome(nothing.clean(bytes))).toMatch(/range|bounds/);
    const longer = new Other(['x'.repeat(300_000)]);
    expect(await outcome(longer.clean(bytes))).toMatch(/E2BIG/);
  });

  it('is ours where too many wait, or it is stopped, which ends what runs and begins nothing', async () => {
    const cleaner = running(FOREVER);
    const waiting = Array.from({ length: 502 }, () => outcome(cleaner.clean(bytes)));
    expect(await outcome(cleaner.clean(bytes))).toBe('cleaning: too many wait');
    cleaner.beforeApplicationShutdown();
    expect([...new Set(await Promise.all(waiting))].toSorted()).toEqual([
      'cleaning: it ended',
      'cleaning: it is closing',
    ]);
  });
});
