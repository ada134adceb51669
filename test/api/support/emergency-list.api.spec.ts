import { DAY } from '#kernel/clock.js';
import { EMERGENCY_TEXT } from '../../../apps/web/public-pages/support/emergency-text.js';
import { startApp, useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send } from '../../support/app/client.js';
import {
  addLine,
  askToAddLine,
  askToChangeLine,
  readEmergencyList,
  uniquePhone,
} from '../../support/factories/emergency-lines.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { lockTestRow } from '../../support/app/locked-row.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { waitUntil } from '../../support/wait-until.js';

const TAKE_OFF = 'mutation ($id: ID!) { takeOffEmergencyLine(lineId: $id) }';
const REVIEW = 'mutation { markEmergencyListReviewed { reviewedAt } }';
const TO_EDIT = '{ emergencyLinesToEdit { id } }';

const app = useApp({ TRAMA_WORKER: '0' });
const visitor: Requester = { app };
let ad1: Person;
let ad2: Person;
beforeEach(async () => {
  await app.db.query('delete from emergency_line');
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
});

const page = async (path: string) =>
  (await send(visitor, path, { headers: { accept: 'text/html' } })).text();
const headings = (html: string) =>
  [...html.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading);

describe('a request to add a line', () => {
  it('adds the line when another administrator approves it, and not before', async () => {
    const phone = uniquePhone();
    const act = await askToAddLine(ad1, { phone, territory: 'territory:PE' });
    expect(act).toMatchObject({ kind: 'changeEmergencyLine', state: 'waiting' });
    expect(act.shown).toEqual([
      { label: 'act', value: 'add' },
      { label: 'service', value: 'Guardia de defensoras' },
      { label: 'phone', value: phone },
      { label: 'name', value: 'ES: Guardia de defensoras\nPT: Plantão de defensoras' },
      { label: 'purpose', value: 'ES: Detención, amenaza, allanamiento' },
      { label: 'hours', value: 'ES: 24 horas\nPT: 24 horas\nEN: 24 hours' },
      { label: 'languages', value: 'Español · Espanhol · Spanish, Quechua · Quéchua' },
      { label: 'territory', value: 'Perú · Peru' },
    ]);
    expect(await readEmergencyList(visitor)).toEqual({ reviewedAt: null, items: [] });
    await expect(twoPersonActions(ad1).approve(act.id, act.hash)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'twoPerson.own',
    });
    await twoPersonActions(ad2).approve(act.id, act.hash);
    const { items } = await readEmergencyList(visitor);
    expect(items).toEqual([
      {
        ...{ id: expect.any(String), version: 1, phone },
        name: { es: 'Guardia de defensoras', pt: 'Plantão de defensoras', en: null },
        languages: [{ name: 'Español' }, { name: 'Quechua' }],
        territory: { id: 'territory:PE', name: 'Perú' },
      },
    ]);
    const entries = await app.db.query(
      `select actor_id, duty, action from audit_entry where subject_type = 'EmergencyLine' and subject_id = $1`,
      [items[0].id],
    );
    expect(entries).toEqual([{ actor_id: ad2.accountId, duty: 'administer', action: 'change' }]);
  });

  it('cannot have an invalid number, or the number of another line of its territory', async () => {
    await addLine(ad1, ad2, { phone: '+51 1 555 0142', territory: 'territory:PE' });
    for (const [phone, territory, problem] of [
      ['llama ya', null, 'notPhone'],
      ['1 555 0142', null, 'notPhone'],
      ['+51 1 555', 'territory:PE', 'notPhone'],
      ['105', null, 'notPhone'],
      ['+51 (1) 555-0142', 'territory:PE', 'numberThere'],
    ] as const) {
      await expect(askToAddLine(ad1, { phone, territory })).rejects.toMatchObject({
        code: 'INVALID',
        fields: { phone: problem },
      });
    }
    const short = await addLine(ad1, ad2, { phone: '105', territory: 'territory:PE' });
    expect(short.phone).toBe('105');
  });

  it('needs Spanish texts, a language and a known territory', async () => {
    const name = { es: ' ', pt: 'Plantão', en: '' };
    for (const [input, fields] of [
      [{ name }, { 'name.es': 'blank' }],
      [{ languages: [] }, { languages: 'arrayMinSize' }],
      [{ languages: ['issue:human-rights'] }, { languages: 'unknownTerm' }],
      [{ territory: 'territory:PE-LOR' }, { territory: 'unknownTerm' }],
      [{ reason: '' }, { reason: 'blank' }],
    ] as const) {
      await expect(askToAddLine(ad1, input as object)).rejects.toMatchObject({
        code: 'INVALID',
        fields,
      });
    }
  });

  it('cannot be made while another request with its number waits, or while the list is full', async () => {
    const phone = uniquePhone();
    await askToAddLine(ad1, { phone });
    await expect(askToAddLine(ad2, { phone })).rejects.toMatchObject({
      reason: 'twoPerson.waiting',
    });
    await app.db
      .query(`insert into emergency_line (name, purpose, hours, languages, phone, reviewed_at)
      select '{"es":"x"}', '{"es":"x"}', '{"es":"x"}', '{}', n, now() from generate_series(1, 60) n`);
    await expect(askToAddLine(ad1)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'emergencyLine.full',
    });
  });
});

describe('a request to change a line', () => {
  it('shows only the changed fields to the approver, and changes the line when it is approved', async () => {
    const line = await addLine(ad1, ad2);
    const same = { phone: line.phone };
    const hours = { es: 'Días hábiles', pt: '', en: '' };
    const act = await askToChangeLine(ad2, line, { ...same, hours });
    expect(act.shown).toEqual([
      { label: 'act', value: 'change' },
      { label: 'service', value: 'Guardia de defensoras' },
      {
        label: 'hours',
        value: '«ES: 24 horas\nPT: 24 horas\nEN: 24 hours» → «ES: Días hábiles»',
      },
    ]);
    await twoPersonActions(ad1).approve(act.id, act.hash);
    expect((await readEmergencyList(visitor)).items).toEqual([{ ...line, version: 2 }]);
    await expect(askToChangeLine(ad1, line, same)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'emergencyLine.changed',
    });
    const now = { ...line, version: 2 };
    await expect(askToChangeLine(ad1, now, { ...same, hours })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'settings.same',
    });
  });

  it('can no longer be approved once the line was taken off', async () => {
    const line = await addLine(ad1, ad2);
    const act = await askToChangeLine(ad1, line);
    expect(await apiAs(ad1).ask(TAKE_OFF, { id: line.id })).toEqual({ takeOffEmergencyLine: true });
    expect((await twoPersonActions(ad2).read(act.id)).state).toBe('withdrawn');
    await expect(twoPersonActions(ad2).approve(act.id, act.hash)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'twoPerson.decided',
    });
    expect((await readEmergencyList(visitor)).items).toEqual([]);
  });

  it('can no longer be approved once its requester lost the duty', async () => {
    const act = await askToAddLine(ad1);
    await app.db.query('delete from duty where account_id = $1', [ad1.accountId]);
    await expect(twoPersonActions(ad2).approve(act.id, act.hash)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'twoPerson.askerMayNot',
    });
    expect((await readEmergencyList(visitor)).items).toEqual([]);
  });

  it.each(['the approval', 'the removal'])(
    'ends with one result when its approval and the removal of the line wait together, and %s comes first',
    async (first) => {
      const line = await addLine(ad1, ad2);
      const act = await askToChangeLine(ad1, line);
      const [administrator, approver] = [ad1, ad2];
      const calls = [
        () => twoPersonActions(approver).approve(act.id, act.hash),
        () => apiAs(administrator).ask(TAKE_OFF, { id: line.id }),
      ];
      const lock = await lockTestRow(app, 'two_person_act', act.id);
      const waiting: Promise<unknown>[] = [];
      for (const call of first === 'the approval' ? calls : calls.toReversed()) {
        waiting.push(call());
        await lock.queued(waiting.length);
      }
      await lock.release();
      const [, second] = await Promise.allSettled(waiting);
      expect(second).toMatchObject(
        first === 'the approval'
          ? { status: 'fulfilled' }
          : { status: 'rejected', reason: { reason: 'twoPerson.decided' } },
      );
      await expect(waiting[0]).resolves.toBeDefined();
      expect((await readEmergencyList(visitor)).items).toEqual([]);
    },
  );
});

it('one administrator takes a line off at once; nobody else may, and a line is taken off once', async () => {
  const line = await addLine(ad1, ad2);
  const { ada, mo, su, au } = await makePeople(app, {
    ...{ ada: 'member', mo: 'moderator', su: 'supporter', au: 'auditor' },
  });
  for (const who of [ada, mo, su, au]) {
    expect(await apiAs(who).code(TAKE_OFF, { id: line.id })).toBe('NOT_FOUND');
    expect(await apiAs(who).code(REVIEW)).toBe('FORBIDDEN');
    expect(await apiAs(who).code(TO_EDIT)).toBe('FORBIDDEN');
    await expect(askToAddLine(who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(askToChangeLine(who, line)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await page('/es/support/emergency')).toContain(line.phone);
  await apiAs(ad2).ask(TAKE_OFF, { id: line.id });
  expect(await page('/es/support/emergency')).not.toContain(line.phone);
  expect(await apiAs(ad2).code(TAKE_OFF, { id: line.id })).toBe('NOT_FOUND');
  const entries = await app.db.query(
    `select actor_id from audit_entry where action = 'takeOff' and subject_id = $1`,
    [line.id],
  );
  expect(entries).toEqual([{ actor_id: ad2.accountId }]);
});

it('the date of the list is the earliest review of a line, until an administrator reviews them all', async () => {
  const reviewedAt = async () => (await readEmergencyList(visitor)).reviewedAt;
  await addLine(ad1, ad2);
  const first = await reviewedAt();
  app.clock.move(3 * DAY);
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
  await addLine(ad1, ad2);
  expect(await reviewedAt()).toBe(first);
  const { markEmergencyListReviewed } = await apiAs(ad1).ask(REVIEW);
  const then = markEmergencyListReviewed.reviewedAt;
  expect(Date.parse(then) - Date.parse(first)).toBeGreaterThan(2 * DAY);
  expect(await reviewedAt()).toBe(then);
  const entries = await app.db.query(
    `select actor_id, duty from audit_entry where action = 'review' and subject_type = 'EmergencyLine'`,
  );
  expect(entries).toEqual([{ actor_id: ad1.accountId, duty: 'administer' }]);
});

describe('the public page of the list', () => {
  it('shows every line without an account, with the texts that exist in its language', async () => {
    await addLine(ad1, ad2, { phone: '+51 1 555 0142' });
    const [es, pt, en] = await Promise.all(
      ['es', 'pt', 'en'].map((language) => page(`/${language}/support/emergency`)),
    );
    for (const one of [es, pt, en]) {
      expect(one).toContain('href="tel:+5115550142"');
      expect(one).toContain('+51 1 555 0142');
      expect(one).toContain('data-exit');
    }
    expect(es).toContain('Guardia de defensoras');
    expect(pt).toContain('Plantão de defensoras');
    expect(pt).toContain('<span lang="es">Detención, amenaza, allanamiento</span>');
    expect(en).toContain('<span lang="es">Guardia de defensoras</span>');
    expect(en).toContain('24 hours');
    expect(en).toContain('Spanish, Quechua');
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
    expect(en).toContain(day.format(app.clock.now()));
  });

  it('puts the chosen territory first and hides no other line', async () => {
    await addLine(ad1, ad2);
    await addLine(ad1, ad2, { territory: 'territory:PE' });
    await addLine(ad1, ad2, { territory: 'territory:BR' });
    const all = ['Para toda la región', 'Brasil', 'Perú'];
    expect(headings(await page('/es/support/emergency'))).toEqual(all);
    expect(headings(await page('/es/support/emergency?territory=territory%3APE'))).toEqual([
      ...['Perú', 'Para toda la región', 'Brasil'],
    ]);
    for (const query of ['territory=<b>x', 'territory=PE&territory=BR', 'x=1'])
      expect(headings(await page(`/es/support/emergency?${query}`))).toEqual(all);
  });

  it('shows texts as text, even if they contain HTML', async () => {
    const name = { es: '<img src=x onerror=alert(1)> "x"', pt: '', en: '' };
    await addLine(ad1, ad2, { name });
    const shown = await page('/es/support/emergency');
    expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;x&quot;');
    expect(shown).not.toContain('<img');
  });

  it('answers 304 to a browser that has the current list', async () => {
    const first = await send(visitor, '/es/support/emergency');
    expect(first.headers.get('set-cookie')).toBeNull();
    const headers = { 'if-none-match': first.headers.get('etag')! };
    expect((await send(visitor, '/es/support/emergency', { headers })).status).toBe(304);
    await addLine(ad1, ad2);
    expect((await send(visitor, '/es/support/emergency', { headers })).status).toBe(200);
  });

  it('lets the browser cache the page for six hours only if it lists a service', async () => {
    const policy = async () =>
      (await send(visitor, '/es/support/emergency')).headers.get('cache-control');
    await addLine(ad1, ad2);
    expect(await policy()).toBe('private, max-age=21600');
    const { items } = await readEmergencyList(visitor);
    await apiAs(ad1).ask(TAKE_OFF, { id: items[0].id });
    expect(await policy()).toBe('no-cache');
  });

  it('says that the list is empty and that no address is known', async () => {
    // The earlier tests deleted lines without the service, so the copy in memory is reloaded here.
    await addLine(ad1, ad2);
    const { items } = await readEmergencyList(visitor);
    await apiAs(ad1).ask(TAKE_OFF, { id: items[0].id });
    const empty = await page('/es/support/emergency');
    expect(empty).toContain('La lista todavía está vacía');
    expect(empty).toContain('este sitio todavía no tiene una dirección de contacto.');
    expect(empty).not.toContain('href="tel:');
    expect(empty).not.toContain('Puedes llamar a estos servicios.');
  });
});

it('the public page of a server that never loaded the list is a 503 that replaces no list in a cache', async () => {
  const line = await addLine(ad1, ad2);
  await app.db.query('alter table emergency_line rename to hidden_line');
  const node = await startApp({ TRAMA_WORKER: '0' }, app);
  const read = (language: 'es' | 'pt' | 'en') =>
    send({ app: node }, `/${language}/support/emergency`);
  try {
    for (const language of ['es', 'pt', 'en'] as const) {
      const answer = await read(language);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
      expect(text).toContain(EMERGENCY_TEXT[language].unavailable);
      expect(text).toContain('data-exit');
      expect(text).not.toContain('data-cached');
    }
    // A node that loaded the list still shows it, and an empty list that was loaded is a list.
    expect(await page('/es/support/emergency')).toContain(line.phone);
    await app.db.query('alter table hidden_line rename to emergency_line');
    await waitUntil('The list is not loaded', async () => (await read('es')).status === 200);
    const loaded = await (await read('es')).text();
    for (const part of ['data-cached', line.phone]) expect(loaded).toContain(part);
    await apiAs(ad1).ask(TAKE_OFF, { id: line.id });
    const empty = await read('es');
    expect(empty.status).toBe(200);
    expect(await empty.text()).toContain('data-cached');
  } finally {
    await app.db.query('alter table if exists hidden_line rename to emergency_line');
    await node.stop();
  }
});

it('the page about support is there in three languages and leads to the list', async () => {
  for (const language of ['es', 'pt', 'en']) {
    const shown = await page(`/${language}/support`);
    expect(shown).toContain(`href="/${language}/support/emergency"`);
    expect(shown).toContain('Light Touch Support');
    expect(shown).toContain('Matchbox');
    expect(await page(`/${language}`)).toContain(`href="/${language}/support"`);
  }
});
