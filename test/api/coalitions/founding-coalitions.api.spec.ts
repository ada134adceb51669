import { OrganisationsService } from '#organisations/organisations.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { threeParties } from '../../support/factories/coalitions/coalition-parties.js';
import {
  COALITION_INPUT,
  firstParticipantOf,
  inviteToCoalition,
  linkInput,
  makeCoalition,
  makeParticipant,
  USE_COALITION_LINK,
} from '../../support/factories/coalitions/make-coalitions.js';
import { makeGroup } from '../../support/factories/make-groups.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { makeProfile } from '../../support/factories/make-profile.js';

const FOUND = `mutation ($input: FoundCoalitionInput!) { foundCoalition(input: $input) {
  id slug kind isListed memberCount viewerCan agreements { version text }
  participants { id name isMine hasShownName group { slug } organisation { slug } viewerCan } } }`;
const ONE = `query ($slug: String!) { group(slug: $slug) { id kind name purpose myMembershipId viewerCan
  agreements { text } participants { id name isMine hasShownName group { slug } organisation { slug } viewerCan } } }`;
const ACCEPT =
  'mutation ($input: AcceptCoalitionInvitationInput!) { acceptCoalitionInvitation(input: $input) { id } }';
const EDIT =
  'mutation ($input: EditCoalitionInput!) { editCoalition(input: $input) { name purpose } }';

const app = useApp({ TRAMA_WORKER: '0' });

const founding = (party: object, more: object = {}) => ({
  input: { ...COALITION_INPUT, ...party, ...more },
});
const found = async (who: Person, party: object, more: object = {}) =>
  (await apiAs(who).ask(FOUND, founding(party, more))).foundCoalition;
const read = async (who: Person, slug: string) => (await apiAs(who).ask(ONE, { slug })).group;

describe('founding a coalition', () => {
  it('makes the group of its steward the only participant, and nobody takes part yet', async () => {
    const { ana, mel, open, parties } = await threeParties(app);
    const coalition = await found(ana, parties.open);
    expect(coalition).toMatchObject({
      ...{ kind: 'coalition', isListed: true },
      agreements: { version: 1, text: 'Primero escuchamos.' },
    });
    expect(await read(ana, coalition.slug)).toMatchObject({
      viewerCan: containingActions(['read', 'edit', 'inviteParticipant'], {
        without: ['join', 'invite', 'createChannel', 'leaveCoalition', 'foundCoalition'],
      }),
      participants: [
        {
          ...{ name: 'Grupo Abierto', isMine: true, hasShownName: false },
          ...{ group: { slug: open.slug }, organisation: null },
          viewerCan: containingActions(['rename', 'takeOut', 'nameDelegates', 'grant']),
        },
      ],
    });
    const entries = 'select 1 from membership where group_id = $1';
    expect(await app.db.query(entries, [coalition.id])).toEqual([]);
    expect(await read(mel, coalition.slug)).toMatchObject({
      ...{ myMembershipId: null, participants: [{ isMine: true }] },
      viewerCan: containingActions(['read'], { without: ['edit', 'inviteParticipant', 'consent'] }),
    });
    expect(await apiAs(mel).code(FOUND, founding(parties.open))).toBe('FORBIDDEN');
  });

  it('needs a right in the group or organisation that is named, and exactly one of both', async () => {
    const { ana, bea, oto, eve, organisation, parties } = await threeParties(app);
    expect(await apiAs(eve).code(FOUND, founding(parties.hidden))).toBe('NOT_FOUND');
    expect(await apiAs(eve).code(FOUND, founding(parties.organisation))).toBe('NOT_FOUND');
    expect(await apiAs(ana).code(FOUND, founding({ groupId: 'x' }))).toBe('NOT_FOUND');
    for (const party of [{}, { ...parties.hidden, ...parties.organisation }]) {
      expect(await apiAs(bea).code(FOUND, founding(party))).toBe('INVALID');
    }
    const outer = await makeCoalition(app, { founder: ana, party: parties.open });
    await expect(found(ana, { groupId: outer.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const spokesperson = (await app.get(ViewerLoader).byAccount(oto.accountId))!;
    await app.get(OrganisationsService).end(spokesperson, organisation.id);
    await expect(
      found(oto, parties.organisation, { shownName: 'La Orilla' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses an ended organisation, by invitation and by link', async () => {
    const { ana, oto, organisation, parties } = await threeParties(app);
    await app.db.query(`update organisation set audience = 'members' where id = $1`, [
      organisation.id,
    ]);
    const ask = async () => {
      const make = () => makeCoalition(app, { founder: ana, party: parties.open });
      const [invites, links] = [await make(), await make()];
      const { invitation } = await inviteToCoalition(ana, invites, parties.organisation);
      const { token } = await inviteToCoalition(ana, links);
      return { invites, links, invitation, token: token! };
    };
    const codes = async ({ invitation, token }: Awaited<ReturnType<typeof ask>>) => {
      const accepted = { invitationId: invitation.id, shownName: null, agreementsVersion: 1 };
      return {
        found: await apiAs(oto).code(FOUND, founding(parties.organisation)),
        accept: await apiAs(oto).code(ACCEPT, { input: accepted }),
        use: await apiAs(oto).code(USE_COALITION_LINK, linkInput(token, parties.organisation)),
      };
    };
    const [before, after] = [await ask(), await ask()];
    expect(await codes(before)).toEqual({ found: 'OK', accept: 'OK', use: 'OK' });
    const spokesperson = (await app.get(ViewerLoader).byAccount(oto.accountId))!;
    await app.get(OrganisationsService).end(spokesperson, organisation.id);
    expect(await codes(after)).toEqual({
      found: 'FORBIDDEN',
      accept: 'NOT_FOUND',
      use: 'FORBIDDEN',
    });
    for (const { id } of [after.invites, after.links]) {
      const sql = 'select 1 from participant where coalition_id = $1';
      expect(await app.db.query(sql, [id])).toHaveLength(1);
    }
  });

  it('waits until the probation of the steward ends', async () => {
    const { nia, sol } = await makePeople(app, { nia: 'probation', sol: 'steward' });
    const group = await makeGroup(app, { steward: nia });
    await expect(found(nia, { groupId: group.id })).rejects.toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'coalition.probation' },
    });
    const other = await makeGroup(app, { steward: sol });
    expect(await found(sol, { groupId: other.id })).toMatchObject({ kind: 'coalition' });
  });

  it('needs a chosen name for a hidden group and for an organisation not open to all members', async () => {
    const { bea, oto, parties } = await threeParties(app);
    const nameNeeded = { code: 'INVALID', fields: { shownName: 'nameNeeded' } };
    await expect(found(bea, parties.hidden)).rejects.toMatchObject(nameNeeded);
    await expect(found(oto, parties.organisation)).rejects.toMatchObject(nameNeeded);
    const shownName = 'Grupo del Delta';
    expect(await found(bea, parties.hidden, { shownName })).toMatchObject({
      participants: [{ name: shownName, hasShownName: true, isMine: true }],
    });
    expect(await found(oto, parties.organisation, { shownName })).toMatchObject({
      participants: [{ name: shownName, hasShownName: true, isMine: true }],
    });
  });

  it('an account founds at most five coalitions in 30 days', async () => {
    const { ana, parties } = await threeParties(app);
    for (let n = 0; n < 5; n++) await found(ana, parties.open);
    await expect(found(ana, parties.open)).rejects.toMatchObject({
      ...{ code: 'TOO_MANY', reason: 'quota.used' },
    });
    const sql = `select count(*)::int as n from participant where group_id = $1`;
    expect(await app.db.query(sql, [parties.open.groupId])).toEqual([{ n: 5 }]);
  });

  it('the audit entry of a founding names neither the group nor the coalition', async () => {
    const { bea, parties } = await threeParties(app);
    await found(bea, parties.hidden, { shownName: 'La Orilla' });
    const sql = `select subject_id, about_id from audit_entry where action = 'foundCoalition' and actor_id = $1`;
    expect(await app.db.query(sql, [bea.accountId])).toEqual([
      { subject_id: null, about_id: null },
    ]);
  });
});

describe('a coalition', () => {
  const listOf = async (who: Person, field: 'coalitions' | 'groups') =>
    (await apiAs(who).ask(`{ ${field} { items { slug } } }`))[field].items.map(
      ({ slug }: { slug: string }) => slug,
    );
  const mine = async (who: Person, field: 'myCoalitions' | 'myGroups') =>
    (await apiAs(who).ask(`{ ${field} { slug } }`))[field].map((one: { slug: string }) => one.slug);

  it('every member sees a listed coalition, and only people of its participants see a hidden one', async () => {
    const { ana, mel, bea, ben, eve, parties } = await threeParties(app);
    const listed = await makeCoalition(app, { founder: ana, party: parties.open });
    const part = { founder: bea, party: parties.hidden, shownName: 'La Orilla', isListed: false };
    const hidden = await makeCoalition(app, part);
    for (const who of [eve, ben]) {
      expect(await read(who, listed.slug)).toMatchObject({ participants: [{ isMine: false }] });
    }
    const shown = await listOf(eve, 'coalitions');
    expect(shown).toContain(listed.slug);
    expect(shown).not.toContain(hidden.slug);
    for (const who of [mel, eve]) {
      expect(await apiAs(who).code(ONE, { slug: hidden.slug })).toBe('NOT_FOUND');
    }
    expect(await read(ben, hidden.slug)).toMatchObject({ participants: [{ isMine: true }] });
    expect([await mine(ben, 'myCoalitions'), await mine(mel, 'myCoalitions')]).toEqual([
      [hidden.slug],
      [listed.slug],
    ]);
  });

  it('a coalition is in no list of groups, and the mutations for joining and inviting to groups refuse it', async () => {
    const { ana, mel, eve, parties } = await threeParties(app);
    const { id, slug } = await makeCoalition(app, { founder: ana, party: parties.open });
    expect(await listOf(eve, 'groups')).not.toContain(slug);
    expect(await mine(ana, 'myGroups')).not.toContain(slug);
    const { personId } = { personId: await makeProfile(eve, { mayBeFound: true }) };
    const calls: readonly (readonly [Person, string, Record<string, unknown>])[] = [
      [mel, 'mutation ($id: ID!) { joinGroup(groupId: $id) { id } }', { id }],
      [
        mel,
        'mutation ($id: ID!) { requestToJoin(input: { groupId: $id, answers: [] }) { id } }',
        { id },
      ],
      [ana, 'mutation ($id: ID!) { makeGroupLink(groupId: $id) { token } }', { id }],
      [
        ana,
        'mutation ($id: ID!, $personId: ID!) { inviteToGroup(input: { groupId: $id, personId: $personId }) { id } }',
        { id, personId },
      ],
    ];
    for (const [who, document, variables] of calls) {
      expect([document, await apiAs(who).code(document, variables)]).toEqual([
        document,
        'FORBIDDEN',
      ]);
    }
    const nothing = `select count(*)::int as n from membership where group_id = $1`;
    expect(await app.db.query(nothing, [id])).toEqual([{ n: 0 }]);
  });

  it('coalition stewards edit a coalition, and the mutation for groups refuses it', async () => {
    const { ana, mel, eve, open, parties } = await threeParties(app);
    const { id } = await makeCoalition(app, { founder: ana, party: parties.open, isListed: false });
    const input = { coalitionId: id, name: 'Cuenca Entera', purpose: 'Cuidar toda la cuenca.' };
    expect(await apiAs(mel).code(EDIT, { input })).toBe('FORBIDDEN');
    expect(await apiAs(eve).code(EDIT, { input })).toBe('NOT_FOUND');
    expect(await apiAs(ana).code(EDIT, { input: { ...input, coalitionId: open.id } })).toBe(
      'NOT_FOUND',
    );
    const { coalitionId: _id, ...texts } = input;
    expect(await apiAs(ana).ask(EDIT, { input })).toEqual({ editCoalition: texts });
    const asGroup = { groupId: id, ...texts, issueAreas: ['issue:human-rights'] };
    const editGroup = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { id } }';
    expect(await apiAs(ana).code(editGroup, { input: asGroup })).toBe('NOT_FOUND');
  });

  it('shows its participants by name, and of a chosen name only that', async () => {
    const { ana, ben, eve, open, hidden, parties } = await threeParties(app);
    const coalition = await makeCoalition(app, { founder: ana, party: parties.open });
    await makeParticipant(app, coalition, parties.hidden, 'Bosque Chico');
    await makeParticipant(app, coalition, parties.organisation, 'Zona Norte');
    const response = await apiAs(eve).raw(ONE, { slug: coalition.slug });
    const text = await response.text();
    const { participants } = (JSON.parse(text) as { data: { group: { participants: object[] } } })
      .data.group;
    expect(participants).toMatchObject([
      { name: 'Bosque Chico', isMine: false, hasShownName: true, group: null, organisation: null },
      { name: 'Grupo Abierto', hasShownName: false, group: { slug: open.slug } },
      { name: 'Zona Norte', hasShownName: true, group: null, organisation: null },
    ]);
    for (const secret of [hidden.slug, hidden.id, 'Grupo Oculto', 'Radio Callada']) {
      expect(text).not.toContain(secret);
    }
    const ofBen = (await read(ben, coalition.slug)).participants;
    expect(ofBen[0]).toMatchObject({ isMine: true, group: { slug: hidden.slug } });
  });

  it('shows no own name any more once the group behind it is hidden', async () => {
    const { ana, eve, open, parties } = await threeParties(app);
    const coalition = await makeCoalition(app, { founder: ana, party: parties.open });
    await app.db.query('update "group" set is_listed = false where id = $1', [open.id]);
    const [seen] = (await read(eve, coalition.slug)).participants;
    expect(seen).toMatchObject({ name: '', hasShownName: false, group: null });
    const id = await firstParticipantOf(app, coalition);
    expect(seen.id).toBe(id);
  });
});
