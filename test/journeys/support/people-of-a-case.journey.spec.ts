import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { pageProblemsInBothModes } from '../../support/browser/page-checks.js';
import { db, useJourney, product } from '../../support/browser/journey-setup.js';
import { sendReport } from '../../support/browser/screens/app.js';
import { message } from '../../support/browser/screens/channel.js';
import { openMatter } from '../../support/browser/screens/desk.js';
import {
  acceptedCaseOf,
  agree,
  confirmed,
  openHomeAs,
  openListedCase,
  pickPerson,
  writeInThread,
} from '../../support/browser/screens/people-of-case.js';
import { chooseByKeyboard, openMessageMenu } from '../../support/messages/message-page.js';
import { ANY_VALUE, partOfText, uiTextIn } from '../../support/browser/ui-texts.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney();

const words = uiTextIn('es');
const REQUESTER = 'member1';
const INVITED =
  '{invitations, plural, one {Te invitan a un caso de apoyo} other {Te invitan a # casos de apoyo}}';
const OFFERED =
  '{offers, plural, one {Un caso de apoyo espera tu decisión} other {# casos de apoyo esperan tu decisión}}';

/** The matter about a supporter, and a moderator without a conflict of interest in it. */
async function matterAbout(handle: string): Promise<{ id: string; moderator: string }> {
  const { rows } = await db.query<{ id: string; email: string }>(
    `select m.id, d.email from matter m join account r on r.id = m.reported_id and r.email = $1
     cross join (select a.id, a.email from duty x join account a on a.id = x.account_id
       where x.name = 'moderate' and a.standing = 'member') d
     where m.stage <> 'closed'
       and not exists (select from matter_tie t where t.matter_id = m.id and t.account_id = d.id)
       and not exists (select from matter_party p where p.matter_id = m.id and p.account_id = d.id)
     order by m.created_at desc, d.email limit 1`,
    [demoEmailOf(handle)],
  );
  return { id: rows[0]!.id, moderator: rows[0]!.email.split('@')[0]! };
}

/** Opens the matter about a supporter from the home page of a moderator. Returns its page and its text. */
async function openMatterAbout(handle: string) {
  const { id, moderator } = await matterAbout(handle);
  const desk = await openHomeAs(moderator);
  await desk.goto(`${product.url}/app/desk`);
  await desk.locator(`a[href$="/desk/matters/${id}"]`).click();
  await openMatter(desk);
  await desk.getByText(words('Lo que dice quien reportó')).first().waitFor();
  return { desk, text: await desk.getByRole('main').innerText() };
}

/** Each language uses another partner, because a partner who left a case cannot be added to it again. */
const PARTNERS = [
  { language: 'es', handle: 'yara', name: 'Yara Cachoeira', chosen: 'Vecina del río' },
  { language: 'pt', handle: 'tadeu', name: 'Tadeu Pedra Branca', chosen: 'Vizinho do rio' },
  { language: 'en', handle: 'wilder', name: 'Wilder Cocha Serena', chosen: 'River neighbour' },
] as const;

test.each(sampledLanguages(PARTNERS))(
  'A requester hands the case over to a person of their side, who then decides alone, and takes it over once they leave ($language)',
  async (side) => {
    const { language, handle, name, chosen } = side;
    const words = uiTextIn(language);
    const found: string[] = [];
    const look = async (page: Parameters<typeof pageProblemsInBothModes>[0], screen: string) =>
      found.push(
        ...(await pageProblemsInBothModes(page, `people-of-case-${screen}-${language}`, language)),
      );
    const one = await acceptedCaseOf(REQUESTER, 'community');
    const page = await openHomeAs(REQUESTER, language);
    await openListedCase(page, one);
    await page.getByRole('button', { name: words('Invitar a alguien de confianza') }).click();
    await look(page, 'pick');
    await pickPerson(page, name);
    await look(page, 'invite');
    await agree(page, 'Invitar');
    await confirmed(page, 'Invitación enviada');
    await page.getByText(partOfText('Puede aceptar hasta el {day}', { day: ANY_VALUE })).waitFor();
    await look(page, 'invited');

    const partner = await openHomeAs(handle, language);
    await look(partner, 'home');
    await partner.getByRole('link', { name: words(INVITED, { invitations: 1 }) }).click();
    await partner.getByRole('textbox', { name: words('Tu nombre en este caso') }).fill(chosen);
    await look(partner, 'invitation');
    await partner.getByRole('button', { name: words('Aceptar') }).click();
    await partner.getByRole('link', { name: words('Conversación de tu caso') }).waitFor();
    await look(partner, 'partner');
    await partner.getByRole('link', { name: words('Conversación de tu caso') }).click();
    await writeInThread(partner, 'Mensaje a quien te acompaña', 'Yo sé quién avisa a quién');
    await look(partner, 'thread');

    await page.getByRole('button', { name: words('Pasarle el caso a {name}', { name }) }).click();
    await look(page, 'hand-over');
    await agree(page, 'Ofrecer el caso');
    await confirmed(page, 'Oferta enviada');
    await page.getByText(words('Le ofreciste el caso')).waitFor();
    await look(page, 'offered');
    await partner.goto(`${product.url}/app`);
    await partner.getByRole('link', { name: words(OFFERED, { offers: 1 }) }).click();
    await partner.getByText(words('Te ofrecen el caso')).waitFor();
    await look(partner, 'list');
    await openListedCase(partner, one);
    await partner.getByRole('button', { name: words('Aceptar') }).waitFor();
    await look(partner, 'offer');
    await partner.getByRole('button', { name: words('Aceptar') }).click();
    await confirmed(partner, 'El caso es tuyo');
    await partner.getByRole('heading', { name: words('El pedido') }).waitFor();
    const former = { nameInCase: words('Quien pidió apoyo') };
    await partner
      .getByText(words('Lee y escribe en la conversación como «{nameInCase}»', former))
      .waitFor();
    await look(partner, 'owner');

    await page.getByRole('button', { name: words('Dejar el caso') }).waitFor();
    await look(page, 'former');
    const rights = [
      partOfText('Pedir otra persona en lugar de {name}', { name: ANY_VALUE }),
      partOfText('Pasarle el caso a {name}', { name: ANY_VALUE }),
      partOfText('Invitar a alguien de confianza'),
    ];
    for (const right of rights)
      expect(await page.getByRole('button', { name: right }).count()).toBe(0);
    await page.goto(`${product.url}/app/support/${one.id}/end`);
    await page.getByRole('heading', { name: words('No encontramos esa página') }).waitFor();

    // The new requester leaves the case, and the former one takes it over.
    await partner.getByRole('link', { name: words('Dejar, retirar o borrar el pedido') }).click();
    await partner.getByRole('link', { name: words('Antes, pasarle el caso a alguien') }).waitFor();
    await look(partner, 'leave');
    await partner.getByRole('button', { name: words('Dejar el caso') }).click();
    await confirmed(partner, 'Dejaste el caso');
    await partner.getByRole('button', { name: words('Volver al caso') }).waitFor();
    await look(partner, 'left');
    await openListedCase(page, one);
    await page.getByText(words('El caso está en pausa')).waitFor();
    await look(page, 'paused');
    await page.getByRole('button', { name: words('Hacerme cargo') }).click();
    await look(page, 'take-over');
    await agree(page, 'Hacerme cargo');
    await confirmed(page, 'El caso es tuyo');
    await page.getByRole('link', { name: words('Dejar, retirar o borrar el pedido') }).waitFor();

    // The partner, who has no page of the case any more, can still report who supported it.
    await partner.goto(`${product.url}/app/support`);
    await partner.getByRole('heading', { name: words('Casos en los que ya no estás') }).waitFor();
    const ofCase = words('Caso {number}', { number: String(one.number) });
    await partner.getByText(ofCase).first().waitFor();
    const report = partOfText('Reportar a {workName}', { workName: ANY_VALUE });
    await partner.getByRole('button', { name: report }).first().waitFor();
    await look(partner, 'former-cases');
    expect(found).toEqual([]);
  },
  240_000,
);

test('A requester reports a message and a supporter, and a moderator sees that message, the names and the notes alone', async () => {
  const [LEAD, OTHER] = ['supporter1', 'supporter2'];
  const REPORTED = 'Propongo empezar por el correo de la radio';
  const one = await acceptedCaseOf(REQUESTER, 'care');
  const page = await openHomeAs(REQUESTER);
  await openListedCase(page, one);
  await page.getByRole('link', { name: words('Conversación de tu caso') }).click();
  const reported = message(page, REPORTED);
  await reported.waitFor();
  await openMessageMenu(page, reported);
  await chooseByKeyboard(page, 'Reportar');
  await page.getByText('No verá nada más del caso ni tu nombre').waitFor();
  const found = await pageProblemsInBothModes(page, 'case-report-message', 'es');
  await sendReport(page, 'Insiste en saber quiénes son.');

  await page.getByRole('link', { name: words('Volver a tu pedido') }).click();
  const about = words('Reportar a {workName}', { workName: 'Joaquín' });
  await page.getByRole('button', { name: about }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio').first().check();
  await sheet.getByRole('button', { name: words('Enviar el reporte') }).click();
  const note = sheet.getByRole('textbox', { name: words('Cuenta qué pasó') });
  await note.and(page.locator('[aria-invalid=true]')).waitFor();
  found.push(...(await pageProblemsInBothModes(page, 'case-report-supporter', 'es')));
  await note.fill('Me llamó de noche.');
  await sheet.getByRole('button', { name: words('Enviar el reporte') }).click();
  await confirmed(page, 'Reporte enviado. Lo verá alguien de moderación.');

  const ofMessage = await openMatterAbout(LEAD!);
  for (const seen of [REPORTED, 'De Teresa N.', 'Insiste en saber quiénes son.'])
    expect(ofMessage.text).toContain(seen);
  found.push(...(await pageProblemsInBothModes(ofMessage.desk, 'case-matter-message', 'es')));
  const ofSupporter = await openMatterAbout(OTHER!);
  for (const seen of ['De Joaquín', 'Me llamó de noche.']) expect(ofSupporter.text).toContain(seen);
  found.push(...(await pageProblemsInBothModes(ofSupporter.desk, 'case-matter-supporter', 'es')));
  const secrets = ['Dos personas más', 'Proteger las cuentas', 'Maritza', String(one.number)];
  for (const { text } of [ofMessage, ofSupporter])
    for (const secret of secrets) expect(text).not.toContain(secret);
  for (const { desk } of [ofMessage, ofSupporter]) {
    await desk.goto(`${product.url}/app/cases/${one.id}/conversation`);
    await desk.getByRole('heading', { name: words('No encontramos esa página') }).waitFor();
  }
  expect(found).toEqual([]);
}, 120_000);

test('A requester who left their case because of its supporter reports them from the page of the case', async () => {
  const LEAD = 'supporter1';
  const one = await acceptedCaseOf(REQUESTER, 'care');
  const page = await openHomeAs(REQUESTER);
  await openListedCase(page, one);
  await page.getByRole('link', { name: words('Dejar, retirar o borrar el pedido') }).click();
  await page.getByRole('button', { name: words('Dejar el caso') }).click();
  await confirmed(page, 'Dejaste el caso');
  await page.getByRole('heading', { name: words('Quién acompañó tu caso') }).waitFor();
  const about = words('Reportar a {workName}', { workName: 'Teresa N.' });
  await page.getByRole('button', { name: about }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio').first().check();
  const note = 'Quería saber dónde dormimos.';
  await sheet.getByRole('textbox', { name: words('Cuenta qué pasó') }).fill(note);
  const found = await pageProblemsInBothModes(page, 'case-report-after-leaving', 'es');
  await sheet.getByRole('button', { name: words('Enviar el reporte') }).click();
  await confirmed(page, 'Reporte enviado. Lo verá alguien de moderación.');

  const { desk, text } = await openMatterAbout(LEAD);
  for (const seen of ['De Teresa N.', note]) expect(text).toContain(seen);
  found.push(...(await pageProblemsInBothModes(desk, 'case-matter-after-leaving', 'es')));
  expect(found).toEqual([]);
}, 120_000);
