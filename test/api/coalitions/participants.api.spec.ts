import { ViewerLoader } from '#access/viewer.loader.js';
import { EventsWorker } from '#events/events.worker.js';
import { OrganisationsService } from '#organisations/organisations.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { threeParties } from '../../support/factories/coalitions/coalition-parties.js';
import {
  firstParticipantOf,
  inviteToCoalition,
  linkInput,
  makeCoalition,
  makeGrant,
  makeParticipant,
  USE_COALITION_LINK,
} from '../../support/factories/coalitions/make-coalitions.js';
import { makeChannel } from '../../support/factories/make-groups.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { waitForNotices } from '../../support/app/wait-for-jobs.js';
import type { Person } from '../../support/factories/make-people.js';

const RENAME = `mutation ($id: ID!, $shownName: String) {
  renameParticipant(participantId: $id, shownName: $shownName) { name hasShownName } }`;
const TAKE_OUT = 'mutation ($id: ID!) { takeParticipantOut(participantId: $id) }';
const PARTICIPANT = `query ($id: ID!) { participant(participantId: $id) { name isMine viewerCan } }`;
const ONE = 'query ($slug: String!) { group(slug: $slug) { participants { name } } }';
const CHANNEL = 'query ($id: ID!) { channel(id: $id) { id } }';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

/** A hidden coalition of Ana's group, Bea's hidden group and Oto's organisation, with a channel. */
async function three() {
  const made = await threeParties(app);
  const { ana, parties } = made;
  const coalition = await makeCoalition(app, {
    founder: ana,
    party: parties.open,
    isListed: false,
  });
  const first = await firstParticipantOf(app, coalition);
  const second = await makeParticipant(app, coalition, parties.hidden, 'La Orilla');
  const third = await makeParticipant(app, coalition, parties.organisation, 'Zona Norte');
  const { id: channelId } = await makeChannel(app, { group: coalition });
  return { ...made, coalition, first, second: second.id, third: third.id, channelId };
}

const accessTo = (who: Person, id: string) => apiAs(who).code(CHANNEL, { id });
const entriesIn = async (groupId: string) =>
  app.db.query<{ account_id: string }>(
    'select account_id from membership where group_id = $1 and ended_at is null',
    [groupId],
  );

describe('the name of a participant', () => {
  it('is changed by its steward or spokesperson alone', async () => {
    const { ana, bea, ben, eve, second } = await three();
    expect(await apiAs(ben).code(RENAME, { id: second, shownName: 'Otra' })).toBe('FORBIDDEN');
    expect(await apiAs(ana).code(RENAME, { id: second, shownName: 'Otra' })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(RENAME, { id: second, shownName: 'Otra' })).toBe('NOT_FOUND');
    expect(await apiAs(bea).ask(RENAME, { id: second, shownName: 'Otra Orilla' })).toEqual({
      renameParticipant: { name: 'Otra Orilla', hasShownName: true },
    });
    await expect(apiAs(bea).ask(RENAME, { id: second, shownName: null })).rejects.toMatchObject({
      ...{ code: 'INVALID', fields: { shownName: 'nameNeeded' } },
    });
  });

  it('is free among the participants of the coalition, and takes no part elsewhere', async () => {
    const { ana, mel, bea, first, second, hidden } = await three();
    await makeGrant(app, first, mel, { isAccepted: true, personaName: 'Garza Blanca' });
    for (const shownName of ['Zona Norte', 'zona norte', 'Grupo Abierto', 'Moderação']) {
      await expect(apiAs(bea).ask(RENAME, { id: second, shownName })).rejects.toMatchObject({
        ...{ code: 'CONFLICT', reason: 'participant.nameTaken' },
      });
    }
    // A conflict with a persona would tell the owner, who does not take part, that somebody accepted a grant.
    expect(await apiAs(bea).code(RENAME, { id: second, shownName: 'Garza Blanca' })).toBe('OK');
    // A conflict with the name of a hidden group outside the coalition would reveal that group.
    expect(await apiAs(ana).code(RENAME, { id: first, shownName: hidden.name })).toBe('OK');
    // The own name is free again.
    expect(await apiAs(bea).code(RENAME, { id: second, shownName: 'La Orilla' })).toBe('OK');
  });

  it('is checked when a participant enters', async () => {
    const { ana, bea, parties } = await threeParties(app);
    const coalition = await makeCoalition(app, { founder: ana, party: parties.open });
    const { token } = await inviteToCoalition(ana, coalition);
    const enter = (shownName: string) =>
      apiAs(bea).ask(USE_COALITION_LINK, linkInput(token!, parties.hidden, { shownName }));
    await expect(enter('Grupo Abierto')).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'participant.nameTaken' },
    });
    expect((await enter('La Orilla')).useCoalitionLink.name).toBe('La Orilla');
  });

  it('is checked for a participant under its own name, too', async () => {
    const { ana, bea, parties, open } = await threeParties(app);
    const coalition = await makeCoalition(app, {
      ...{ founder: bea, party: parties.hidden, shownName: open.name },
    });
    const { token } = await inviteToCoalition(bea, coalition);
    const enter = (more: object) =>
      apiAs(ana).ask(USE_COALITION_LINK, linkInput(token!, parties.open, more));
    await expect(enter({})).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'participant.nameTaken' },
    });
    expect((await enter({ shownName: 'Otra' })).useCoalitionLink.name).toBe('Otra');
  });
});

describe('a group or organisation', () => {
  it('is in a coalition once, and can return after it left', async () => {
    const { ana, parties, coalition, first } = await three();
    await expect(makeParticipant(app, coalition, parties.open, 'Otra vez')).rejects.toMatchObject({
      message: 'participant.alreadyIn',
    });
    await apiAs(ana).ask(TAKE_OUT, { id: first });
    expect((await makeParticipant(app, coalition, parties.open)).id).not.toBe(first);
  });
});

describe('taking a participant out', () => {
  it('closes the coalition to those who came through it alone, before the response', async () => {
    const { ana, mel, bea, ben, eve, ...at } = await three();
    await makeGrant(app, at.second, ben, { isAccepted: true });
    await makeGrant(app, at.first, mel, { isAccepted: true });
    const [leaving, staying] = [await openSocket(ben), await openSocket(mel)];
    for (const socket of [leaving, staying]) await socket.emit('watch', { channel: at.channelId });
    expect([await accessTo(ben, at.channelId), await accessTo(mel, at.channelId)]).toEqual([
      ...['OK', 'OK'],
    ]);
    // The steward of a participant without a grant does not take part.
    expect(await accessTo(bea, at.channelId)).toBe('NOT_FOUND');
    for (const who of [ben, ana]) {
      expect(await apiAs(who).code(TAKE_OUT, { id: at.second })).toBe('FORBIDDEN');
    }
    expect(await apiAs(eve).code(TAKE_OUT, { id: at.second })).toBe('NOT_FOUND');
    await apiAs(bea).ask(TAKE_OUT, { id: at.second });
    await postText(mel, at.channelId, 'qzdespuésqz');
    await waitForNotices(app);
    expect(JSON.stringify(staying.frames)).toContain('qzdespuésqz');
    expect(JSON.stringify(leaving.frames)).not.toContain('qzdespuésqz');
    expect([await accessTo(ben, at.channelId), await accessTo(mel, at.channelId)]).toEqual([
      ...['NOT_FOUND', 'OK'],
    ]);
    expect(await entriesIn(at.coalition.id)).toEqual([{ account_id: mel.accountId }]);
    for (const who of [bea, ben]) {
      expect(await apiAs(who).code(ONE, { slug: at.coalition.slug })).toBe('NOT_FOUND');
      expect(await apiAs(who).code(PARTICIPANT, { id: at.second })).toBe('NOT_FOUND');
    }
    const { participants } = (await apiAs(mel).ask(ONE, { slug: at.coalition.slug })).group;
    expect(participants).toEqual([{ name: 'Grupo Abierto' }, { name: 'Zona Norte' }]);
    const grants = 'select 1 from coalition_grant where participant_id = $1';
    expect(await app.db.query(grants, [at.second])).toEqual([]);
  });

  it('leaves the entry of a person who also comes through another participant', async () => {
    const { bea, ben, ...at } = await three();
    await app.db.query(
      `insert into membership (group_id, account_id, role, joined_at) values ($1, $2, 'member', $3)`,
      [at.open.id, ben.accountId, app.clock.now()],
    );
    await makeGrant(app, at.first, ben, { isAccepted: true });
    await makeGrant(app, at.second, ben, { isAccepted: true });
    await apiAs(bea).ask(TAKE_OUT, { id: at.second });
    expect(await accessTo(ben, at.channelId)).toBe('OK');
    expect(await entriesIn(at.coalition.id)).toEqual([{ account_id: ben.accountId }]);
  });
});

describe('the end of a source', () => {
  it('ends the entry in the same transaction for an affiliation', async () => {
    const { pau, ...at } = await three();
    await makeGrant(app, at.third, pau, { isAccepted: true });
    expect(await accessTo(pau, at.channelId)).toBe('OK');
    const [own] = await app.db.query<{ id: string }>(
      'select id from affiliation where account_id = $1',
      [pau.accountId],
    );
    await apiAs(pau).ask('mutation ($id: ID!) { leaveOrganisation(affiliationId: $id) }', {
      id: own!.id,
    });
    expect(await entriesIn(at.coalition.id)).toEqual([]);
    expect(await accessTo(pau, at.channelId)).toBe('NOT_FOUND');
    const grants = 'select 1 from coalition_grant where account_id = $1';
    expect(await app.db.query(grants, [pau.accountId])).toEqual([]);
  });

  it('ends the entries at once for an organisation, and the participant for good', async () => {
    const { oto, pau, ...at } = await three();
    await makeGrant(app, at.third, pau, { isAccepted: true });
    const organisations = app.get(OrganisationsService);
    const spokesperson = async () => (await app.get(ViewerLoader).byAccount(oto.accountId))!;
    await organisations.end(await spokesperson(), at.organisation.id);
    expect(await entriesIn(at.coalition.id)).toEqual([]);
    expect(await accessTo(pau, at.channelId)).toBe('NOT_FOUND');
    for (const document of [RENAME, TAKE_OUT]) {
      const code = await apiAs(oto).code(document, { id: at.third, shownName: 'Otra' });
      expect(code).toBe('NOT_FOUND');
    }
    await app.get(EventsWorker).drain();
    await organisations.keep(await spokesperson(), at.organisation.id);
    expect(await apiAs(oto).code(ONE, { slug: at.coalition.slug })).toBe('NOT_FOUND');
    expect(await accessTo(pau, at.channelId)).toBe('NOT_FOUND');
  });

  it('ends the entry for a membership, also where a change to a persona ended that', async () => {
    const { bea, ben, mel, ...at } = await three();
    await makeGrant(app, at.second, ben, { isAccepted: true });
    await makeGrant(app, at.first, mel, { isAccepted: true });
    const sourceOf = async ({ accountId }: Person, groupId: string) =>
      (
        await app.db.query<{ id: string }>(
          'select id from membership where account_id = $1 and group_id = $2 and ended_at is null',
          [accountId, groupId],
        )
      )[0]!.id;
    await apiAs(bea).ask('mutation ($id: ID!) { removeMember(membershipId: $id) }', {
      id: await sourceOf(ben, at.hidden.id),
    });
    const persona = `mutation ($input: PersonaInput!) { setPersona(input: $input) }`;
    const input = { membershipId: await sourceOf(mel, at.open.id), name: 'La Bruma' };
    await apiAs(mel).ask(persona, { input });
    expect(await entriesIn(at.coalition.id)).toEqual([]);
    expect([await accessTo(ben, at.channelId), await accessTo(mel, at.channelId)]).toEqual([
      ...['NOT_FOUND', 'NOT_FOUND'],
    ]);
  });

  it('refuses access even while the row of the entry still stands', async () => {
    const { pau, ...at } = await three();
    await makeGrant(app, at.third, pau, { isAccepted: true });
    await app.db.query('update organisation set ended_at = $2 where id = $1', [
      ...[at.organisation.id, app.clock.now()],
    ]);
    expect(await entriesIn(at.coalition.id)).toHaveLength(1);
    expect(await accessTo(pau, at.channelId)).toBe('NOT_FOUND');
  });
});

it('a participant shows each viewer only the acts that they may do', async () => {
  const { ana, bea, ben, second } = await three();
  const read = async (who: Person) =>
    (await apiAs(who).ask(PARTICIPANT, { id: second })).participant;
  expect(await read(bea)).toMatchObject({
    isMine: true,
    viewerCan: containingActions(['rename', 'takeOut', 'nameDelegates', 'grant'], {
      without: ['remove'],
    }),
  });
  expect(await read(ben)).toEqual({ name: 'La Orilla', isMine: true, viewerCan: ['read'] });
  expect(await read(ana)).toMatchObject({
    ...{
      isMine: false,
      viewerCan: containingActions(['read', 'remove'], { without: ['takeOut'] }),
    },
  });
});
