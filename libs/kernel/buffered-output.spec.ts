import { BufferedOutput } from './buffered-output.js';

describe('buffered log output', () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    jest.useFakeTimers();
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('is written in one piece after a second, or at once when the buffer is full', () => {
    const lines = new BufferedOutput();
    for (const line of ['a\n', 'b\n']) lines.write(line);
    expect(written).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(written).toEqual(['a\nb\n']);
    jest.advanceTimersByTime(5_000);
    expect(written).toHaveLength(1);
    const long = `${'c'.repeat(5_000)}\n`;
    lines.write(long);
    expect(written.slice(1)).toEqual([long]);
  });
});
