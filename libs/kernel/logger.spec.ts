import { pino } from 'pino';
import { NestLogger } from './logger.js';

test('An error is logged by its kind and its places, without its text, also where it is given as a stack', () => {
  const lines: string[] = [];
  const logger = new NestLogger(pino({ base: null }, { write: (line) => lines.push(line) }));
  const error = new TypeError('canary of somebody');

  logger.error(error, undefined, 'Exceptions');
  logger.error('job failed', error.stack, 'Jobs');

  const written = lines.map((line) => JSON.parse(line) as { msg: string; places: string[] });
  expect(written.map(({ msg }) => msg)).toEqual(['TypeError', 'job failed']);
  for (const { places } of written) expect(places[0]).toContain('logger.spec');
  expect(lines.join('')).not.toContain('canary');
});
