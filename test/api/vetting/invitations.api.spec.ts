import { DAY } from '#kernel/clock.js';
import { AdmissionService } from '#vetting/decisions/admission.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send, sendForm } from '../../support/app/client.js';
import { dumpDatabase, textsInDump } from '../../support/app/database-dump.js';
import {
  ownInvitations,
  createInvitation,
  invitationErrorCode,
  INVITATION_NOTE,
  revokeOwnInvitation,
} from '../../support/factories/invitations.js';
import { CookieJar } from '../../support/app/test-password.js';
import {
  grantDutyToVet,
  APPLICATION_ANSWERS,
  makeApplicant,
  reviewerActions,
  makeReviewers,
  SUBMIT_APPLICATION,
  giveVouchByCode,
} from '../../support/factories/applicants-and-reviewers.js';
import { signInAgain, makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
beforeAll(async () => {
  await makeReviewers(app);
});

const member = (name = 'ana') => makePerson(app, name, 'member');
const apply = (invitation: string, more = {}) => makeApplicant(app, { invitation, ...more });

it('only members past probation and administrators may invite', async () => {
  for (const kind of ['member', 'moderator', 'supporter', 'administrator'] as const) {
    const made = await createInvitation(await makePerson(app, kind, kind));
    expect(made).toMatchObject({
      isOpen: true,
      language: 'pt',
      viewerCan: expect.arrayContaining(['make', 'read', 'revoke']),
    });
    expect(made.path).toMatch(/^\/pt\/join\?invitation=[\w-]{43}$/);
  }
  const refused = apiAs(await makePerson(app, 'pro', 'probation')).ask(
    `mutation { makeInvitation(input: { language: es, note: "x" }) { path } }`,
  );
  await expect(refused).rejects.toMatchObject({
    code: 'FORBIDDEN',
    reason: 'invitation.probation',
  });
  for (const kind of ['auditor', 'applicant', 'suspended'] as const) {
    expect(await invitationErrorCode(await makePerson(app, kind, kind))).toBe('FORBIDDEN');
  }
  expect(await invitationErrorCode({ app })).toBe('UNAUTHENTICATED');
});

it('a member has at most three open invitations, even with concurrent requests, and revoking one allows another', async () => {
  const ana = await member();
  const codes = await Promise.all(Array.from({ length: 10 }, () => invitationErrorCode(ana)));
  expect(codes.filter((code) => code === 'OK')).toHaveLength(3);
  expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(7);
  const { items, left } = await ownInvitations(ana);
  expect([items.length, left]).toEqual([3, 0]);
  await revokeOwnInvitation(ana, items[0]!.id);
  expect((await ownInvitations(ana)).left).toBe(1);
  expect(await invitationErrorCode(ana)).toBe('OK');
  expect(await invitationErrorCode(ana)).toBe('TOO_MANY');
});

it('an invitation is revoked by its maker alone, and is NOT_FOUND for others', async () => {
  const [ana, bea] = [await member(), await member('bea')];
  const { id } = await createInvitation(ana);
  const door = (who: Person, of = id) =>
    apiAs(who).raw('mutation ($id: ID!) { revokeInvitation(id: $id) { isOpen } }', { id: of });
  const hidden = await (await door(bea)).text();
  expect(hidden).toContain('NOT_FOUND');
  expect(hidden).toBe(await (await door(bea, crypto.randomUUID())).text());
  expect(await revokeOwnInvitation(ana, id)).toEqual({ revokeInvitation: { isOpen: false } });
  await expect(revokeOwnInvitation(ana, id)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    reason: 'invitation.ended',
  });
});

it('an invitation link prefills language and acquaintance, which the applicant may change, without JavaScript', async () => {
  const { path, code } = await createInvitation(await member());
  const page = await (await send({ app }, path)).text();
  expect(page).toContain('Convidaram você');
  expect(page).toContain(INVITATION_NOTE);
  expect(page).toMatch(/name="language" value="pt"\s+checked/);
  expect(page).toMatch(/name="knownKind" value="someone"\s+checked/);
  expect(page).toContain(`name="invitation" value="${code}"`);
  expect(page).toContain(`href="/es/join?invitation=${code}"`);
  const jar = new CookieJar(app);
  const fields = {
    lang: 'pt',
    language: 'pt',
    name: 'Rosa',
    knownKind: 'trace',
    known: 'Um boletim.',
  };
  const rest = { work: 'Rádio.', country: 'territory:BR', hopes: 'Aprender.', reach: 'here' };
  const issue = { issueAreas: 'issue:human-rights', invitation: code };
  const sent = jar.keep(await sendForm(jar, '/join', { ...fields, ...rest, ...issue }));
  expect(sent.status).toBe(200);
  const { myApplication } = await apiAs(jar).ask(
    '{ myApplication { answers { known } vouchCount } }',
  );
  expect(myApplication).toEqual({ answers: { known: 'Um boletim.' }, vouchCount: 0 });
});

it('the maker of an invitation sees whether it is open, and not whether it was used', async () => {
  const ana = await member();
  const [used, withdrawn] = [await createInvitation(ana), await createInvitation(ana)];
  await apply(used.code);
  await revokeOwnInvitation(ana, withdrawn.id);
  const { items } = await ownInvitations(ana);
  expect(items).toHaveLength(2);
  const plain = items.map(({ id: _id, endsAt: _endsAt, ...rest }) => ({ ...rest, createdAt: '' }));
  expect(plain[0]).toEqual(plain[1]);
  const tries = items.map(({ id }) =>
    apiAs(ana).raw('mutation ($id: ID!) { revokeInvitation(id: $id) { isOpen } }', { id }),
  );
  const [one, other] = await Promise.all(tries);
  expect(await one!.text()).toBe(await other!.text());
  app.clock.move(14 * DAY);
  expect((await ownInvitations(await signInAgain(ana))).items).toEqual([]);
});

it('an invitation skips no step and is no vouch, whatever else the request contains', async () => {
  const { code } = await createInvitation(await member());
  for (const more of [{ standing: 'member' }, { duties: ['vet'] }, { inviterId: 'x' }]) {
    expect(
      await apiAs({ app }).code(SUBMIT_APPLICATION, {
        input: { ...APPLICATION_ANSWERS, invitation: code, ...more },
      }),
    ).toBe('INVALID');
  }
  const nayra = await apply(code);
  expect(await nayra.own()).toMatchObject({ stage: 'submitted', vouchCount: 0, reviewsWritten: 0 });
  expect((await apiAs(nayra).ask('{ me { standing } }')).me.standing).toBe('applicant');
  expect(await apiAs(nayra).code('{ people { items { id } } }')).toBe('FORBIDDEN');
});

it('an invitation is a conflict of interest: its maker sees neither the application in the queue nor its file', async () => {
  const [ana, bea] = [await member(), await member('bea')];
  for (const who of [ana, bea]) await grantDutyToVet(app, who);
  const { code } = await createInvitation(ana);
  const id = await (await apply(code)).id();
  const lines = async (who: Person) => (await reviewerActions(who).queue()).map((line) => line.id);
  expect(await lines(bea)).toContain(id);
  expect(await lines(ana)).not.toContain(id);
  const door = (of: string) =>
    apiAs(ana).raw('mutation ($id: ID!) { claimApplication(id: $id) }', { id: of });
  expect(await (await door(id)).text()).toBe(await (await door(crypto.randomUUID())).text());
});

it('two vouchers count as one if one of them was invited by the other', async () => {
  const [ana, bea] = [await member(), await member('bea')];
  const independent = await member('caro');
  const came = await apply((await createInvitation(ana)).code);
  // Makes Bea the account that used the invitation.
  await app.db.query("update application set account_id = $2, stage = 'accepted' where id = $1", [
    await came.id(),
    bea.accountId,
  ]);
  const nayra = await makeApplicant(app);
  const { id, vouchCode } = await nayra.own();
  for (const who of [ana, bea]) await giveVouchByCode(who, vouchCode);
  const count = async () => (await app.get(AdmissionService).of(id)).vouchesCounted;
  expect(await count()).toBe(1);
  await giveVouchByCode(independent, vouchCode);
  expect(await count()).toBe(2);
});

it("an invitation's token is never stored; an unused invitation is deleted on expiry, and the note of a used one with the application file", async () => {
  const ana = await member();
  const [used, unused] = [
    await createInvitation(ana),
    await createInvitation(ana, { note: 'Nadie la usa.' }),
  ];
  await apply(used.code);
  expect(textsInDump(await dumpDatabase(app), [used.code, unused.code, INVITATION_NOTE])).toEqual(
    [],
  );
  const ids = async () => {
    const rows = await app.db.query<{ id: string }>(
      'select id from invitation where inviter_id = $1',
      [ana.accountId],
    );
    return rows.map(({ id }) => id);
  };
  app.clock.move(13 * DAY);
  await app.get(RetentionService).run('invitation');
  expect(await ids()).toHaveLength(2);
  app.clock.move(2 * DAY);
  await app.get(RetentionService).run('invitation');
  expect(await ids()).toEqual([used.id]);
});

it("once an invitation expired, its maker's data export is the same whether it was used or not", async () => {
  const [ana, bea] = [await member(), await member('bea')];
  const { code } = await createInvitation(ana);
  await createInvitation(bea);
  const exported = async ({ accountId }: Person) =>
    (await app.get(DataExportService).read(accountId))['invitations'];
  expect(await exported(ana)).toMatchObject([{ language: 'pt', note: INVITATION_NOTE }]);
  await apply(code);
  expect(await exported(ana)).toMatchObject([{ language: 'pt', note: null }]);
  app.clock.move(15 * DAY);
  await app.get(RetentionService).run('invitation');
  expect([await exported(ana), await exported(bea)]).toEqual([[], []]);
});
