import { CoalitionsJobs } from '#coalitions/coalitions.jobs.js';
import { EventsWorker } from '#events/events.worker.js';
import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { GroupEndingsService } from '#groups/archive/group-endings.service.js';
import { SuccessionService } from '#groups/succession/succession.service.js';
import { DAY, MINUTE } from '#kernel/clock.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { ReportReason } from '#moderation/reports/report.entity.js';
import { MemberRemoval } from '#moderation/sanctions/member-removal.js';
import { SharedGroups } from '#moderation/separations/shared-groups.js';
import { SeparationSide } from '#moderation/separations/separation.view.js';
import { RetentionService } from '#retention/retention.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { threeParties } from '../../support/factories/coalitions/coalition-parties.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { LEAVE_GROUP } from '../../support/factories/group-documents.js';
import { ARCHIVE, UNARCHIVE } from '../../support/factories/inhabited-group.js';
import {
  inviteToCoalition,
  makeCoalition,
} from '../../support/factories/coalitions/make-coalitions.js';
import {
  ASK_TO_REMOVE_PARTICIPANT,
  COALITION_PEOPLE,
  MY_GRANTS,
  NAME_DELEGATES,
  TAKE_PARTICIPANT_OUT,
  giveGrants,
  takePart,
} from '../../support/factories/coalitions/taking-part.js';
import { type Person, signInAgain } from '../../support/factories/make-people.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';

const app = useApp({ TRAMA_WORKER: '0' });

const CHANNEL = 'query ($id: ID!) { channel(id: $id) { id } }';
const PAGE = 'query ($slug: String!) { group(slug: $slug) { participants { name } } }';
const ARCHIVES_AT = 'query ($slug: String!) { group(slug: $slug) { archivesAt } }';
const END_ORGANISATION = 'mutation ($id: ID!) { endOrganisation(organisationId: $id) { id } }';
const KEEP_ORGANISATION = 'mutation ($id: ID!) { keepOrganisation(organisationId: $id) { id } }';
const LEAVE_ORGANISATION = 'mutation ($id: ID!) { leaveOrganisation(affiliationId: $id) }';
const CLOSE_LIST = 'mutation ($id: ID!) { closeMemberList(groupId: $id) { id } }';
const LOOK = 'query ($token: String!) { linkedCoalition(token: $token) { name } }';

/** The world, with Ana inside by the hidden group of Ste, and Ina by the organisation of Spo. */
async function inhabited() {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, spo, ina, coalition } = world;
  await giveGrants(ste, world.inForest, [await world.forestId(ana)]);
  await giveGrants(spo, world.inRadio, [await world.radioId(ina)]);
  for (const who of [ana, ina]) await takePart(who, coalition);
  return world;
}

type World = Awaited<ReturnType<typeof inhabited>>;

const access = (who: Person, id: string) => apiAs(who).code(CHANNEL, { id });
const namesAs = async (who: Person, { slug }: { readonly slug: string }) =>
  (await apiAs(who).ask(PAGE, { slug })).group.participants!.map(({ name }) => name);
const archivesAtAs = async (who: Person, { slug }: { readonly slug: string }) =>
  (await apiAs(await signInAgain(who)).ask(ARCHIVES_AT, { slug })).group.archivesAt;
/** Number of milliseconds from now until the coalition is archived. */
const leftAs = async (who: Person, coalition: { readonly slug: string }) =>
  Date.parse((await archivesAtAs(who, coalition))!) - app.clock.now().getTime();
const entriesIn = (id: string) =>
  app.db.query<{ account_id: string }>(
    'select account_id from membership where group_id = $1 and ended_at is null',
    [id],
  );

it('an archived group leaves its coalitions before the response, and does not return', async () => {
  const { ste, ana, ina, coalition, forest, channelId } = await inhabited();
  expect([await access(ana, channelId), await access(ina, channelId)]).toEqual(['OK', 'OK']);
  await apiAs(ste).ask(ARCHIVE, { id: forest.id });
  expect([await access(ana, channelId), await access(ina, channelId)]).toEqual([
    ...['NOT_FOUND', 'OK'],
  ]);
  expect(await entriesIn(coalition.id)).toEqual([{ account_id: ina.accountId }]);
  expect(await apiAs(ste).code(PAGE, { slug: coalition.slug })).toBe('NOT_FOUND');
  expect((await apiAs(ana).ask(MY_GRANTS)).myGrants).toEqual([]);
  expect(await namesAs(ina, coalition)).toEqual(['Marea', 'Radio Mareas']);
  await apiAs(ste).ask(UNARCHIVE, { id: forest.id });
  expect(await apiAs(ste).code(PAGE, { slug: coalition.slug })).toBe('NOT_FOUND');
});

it('an organisation that ends leaves its coalitions before the response, and does not return when it is kept', async () => {
  const { spo, ana, ina, coalition, radio, channelId } = await inhabited();
  await apiAs(spo).ask(END_ORGANISATION, { id: radio.id });
  expect(await access(ina, channelId)).toBe('NOT_FOUND');
  expect(await namesAs(ana, coalition)).toEqual(['Marea', 'Vecinas del norte']);
  expect(await apiAs(spo).code(KEEP_ORGANISATION, { id: radio.id })).toBe('OK');
  await app.get(EventsWorker).drain();
  expect(await namesAs(ana, coalition)).toEqual(['Marea', 'Vecinas del norte']);
  for (const who of [spo, ina]) {
    expect(await apiAs(who).code(PAGE, { slug: coalition.slug })).toBe('NOT_FOUND');
  }
  expect((await apiAs(ina).ask(MY_GRANTS)).myGrants).toEqual([]);
});

it('a group whose last member left leaves its coalitions', async () => {
  const { tea, ana, ina, coalition, tideId } = await inhabited();
  for (const who of [ana, tea]) await apiAs(who).ask(LEAVE_GROUP, { id: await tideId(who) });
  await app.get(EventsWorker).drain();
  expect(await namesAs(ina, coalition)).toEqual(['Radio Mareas', 'Vecinas del norte']);
});

it.each([
  [
    'leaves it',
    async ({ spo, radioId }: World) =>
      apiAs(await signInAgain(spo)).ask(LEAVE_ORGANISATION, { id: await radioId(spo) }),
  ],
  [
    'deletes their account',
    ({ spo }: World) => app.db.write(() => app.get(AccountDeletionService).end(spo.accountId)),
  ],
  [
    'is removed from Trama',
    ({ spo }: World) =>
      app.db.write(() => app.get(MemberRemoval).end(spo.accountId, ReportReason.other)),
  ],
])(
  'an organisation whose last person %s leaves its coalitions, and one participant has 30 days to find another',
  async (_, end) => {
    const world = await inhabited();
    const { ste, tea, ina, coalition, radio, inTide } = world;
    await apiAs(tea).ask(TAKE_PARTICIPANT_OUT, { id: inTide });
    app.clock.move(31 * DAY);
    const left = await signInAgain(ina);
    await apiAs(left).ask(LEAVE_ORGANISATION, { id: await world.radioId(ina) });
    await app.get(EventsWorker).drain();
    expect(await archivesAtAs(ste, coalition)).toBeNull();
    await end(world);
    await app.get(EventsWorker).drain();
    expect(await app.db.query('select 1 from organisation where id = $1', [radio.id])).toEqual([]);
    await app.get(CoalitionsJobs).archiveSmall();
    expect(await namesAs(await signInAgain(ste), coalition)).toEqual(['Vecinas del norte']);
    expect(Math.abs((await leftAs(ste, coalition)) - 30 * DAY)).toBeLessThan(MINUTE);
  },
);

it('an archived coalition exists for nobody, and what waited in it ends', async () => {
  const { ste, ana, ina, spo, tea, eve, coalition, inRadio } = await inhabited();
  const { token, requestId } = await inviteToCoalition(ste, coalition);
  const input = { participantId: inRadio, reason: 'No respeta los acuerdos.' };
  const { askToRemoveParticipant: removal } = await apiAs(ste).ask(
    ...([ASK_TO_REMOVE_PARTICIPANT, { input }] as const),
  );
  await app.db.write(() => app.get(GroupArchiveService).archive(coalition.id));
  expect(await entriesIn(coalition.id)).toEqual([]);
  for (const who of [ste, ana, ina, spo, tea]) {
    expect(await apiAs(who).code(PAGE, { slug: coalition.slug })).toBe('NOT_FOUND');
    expect((await apiAs(who).ask(MY_GRANTS)).myGrants).toEqual([]);
  }
  expect(await apiAs(eve).code(LOOK, { token })).toBe('NOT_FOUND');
  for (const id of [requestId!, removal.id]) {
    await expect(twoPersonActions(tea).read(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  const waiting = `select 1 from two_person_act where scope_id = $1 and state = 'waiting'`;
  expect(await app.db.query(waiting, [coalition.id])).toEqual([]);
});

it('a coalition of fewer than two participants is archived after 30 days, as those who hold it see before', async () => {
  const { spo, tea, ste, ana, coalition, inForest, inRadio, inTide, forestId } = await inhabited();
  const sweep = () => app.get(CoalitionsJobs).archiveSmall();
  const isArchived = async () => {
    const sql = 'select 1 from "group" where id = $1 and archived_at is not null';
    return (await app.db.query(sql, [coalition.id])).length === 1;
  };
  app.clock.move(31 * DAY);
  const [speaker, steward] = [await signInAgain(spo), await signInAgain(tea)];
  await apiAs(speaker).ask(TAKE_PARTICIPANT_OUT, { id: inRadio });
  await sweep();
  expect(await isArchived()).toBe(false);
  expect(await archivesAtAs(ste, coalition)).toBeNull();
  await apiAs(steward).ask(TAKE_PARTICIPANT_OUT, { id: inTide });
  expect(Math.abs((await leftAs(ste, coalition)) - 30 * DAY)).toBeLessThan(MINUTE);
  expect(await archivesAtAs(ana, coalition)).toBeNull();
  // The owners of a participant see it, also where a delegate is coalition steward in their place.
  const anas = await forestId(ana);
  const input = { participantId: inForest, personIds: [anas], stewardId: anas };
  await apiAs(await signInAgain(ste)).ask(NAME_DELEGATES, { input });
  for (const who of [ste, ana]) expect(await archivesAtAs(who, coalition)).not.toBeNull();
  for (const [days, isOver] of [
    [29, false],
    [2, true],
  ] as const) {
    app.clock.move(days * DAY);
    await app.get(RetentionService).run('grant');
    await sweep();
    expect(await isArchived()).toBe(isOver);
  }
  const last = await signInAgain(ste);
  expect(await apiAs(last).code(PAGE, { slug: coalition.slug })).toBe('NOT_FOUND');
});

it('a coalition that cannot be archived does not keep the others', async () => {
  const { ana, parties } = await threeParties(app);
  const part = { founder: ana, party: parties.open };
  const made = [await makeCoalition(app, part), await makeCoalition(app, part)];
  const [first, second] = made.map(({ id }) => id).toSorted() as [string, string];
  let isBroken = true;
  app.get(GroupEndingsService).register(async (id) => {
    if (isBroken && id === first) throw new Error('not now');
  });
  const archived = async () => {
    const sql = 'select id from "group" where id = any($1) and archived_at is not null order by id';
    const rows = await app.db.query<{ id: string }>(sql, [[first, second]]);
    return rows.map(({ id }) => id);
  };
  app.clock.move(31 * DAY);
  await expect(app.get(CoalitionsJobs).archiveSmall()).rejects.toThrow('not now');
  expect(await archived()).toEqual([second]);
  isBroken = false;
  await app.get(CoalitionsJobs).archiveSmall();
  expect(await archived()).toEqual([first, second]);
});

it('a coalition searches no steward and is archived for none', async () => {
  const { ana, coalition } = await inhabited();
  await app.get(EventsWorker).drain();
  app.clock.move(100 * DAY);
  await app.get(SuccessionService).settleAll();
  const sql = `select archived_at, exists (select 1 from steward_vacancy v where v.group_id = g.id) as is_vacant
    from "group" g where id = $1`;
  expect(await app.db.query(sql, [coalition.id])).toEqual([
    { archived_at: null, is_vacant: false },
  ]);
  expect(await entriesIn(coalition.id)).toContainEqual({ account_id: ana.accountId });
});

it('a coalition lists everybody who takes part, and its list cannot be closed', async () => {
  const { ste, ana, ina, coalition } = await inhabited();
  expect(await apiAs(ste).code(CLOSE_LIST, { id: coalition.id })).toBe('NOT_FOUND');
  const { groupMembers } = await apiAs(ina).ask(COALITION_PEOPLE, { id: coalition.id });
  expect(groupMembers.items.map(({ name }) => name)).toEqual([ana.name, ina.name]);
});

it('separated members leave a coalition once, where one of them leaves the group that explained their entry', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, spo, coalition, forest, channelId } = world;
  const ids = [await world.forestId(ana), await world.forestId(bea)];
  await giveGrants(ste, world.inForest, ids);
  await giveGrants(spo, world.inRadio, [await world.radioId(spo)]);
  for (const who of [ana, bea, spo]) await takePart(who, coalition);
  const sides = { reported: ana.accountId, reporter: bea.accountId };
  const leaving = [
    { groupId: coalition.id, side: SeparationSide.reporter },
    { groupId: forest.id, side: SeparationSide.reported },
  ];
  const left = await app.db.write(async () => {
    const names = await app.get(SharedGroups).leave(sides, leaving);
    await app.get(SeparationsService).start(ana.accountId, bea.accountId);
    return names;
  });
  expect([...left]).toEqual([[ana.accountId, ['Bosque']]]);
  expect(await access(bea, channelId)).toBe('OK');
  expect(await access(ana, channelId)).toBe('NOT_FOUND');
});
