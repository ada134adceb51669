import fc from 'fast-check';
import { types } from 'pg';
import { timestampParser } from './timestamp-parser.js';

const exact = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (text: string) => unknown;
const read = timestampParser(exact);

/** Formats a time like PostgreSQL in a zone with an offset of `minutes`. */
function written(at: Date, micros: string, minutes: number): string {
  const local = new Date(at.getTime() + minutes * 60_000).toISOString();
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  const zone = `${sign}${two(hours)}${rest ? `:${two(rest)}` : ''}`;
  return `${local.slice(0, 19).replace('T', ' ')}${micros && `.${micros}`}${zone}`;
}

describe('PostgreSQL times', () => {
  test('are parsed to the same date as by the driver', () => {
    const at = fc.date({
      min: new Date('1000-01-02'),
      max: new Date('9999-12-30'),
      noInvalidDate: true,
    });
    const micros = fc.stringMatching(/^[0-9]{0,6}$/).map((text) => text.replace(/0+$/, ''));
    const minutes = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(at, micros, minutes, (...parts) => {
        const text = written(...parts);
        expect([text, read(text)]).toEqual([text, exact(text)]);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    'infinity',
    '-infinity',
    '0044-03-15 12:00:00+00 BC',
    '1044-03-15 12:00:00+00 BC',
    '0099-01-01 00:00:00+00',
    '275760-09-13 00:00:00+00',
  ])("are left to the driver's parser unless they have a plain four-digit year: %s", (text) =>
    expect(read(text)).toEqual(exact(text)),
  );
});
