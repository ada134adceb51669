import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { newId } from '#kernel/ids.js';
import { EventsWorker } from '#events/events.worker.js';
import { MAX_PROFILE_VIEWS_PER_DAY } from '#profiles/persons/daily-profile-views.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { StandingJobs } from '#signin/accounts/standing.jobs.js';
import { forgetNewsMails } from '../../support/app/notification-mails.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeDecoy, DECOY_PROFILE, reportOpenedDecoys } from '../../support/factories/decoys.js';
import { factories } from '../../support/factories/factories.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { signInAgain, makePerson, type Person } from '../../support/factories/make-people.js';

const PEOPLE = `query($after: String, $chips: [ID!]) {
  people(after: $after, chips: $chips, order: name) { items { id name } nextCursor } }`;
const PERSON = 'query($id: ID!) { person(id: $id) { id name } }';
const ALARMS = '{ decoyAlarms { createdAt seq } }';
const RECORDS = `query ($action: String!) { auditRecords(filter: { action: $action }) {
  items { seq subjectType subjectId actorId aboutId reason } } }`;
interface Page {
  readonly items: { id: string; name: string }[];
  readonly nextCursor: string | null;
}
const ISSUES = ['issue:indigenous-rights', 'issue:human-rights', 'issue:gender-justice'];

describe('decoys in the directory', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let admin: Person;
  let auditor: Person;
  let honest: string[];
  let decoys: string[];
  beforeAll(async () => {
    admin = await makePerson(app, 'admin', 'administrator');
    auditor = await makePerson(app, 'auditor', 'auditor');
    honest = [];
    for (let at = 0; at < MAX_PROFILE_VIEWS_PER_DAY.profile + 8; at++) {
      const name = `p${String(at).padStart(2, '0')}`;
      const answers = { ...DECOY_PROFILE, issueAreas: [ISSUES[at % ISSUES.length]!] };
      honest.push(await factories.profile(await makePerson(app, name, 'member'), { answers }));
    }
    decoys = [];
    // Places each decoy far from the others in the order of names.
    for (const name of ['p10bis', 'p30bis', 'p60bis']) decoys.push(await makeDecoy(app, name));
  }, 120_000);
  beforeEach(async () => {
    // Moves the clock to the next morning, so that the views of the day start at zero and no test crosses midnight.
    const now = app.clock.now().getTime();
    app.clock.move(DAY - (now % DAY) + 8 * HOUR);
  });

  const records = async (action: string) =>
    (await apiAs(await signInAgain(auditor)).ask(RECORDS, { action })).auditRecords.items;
  const about = async (action: string, { accountId }: Person) =>
    (await records(action)).filter((one: { subjectId: string }) => one.subjectId === accountId);
  const alarms = async (): Promise<{ seq: number }[]> =>
    (await apiAs(await signInAgain(admin)).ask(ALARMS)).decoyAlarms;
  const member = () => makePerson(app, `eve${newId()}`, 'member');
  const some = (count: number) => honest.slice(0, count);
  const open = (who: Person, id: string): Promise<string> =>
    apiAs(who)
      .ask(PERSON, { id })
      .then(
        ({ person: opened }) => opened.id,
        ({ code }) => code,
      );

  /** Returns all people that the directory lists, one issue area after the other. */
  async function walk(who: Person): Promise<string[]> {
    const found = new Map<string, string>();
    for (const issue of ISSUES) {
      for (let after: string | null = null, isFirst = true; isFirst || after; isFirst = false) {
        const { people }: { people: Page } = await apiAs(who).ask(PEOPLE, {
          after,
          chips: [issue],
        });
        for (const { id, name } of people.items) found.set(id, name);
        after = people.nextCursor;
      }
    }
    return [...found].toSorted(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
  }

  it('five accounts that collect profiles up to the daily limit each open sixty and raise an alarm', async () => {
    const five = await Promise.all(Array.from({ length: 5 }, member));
    for (const [at, who] of five.entries()) {
      const found = await walk(who);
      expect(found).toEqual(expect.arrayContaining(decoys));
      // The accounts share the work: each begins at another position of the list.
      const turned = [...found.slice(at * 14), ...found.slice(0, at * 14)];
      const opened = new Set<string>();
      for (const id of turned) {
        const answer = await open(who, id);
        if (answer !== 'TOO_MANY') opened.add(answer);
        else expect(opened.size).toBe(MAX_PROFILE_VIEWS_PER_DAY.profile);
        app.clock.move(MINUTE);
      }
      expect(opened.size).toBe(MAX_PROFILE_VIEWS_PER_DAY.profile);
      expect(await about('reachMeasure', who)).toHaveLength(1);
    }
    expect(await alarms()).toEqual([]);
    await reportOpenedDecoys(app);
    await reportOpenedDecoys(app);
    const nobodyElse = { subjectType: 'Account', actorId: null, aboutId: null, reason: null };
    for (const who of five) {
      expect(await about('tripDecoys', who)).toEqual([
        { seq: expect.any(Number), subjectId: who.accountId, ...nobodyElse },
      ]);
    }
    const seqs = (await records('tripDecoys')).map(({ seq }: { seq: number }) => seq);
    expect((await alarms()).map(({ seq }) => seq).toSorted()).toEqual(seqs.toSorted());
    expect(await apiAs(five[0]!).code(ALARMS)).toBe('FORBIDDEN');
  }, 120_000);

  it('a single opened decoy is audited without alarm, until half of the daily limit is used', async () => {
    const eve = await member();
    await open(eve, decoys[0]!);
    await open(eve, decoys[0]!);
    for (const id of some(MAX_PROFILE_VIEWS_PER_DAY.profile / 2 - 2)) await open(eve, id);
    await reportOpenedDecoys(app);
    expect(await about('openDecoy', eve)).toHaveLength(1);
    expect(await about('tripDecoys', eve)).toEqual([]);

    await open(eve, honest.at(-1)!);
    await reportOpenedDecoys(app);
    expect(await about('tripDecoys', eve)).toHaveLength(1);
  });

  it('half of the daily limit without a decoy raises no alarm, and the count starts again the next day', async () => {
    const eve = await member();
    for (const id of some(MAX_PROFILE_VIEWS_PER_DAY.profile / 2 + 1)) await open(eve, id);
    await reportOpenedDecoys(app);
    app.clock.move(DAY);
    const tomorrow = await signInAgain(eve);
    await open(tomorrow, decoys[0]!);
    await reportOpenedDecoys(app);
    app.clock.move(DAY);
    await open(await signInAgain(eve), decoys[1]!);
    await reportOpenedDecoys(app);
    expect(await about('openDecoy', eve)).toHaveLength(2);
    expect(await about('tripDecoys', eve)).toEqual([]);
  });

  it('two decoys within one small search raise no alarm; within a quarter of the daily limit they do', async () => {
    const eve = await member();
    for (const id of [...decoys.slice(0, 2), ...some(MAX_PROFILE_VIEWS_PER_DAY.profile / 4 - 3)]) {
      await open(eve, id);
    }
    await reportOpenedDecoys(app);
    expect(await about('openDecoy', eve)).toHaveLength(2);
    expect(await about('tripDecoys', eve)).toEqual([]);

    await open(eve, honest.at(-1)!);
    await reportOpenedDecoys(app);
    expect(await about('tripDecoys', eve)).toHaveLength(1);
  });

  it('an account that opens twenty-nine profiles a day raises an alarm at its third decoy within thirty days', async () => {
    const eve = await member();
    const metOn = new Map([
      [2, decoys[0]!],
      [6, decoys[1]!],
      [10, decoys[2]!],
    ]);
    const tripped: number[] = [];
    for (let day = 1, at = 0; day <= 11; day++) {
      app.clock.move(DAY);
      const today = await signInAgain(eve);
      const decoyOfDay = metOn.get(day);
      const others = Array.from(
        { length: decoyOfDay ? 28 : 29 },
        () => honest[at++ % honest.length]!,
      );
      for (const id of decoyOfDay ? [decoyOfDay, ...others] : others) {
        expect(await open(today, id)).toBe(id);
      }
      await reportOpenedDecoys(app);
      tripped.push((await about('tripDecoys', eve)).length);
    }
    expect(tripped).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  }, 120_000);

  it('a decoy opened more than thirty days ago no longer counts', async () => {
    const eve = await member();
    for (const [at, days] of [0, 29, 2].entries()) {
      app.clock.move(days * DAY);
      await open(await signInAgain(eve), decoys[at]!);
      await reportOpenedDecoys(app);
    }
    expect(await about('openDecoy', eve)).toHaveLength(3);
    expect(await about('tripDecoys', eve)).toEqual([]);
    app.clock.move(DAY);
    await open(await signInAgain(eve), decoys[0]!);
    await reportOpenedDecoys(app);
    expect(await about('tripDecoys', eve)).toHaveLength(1);
  });

  it('the record of opened decoys is deleted with the account that opened them', async () => {
    const [eve, ada] = [await member(), await member()];
    for (const who of [eve, ada]) await open(who, decoys[0]!);
    await app.db.write(() => app.get(AccountDeletionService).end(eve.accountId));
    const left = 'select account_id as id from decoy_opening where account_id = any($1)';
    expect(await app.db.query(left, [[eve.accountId, ada.accountId]])).toEqual([
      { id: ada.accountId },
    ]);
  });

  it('an alarm is raised once a day, also when the job runs after midnight, and administrators get a mail', async () => {
    const eve = await member();
    const before = (await alarms()).length;
    const mails = () => sentMails(app).filter(({ to }) => to === admin.email).length;
    await forgetNewsMails(app);
    const mailed = mails();
    for (const id of [...decoys.slice(0, 2), ...some(13)]) await open(eve, id);
    app.clock.move(DAY - 8 * HOUR);
    await reportOpenedDecoys(app);
    await reportOpenedDecoys(app);
    expect(await alarms()).toHaveLength(before + 1);
    await app.get(EventsWorker).drain();
    expect(mails()).toBe(mailed + 1);
    expect(sentMails(app).filter(({ to }) => to === eve.email)).toEqual([]);
  });

  it('a decoy never becomes idle, although it never signs in', async () => {
    for (let month = 0; month < 15; month++) {
      app.clock.move(31 * DAY);
      await reportOpenedDecoys(app);
    }
    await app.get(StandingJobs).endWhatIsIdle();
    app.clock.move(31 * DAY);
    await app.get(StandingJobs).endWhatIsIdle();
    const eve = await member();
    for (const id of decoys) expect(await open(eve, id)).toBe(id);
    expect(await open(eve, honest[0]!)).toBe('NOT_FOUND');
  });
});
