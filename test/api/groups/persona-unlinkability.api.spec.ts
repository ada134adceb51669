import fc from 'fast-check';
import { IsNull } from 'typeorm';
import type { Group } from '#groups/group.entity.js';
import { Membership } from '#members/membership.entity.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { readEverything } from '../../support/matrix/crawler.js';
import {
  type Identity,
  linkedIdentities,
  disclosedRows,
} from '../../support/matrix/identity-linkage.js';
import { factories } from '../../support/factories/factories.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import {
  pngOfColour,
  uploadPicture,
  uploadPersonaPicture,
} from '../../support/app/test-pictures.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { type TestSocket, closeAllSockets, openSocket } from '../../support/app/sockets.js';
import {
  pictureRows,
  similarPictures,
  downloadPictures,
} from '../../support/factories/identity-pictures.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const SET = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';
const ASK = 'mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }';
const WAITING = `query ($id: ID!) { joinRequests(groupId: $id) {
  id name answers { question answer } createdAt state viewerCan } }`;
const ACCEPT = 'mutation ($id: ID!) { acceptJoinRequest(joinRequestId: $id) { id } }';
const JOIN = `mutation ($id: ID!, $as: String) { joinGroup(groupId: $id, personaName: $as) { id } }`;
const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';
const RENAME = 'mutation ($input: SetProfileFieldInput!) { setProfileField(input: $input) { id } }';
const MESSAGES = `query ($id: ID!) { messages(channelId: $id) {
  items { id authorId authorName body createdAt seq version } } }`;
const USED = { status: 400, reason: 'upload.usedElsewhere' };
const HEAR = (ear: TestSocket, channelId: string) => ear.emit('watch', { channel: channelId });

const app = useApp();
afterEach(closeAllSockets);

const tick = () => app.clock.move(1_000);
const activeOf = async ({ accountId }: Person, { id: groupId }: Pick<Group, 'id'>) =>
  app.db.repo(Membership).findOneByOrFail({ accountId, groupId, endedAt: IsNull() });

/**
 * Returns the identities of a person as other people see them: the profile with its named memberships, and each
 * persona.
 */
async function identitiesOf(who: Person, personId: string): Promise<Identity[]> {
  const { accountId, name: of } = who;
  const all = await app.db.repo(Membership).findBy({ accountId });
  const fields = await app.db.query<{ text: string }>(
    `select text from profile_field where account_id = $1 and kind in ('name', 'avatar')
     and text <> '' order by kind desc`,
    [accountId],
  );
  const plain = all.filter(({ personaName }) => personaName === null).map(({ id }) => id);
  const worn = all.filter(({ personaName }) => personaName !== null);
  return [
    { of, key: `${of} plainly`, marks: [personId, ...fields.map(({ text }) => text), ...plain] },
    ...worn.map(({ id, personaName, personaAbout, personaPicture }) => ({
      ...{ of, key: `${of} as ${personaName}` },
      marks: [id, personaName!, personaAbout, personaPicture].filter(Boolean),
    })),
  ];
}

const parsed = (lines: string): unknown[] =>
  lines.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));

/** Collects everything a person's client can receive: all query answers, all socket events and the export. */
async function everythingTold(who: Person, ear: TestSocket, words: readonly string[]) {
  const answers = parsed(await readEverything(who, words));
  const file = await app.get(DataExportService).read(who.accountId);
  return [...answers, ...ear.frames, file];
}

/** Ana is steward of both groups and records everything; Luz joins each under another persona. */
async function twoGroups() {
  const { ana, luz, nora } = await makePeople(app, {
    ana: 'steward',
    luz: 'outsider',
    nora: 'member',
  });
  const { personId, name } = await makeVisibleProfile(luz, 'Luz Quebrada');
  await makeVisibleProfile(ana);
  const groups: Group[] = [];
  for (const one of ['Norte', 'Sur']) {
    groups.push(await factories.group(app, { steward: ana, members: [nora], name: one }));
  }
  const ear = await openSocket(ana);
  const channels = [];
  for (const group of groups) {
    const channel = await factories.channel(app, { group, name: `Canal ${group.name}` });
    await HEAR(ear, channel.id);
    channels.push(channel);
  }
  return { ana, luz, nora, personId, name, groups, channels, ear };
}

it('the steward of two groups cannot link two personas of one member, from join request to message', async () => {
  const { ana, luz, nora, personId, name, groups, channels, ear } = await twoGroups();
  const told: unknown[] = [];
  const waiting: Identity[] = [];
  const as_ = ['Garza Blanca', 'Martín Pescador'];
  for (const [at, group] of groups.entries()) {
    tick();
    const input = { groupId: group.id, answer: `Respuesta ${at}`, personaName: as_[at] };
    await apiAs(luz).ask(ASK, { input });
    const asked = await apiAs(ana).ask(WAITING, { id: group.id });
    told.push(asked);
    const [{ id }] = asked.joinRequests;
    waiting.push({ of: 'luz', key: `luz as ${as_[at]}`, marks: [id, as_[at]!] });
    tick();
    await apiAs(ana).ask(ACCEPT, { id });
    tick();
    const { id: membershipId } = await activeOf(luz, group);
    const said = {
      name: as_[at],
      colour: String(at + 2),
      pronouns: `Pronombre ${at}`,
      about: `Sobre mí ${at}`,
      practices: [['practice:community-media', 'practice:digital-security'][at]],
    };
    await apiAs(luz).ask(SET, { input: { membershipId, ...said } });
    const mine = await pngOfColour(['#206040', '#c09030'][at]!);
    expect((await uploadPicture(luz, mine)).avatar).toBeDefined();
    expect(await uploadPersonaPicture(luz, membershipId, mine)).toMatchObject(USED);
    const { avatar } = await uploadPersonaPicture(
      luz,
      membershipId,
      await pngOfColour(['#602080', '#e0d0c0'][at]!),
    );
    told.push({ membershipId, avatar });
    for (const who of [luz, nora]) {
      tick();
      await postText(who, channels[at]!.id, `${who.name} dice ${at}`);
    }
    told.push(await apiAs(ana).ask(MESSAGES, { id: channels[at]!.id }));
  }
  await waitForJobs(app);
  told.push(...(await everythingTold(ana, ear, [name, ...as_])));
  const identities = [...(await identitiesOf(luz, personId)), ...waiting];
  const pictures = await downloadPictures(ana, told);
  expect(pictures).toHaveLength(3);
  expect(await similarPictures(pictures, identities)).toEqual([]);
  const rows = [...told, ...pictureRows(pictures)].flatMap(disclosedRows);
  expect(linkedIdentities(rows, identities)).toEqual([]);
  // Ana has seen all three identities.
  for (const mark of [personId, ...as_, 'Sobre mí 0', 'Sobre mí 1', 'luz dice 1']) {
    expect(rows.some((row) => row.includes(mark))).toBe(true);
  }
  expect(ear.received('message').length).toBeGreaterThan(3);
  expect(JSON.stringify(told)).not.toContain(luz.accountId);
}, 60_000);

interface Act {
  readonly op: 'join' | 'joinAs' | 'wear' | 'bare' | 'post' | 'leave' | 'rename' | 'show' | 'veil';
  readonly colour: 0 | 1 | 2;
  readonly who: 0 | 1;
  readonly group: 0 | 1;
}
const anAct: fc.Arbitrary<Act> = fc.record({
  op: fc.constantFrom(
    ...(['join', 'joinAs', 'joinAs', 'wear', 'bare', 'post'] as const),
    ...(['post', 'leave', 'rename', 'show', 'veil', 'veil'] as const),
  ),
  colour: fc.constantFrom(0, 1, 2),
  who: fc.constantFrom(0, 1),
  group: fc.constantFrom(0, 1),
});

/** Ensures that one person has a persona at the end. */
const LASTLY = (['joinAs', 'wear'] as const).map((op): Act => ({
  op,
  colour: 0,
  who: 0,
  group: 0,
}));

const COLOURS = ['#206040', '#c09030', '#602080'];
let names = 0;
const fresh = (kind: string) => `${kind} ${(names += 1)}`;

/** Runs one operation as an account that may run it at that moment. A refused operation changes nothing. */
async function act(
  { op, who, group, colour }: Act,
  people: readonly Person[],
  places: readonly Place[],
) {
  const [one, { id, channelId }] = [people[who]!, places[group]!];
  const { accountId } = one;
  const inside = await app.db.query<{ id: string }>(
    'select id from membership where account_id = $1 and group_id = $2 and ended_at is null',
    [accountId, id],
  );
  const membershipId = inside[0]?.id;
  tick();
  const picture = () => pngOfColour(COLOURS[colour]!);
  if (op === 'show') return uploadPicture(one, await picture());
  if (op === 'join') return apiAs(one).code(JOIN, { id });
  if (op === 'joinAs') return apiAs(one).code(JOIN, { id, as: fresh('Persona') });
  if (op === 'rename') {
    const version = await fieldVersion(one, 'name');
    return apiAs(one).code(RENAME, { input: { kind: 'name', text: fresh('Nombre'), version } });
  }
  if (!membershipId) return 'OK';
  if (op === 'veil') return uploadPersonaPicture(one, membershipId, await picture());
  if (op === 'leave') return apiAs(one).code(LEAVE, { id: membershipId });
  if (op === 'post') return postText(one, channelId, fresh('Dice'));
  const said = { name: fresh('Persona'), about: fresh('Sobre'), pronouns: fresh('Pronombre') };
  return apiAs(one).code(SET, {
    input: { membershipId, ...(op === 'wear' ? said : { name: null }) },
  });
}
interface Place {
  readonly id: string;
  readonly channelId: string;
}

it('after any sequence of operations, no member of both groups can link two personas of one member', async () => {
  const metBefore = { worn: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 8, maxLength: 20 }), async (acts) => {
      const { ana, bea, cal, dan } = await makePeople(app, {
        ana: 'steward',
        bea: 'member',
        cal: 'member',
        dan: 'member',
      });
      const people = [bea, cal];
      const ids = [
        (await makeVisibleProfile(bea)).personId,
        (await makeVisibleProfile(cal)).personId,
      ];
      await makeVisibleProfile(ana);
      const ear = await openSocket(ana);
      const places: Place[] = [];
      for (let at = 0; at < 2; at++) {
        const group = await factories.group(app, { steward: ana, access: 'open' as never });
        const { id: channelId } = await factories.channel(app, { group, name: `Canal ${at}` });
        await HEAR(ear, channelId);
        places.push({ id: group.id, channelId });
        // A steward reads the day on which a member left. Here nobody is the only one who left on a day.
        await apiAs(dan).ask(JOIN, { id: group.id });
        await apiAs(dan).ask(LEAVE, { id: (await activeOf(dan, group)).id });
      }
      for (const one of [...acts, ...LASTLY]) await act(one, people, places);
      await waitForJobs(app);
      const identities = [
        ...(await identitiesOf(bea, ids[0]!)),
        ...(await identitiesOf(cal, ids[1]!)),
      ];
      metBefore.worn += identities.length - 2;
      const words = identities.map(({ marks }) => marks[1]!);
      const told = await everythingTold(ana, ear, words.slice(0, 6));
      const pictures = await downloadPictures(ana, told);
      expect(await similarPictures(pictures, identities)).toEqual([]);
      const rows = [...told, ...pictureRows(pictures)].flatMap(disclosedRows);
      expect(linkedIdentities(rows, identities)).toEqual([]);
      expect(JSON.stringify(told)).not.toMatch(new RegExp(`${bea.accountId}|${cal.accountId}`));
      closeAllSockets();
    }),
    { numRuns: numberOfRuns(2), endOnFailure: true },
  );
  expect(metBefore.worn).toBeGreaterThan(0);
}, 300_000);
