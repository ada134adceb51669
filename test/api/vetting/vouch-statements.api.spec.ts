import { newVouchCode, showVouchCode } from '#vetting/vouches/vouch-code.js';
import { useApp } from '../../support/app/app.js';
import { statements } from '../../support/app/record-statements.js';
import {
  admitted,
  applicant,
  manyMembers,
  openToApplications,
  vouch,
  withdraw,
} from '../../support/factories/vetting.js';
import { person, type Person } from '../../support/factories/world.js';

/** Whether a code names anybody shows in no work that a vouch makes, neither when it is given nor when it is taken back. */
const app = useApp({ TRAMA_WORKER: '0' });
let mo1: Person;
let mo2: Person;
beforeAll(async () => {
  [mo1, mo2] = await openToApplications(app);
  await manyMembers(app);
});

const member = (name: string) => person(app, name, 'member');

it('runs the same statements for a code that somebody has and for one that nobody has', async () => {
  const ana = await member('ana');
  const code = (await (await applicant(app)).own()).vouchCode;
  const unknown = showVouchCode(newVouchCode());
  const [known, none] = [
    await statements(() => vouch(ana, code)),
    await statements(() => vouch(ana, unknown)),
  ];
  expect(known.length).toBeGreaterThan(5);
  expect(none).toEqual(known);
});

it('runs the same statements for a vouch taken back that stands somewhere and for one that does not', async () => {
  const ana = await member('ana');
  const open = await applicant(app);
  const came = await applicant(app);
  const codes = [newVouchCode(), (await open.own()).vouchCode, (await came.own()).vouchCode];
  const given: string[] = [];
  for (const code of codes) given.push((await vouch(ana, code)).giveVouch.id);
  await vouch(await member('beto'), codes[2]!);
  await admitted([mo1, mo2], await came.id());
  const said = { reason: 'conduct', words: 'Pidió dinero.' };
  const [none, ...some] = [
    await statements(() => withdraw(ana, given[0]!, said)),
    await statements(() => withdraw(ana, given[1]!, said)),
    await statements(() => withdraw(ana, given[2]!, said)),
  ];
  expect(none!.length).toBeGreaterThan(5);
  expect(some).toEqual([none, none]);
});
