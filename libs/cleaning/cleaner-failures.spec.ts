import { CleanerService, type CleanerProcessLimits } from '#cleaning/cleaner.service.js';
import { FileRefusedError } from '#cleaning/cleaned-file.js';

/** A cleaner with another program or other limits. */
class Other extends CleanerService {
  constructor(
    protected override readonly program: readonly string[],
    most: Partial<CleanerProcessLimits> = {},
  ) {
    super();
    this.most = { ...this.most, ...most };
  }
}

const running = (code: string, most: Partial<CleanerProcessLimits> = {}) =>
  new Other([process.execPath, '-e', code], most);
const FOREVER = 'setInterval(() => undefined, 1000)';
const bytes = Buffer.from('x');
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'clean',
    (error: unknown) => (error instanceof FileRefusedError ? 'refused' : (error as Error).message),
  );

describe('the cleaner after a failure of its process', () => {
  it('refuses the file only if the process reports a refusal', async () => {
    expect(await outcome(new CleanerService().clean(bytes))).toBe('refused');
  });

  it.each([
    ['cannot be started', new Other(['/nowhere/at/all'])],
    ['exits early', running('process.exit(1)')],
    ['is killed', running(`process.kill(process.pid, 'SIGKILL')`)],
    ['takes too long', running(FOREVER, { seconds: 0.3 })],
    ['uses too much CPU time', running('for (;;);', { cpuSeconds: 1 })],
    [
      'uses too much memory',
      running(`${FOREVER}; globalThis.x = Buffer.alloc(5e8, 1)`, { memory: 3e8 }),
    ],
    [
      'runs out of heap memory',
      new Other([
        process.execPath,
        '--max-old-space-size=16',
        '-e',
        'const all = []; for (;;) all.push([...Array(1e4).keys()])',
      ]),
    ],
  ])(
    'does not refuse the file after a technical failure: the process %s',
    async (_how, cleaner) => {
      expect(await outcome(cleaner.clean(bytes))).toBe(
        'cleaning: the process failed or was killed',
      );
    },
  );

  it('does not refuse the file if the process cannot start or returns no result', async () => {
    const nothing = running('');
    expect(await outcome(nothing.clean(bytes))).toMatch(/range|bounds/);
    const longer = new Other(['x'.repeat(300_000)]);
    expect(await outcome(longer.clean(bytes))).toMatch(/E2BIG/);
  });

  it('does not refuse waiting files if the queue is full or the application stops', async () => {
    const cleaner = running(FOREVER);
    const waiting = Array.from({ length: 502 }, () => outcome(cleaner.clean(bytes)));
    expect(await outcome(cleaner.clean(bytes))).toBe('cleaning: the queue is full');
    cleaner.beforeApplicationShutdown();
    expect([...new Set(await Promise.all(waiting))].toSorted()).toEqual([
      'cleaning: the application is shutting down',
      'cleaning: the process failed or was killed',
    ]);
  });
});
