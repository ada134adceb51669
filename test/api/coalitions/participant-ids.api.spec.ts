import { EventsWorker } from '#events/events.worker.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Participant } from '#coalitions/participants/participant.entity.js';
import { ParticipantViewsService } from '#coalitions/participants/participant-views.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { lockTestRow } from '../../support/app/locked-row.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { waitForNotices } from '../../support/app/wait-for-jobs.js';
import { threeParties } from '../../support/factories/coalitions/coalition-parties.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import {
  inviteToCoalition,
  linkInput,
  makeCoalition,
  USE_COALITION_LINK,
} from '../../support/factories/coalitions/make-coalitions.js';
import {
  ASK_TO_REMOVE_PARTICIPANT,
  COALITION_DELEGATES,
  COALITION_GRANTS,
  giveGrants,
  MY_GRANTS,
  NAME_DELEGATES,
  SHOW_MY_PARTICIPANT,
  TAKE_PARTICIPANT_OUT,
  takePart,
  WITHDRAW_GRANT,
} from '../../support/factories/coalitions/taking-part.js';
import { ORGANISATION_INPUT } from '../../support/factories/make-organisations.js';
import { ARCHIVE } from '../../support/factories/inhabited-group.js';
import { type Person, signInAgain } from '../../support/factories/make-people.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

const RENAME = `mutation ($id: ID!, $shownName: String) {
  renameParticipant(participantId: $id, shownName: $shownName) { id name hasShownName viewerCan } }`;
const PARTICIPANT = 'query ($id: ID!) { participant(participantId: $id) { name } }';
const PAGE = 'query ($slug: String!) { group(slug: $slug) { participants { id name } } }';
const CHANNEL = 'query ($id: ID!) { channel(id: $id) { id } }';
const HIDE = 'mutation ($input: GroupPrivacyInput!) { makeGroupMorePrivate(input: $input) { id } }';
const EDIT_ORGANISATION =
  'mutation ($input: EditOrganisationInput!) { editOrganisation(input: $input) { id } }';

const rename = async (who: Person, id: string, shownName: string | null) =>
  (await apiAs(who).ask(RENAME, { id, shownName })).renameParticipant;
const idsAs = async (who: Person, { slug }: { readonly slug: string }) => {
  const { participants } = (await apiAs(who).ask(PAGE, { slug })).group;
  return new Map(participants!.map(({ id, name }) => [name, id]));
};
const removal = (participantId: string) => ({
  input: { participantId, reason: 'No respeta los acuerdos.' },
});
const askToRemove = async (who: Person, participantId: string) =>
  (await apiAs(who).ask(ASK_TO_REMOVE_PARTICIPANT, removal(participantId))).askToRemoveParticipant;
const drain = () => app.get(EventsWorker).drain();

describe('the id of a participant', () => {
  it('changes where the own name and a chosen one replace each other, with everything that belongs to it', async () => {
    const world = await makeCoalitionWorld(app);
    const { tea, ana, ste, coalition, inTide, channelId } = world;
    const anas = await world.tideId(ana);
    await giveGrants(tea, inTide, [anas]);
    await takePart(ana, coalition);
    const input = { participantId: inTide, personIds: [anas], stewardId: null };
    await apiAs(tea).ask(NAME_DELEGATES, { input });
    const chosen = await rename(tea, inTide, 'Las del muelle');
    expect(chosen.id).not.toBe(inTide);
    expect(chosen).toMatchObject({ name: 'Las del muelle', hasShownName: true });
    expect(chosen.viewerCan).toContain('rename');
    for (const who of [tea, ste, ana]) {
      expect(await apiAs(who).code(PARTICIPANT, { id: inTide })).toBe('NOT_FOUND');
    }
    expect((await idsAs(ste, coalition)).get('Las del muelle')).toBe(chosen.id);
    const { coalitionDelegates } = await apiAs(tea).ask(COALITION_DELEGATES, { id: chosen.id });
    expect(coalitionDelegates).toMatchObject([{ id: anas }]);
    const { coalitionGrants } = await apiAs(ana).ask(COALITION_GRANTS, { id: chosen.id });
    expect(coalitionGrants).toMatchObject([{ personId: anas }]);
    expect(await apiAs(ana).code(CHANNEL, { id: channelId })).toBe('OK');
    const { myGrants } = await apiAs(ana).ask(MY_GRANTS);
    expect(myGrants).toMatchObject([
      { state: 'accepted', participant: { id: chosen.id, name: 'Las del muelle' } },
    ]);
    // One chosen name after another hides nothing that the first one showed.
    expect((await rename(tea, chosen.id, 'Las del puerto')).id).toBe(chosen.id);
    const own = await rename(tea, chosen.id, null);
    expect([inTide, chosen.id]).not.toContain(own.id);
  });

  it('a repeated acceptance is answered with the current id of the participant', async () => {
    const { ana, bea, parties } = await threeParties(app);
    const coalition = await makeCoalition(app, {
      ...{ founder: bea, party: parties.hidden, shownName: 'La Orilla' },
    });
    const { token } = await inviteToCoalition(bea, coalition);
    const enter = async () =>
      (await apiAs(ana).ask(USE_COALITION_LINK, linkInput(token!, parties.open)))
        .useCoalitionLink as { readonly id: string };
    const { id } = await rename(ana, (await enter()).id, 'Otra');
    expect(await enter()).toMatchObject({ id, name: 'Otra' });
  });

  it('is told to no former steward who accepted for the participant, neither again nor in the data export', async () => {
    const { ana, mel, bea, open, parties } = await threeParties(app);
    const coalition = await makeCoalition(app, {
      ...{ founder: bea, party: parties.hidden, shownName: 'La Orilla' },
    });
    const { token } = await inviteToCoalition(bea, coalition);
    const input = linkInput(token!, parties.open);
    const { id } = (await apiAs(ana).ask(USE_COALITION_LINK, input)).useCoalitionLink;
    const exported = async () =>
      (await app.get(DataExportService).read(ana.accountId))['acceptedCoalitionInvitations'];
    expect(await exported()).toMatchObject([{ participant_id: id }]);
    const sql = 'update membership set role = $3 where group_id = $1 and account_id = $2';
    await app.db.query(sql, [open.id, mel.accountId, 'steward']);
    await app.db.query(sql, [open.id, ana.accountId, 'member']);
    await rename(mel, id, 'Otra');
    expect([...(await idsAs(ana, coalition)).keys()]).toEqual(['La Orilla', 'Otra']);
    expect(await apiAs(ana).code(USE_COALITION_LINK, input)).toBe('NOT_FOUND');
    expect(await exported()).toMatchObject([{ coalition_id: coalition.id, participant_id: null }]);
  });

  it('changes when its group becomes hidden, and again when a name is chosen', async () => {
    const { tea, ste, tide, coalition, inTide } = await makeCoalitionWorld(app);
    await apiAs(tea).ask(HIDE, { input: { groupId: tide.id, privacy: 'invitation' } });
    await drain();
    expect((await idsAs(ste, coalition)).get('Marea')).toBe(inTide);
    await apiAs(tea).ask(HIDE, { input: { groupId: tide.id, privacy: 'hidden' } });
    await drain();
    const unnamed = (await idsAs(ste, coalition)).get('')!;
    expect(unnamed).not.toBe(inTide);
    expect(await apiAs(ste).code(PARTICIPANT, { id: inTide })).toBe('NOT_FOUND');
    expect((await rename(tea, unnamed, 'Las del muelle')).id).not.toBe(unnamed);
  });

  it('changes when its organisation is open to all members no more, and not with its other texts', async () => {
    const { spo, ste, radio, coalition, inRadio } = await makeCoalitionWorld(app);
    const edit = async (more: object) => {
      const input = { ...ORGANISATION_INPUT, organisationId: radio.id, ...more };
      await apiAs(spo).ask(EDIT_ORGANISATION, { input });
      await drain();
    };
    await edit({ about: 'Otra cosa.' });
    expect((await idsAs(ste, coalition)).get('Radio Mareas')).toBe(inRadio);
    await edit({ audience: 'onlyMe' });
    const unnamed = (await idsAs(ste, coalition)).get('')!;
    expect(unnamed).not.toBe(inRadio);
    await edit({ audience: 'onlyMe', about: 'Otra más.' });
    expect((await idsAs(ste, coalition)).get('')).toBe(unnamed);
  });

  it('stays under a chosen name, whatever becomes of the group', async () => {
    const { tea, ste, tide, coalition, inTide } = await makeCoalitionWorld(app);
    const { id } = await rename(tea, inTide, 'Las del muelle');
    await apiAs(tea).ask(HIDE, { input: { groupId: tide.id, privacy: 'hidden' } });
    await drain();
    expect((await idsAs(ste, coalition)).get('Las del muelle')).toBe(id);
  });
});

describe('a change between the own name and a chosen one', () => {
  it('ends that people show the participant', async () => {
    const world = await makeCoalitionWorld(app);
    const { tea, ana, coalition, inTide } = world;
    await giveGrants(tea, inTide, [await world.tideId(ana)]);
    await takePart(ana, coalition, { isShown: true });
    const isShown = async () =>
      (await apiAs(ana).ask(MY_GRANTS)).myGrants.map((grant) => grant.isShown);
    expect(await isShown()).toEqual([true]);
    const { id } = await rename(tea, inTide, 'Las del muelle');
    expect(await isShown()).toEqual([false]);
    const [grant] = (await apiAs(ana).ask(MY_GRANTS)).myGrants;
    await apiAs(ana).ask(SHOW_MY_PARTICIPANT, { id: grant!.id, isShown: true });
    await rename(tea, id, 'Las del puerto');
    expect(await isShown()).toEqual([true]);
  });

  it('is made five times in thirty days at most, and notified once', async () => {
    const { tea, ste, tide, coalition, inTide } = await makeCoalitionWorld(app);
    await drain();
    const socket = await openSocket(ste);
    let { id } = await rename(tea, inTide, 'Las del muelle');
    await drain();
    await waitForNotices(app);
    expect(socket.received('news').filter((one) => one.id === coalition.id)).toHaveLength(1);
    for (const name of [null, 'Las del puerto', null, 'Las del muelle']) {
      id = (await rename(tea, id, name)).id;
    }
    // A name instead of another chosen one is no such change.
    expect((await rename(tea, id, 'Las del puerto')).id).toBe(id);
    await expect(rename(tea, id, null)).rejects.toMatchObject({
      ...{ code: 'TOO_MANY', reason: 'participant.tooManyNameChanges' },
    });
    app.clock.move(30 * 86_400_000);
    const later = await signInAgain(tea);
    id = (await rename(later, id, null)).id;
    const sql = 'update participant set kind_changed_at = $2 where id = $1';
    await app.db.query(sql, [id, Array.from({ length: 5 }, () => app.clock.now())]);
    // A participant whose own name is not open to all members has none until one is chosen.
    await apiAs(later).ask(HIDE, { input: { groupId: tide.id, privacy: 'hidden' } });
    expect(await rename(later, id, 'Las del muelle')).toMatchObject({ name: 'Las del muelle' });
  });
});

describe('a participant whose id changes meanwhile', () => {
  /** Changes the id while the request waits for the lock of the coalition. */
  const during = async <T>(
    coalition: { readonly id: string },
    id: string,
    request: () => Promise<T>,
  ): Promise<T> => {
    const row = await lockTestRow(app, 'group', coalition.id);
    const response = request();
    await row.queued(1);
    await row.run('update participant set id = gen_random_uuid() where id = $1', [id]);
    await row.release();
    return response;
  };

  it('ends when its group is archived', async () => {
    const { tea, tide, coalition, inTide } = await makeCoalitionWorld(app);
    const archive = () => apiAs(tea).code(ARCHIVE, { id: tide.id });
    expect(await during(coalition, inTide, archive)).toBe('OK');
    const sql = 'select 1 from participant where group_id = $1';
    expect(await app.db.query(sql, [tide.id])).toEqual([]);
  });

  it('withdraws a grant', async () => {
    const { tea, ana, coalition, inTide, ...world } = await makeCoalitionWorld(app);
    const given = await giveGrants(tea, inTide, [await world.tideId(ana)]);
    const [id] = [...given.values()];
    const withdraw = () => apiAs(tea).code(WITHDRAW_GRANT, { id });
    expect(await during(coalition, inTide, withdraw)).toBe('OK');
    expect((await apiAs(ana).ask(MY_GRANTS)).myGrants).toEqual([]);
  });
});

describe('a waiting removal', () => {
  it('is of the participant that it was asked for, also under another name and id', async () => {
    const { ste, spo, tea, coalition, inRadio } = await makeCoalitionWorld(app);
    const { id, hash } = await askToRemove(ste, inRadio);
    const renamed = await rename(spo, inRadio, 'La onda');
    await expect(askToRemove(tea, inRadio)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // A conflict would tell which participant has the new name.
    const again = await askToRemove(tea, renamed.id);
    await expect(askToRemove(ste, renamed.id)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'twoPerson.waiting' },
    });
    // The participant concerned still cannot approve it.
    await expect(twoPersonActions(spo).read(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await twoPersonActions(tea).approve(id, hash);
    expect([...(await idsAs(tea, coalition)).keys()]).toEqual(['Marea', 'Vecinas del norte']);
    await drain();
    const sql = 'select state from two_person_act where id = $1';
    expect(await app.db.query(sql, [again.id])).toEqual([{ state: 'withdrawn' }]);
  });

  it('is withdrawn when the participant leaves', async () => {
    const { ste, spo, tea, inRadio } = await makeCoalitionWorld(app);
    const { id } = await askToRemove(ste, inRadio);
    expect(await twoPersonActions(tea).waiting()).toBe(1);
    await apiAs(spo).ask(TAKE_PARTICIPANT_OUT, { id: inRadio });
    await drain();
    expect(await twoPersonActions(tea).waiting()).toBe(0);
    const sql = 'select state from two_person_act where id = $1';
    expect(await app.db.query(sql, [id])).toEqual([{ state: 'withdrawn' }]);
  });
});

it('a participant that left keeps neither its group, nor its name', async () => {
  const { ste, inForest } = await makeCoalitionWorld(app);
  await apiAs(ste).ask(TAKE_PARTICIPANT_OUT, { id: inForest });
  const sql = 'select group_id, organisation_id, shown_name from participant where id = $1';
  expect(await app.db.query(sql, [inForest])).toEqual([
    { group_id: null, organisation_id: null, shown_name: null },
  ]);
});

it('a participant that leaves while it is read is absent', async () => {
  const { ste, tea, inForest } = await makeCoalitionWorld(app);
  const read = await app.db.repo(Participant).findOneByOrFail({ id: inForest });
  await apiAs(ste).ask(TAKE_PARTICIPANT_OUT, { id: inForest });
  const viewer = (await app.get(ViewerLoader).byAccount(tea.accountId))!;
  await expect(app.get(ParticipantViewsService).ofRow(viewer, read)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
