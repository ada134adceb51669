import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send, sendForm, sendJson } from '../../support/app/client.js';
import { allOperations } from '../../support/matrix/operations.js';
import { tableChecksums } from '../../support/matrix/hidden-rows.js';
import { allIdArguments } from '../../support/matrix/id-arguments.js';
import {
  admitApplicant,
  makeApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { applicantInState, APPLICANT_STATES } from '../../support/factories/applicant-states.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { signInBrowser, makePerson, type Person } from '../../support/factories/make-people.js';
import { isSampled } from '../../support/sampled-sweeps.js';
import { readRepositoryFile } from '../../support/repository.js';

const app = useApp();
let vetters: [Person, Person, Person];
let ana: Person;
beforeAll(async () => {
  vetters = await makeReviewers(app);
  ana = await makePerson(app, 'ana', 'member');
});

const STATES = Object.keys(APPLICANT_STATES);

const standingOf = async (accountId: string) => {
  const [row] = await app.db.query(
    `select standing, member_since, probation_ends_at, (select count(*)::int from duty d where d.account_id = a.id) as duties,
       (select count(*)::int from membership m where m.account_id = a.id) as memberships,
       (select count(*)::int from profile p where p.account_id = a.id) as profiles
     from account a where id = $1`,
    [accountId],
  );
  return row;
};
const OUTSIDE = {
  ...{ standing: 'applicant', member_since: null, probation_ends_at: null },
  ...{ duties: 0, memberships: 0, profiles: 0 },
};

const [mo1, mo2] = [() => vetters[0], () => vetters[1]];

/** Mutations that would end the session or the application under test; the next test calls them. */
const ENDINGS =
  /deleteApplication|deleteAccount|withdrawApplication|endOtherSessions|submitApplication/;

/** Returns every mutation, with the applicant's own ids wherever it takes an id. */
const everyCall = (own: readonly string[]): string[] => [
  ...allOperations().flatMap(({ kind, document }) => (kind === 'mutation' ? [document] : [])),
  ...allIdArguments()
    .filter(({ name }) => name.startsWith('mutation'))
    .flatMap((door) => own.map((id) => door.document(id))),
];

it.each(STATES)('no mutation makes a member of an applicant who %s', async (state) => {
  const who = await applicantInState(app, state, vetters);
  const id = await who.id();
  const outside: Requester = { app, cookie: (await signInBrowser(app, who.accountId)).cookie };
  const calls = everyCall([id]).filter((one) => !ENDINGS.test(one));
  for (const document of calls.filter((_, n) =>
    isSampled('applicantCalls', n + 997 * STATES.indexOf(state)),
  )) {
    await apiAs(outside).raw(document);
  }
  const reviews = `mutation ($input: ReviewInput!) { reviewApplication(input: $input) { id } }`;
  const checks = ['identity', 'purpose', 'risk', 'noConflict'];
  for (const readAs of ['', 'f'.repeat(64)]) {
    const input = {
      applicationId: id,
      readAs,
      checks,
      recommendation: 'accept',
      reason: 'Soy yo.',
    };
    expect(await apiAs(outside).code(reviews, { input })).toBe('NOT_FOUND');
    const decide = `mutation ($input: DecideInput!) { decideApplication(input: $input) { id } }`;
    expect(
      await apiAs(outside).code(decide, {
        input: { applicationId: id, readAs, outcome: 'accept' },
      }),
    ).toBe('NOT_FOUND');
  }
  expect(await standingOf(who.accountId)).toEqual(OUTSIDE);
});

it('no form and no route makes a member, whatever fields are added', async () => {
  const who = await makeApplicant(app);
  const more = {
    standing: 'member',
    role: 'administrator',
    memberSince: '2020-01-01',
    duties: 'vet',
  };
  const words = who.words.join(' ');
  for (const asker of [who, { app }]) {
    for (const path of ['/join', '/es/join/status', '/es/set-up', '/es/confirm', '/es/reset']) {
      await sendForm(asker, path, { ...more, words, t: 'A'.repeat(43), password: 'x', email: 'x' });
    }
    for (const path of ['/join', '/auth/sign-in', '/auth/export'])
      await sendJson(asker, path, more);
    for (const path of [
      '/es/confirm?t=x&standing=member',
      '/es/set-up?t=x',
      '/join?standing=member',
    ])
      await send(asker, path);
  }
  expect(await standingOf(who.accountId)).toEqual(OUTSIDE);
  const [row] = await app.db.query(
    `select count(*)::int as n from account
    where standing in ('member', 'staff') and id <> all($1)`,
    [
      (await app.db.query<{ id: string }>(`select id from account where email is not null`)).map(
        ({ id }) => id,
      ),
    ],
  );
  expect(row).toEqual({ n: 0 });
});

it('two agreeing reviewers admit exactly that applicant, on probation', async () => {
  const [who, other] = [await makeApplicant(app), await makeApplicant(app)];
  await admitApplicant([mo1(), mo2()], await who.id());
  expect(await standingOf(who.accountId)).toMatchObject({
    ...{ standing: 'member', member_since: expect.any(Date), duties: 0, memberships: 0 },
  });
  expect(await standingOf(other.accountId)).toEqual(OUTSIDE);
  // The old session has ended, and the new one may use the endpoints of a member.
  expect(await apiAs(who).code('{ me { id } }')).toBe('UNAUTHENTICATED');
});

it('a review and a decision are valid only for the version of the application that was read', async () => {
  const [one, other] = [await makeApplicant(app), await makeApplicant(app, { name: 'Otra' })];
  const [a, b] = [await one.id(), await other.id()];
  for (const id of [a, b]) await reviewerActions(mo1()).claim(id);
  const { readAs } = await reviewerActions(mo1()).open(a);
  await expect(reviewerActions(mo1()).review(b, { readAs })).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'application.changed' },
  });
  for (const who of [mo1(), mo2()]) for (const id of [a, b]) await reviewerActions(who).read(id);
  for (const [id, of] of [
    [a, b],
    [b, a],
  ] as const) {
    const read = (await reviewerActions(mo2()).open(of)).readAs;
    await expect(reviewerActions(mo2()).decide(id, { readAs: read })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  }
  for (const { accountId } of [one, other]) expect(await standingOf(accountId)).toEqual(OUTSIDE);
});

/** Field names an attacker would add to gain rights, take another's data or forge values. */
const ADDED = [
  ...[
    'standing',
    'role',
    'status',
    'stage',
    'state',
    'ownerId',
    'accountId',
    'authorId',
    'vettedAt',
  ],
  ...['memberSince', 'probationEndsAt', 'duties', 'seq', 'sender', 'ts', 'createdAt', 'channel'],
  ...['isListed', 'membershipId', 'audience', 'groupId', 'version', 'replyTo', 'attachmentIds'],
];

const SCHEMA = buildSchema(readRepositoryFile('apps/api/schema.graphql'));

/** Returns the document with one more argument, and with one more field in each input, unless the schema has it. */
function withMore(document: string, name: string): string[] {
  const value = { kind: Kind.STRING, value: 'member' } as const;
  const key = { kind: Kind.NAME, value: name } as const;
  const one = parse(document);
  const types = new TypeInfo(SCHEMA);
  const takesArgument = () => types.getFieldDef()?.args.some((arg) => arg.name === name) ?? false;
  const takesField = () => {
    const type = getNamedType(types.getInputType());
    return isInputObjectType(type) && Object.hasOwn(type.getFields(), name);
  };
  const added = [
    visit(
      one,
      visitWithTypeInfo(types, {
        Field: (node) =>
          node.name.value === '__typename' || takesArgument()
            ? undefined
            : {
                ...node,
                arguments: [...(node.arguments ?? []), { kind: Kind.ARGUMENT, name: key, value }],
              },
      }),
    ),
    visit(
      one,
      visitWithTypeInfo(types, {
        ObjectValue: (node) =>
          takesField()
            ? undefined
            : { ...node, fields: [...node.fields, { kind: Kind.OBJECT_FIELD, name: key, value }] },
      }),
    ),
  ];
  return [...new Set(added.map((node) => print(node)))].filter((text) => text !== print(one));
}

it('a mutation with an additional argument or field is rejected before it changes anything', async () => {
  const who = await makeApplicant(app);
  await waitForJobs(app);
  const before = await tableChecksums(app);
  const taken: string[] = [];
  const mutations = allOperations().filter(({ kind }) => kind === 'mutation');
  for (const [at, { name, document }] of mutations.entries()) {
    // Each name is tried on many endpoints, and each endpoint with many names.
    const some = ADDED.filter((_, added) => isSampled('applicantCalls', added + 97 * at));
    for (const more of some.flatMap((added) => withMore(document, added))) {
      for (const asker of [ana, who]) {
        const code = await apiAs(asker).code(more);
        if (code !== 'INVALID') taken.push(`${name} ${code}: ${more}`);
      }
    }
  }
  expect(taken).toEqual([]);
  const { session: _session, rate_limit: _limits, ...kept } = before;
  expect(await tableChecksums(app)).toMatchObject(kept);
}, 120_000);
