import { SettingsService } from '#settings/settings.service.js';
import { startApp, useApp } from '../../support/app/app.js';
import { apiAs, type RefusedError, send } from '../../support/app/client.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { makeTenMembers, makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let ad1: Person;
let ad2: Person;
beforeAll(async () => {
  await makeReviewers(app);
  await makeTenMembers(app);
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
});

const ASK = `mutation ($input: VouchesNeededInput!) { askToChangeVouchesNeeded(input: $input) {
  id kind hash state shown { label value } } }`;
const input = (vouches: number) => ({ input: { vouches, reason: 'Ya nos conocemos más.' } });
const asked = async (who: Person, vouches: number) =>
  (await apiAs(who).ask(ASK, input(vouches))).askToChangeVouchesNeeded;
const now = async () =>
  (await apiAs(ad1).ask('{ settings { vouchesNeeded isFoundingRule } }')).settings;

it('the number of required vouches changes when another administrator approves the request', async () => {
  expect(await now()).toEqual({ vouchesNeeded: 2, isFoundingRule: false });
  const act = await asked(ad1, 3);
  expect(act).toMatchObject({
    kind: 'changeSettings',
    state: 'waiting',
    shown: [
      { label: 'setting', value: 'vouchesNeeded' },
      { label: 'from', value: '2' },
      { label: 'to', value: '3' },
    ],
  });
  expect((await now()).vouchesNeeded).toBe(2);
  await expect(asked(ad2, 1)).rejects.toMatchObject({
    code: 'CONFLICT',
    reason: 'twoPerson.waiting',
  });
  await expect(twoPersonActions(ad1).approve(act.id, act.hash)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    reason: 'twoPerson.own',
  });
  await twoPersonActions(ad2).approve(act.id, act.hash);
  expect((await now()).vouchesNeeded).toBe(3);
  expect((await twoPersonActions(ad2).read(act.id)).shown).toEqual(act.shown);
  expect(await app.get(SettingsService).vouchRule()).toMatchObject({ vouchesNeeded: 3 });
  const [entry] = await app.db.query(
    `select actor_id, duty, reason from audit_entry where subject_type = 'Instance' and action = 'change'`,
  );
  expect(entry).toEqual({ actor_id: ad2.accountId, duty: 'administer', reason: 'vouchesNeeded' });
});

it('a change to the current value or outside the allowed range is rejected', async () => {
  const { vouchesNeeded } = await now();
  await expect(asked(ad1, vouchesNeeded)).rejects.toMatchObject({
    code: 'CONFLICT',
    reason: 'settings.same',
  });
  for (const bad of [-1, 4, 100]) expect(await apiAs(ad1).code(ASK, input(bad))).toBe('INVALID');
  const blank = { input: { vouches: 0, reason: '  ' } };
  await expect(apiAs(ad1).ask(ASK, blank)).rejects.toMatchObject({ fields: { reason: 'blank' } });
  const act = await asked(ad1, 0);
  await twoPersonActions(ad2).approve(act.id, act.hash);
  expect(await now()).toEqual({ vouchesNeeded: 0, isFoundingRule: false });
});

it('members with other duties and auditors cannot read or change instance settings', async () => {
  const others = await makePeople(app, {
    mo: 'moderator',
    su: 'supporter',
    au: 'auditor',
    ada: 'member',
  });
  for (const who of Object.values(others)) {
    expect(await apiAs(who).code(ASK, input(1))).toBe('FORBIDDEN');
    expect(await apiAs(who).code('{ settings { vouchesNeeded } }')).toBe('FORBIDDEN');
  }
});

it('with only one administrator, a request to change settings names the missing duty', async () => {
  const alone = await startApp({ TRAMA_WORKER: '0' });
  try {
    await makeReviewers(alone);
    const { ad } = await makePeople(alone, { ad: 'administrator' });
    const { id } = await asked(ad, 1);
    expect((await twoPersonActions(ad).read(id)).missingDuty).toBe('administer');
  } finally {
    await alone.stop();
  }
});

describe('the operator of the instance', () => {
  const ASK_OPERATOR = `mutation ($input: OperatorInput!) { askToChangeOperator(input: $input) {
    id hash shown { label value } } }`;
  const said = (name: string, contact: string) => ({
    input: { name, contact, reason: 'Que se sepa.' },
  });
  const settle = async (name: string, contact: string) => {
    const act = (await apiAs(ad1).ask(ASK_OPERATOR, said(name, contact))).askToChangeOperator;
    await twoPersonActions(ad2).approve(act.id, act.hash);
    return act;
  };
  const page = async (path: string) =>
    (await send({ app }, path, { headers: { accept: 'text/html' } })).text();

  it('is named on the public pages only after two administrators set a name and a contact', async () => {
    expect(await page('/es')).toContain('Todavía no se indica quién es responsable de este sitio');
    const { shown } = await settle('Red de Radios', 'hola@radios.example');
    expect(shown).toEqual([
      { label: 'setting', value: 'operator' },
      { label: 'from', value: 'nobody' },
      { label: 'to', value: 'Red de Radios\nhola@radios.example' },
    ]);
    const link = '<a href="mailto:hola@radios.example">hola@radios.example</a>';
    expect(await page('/es')).toContain(
      `Responsable de este sitio: <b>Red de Radios</b>. Contacto: ${link}`,
    );
    expect(await page('/pt/join')).toContain(
      `Este site é mantido por <b>Red de Radios</b>. Contato: ${link}`,
    );
    const { settings } = await apiAs(ad1).ask('{ settings { operator { name contact } } }');
    expect(settings.operator).toEqual({ name: 'Red de Radios', contact: 'hola@radios.example' });
    const entries = await app.db.query(
      `select actor_id from audit_entry where action = 'change' and reason = 'operator'`,
    );
    expect(entries).toEqual([{ actor_id: ad2.accountId }]);
  });

  it('is shown as text even if it contains HTML or replacement patterns', async () => {
    await settle(
      `<img src=x onerror=alert(1)> $& $' "x"`,
      'https://radios.example/a"><script>x</script>',
    );
    const shown = await page('/en');
    expect(shown).toContain(
      `<b>&lt;img src=x onerror=alert(1)&gt; $&amp; $&#39; &quot;x&quot;</b>`,
    );
    expect(shown).toContain('href="https://radios.example/a%22%3E%3Cscript%3Ex%3C/script%3E"');
    expect(shown).not.toMatch(/<img|<script>/);
    await settle('Red', 'a?cc=otra@radios.example');
    expect(await page('/en')).toContain('href="mailto:a%3Fcc%3Dotra@radios.example"');
  });

  it('changes the ETag of public pages: 304 before a change and 200 after it', async () => {
    await settle('Antes', 'https://antes.example');
    const first = await send({ app }, '/es');
    const headers = { 'if-none-match': first.headers.get('etag')! };
    expect((await send({ app }, '/es', { headers })).status).toBe(304);
    await settle('', '');
    const after = await send({ app }, '/es', { headers });
    expect([after.status, await after.text()]).toEqual([
      200,
      expect.stringContaining('Todavía no se indica'),
    ]);
  });

  it('is rejected without name or contact, when too long, or with an invalid contact', async () => {
    const fields = (name: string, contact: string) =>
      apiAs(ad1)
        .ask(ASK_OPERATOR, said(name, contact))
        .catch((refused: RefusedError) => refused.fields);
    expect(await fields('', 'hola@radios.example')).toEqual({ name: 'blank' });
    expect(await fields('Red', '  ')).toEqual({ contact: 'blank' });
    expect(await fields('x'.repeat(81), 'hola@radios.example')).toEqual({ name: 'tooLong' });
    for (const bad of [
      'hola',
      'http://radios.example',
      'javascript:alert(1)//a.b',
      'https://a:b@radios.example',
    ])
      expect(await fields('Red', bad)).toEqual({ contact: 'notReachable' });
    expect(await apiAs(ad1).code(ASK_OPERATOR, said('', ''))).toBe('CONFLICT');
  });
});

describe('the exit address of quick exit', () => {
  const ASK_EXIT = `mutation ($input: ExitAddressInput!) { askToChangeExitAddress(input: $input) {
    id hash shown { value } } }`;
  const typed = (address: string) => ({
    input: { address, reason: 'Algo que abre todo el mundo.' },
  });
  const links = async (path: string) => {
    const page = await (await send({ app }, path, { headers: { accept: 'text/html' } })).text();
    return page.match(/href="[^"]*" data-exit/g);
  };
  const inApp = async () => (await apiAs(ad1).ask('{ exitAddress }')).exitAddress;

  it('is a neutral page until two administrators set an address', async () => {
    expect(await links('/pt')).toEqual(Array(2).fill('href="/pt/measures" data-exit'));
    expect(await inApp()).toBeNull();
    const act = (await apiAs(ad1).ask(ASK_EXIT, typed('https://clima.example/?a=1&b=2')))
      .askToChangeExitAddress;
    const values = act.shown.map(({ value }: { value: string }) => value);
    expect(values).toEqual(['exitAddress', 'neutralPage', 'https://clima.example/?a=1&b=2']);
    await twoPersonActions(ad2).approve(act.id, act.hash);
    const there = Array(2).fill('href="https://clima.example/?a=1&amp;b=2" data-exit');
    expect(await links('/pt')).toEqual(there);
    expect(await links('/en/join')).toEqual(there);
    expect(await inApp()).toBe('https://clima.example/?a=1&b=2');
    const entries = await app.db.query(
      `select actor_id from audit_entry where action = 'change' and reason = 'exitAddress'`,
    );
    expect(entries).toEqual([{ actor_id: ad2.accountId }]);
  });

  it('is rejected if it is not https, contains credentials or belongs to this instance', async () => {
    const fault = (address: string) =>
      apiAs(ad1)
        .ask(ASK_EXIT, typed(address))
        .catch(({ fields }: RefusedError) => fields?.['address']);
    for (const bad of [
      'javascript:alert(1)',
      'http://clima.example',
      'https://a:b@clima.example',
      'clima',
    ])
      expect([bad, await fault(bad)]).toEqual([bad, 'notHttps']);
    const { host, hostname } = new URL(app.origin);
    for (const own of [host, hostname, `${hostname}.`, `${hostname}:8443`])
      expect([own, await fault(`https://${own}/es`)]).toEqual([own, 'ownAddress']);
  });

  it('the neutral page does not mention Trama, runs no script and may be cached', async () => {
    for (const path of ['/es/measures', '/pt/measures', '/en/measures']) {
      const answer = await send({ app }, path);
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(page).not.toMatch(/trama|script|href="\//i);
      expect(answer.headers.get('content-security-policy')).not.toMatch(/script-src|'self'|unsafe/);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=2592000');
    }
  });
});
