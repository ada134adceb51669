import { isDeepStrictEqual } from 'node:util';
import { EventsWorker } from '#events/events.worker.js';
import { createVouchCode, formatVouchCode } from '#vetting/vouches/vouch-code.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { observeDocument } from '../../support/matrix/hidden-rows.js';
import { factories } from '../../support/factories/factories.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  matterDocument,
  makeReportedProfile,
} from '../../support/factories/moderation-documents.js';
import { waitForNotices } from '../../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import {
  admitApplicant,
  makeApplicant,
  declineApplicant,
  makeTenMembers,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { type Person, makePerson, makePeople } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let vetting: [Person, Person, Person];
beforeAll(async () => {
  vetting = await makeReviewers(app);
  await makeTenMembers(app);
});
afterEach(closeAllSockets);

const member = () => makePerson(app, 'alguien', 'member');

/** Returns one profile id for each way in which a person can be hidden from `from`. */
async function hiddenFrom(from: Person): Promise<Record<string, string>> {
  const kinds = { shy: 'member', foe: 'member', parted: 'member', out: 'suspended' } as const;
  const { shy, foe, parted, out, ...rest } = {
    ...(await makePeople(app, kinds)),
    ...(await makePeople(app, { gone: 'former', closed: 'locked', waiting: 'applicant' })),
  };
  const shown: Record<string, string> = {
    shy: await factories.profile(shy, { mayBeFound: false }),
    foe: (await makeVisibleProfile(foe)).personId,
    parted: (await makeVisibleProfile(parted)).personId,
    out: await factories.profile(out, { mayBeFound: null }),
  };
  for (const [name, who] of Object.entries(rest)) {
    shown[name] = await factories.profile(who, { mayBeFound: null });
  }
  await app.db.query(
    `update profile_field set audience = 'members' where kind = 'name' and account_id = any($1)`,
    [[out, ...Object.values(rest)].map(({ accountId }) => accountId)],
  );
  await app.db.write(async () => {
    await app.get(BlocksService).block(foe.accountId, from.accountId);
    await app.get(SeparationsService).start(from.accountId, parted.accountId);
  });
  // The id of an account is not accepted in place of a profile id.
  return { ...shown, anAccount: shy.accountId };
}

const unlike = async (
  who: Person,
  document: (id: string) => string,
  ids: Record<string, string>,
) => {
  const never = crypto.randomUUID();
  const absent = await observeDocument(who, document(never), never);
  expect(absent.sql.length).toBeGreaterThan(1);
  const told: unknown[] = [];
  for (const [name, id] of Object.entries(ids)) {
    const one = await observeDocument(who, document(id), id);
    for (const part of ['status', 'headers', 'body', 'sql'] as const) {
      if (!isDeepStrictEqual(one[part], absent[part])) told.push([name, one[part]]);
    }
  }
  return told;
};
const code = async (who: Person, document: string) => apiAs(who).code(document);

it('inviting a hidden person to a group is answered like an unknown id', async () => {
  const ste = await member();
  const { id: groupId } = await factories.group(app, { steward: ste });
  const invite = (id: string) =>
    `mutation { inviteToGroup(input: { groupId: "${groupId}", personId: "${id}" }) { id } }`;
  expect(await unlike(ste, invite, await hiddenFrom(ste))).toEqual([]);
  expect(await app.db.query('select 1 from group_invitation')).toEqual([]);
  expect(await code(ste, invite((await makeVisibleProfile(await member())).personId))).toBe('OK');
});

it('asking a hidden person for an introduction, or reassigning a matter to them, is answered like an unknown id', async () => {
  const { mo, id } = await makeReportedProfile(app);
  await makeVisibleProfile(mo);
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  const ask = (personId: string) =>
    `mutation { askIntroduction(input: { personId: "${personId}", note: "Hola" }) { id } }`;
  const hand = (personId: string) =>
    `mutation { handMatter(input: { matterId: "${id}", personId: "${personId}" }) }`;
  const hidden = await hiddenFrom(mo);
  expect(await unlike(mo, ask, hidden)).toEqual([]);
  expect(await unlike(mo, hand, hidden)).toEqual([]);
  const { personId } = await makeVisibleProfile(await makePerson(app, 'ma', 'moderator'));
  expect(await code(mo, ask(personId))).toBe('OK');
  expect(await code(mo, hand(personId))).toBe('OK');
});

it('a mention of a hidden person is ignored and notifies no one', async () => {
  const { ste, ana, eve } = await makePeople(app, {
    ste: 'steward',
    ana: 'member',
    eve: 'outsider',
  });
  const group = await factories.group(app, { steward: ste, members: [ana] });
  const { id: channelId } = await factories.channel(app, { group });
  await makeVisibleProfile(eve, 'escondida');
  const ear = await openSocket(eve);
  await app.get(EventsWorker).drain();
  // The earlier tests of this file may still send mails.
  const told = () =>
    sentMails(app).filter(({ to }) => [ste, ana, eve].some((one) => one.email === to));
  const before = told();
  const say = (name: string) => {
    const clientId = crypto.randomUUID();
    return [
      `mutation { postMessage(input: { channelId: "${channelId}", clientId: "${clientId}", body: "@${name}" }) { authorName } }`,
      name,
    ] as const;
  };
  const absent = await observeDocument(ste, ...say('desconocida'));
  for (const name of ['escondida', eve.name, eve.accountId]) {
    expect(await observeDocument(ste, ...say(name))).toEqual(absent);
  }
  await app.get(EventsWorker).drain();
  await waitForNotices(app);
  expect(ear.frames).toEqual([]);
  expect(told()).toEqual(before);
});

/** Vouch codes of applicants, one for each state of an application. */
async function guessed(): Promise<Record<string, string>> {
  const codes: Record<string, string> = { unknown: formatVouchCode(createVouchCode()) };
  const [open, took, no, yes, deleted] = await Promise.all(
    Array.from({ length: 5 }, () => makeApplicant(app)),
  );
  for (const [name, who] of Object.entries({ open, took, no, yes, deleted })) {
    codes[name] = (await who!.own()).vouchCode;
  }
  const end = (field: string) => `mutation ($id: ID!) { ${field} }`;
  await apiAs(deleted!).ask(end('deleteApplication(id: $id)'), { id: await deleted!.id() });
  await apiAs(took!).ask(end('withdrawApplication(id: $id) { id }'), { id: await took!.id() });
  await declineApplicant(vetting.slice(0, 2), await no!.id());
  // Adds two members, so that the exception for the first members of an instance no longer applies.
  for (const _two of [1, 2]) {
    const voucher = await member();
    await apiAs(voucher).ask(VOUCH, { input: { ...SAID, code: codes['yes'] } });
  }
  await admitApplicant(vetting.slice(0, 2), await yes!.id());
  await app.get(EventsWorker).drain();
  return codes;
}
const SAID = { relation: 'x', attestations: ['onlyOnline'] };
const VOUCH = 'mutation ($input: VouchInput!) { giveVouch(input: $input) { id } }';

it('a vouch code is answered like an unknown code, whatever the state of its application', async () => {
  const give = (one: string) =>
    `mutation { giveVouch(input: { code: "${one}", relation: "x", attestations: [onlyOnline] }) { __typename viewerCan withdrawnAt } }`;
  const answers = new Map<string, string[]>();
  for (const [name, one] of Object.entries(await guessed())) {
    const answer = JSON.stringify(await observeDocument(await member(), give(one), one));
    answers.set(answer, [...(answers.get(answer) ?? []), name]);
  }
  expect([...answers.values()]).toEqual([['unknown', 'open', 'took', 'no', 'yes', 'deleted']]);
  expect([...answers.keys()][0]).toContain('giveVouch');
});
