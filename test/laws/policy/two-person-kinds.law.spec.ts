import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type TwoPersonActKind,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { useApp } from '../../support/app/app.js';
import { ROOT } from '../../support/repository.js';

/** Every kind of two-person act, with its approver and the test in which it is refused and executed. */
const KINDS: Readonly<Record<string, Expected>> = {
  grantDuty: { approver: 'administer', test: 'test/api/settings/duties.api.spec.ts' },
  takeDuty: { approver: 'administer', test: 'test/api/settings/protected-duties.api.spec.ts' },
  makeStaff: { approver: 'administer', test: 'test/api/settings/protected-duties.api.spec.ts' },
  removeMember: { approver: 'moderate', test: 'test/api/moderation/removals.api.spec.ts' },
  lengthenRetention: {
    approver: 'steward',
    test: 'test/api/message-retention/channel-retention.api.spec.ts',
  },
  lengthenBetweenTwo: {
    approver: 'ally',
    test: 'test/api/message-retention/channel-retention.api.spec.ts',
  },
  makeGroupLessPrivate: {
    approver: 'steward',
    test: 'test/api/groups/group-privacy-changes.api.spec.ts',
  },
  openGroupMemberList: {
    approver: 'steward',
    test: 'test/api/groups/member-list.api.spec.ts',
  },
  inviteParticipant: {
    approver: 'coalitionSteward',
    test: 'test/api/coalitions/coalition-invitations.api.spec.ts',
  },
  removeParticipant: {
    approver: 'coalitionSteward',
    test: 'test/api/coalitions/participant-removal.api.spec.ts',
  },
  changeSettings: { approver: 'administer', test: 'test/api/settings/settings.api.spec.ts' },
  shareCase: { approver: 'support', test: 'test/api/support/case-helpers.api.spec.ts' },
  changeEmergencyLine: {
    approver: 'administer',
    test: 'test/api/support/emergency-list.api.spec.ts',
  },
};
interface Expected {
  readonly approver: TwoPersonActKind['approver'];
  readonly test: string;
}

/** Labels of the kinds in the web app; translations.law.spec.ts checks that they exist in three languages. */
const WORDS = 'apps/web/src/features/audit/two-person-act-texts.ts';

/** Returns problems of the registered kinds. */
function faults(
  kinds: readonly Pick<TwoPersonActKind, 'kind' | 'approver'>[],
  expected: Readonly<Record<string, Expected>>,
  words: string,
): string[] {
  const registered = new Set(kinds.map(({ kind }) => kind));
  const missing = Object.keys(expected).filter((kind) => !registered.has(kind));
  return [
    ...missing.map((kind) => `${kind} is not registered`),
    ...kinds.flatMap(({ kind, approver }) => {
      const wanted = expected[kind];
      if (!wanted) return [`${kind} is in no row`];
      const isTested =
        existsSync(join(ROOT, wanted.test)) &&
        readFileSync(join(ROOT, wanted.test), 'utf8').includes(`'${kind}'`);
      return [
        ...(wanted.approver === approver ? [] : [`${kind} is approved by ${approver}`]),
        ...(isTested ? [] : [`${kind} is in no test`]),
        ...(new RegExp(`^  ${kind}: \\{`, 'm').test(words) ? [] : [`${kind} has no words`]),
      ];
    }),
  ];
}

const app = useApp({ TRAMA_WORKER: '0' });

test('every kind of two-person act has an approver, labels and a test', () => {
  const words = readFileSync(join(ROOT, WORDS), 'utf8');
  expect(faults(app.get(TwoPersonActKinds).all(), KINDS, words)).toEqual([]);
});

test('the check reports a kind without the right approver, without labels or without a test', () => {
  const test = 'test/laws/policy/two-person-kinds.law.spec.ts';
  const expected: Record<string, Expected> = {
    known: { approver: 'vet', test },
    loose: { approver: 'vet', test },
    untested: { approver: 'vet', test: 'test/api/nowhere.api.spec.ts' },
    gone: { approver: 'vet', test },
  };
  const words = '  known: {\n  loose: {\n  untested: {\n';
  const kinds = [
    { kind: 'known', approver: 'vet' },
    { kind: 'loose', approver: 'moderate' },
    { kind: 'untested', approver: 'vet' },
    { kind: 'stray', approver: 'vet' },
  ] as const;
  expect(faults(kinds, expected, words)).toEqual([
    'gone is not registered',
    'loose is approved by moderate',
    'untested is in no test',
    'stray is in no row',
  ]);
  expect(faults([kinds[0]], { known: expected['known']! }, '')).toEqual(['known has no words']);
});
