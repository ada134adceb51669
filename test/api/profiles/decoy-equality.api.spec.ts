import type { Client } from 'pg';
import { newId } from '#kernel/ids.js';
import { AccountsService } from '#members/accounts.service.js';
import { IntroductionAvailabilityService } from '#profiles/own-profile/introduction-availability.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { setAudience } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeDecoy, DECOY_PROFILE, reportOpenedDecoys } from '../../support/factories/decoys.js';
import { observeDocument } from '../../support/matrix/hidden-rows.js';
import { factories } from '../../support/factories/factories.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { PERSON_FIELDS } from '../../support/matrix/person-document.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';

const NAME = 'Marea Ñandú';
const ASK = `mutation ($input: AskIntroductionInput!) { askIntroduction(input: $input) { id } }`;
const INTO_GROUP = `mutation ($input: InviteToGroupInput!) { inviteToGroup(input: $input) { id } }`;
const INTO_ORGANISATION = `mutation ($input: InviteToOrganisationInput!) {
  inviteToOrganisation(input: $input) { id } }`;

describe('a decoy and a member with the same profile', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let twin: Person;
  let ids: { readonly decoy: string; readonly twin: string };
  beforeAll(async () => {
    const made = await makeDecoy(app, NAME);
    twin = await makePerson(app, 'twin', 'member');
    const id = await factories.profile(twin, { answers: { ...DECOY_PROFILE, name: NAME } });
    await setAudience(twin, 'members', ['about']);
    const viewer = (await app.get(ViewerLoader).byAccount(twin.accountId))!;
    await app.get(IntroductionAvailabilityService).setTakesRequests(viewer, false);
    ids = { decoy: made, twin: id };
  });

  const member = () => makePerson(app, `eve${newId()}`, 'member');
  const steward = () => makePerson(app, `ste${newId()}`, 'steward');
  const both = async <T>(ask: (id: string) => Promise<T>): Promise<[T, T]> => [
    await ask(ids.decoy),
    await ask(ids.twin),
  ];

  it('open with the same bytes, headers and SQL, the first time and later', async () => {
    const document = (id: string) => `{ person(id: "${id}") { ${PERSON_FIELDS} } }`;
    for (let turn = 0; turn < 2; turn++) {
      const [eve, ada] = [await member(), await member()];
      const [one, other] = [
        [
          await observeDocument(eve, document(ids.decoy), ids.decoy),
          await observeDocument(eve, document(ids.decoy), ids.decoy),
        ],
        [
          await observeDocument(ada, document(ids.twin), ids.twin),
          await observeDocument(ada, document(ids.twin), ids.twin),
        ],
      ];
      expect(one).toEqual(other);
      expect(one[0]!.body).toContain(NAME);
      expect(one[0]!.sql.join()).toContain('decoy');
    }
    expect(await app.db.query('select distinct profile_id from decoy_opening')).toEqual([
      { profile_id: ids.decoy },
    ]);
  });

  it("open without waiting while the viewer's account row is locked", async () => {
    const eve = await member();
    const holder = await app.db.connect();
    try {
      await holder.query('begin');
      await holder.query('select 1 from account where id = $1 for update', [eve.accountId]);
      const open = (id: string) =>
        endsUnheld(holder, apiAs(eve).ask('query ($id: ID!) { person(id: $id) { id } }', { id }));
      expect(await both(open)).toEqual([true, true]);
    } finally {
      await holder.end();
    }
    const met = 'select profile_id as id from decoy_opening where account_id = $1';
    expect(await app.db.query(met, [eve.accountId])).toEqual([{ id: ids.decoy }]);
  });

  it('are found by the same search terms and chips, with the same card', async () => {
    const eve = await member();
    for (const asked of [{ words: 'nandu' }, { chips: ['issue:indigenous-rights'] }, {}]) {
      const { people } = await apiAs(eve).ask(
        `query ($words: String, $chips: [ID!]) { people(words: $words, chips: $chips) { items {
          id name colour avatar takesRequests languages(language: es) { id } } } }`,
        asked,
      );
      const cards = people.items.filter(({ name }: { name: string }) => name === NAME);
      expect(cards.map(({ id }: { id: string }) => id).toSorted()).toEqual(
        Object.values(ids).toSorted(),
      );
      const [one, other] = cards.map((card: object) => ({ ...card, id: '' }));
      expect(one).toEqual(other);
    }
  });

  it('refuse introductions and invitations with the same text', async () => {
    const eve = await member();
    const ask = (id: string) =>
      said(apiAs(eve).ask(ASK, { input: { personId: id, note: 'Hola' } }));
    const ste = await steward();
    const { id: groupId } = await factories.group(app, { steward: ste });
    const group = (personId: string) =>
      said(apiAs(ste).ask(INTO_GROUP, { input: { groupId, personId } }));
    const { id: organisationId } = await factories.organisation(app, { spokesperson: ste });
    const organisation = (personId: string) =>
      said(apiAs(ste).ask(INTO_ORGANISATION, { input: { organisationId, personId } }));
    expect(await both(ask)).toEqual(Array(2).fill('FORBIDDEN introduction.notTaking'));
    expect(await both(group)).toEqual(Array(2).fill('FORBIDDEN person.notTaking'));
    expect(await both(organisation)).toEqual(Array(2).fill('FORBIDDEN person.notTaking'));
    const waiting = `select 1 from group_invitation union all select 1 from organisation_invitation
      union all select 1 from introduction`;
    expect(await app.db.query(waiting)).toEqual([]);

    const ben = await member();
    const personId = await factories.profile(ben);
    expect(await group(personId)).toBe('OK');
    expect(await organisation(personId)).toBe('OK');
  });

  it('leave no trace for the viewer: no notice, mail, audit entry or exported data', async () => {
    const eve = await member();
    const other = await makeDecoy(app, 'Otra Marea');
    const own = async () => ({
      acts: await apiAs(eve).ask(
        '{ actsAboutMe { items { action } } noticesUnseen myNotices { id } }',
      ),
      data: await app.get(DataExportService).read(eve.accountId),
    });
    const before = await own();
    const others: string[] = [];
    for (let at = 0; at < 13; at++) others.push(await factories.profile(await member()));
    for (const id of [ids.decoy, other, ...others]) {
      await apiAs(eve).ask('query ($id: ID!) { person(id: $id) { id } }', { id });
    }
    await reportOpenedDecoys(app);
    const tripped = `select 1 from audit_entry where action = 'tripDecoys' and subject_id = $1`;
    expect(await app.db.query(tripped, [eve.accountId])).toHaveLength(1);
    expect(await own()).toEqual(before);
    expect(JSON.stringify(before.data)).toContain(eve.accountId);
    expect(sentMails(app).filter(({ to }) => to === eve.email)).toEqual([]);
  });

  it('differ in counts: a decoy never counts as a member, a duty holder or a group member', async () => {
    const count = () => app.get(AccountsService).countPastProbation(app.clock.now());
    const before = await count();
    await makeDecoy(app, 'Tercera Marea');
    expect(await count()).toBe(before);
    const rows = await app.db.query(
      `select a.email, a.password_hash, p.is_counted,
         (select count(*)::int from duty d where d.account_id = a.id) as duties,
         (select count(*)::int from membership m where m.account_id = a.id) as groups
       from decoy d join profile p on p.id = d.profile_id join account a on a.id = p.account_id`,
    );
    const bare = { email: null, password_hash: null, is_counted: false, duties: 0, groups: 0 };
    expect(rows).toEqual([bare, bare, bare]);
  });
});

/** Returns whether `work` ends before a query waits for a lock of `holder`. */
async function endsUnheld(holder: Client, work: Promise<unknown>): Promise<boolean> {
  let hasEnded = false;
  const end = () => void (hasEnded = true);
  work.then(end, end);
  while (!hasEnded) {
    // PostgreSQL caches activity statistics per transaction.
    await holder.query('select pg_stat_clear_snapshot()');
    const { rowCount } = await holder.query(
      'select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))',
    );
    if (rowCount) return false;
  }
  await work;
  return true;
}

const said = (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'OK',
    ({ message }: Error) => message,
  );
