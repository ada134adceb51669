import { DAY, HOUR } from '#kernel/clock.js';
import { SigninJobs } from '#signin/signin.jobs.js';
import { AuditService } from '#audit/audit.service.js';
import { Viewer } from '#policy/viewer.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, sendJson } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { mailsTo } from '../../support/browser/sent-mails.js';
import { CookieJar, TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makePerson, makePeople } from '../../support/factories/make-people.js';

const DELETE =
  'mutation ($input: PasswordInput!) { deleteAccount(input: $input) { deletionDueAt } }';
const UNDO = 'mutation { undoDeletion { deletionDueAt viewerCan } }';
const input = { password: TEST_PASSWORD };

describe('the personal data of an account', () => {
  const app = useApp();

  it('is exported as JSON after entering the password again, to the account alone', async () => {
    const { ada, eve, app1, sue, au } = await makePeople(app, {
      ada: 'member',
      eve: 'member',
      app1: 'applicant',
      sue: 'suspended',
      au: 'auditor',
    });
    await setTestPassword(app, ada, app1, sue, au);
    const bare = await makePerson(app, 'bare', 'applicant', { passwordHash: null, email: null });
    expect((await sendJson(ada, '/auth/export', { password: 'no-es-esta-clave' })).status).toBe(
      400,
    );
    expect((await sendJson(ada, '/auth/export', {})).status).toBe(400);
    expect((await sendJson({ app }, '/auth/export', input)).status).toBe(401);

    const answer = await sendJson(ada, '/auth/export', input);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="trama.json"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const file = JSON.parse(text);
    expect(file.account[0]).toMatchObject({ id: ada.accountId, email: ada.email });
    expect(file.sessions).toHaveLength(1);
    for (const secret of ['argon2', 'hash', eve.email, eve.accountId, ada.cookie.slice(6)]) {
      expect(text).not.toContain(secret);
    }
    for (const one of [app1, sue, au]) {
      expect((await sendJson(one, '/auth/export', input)).status).toBe(200);
    }
    expect((await sendJson(bare, '/auth/export', input)).status).toBe(400);
  });

  it("lists each use of a duty's powers on the account, with duty and time, and never the actor", async () => {
    const { ada, mo, au, eve } = await makePeople(app, {
      ada: 'member',
      mo: 'moderator',
      au: 'auditor',
      eve: 'member',
    });
    const viewer = { ...Viewer.nobody(), accountId: mo.accountId };
    await app.db.write(() =>
      app.get(AuditService).record(viewer, {
        action: 'readFile',
        subjectType: 'Application',
        aboutId: ada.accountId,
        duty: 'vet',
        reason: 'review',
      }),
    );
    const mine = '{ actsAboutMe { items { action duty subjectType createdAt } nextCursor } }';
    const seen = await apiAs(ada).ask(mine);
    expect(seen.actsAboutMe.items).toEqual([
      {
        action: 'readFile',
        duty: 'vet',
        subjectType: 'Application',
        createdAt: expect.any(String),
      },
    ]);
    expect(JSON.stringify(seen)).not.toContain(mo.accountId);
    expect((await apiAs(eve).ask(mine)).actsAboutMe.items).toEqual([]);
    expect(await apiAs(ada).code('{ actsAboutMe { items { actorId } } }')).toBe('INVALID');

    const all = '{ auditRecords(first: 50) { items { action actorId aboutId } } }';
    const records = (await apiAs(au).ask(all)).auditRecords.items;
    expect(records).toContainEqual({
      action: 'readFile',
      actorId: mo.accountId,
      aboutId: ada.accountId,
    });
    for (const one of [ada, mo]) expect(await apiAs(one).code(all)).toBe('FORBIDDEN');
    const page = '{ auditRecords(first: 1) { items { id } nextCursor } }';
    const { nextCursor } = (await apiAs(au).ask(page)).auditRecords;
    const after = 'query ($after: String) { auditRecords(after: $after) { items { id } } }';
    expect(await apiAs(au).code(after, { after: nextCursor ?? 'e30' })).toBe(
      nextCursor ? 'OK' : 'INVALID',
    );
    expect(await apiAs(au).code(after, { after: 'WzEsMl0' })).toBe('INVALID');
  });

  it("is deleted 72 hours after the owner's request, unless it is undone", async () => {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    await setTestPassword(app, ada, ben);
    const wrong = { input: { password: 'no-es-esta-clave' } };
    await expect(apiAs(ada).ask(DELETE, wrong)).rejects.toMatchObject({ code: 'INVALID' });
    for (const one of [ada, ben]) await apiAs(one).ask(DELETE, { input });
    await expect(apiAs(ada).ask(DELETE, { input })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'account.beingDeleted',
    });
    await mailsTo(app, ada.email);

    app.clock.move(71 * HOUR);
    await app.get(SigninJobs).deleteAccountsThatAreDue();
    expect(await apiAs(ada).code('{ me { id } }')).toBe('OK');
    const { undoDeletion } = await apiAs(ben).ask(UNDO);
    expect(undoDeletion.deletionDueAt).toBeNull();
    expect(undoDeletion.viewerCan).toContain('delete');
    await expect(apiAs(ben).ask(UNDO)).rejects.toMatchObject({ reason: 'account.notBeingDeleted' });

    app.clock.move(2 * HOUR);
    await app.get(SigninJobs).deleteAccountsThatAreDue();
    await app.get(SigninJobs).deleteAccountsThatAreDue();
    expect(await apiAs(ada).code('{ me { id } }')).toBe('UNAUTHENTICATED');
    expect(await apiAs(ben).code('{ me { id } }')).toBe('OK');
    expect((await new CookieJar(app).signIn(ada.email)).status).toBe(401);
    app.clock.move(-73 * HOUR);
    await waitForJobs(app);
  });

  it('is deleted even if the deletion of another account, due earlier, fails', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    await setTestPassword(app, ada, ben);
    for (const one of [ada, ben]) {
      await apiAs(one).ask(DELETE, { input });
      app.clock.move(HOUR);
    }
    await app.db.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
      create trigger refuse before delete on account for each row
        when (old.id = '${ada.accountId}') execute function refuse()`);
    app.clock.move(4 * DAY);
    await expect(app.get(SigninJobs).deleteAccountsThatAreDue()).rejects.toThrow('refused');
    const left = 'select id from account where id = any($1)';
    expect(await app.db.query(left, [[ada.accountId, ben.accountId]])).toEqual([
      { id: ada.accountId },
    ]);
    await app.db.query('drop function refuse cascade');
    await app.get(SigninJobs).deleteAccountsThatAreDue();
    expect(await app.db.query(left, [[ada.accountId]])).toEqual([]);
    app.clock.move(-4 * DAY - 2 * HOUR);
    await waitForJobs(app);
  });

  it('is deleted without leaving a row of the account in any table', async () => {
    const { ada } = await makePeople(app, { ada: 'moderator' });
    await setTestPassword(app, ada);
    const jar = new CookieJar(app);
    await jar.signIn(ada.email);
    await apiAs(ada).ask(DELETE, { input });
    app.clock.move(4 * DAY);
    await app.get(SigninJobs).deleteAccountsThatAreDue();
    app.clock.move(-4 * DAY);
    await waitForJobs(app);
    for (const { tableName } of app.db.entities) {
      const rows = await app.db.query(`select 1 from "${tableName}" t where t::text like $1`, [
        `%${ada.accountId}%`,
      ]);
      expect([tableName, rows.length]).toEqual([tableName, 0]);
    }
  });

  it('includes its messages; once the account is deleted, each leaves an entry without text in its channel', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    const group = await factories.group(app, { members: [ada, ben] });
    const { id: channelId } = await factories.channel(app, { group });
    const post = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { id } }';
    for (const [who, body] of [
      [ada, 'canario de ada'],
      [ben, 'hola'],
      [ada, 'otro canario de ada'],
    ] as const) {
      await apiAs(who).ask(post, { input: { channelId, clientId: crypto.randomUUID(), body } });
    }
    await setTestPassword(app, ada);
    const file = await (await sendJson(ada, '/auth/export', input)).json();
    expect(file.messages.map(({ body }: { body: string }) => body)).toEqual([
      'canario de ada',
      'otro canario de ada',
    ]);

    await apiAs(ada).ask(DELETE, { input });
    app.clock.move(4 * DAY);
    await app.get(SigninJobs).deleteAccountsThatAreDue();
    app.clock.move(-4 * DAY);
    const rows = await app.db.query(
      'select seq, version, body, account_id from message where channel_id = $1 order by seq',
      [channelId],
    );
    expect(rows).toEqual([
      { seq: 1, version: 4, body: '', account_id: null },
      { seq: 2, version: 2, body: 'hola', account_id: ben.accountId },
      { seq: 3, version: 5, body: '', account_id: null },
    ]);
    expect(JSON.stringify(await app.db.query('select m::text from message m'))).not.toContain(
      'canario',
    );
  });
});
