import { reasonsExplained, reasonsGiven } from './reasons.js';

/** Reasons that no page has a sentence for. */
function unexplained(given: Iterable<string>, explained: Iterable<string>): string[] {
  const known = new Set(explained);
  return [...new Set(given)].filter((key) => !known.has(key)).sort();
}

const file = (text: string) => ({ path: 'libs/rooms/rooms.service.ts', text });

test('Reasons are found wherever the server refuses', () => {
  const text = `
    if (full) throw new Conflict('room.full');
    throw new TooMany(many ? 'room.many' : 'room.again', 5);
    forbid('open').because('room.closed');
    throw new Invalid('input', { name: 'tooLong' });
    throw new NotFound();`;
  expect(reasonsGiven(file(text))).toEqual(['room.full', 'room.many', 'room.again', 'room.closed']);
});

test('A reason without a sentence is refused, one that has it passes', () => {
  const given = reasonsGiven(
    file(`throw new Conflict('room.full'); throw new Conflict('room.shut');`),
  );
  const explained = reasonsExplained(file(`explain({ 'room.full': msg\`Ya no cabe nadie.\` });`));
  expect(unexplained(given, explained)).toEqual(['room.shut']);
});
