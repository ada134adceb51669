import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { recordAuditEntry } from '../../support/app/audit-entries.js';
import { apiAs } from '../../support/app/client.js';
import { dutyRequests, makeDutyCode } from '../../support/factories/duty-requests.js';
import { allIdArguments } from '../../support/matrix/id-arguments.js';
import { declinedApplication } from '../../support/factories/application-with-canaries.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import {
  signInAgain,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let au: Person;
beforeAll(async () => {
  au = await makePerson(app, 'au', 'auditor');
});

const RECORDS = `query ($filter: AuditFilter, $after: String, $first: Int) {
  auditRecords(first: $first, after: $after, filter: $filter) {
    items { id seq createdAt duty action subjectType subjectId actorId aboutId reason } nextCursor } }`;
const read = async (who: Person, filter: object, after?: string | null, first = 50) =>
  (await apiAs(who).ask(RECORDS, { filter, after, first })).auditRecords;
const seqs = async (filter: object) =>
  (await read(au, filter)).items.map(({ seq }: { seq: number }) => seq);

describe('the filters of the audit log', () => {
  const [ada, ben, eve] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  let base: number;
  let start: Date;
  beforeAll(async () => {
    ({ seq: base } = (await apiAs(au).ask('{ auditHead { seq } }')).auditHead);
    start = app.clock.now();
    await recordAuditEntry(app, { actorId: ada, aboutId: eve, duty: 'vet' });
    await recordAuditEntry(app, { actorId: ben, aboutId: ada, duty: 'moderate' });
    app.clock.move(DAY);
    await recordAuditEntry(app, { actorId: ada, aboutId: ben, duty: 'vet' });
    au = await signInAgain(au);
  });

  it.each<[string, () => object, number[]]>([
    ['actor, not by the person concerned', () => ({ actorId: ada }), [3, 1]],
    ['duty', () => ({ duty: 'moderate', actorId: ben }), [2]],
    ['action', () => ({ action: 'readFile', subjectType: 'Application' }), [3, 2, 1]],
    ['another action', () => ({ action: 'decide', subjectType: 'Application' }), []],
    ['type of subject', () => ({ subjectType: 'Matter' }), []],
    ['day', () => ({ from: start, to: new Date(start.getTime() + DAY) }), [2, 1]],
    ['start time', () => ({ from: new Date(start.getTime() + DAY) }), [3]],
    ['two criteria', () => ({ duty: 'vet', actorId: ben }), []],
  ])('find entries by %s', async (_, filter, expected) => {
    const found = (await seqs(filter())).filter((seq: number) => seq > base);
    expect(found.map((seq: number) => seq - base)).toEqual(expected);
  });

  it('apply to every page, newest first', async () => {
    const first = await read(au, { actorId: ada }, null, 1);
    expect(first.items.map(({ seq }: { seq: number }) => seq - base)).toEqual([3]);
    const second = await read(au, { actorId: ada }, first.nextCursor, 1);
    expect(second.items.map(({ seq }: { seq: number }) => seq - base)).toEqual([1]);
    expect(second.nextCursor).toBeNull();
  });

  it('are rejected when invalid, and refused to anyone but auditors', async () => {
    for (const filter of [
      { actorId: 'ada' },
      { actorId: '' },
      { action: ' ' },
      { subjectType: 'x'.repeat(61) },
      { from: 'yesterday' },
      { duty: 'emperor' },
    ]) {
      expect(await apiAs(au).code(RECORDS, { filter })).toBe('INVALID');
    }
    const { ad, mo, me } = await makePeople(app, {
      ad: 'administrator',
      mo: 'moderator',
      me: 'member',
    });
    for (const who of [ad, mo, me]) {
      expect(await apiAs(who).code(RECORDS, { filter: { actorId: ada } })).toBe('FORBIDDEN');
    }
  });
});

describe('the content of the audit log', () => {
  let canaries: string[];
  beforeAll(async () => {
    const [first, second, third] = await makeReviewers(app);
    const file = await declinedApplication(app, [first!, second!, third!]);
    const { ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' });
    const act1 = await dutyRequests(ad1).grant(
      await makeDutyCode(await makePerson(app, 'sol', 'member')),
      ['support'],
      'qzconocida',
    );
    await dutyRequests(ad2).approve(act1);
    await dutyRequests(ad1).makeStaff('audit', 'qzsentada');
    canaries = [...file.canaries.values(), 'qzconocida', 'qzsentada', 'reunión', '@'];
    au = await signInAgain(au);
  });

  it('consists of ids and action names, without any user-written text, name or address', async () => {
    const rows = await app.db.query<{ text: string }>(
      `select (to_jsonb(e) - 'hash')::text as text from audit_entry e`,
    );
    expect(rows.length).toBeGreaterThan(15);
    const shown: unknown[] = [];
    let after: string | null = null;
    do {
      const page = await read(au, {}, after);
      shown.push(...page.items);
      after = page.nextCursor;
    } while (after);
    expect(shown).toHaveLength(rows.length);
    const said = JSON.stringify(shown) + rows.map(({ text }) => text).join();
    for (const canary of canaries) expect(said).not.toContain(canary);
  });

  it('gives no access: an auditor gets the answer of an unknown id for every id of the log, at every endpoint', async () => {
    const { items } = await read(au, {});
    const ids = new Map<string, string>();
    for (const entry of items) {
      if (entry.subjectId) ids.set(entry.subjectType, entry.subjectId);
      if (entry.actorId) ids.set('actor', entry.actorId);
      if (entry.aboutId) ids.set('about', entry.aboutId);
    }
    expect([...ids.keys()]).toEqual(
      expect.arrayContaining(['Application', 'Duty', 'TwoPersonAct', 'actor', 'about']),
    );
    const told: string[] = [];
    for (const door of allIdArguments()) {
      const never = await apiAs(au).code(door.document(crypto.randomUUID()));
      if (never === 'OK') told.push(`${door.name} opens to anything`);
      for (const [of, id] of ids) {
        const code = await apiAs(au).code(door.document(id));
        if (code !== never) told.push(`${door.name} ${of}: ${code}, not ${never}`);
      }
    }
    expect(told).toEqual([]);
  }, 120_000);
});

it('the query `actsAboutMe` shows the person concerned the duty, the time and the reason, and never the actor', async () => {
  const [mo, ada, eve] = [crypto.randomUUID(), await makePerson(app, 'ada', 'member'), au];
  await recordAuditEntry(app, { actorId: mo, aboutId: ada.accountId, duty: 'vet' });
  const mine = '{ actsAboutMe { items { action duty subjectType reason createdAt } } }';
  const { items } = (await apiAs(ada).ask(mine)).actsAboutMe;
  expect(items).toEqual([
    {
      action: 'readFile',
      duty: 'vet',
      subjectType: 'Application',
      reason: 'review',
      createdAt: expect.any(String),
    },
  ]);
  for (const field of ['actorId', 'aboutId', 'seq']) {
    expect(await apiAs(ada).code(`{ actsAboutMe { items { ${field} } } }`)).toBe('INVALID');
  }
  expect((await apiAs(eve).ask(mine)).actsAboutMe.items).toEqual([]);
});
