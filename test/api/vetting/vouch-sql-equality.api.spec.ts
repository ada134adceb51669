import { createVouchCode, formatVouchCode } from '#vetting/vouches/vouch-code.js';
import { useApp } from '../../support/app/app.js';
import { recordStatements } from '../../support/app/record-statements.js';
import {
  admitApplicant,
  makeApplicant,
  makeTenMembers,
  makeReviewers,
  giveVouchByCode,
  withdrawGivenVouch,
} from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let mo1: Person;
let mo2: Person;
beforeAll(async () => {
  [mo1, mo2] = await makeReviewers(app);
  await makeTenMembers(app);
});

const member = (name: string) => makePerson(app, name, 'member');

it('a vouch runs the same SQL for a known and an unknown code', async () => {
  const ana = await member('ana');
  const code = (await (await makeApplicant(app)).own()).vouchCode;
  const unknown = formatVouchCode(createVouchCode());
  const [known, none] = [
    await recordStatements(() => giveVouchByCode(ana, code)),
    await recordStatements(() => giveVouchByCode(ana, unknown)),
  ];
  expect(known.length).toBeGreaterThan(5);
  expect(none).toEqual(known);
});

it('withdrawing a vouch runs the same SQL whether or not its code belonged to an applicant', async () => {
  const ana = await member('ana');
  const open = await makeApplicant(app);
  const came = await makeApplicant(app);
  const codes = [createVouchCode(), (await open.own()).vouchCode, (await came.own()).vouchCode];
  const given: string[] = [];
  for (const code of codes) given.push((await giveVouchByCode(ana, code)).giveVouch.id);
  await giveVouchByCode(await member('beto'), codes[2]!);
  await admitApplicant([mo1, mo2], await came.id());
  const said = { reason: 'conduct', words: 'Pidió dinero.' };
  const [none, ...some] = [
    await recordStatements(() => withdrawGivenVouch(ana, given[0]!, said)),
    await recordStatements(() => withdrawGivenVouch(ana, given[1]!, said)),
    await recordStatements(() => withdrawGivenVouch(ana, given[2]!, said)),
  ];
  expect(none!.length).toBeGreaterThan(5);
  expect(some).toEqual([none, none]);
});
