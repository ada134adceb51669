import { pageProblemsInBothModes } from '../../support/browser/page-checks.js';
import { useJourney, product } from '../../support/browser/journey-setup.js';
import {
  acceptedCaseOf,
  agree,
  confirmed,
  openHomeAs,
  openListedCase,
  pickPerson,
  writeInThread,
} from '../../support/browser/screens/people-of-case.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';

useJourney();

const words = uiTextIn('es');
const REQUESTER = 'member1';
const PARTNER = { handle: 'yara', name: 'Yara Cachoeira', chosen: 'Vecina del río' };
const INVITED =
  '{invitations, plural, one {Te invitan a un caso de apoyo} other {Te invitan a # casos de apoyo}}';
const OFFERED =
  '{offers, plural, one {Te ofrecen un caso de apoyo} other {Te ofrecen # casos de apoyo}}';

test('A requester adds a person to their side and hands the case over to them, after which the new requester alone decides', async () => {
  const found: string[] = [];
  const look = async (page: Parameters<typeof pageProblemsInBothModes>[0], name: string) =>
    found.push(...(await pageProblemsInBothModes(page, `people-of-case-${name}`, 'es')));
  const one = await acceptedCaseOf(REQUESTER, 'community');
  const page = await openHomeAs(REQUESTER);
  await openListedCase(page, one);
  await page.getByRole('button', { name: words('Agregar a alguien de mi lado') }).click();
  await look(page, 'pick');
  await pickPerson(page, PARTNER.name);
  await look(page, 'invite');
  await agree(page, 'Invitar');
  await confirmed(page, 'Invitación enviada');
  await page.getByText('Puede aceptar hasta el').waitFor();
  await look(page, 'invited');

  const partner = await openHomeAs(PARTNER.handle);
  await look(partner, 'home');
  await partner.getByRole('link', { name: words(INVITED, { invitations: 1 }) }).click();
  await partner
    .getByRole('textbox', { name: words('Tu nombre en este caso') })
    .fill(PARTNER.chosen);
  await look(partner, 'invitation');
  await partner.getByRole('button', { name: words('Aceptar') }).click();
  await partner.getByRole('link', { name: words('Conversación de tu caso') }).waitFor();
  await look(partner, 'partner');
  await partner.getByRole('link', { name: words('Conversación de tu caso') }).click();
  await writeInThread(partner, words('Escribe a quien te acompaña'), 'Yo sé quién avisa a quién');
  await look(partner, 'thread');

  await page.getByRole('button', { name: words('Pasarle el caso a {name}', PARTNER) }).click();
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
  await partner.getByText('como «Quien pidió apoyo»').waitFor();
  await look(partner, 'owner');

  await page.getByRole('button', { name: words('Dejar el caso') }).waitFor();
  await look(page, 'former');
  const rights = [
    'Pedir otra persona en lugar de',
    'Pasarle el caso',
    'Agregar a alguien de mi lado',
  ];
  for (const name of rights) expect(await page.getByRole('button', { name }).count()).toBe(0);
  await page.goto(`${product.url}/app/support/${one.id}/end`);
  await page.getByRole('heading', { name: words('No encontramos esa página') }).waitFor();
  expect(found).toEqual([]);
});
