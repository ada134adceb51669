import { randomUUID } from 'node:crypto';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { HOUR } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  ACCEPT_STEWARDSHIP_OFFER,
  ACCEPT_JOIN_REQUEST,
  END_STEWARDSHIP,
  HIDDEN_GROUP,
  JOIN_GROUP,
  OFFER_STEWARDSHIP,
  REMOVE_MEMBER,
} from '../../support/factories/group-documents.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import { factories } from '../../support/factories/factories.js';
import {
  signInAgain,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';

const MAKE = 'mutation ($id: ID!) { makeGroupLink(groupId: $id) { token link { id expiresAt } } }';
const OPEN = 'query ($id: ID!) { groupLinks(groupId: $id) { id } }';
const REVOKE = 'mutation ($id: ID!) { revokeGroupLink(linkId: $id) }';
const LOOK = `query ($token: String!) {
  linkedGroup(token: $token) { name purpose questions agreements { version text } isListed slug joinRequestId } }`;
const USE = `mutation ($token: String!, $answer: String!, $personaName: String) {
  useGroupLink(input: { token: $token, answer: $answer, personaName: $personaName }) { slug joinRequestId } }`;
const IN = 'query ($slug: String!) { group(slug: $slug) { myRole } }';

const app = useApp({ TRAMA_WORKER: '0' });

const linkTo = async (steward: Person, group: { id: string }) =>
  (await apiAs(steward).ask(MAKE, { id: group.id })).makeGroupLink;
const use = (who: Person, token: string, more: object = {}) =>
  apiAs(who).ask(USE, { token, answer: 'Conozco a quien invita.', ...more });
const codes = async (who: Person, token: string) => [
  await apiAs(who).code(LOOK, { token }),
  await apiAs(who).code(USE, { token, answer: 'x' }),
];
const NONE = ['NOT_FOUND', 'NOT_FOUND'];

it('a group link lets one member into a listed group, once, under the name that they choose', async () => {
  const { ste, ana, eve } = await makePeople(app, { ste: 'steward', ana: 'member', eve: 'member' });
  const group = await factories.group(app, { steward: ste, access: 'invitation' as never });
  const { token, link } = await linkTo(ste, group);
  expect(await apiAs(ana).code(MAKE, { id: group.id })).toBe('FORBIDDEN');
  expect(await apiAs(ste).ask(OPEN, { id: group.id })).toEqual({ groupLinks: [{ id: link.id }] });
  const { linkedGroup } = await apiAs(ana).ask(LOOK, { token });
  expect(linkedGroup).toMatchObject({ name: group.name, isListed: true, slug: null });

  const { useGroupLink } = await use(ana, token, { personaName: 'Garza Blanca' });

  expect(useGroupLink).toEqual({ slug: group.slug, joinRequestId: null });
  expect((await apiAs(ana).ask(IN, { slug: group.slug })).group.myRole).toBe('member');
  // Repeats the request, as a client does after a lost answer.
  expect((await use(ana, token)).useGroupLink).toEqual(useGroupLink);
  expect(await codes(eve, token)).toEqual(NONE);
  expect(await apiAs(ste).ask(OPEN, { id: group.id })).toEqual({ groupLinks: [] });
});

it('a group link to a hidden group creates a join request, and reveals nothing before a steward accepts', async () => {
  const { ste, ana } = await makePeople(app, { ste: 'steward', ana: 'member' });
  const group = await factories.group(app, { steward: ste, ...HIDDEN_GROUP });
  const { token } = await linkTo(ste, group);
  const { useGroupLink } = await use(ana, token);
  expect(useGroupLink).toEqual({ slug: null, joinRequestId: expect.any(String) });
  expect(await apiAs(ana).code(IN, { slug: group.slug })).toBe('NOT_FOUND');
  expect(await apiAs(ana).code(JOIN_GROUP, { id: group.id })).toBe('NOT_FOUND');
  expect((await use(ana, token)).useGroupLink).toEqual(useGroupLink);
  const { joinRequestId } = useGroupLink;
  expect((await apiAs(ana).ask(LOOK, { token })).linkedGroup).toMatchObject({
    slug: null,
    joinRequestId,
  });
  await apiAs(ste).ask(ACCEPT_JOIN_REQUEST, { id: useGroupLink.joinRequestId });
  expect((await apiAs(ana).ask(IN, { slug: group.slug })).group.myRole).toBe('member');
});

it('a group link admits only one of several concurrent users', async () => {
  const people = await makePeople(app, { a: 'member', b: 'member', c: 'member', d: 'member' });
  const ste = await makePerson(app, 'ste', 'steward');
  const group = await factories.group(app, { steward: ste, access: 'invitation' as never });
  const { token } = await linkTo(ste, group);
  const all = Object.values(people).map((who) => apiAs(who).code(USE, { token, answer: '' }));
  expect((await Promise.all(all)).toSorted()).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
    'NOT_FOUND',
    'OK',
  ]);
  const sql = 'select from membership where group_id = $1 and ended_at is null';
  expect(await app.db.query(sql, [group.id])).toHaveLength(2);
});

it('a group link is NOT_FOUND for an account that may not use it, and after it ended', async () => {
  const { ste, co, ana, foe, out } = await makePeople(app, {
    ...{ ste: 'steward', co: 'steward', ana: 'member', foe: 'member', out: 'member' },
  });
  const group = await factories.group(app, { steward: ste, access: 'invitation' as never });
  const second = await factories.membership(app, { group, person: co });
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: second.id });
  await apiAs(co).ask(ACCEPT_STEWARDSHIP_OFFER, { id: second.id });
  const removed = await factories.membership(app, { group, person: out });
  await apiAs(ste).ask(REMOVE_MEMBER, { id: removed.id });
  await insertBlock(app, foe, ste);
  const { token } = await linkTo(ste, group);
  expect(await codes(ana, randomUUID())).toEqual(NONE);
  for (const who of [await signInAgain(foe), await signInAgain(out)])
    expect(await codes(who, token)).toEqual(NONE);
  for (const kind of ['applicant', 'suspended', 'auditor', 'probation'] as const) {
    const who = await makePerson(app, kind, kind);
    const refused = kind === 'probation' ? NONE : ['FORBIDDEN', 'FORBIDDEN'];
    expect([kind, await codes(who, token)]).toEqual([kind, refused]);
  }
  // A current member is led to the group, and the link stays open.
  expect((await apiAs(co).ask(LOOK, { token })).linkedGroup.slug).toBe(group.slug);
  expect((await use(co, token)).useGroupLink.slug).toBe(group.slug);
  expect(await apiAs(ana).code(LOOK, { token })).toBe('OK');

  const byCo = await linkTo(co, group);
  await apiAs(ste).ask(END_STEWARDSHIP, { id: second.id });
  expect(await codes(ana, byCo.token)).toEqual(NONE);
  const { link, token: revoked } = await linkTo(ste, group);
  expect(await apiAs(ana).code(REVOKE, { id: link.id })).toBe('NOT_FOUND');
  await apiAs(ste).ask(REVOKE, { id: link.id });
  expect(await codes(ana, revoked)).toEqual(NONE);

  app.clock.move(72 * HOUR);
  expect(await codes(await signInAgain(ana), token)).toEqual(NONE);
  const rows = async () =>
    (await app.db.query('select from group_link where group_id = $1', [group.id])).length;
  expect(await rows()).toBe(2);
  await app.get(RetentionService).run('groupLink');
  expect(await rows()).toBe(0);
});

it("a group link counts as an invitation, stores no token, and is deleted with its maker's account", async () => {
  const ste = await makePerson(app, 'ste', 'steward');
  const group = await factories.group(app, { steward: ste });
  const { token } = await linkTo(ste, group);
  const rows = async () =>
    JSON.stringify(
      await app.db.query('select t::text from group_link t where group_id = $1', [group.id]),
    );
  expect(await rows()).not.toContain(token);
  for (let more = 1; more < 10; more += 1) await linkTo(ste, group);
  expect(await apiAs(ste).code(MAKE, { id: group.id })).toBe('TOO_MANY');
  await app.db.write(() => app.get(AccountDeletionService).end(ste.accountId));
  expect(await rows()).toBe('[]');
});
