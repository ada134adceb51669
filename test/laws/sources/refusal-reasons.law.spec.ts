import { REFUSAL_REASONS } from '#policy/engine/refusal-reasons.js';
import { sourceFiles } from '../../support/repository.js';
import { reasonsWithText, reasonsUsed } from './refusal-reasons.js';

/** Reasons that only the public pages show. These pages work without the web app and have other texts. */
const OF_PUBLIC_PAGES = new Set([
  ...['signIn.refused', 'join.wait'],
  'invitationOver',
  'codeWrong',
  ...['casePhraseWrong', 'support.phraseGuesses'],
  ...[
    'application.closed',
    'application.sent',
    'application.tooSoon',
    'application.alreadyIn',
    'application.notAsked',
  ],
]);
/** Reasons that only the command line shows. */
const OF_THE_OPERATOR = new Set([
  'founding.notEmpty',
  'decoy.enough',
  'decoy.namesake',
  'decoy.alike',
]);
/** Codes for invalid input without a named rule, and for GraphQL documents that cannot be parsed. */
const OF_THE_ENGINE = ['invalid', 'whitelistValidation', 'document'];
/** Reasons that the web app itself produces. */
const OF_THE_DEVICE = ['upload.lost', 'outbox.ownerless', 'form.stale'];

/** Returns reasons without a text. */
function unexplained(given: Iterable<string>, explained: Iterable<string>): string[] {
  const known = new Set(explained);
  return [...new Set(given)].filter((key) => !known.has(key)).sort();
}

const file = (text: string) => ({ path: 'libs/rooms/rooms.service.ts', text });

test('the check finds every place where the server refuses a request with a reason', () => {
  const text = `
    if (full) throw new Conflict('room.full');
    throw new TooMany(many ? 'room.many' : 'room.again', 5);
    forbid('open').because('room.closed');
    throw new Invalid('input', { name: 'tooLong' });
    throw new Forbidden(ability.reason('open', room));
    class RoomInput { @IsUUID() @MaxLength(5) id!: string; }
    function problemOf(room) { if (!room) return 'noRoom'; return isIn(room) ? 'inside' : undefined; }
    throw wrong('name', 'blank');
    throw new NotFound();`;
  expect(reasonsUsed(file(text))).toEqual({
    keys: [
      ...['room.full', 'room.many', 'room.again', 'room.closed', 'tooLong', 'isUuid', 'maxLength'],
      ...['noRoom', 'inside', 'blank'],
    ],
    unreadable: [],
  });
});

test('the check reports a reason without a text and accepts a reason with a text', () => {
  const text = `throw new Conflict('room.full'); throw new Invalid('input', { name: 'noSuchWord' });`;
  const { keys } = reasonsUsed(file(text));
  const explained = reasonsWithText(
    file(`registerErrorTexts({ 'room.full': msg\`Ya no cabe nadie.\` });`),
  );
  expect(unexplained(keys, explained)).toEqual(['noSuchWord']);
});

test('the check reports a reason that cannot be read from the source', () => {
  const text = 'throw new Conflict(whatever(room));';
  expect(reasonsUsed(file(text)).unreadable).toEqual([
    'libs/rooms/rooms.service.ts whatever(room)',
  ]);
});

test('every reason of the server has a text in the web app', () => {
  const given = sourceFiles(['libs', 'apps/api'], /(?<!\.spec)\.ts$/, 700).map(reasonsUsed);
  const explained = sourceFiles(['apps/web/src'], /\.tsx?$/, 400).flatMap(reasonsWithText);
  expect(given.flatMap((one) => one.unreadable)).toEqual([]);
  const keys = [...given.flatMap((one) => one.keys), ...REFUSAL_REASONS, ...OF_THE_ENGINE];
  expect(keys.length).toBeGreaterThan(100);
  const elsewhere = new Set([...OF_PUBLIC_PAGES, ...OF_THE_OPERATOR]);
  expect(unexplained(keys, explained).filter((key) => !elsewhere.has(key))).toEqual([]);
});

test('the policy uses every reason in its list', () => {
  const given = sourceFiles(['libs/policy'], /\.policy\.ts$/, 30).map(reasonsUsed);
  const keys = new Set(given.flatMap((one) => one.keys));
  expect(REFUSAL_REASONS.filter((key) => !keys.has(key) && key !== 'policy.refused')).toEqual([]);
});

test('every text belongs to a reason that the code uses', () => {
  const given = sourceFiles(['libs', 'apps/api'], /(?<!\.spec)\.ts$/, 700).map(reasonsUsed);
  const others = [...REFUSAL_REASONS, ...OF_THE_ENGINE, ...OF_THE_DEVICE];
  const keys = new Set([...given.flatMap((one) => one.keys), ...others]);
  const explained = sourceFiles(['apps/web/src'], /\.tsx?$/, 400).flatMap(reasonsWithText);
  expect(explained.filter((key) => !keys.has(key))).toEqual([]);
});
