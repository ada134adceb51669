import { pino } from 'pino';
import { NestLogger } from './logger.js';

test('the logger writes the name and stack frames of an error without its message, also when only the stack is given', () => {
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
