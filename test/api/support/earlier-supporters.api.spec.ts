import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { joinSide, makeCaseWithProfile } from '../../support/factories/support/case-partners.js';
import {
  askForSupport,
  makeSupporter,
  supporterActions,
  withWorkName,
} from '../../support/factories/support-requests.js';

const app = useApp();
const EARLIER = 'query ($id: ID!) { caseTeam(id: $id) { earlier { id workName } } }';
const earlier = async (who: Requester, id: string) =>
  (await apiAs(who).ask(EARLIER, { id })).caseTeam.earlier;

it('the side reads who supported the case before, by the name of that time, also once it has closed', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, supporter, requestId } = made;
  const ona = await joinSide(app, made);
  const first = { id: supporter.supporterId, workName: supporter.workName };
  for (const who of [requester, ona]) expect(await earlier(who, requestId)).toEqual([]);
  await supporterActions(supporter).release(requestId);
  for (const who of [requester, ona]) expect(await earlier(who, requestId)).toEqual([first]);
  const next = await makeSupporter(app);
  await supporterActions(next).take(requestId);
  await withWorkName(supporter, `Otro ${crypto.randomUUID().slice(0, 8)}`);
  expect(await earlier(requester, requestId)).toEqual([first]);
  expect(await earlier(next, requestId)).toEqual([]);
  await supporterActions(next).close(requestId);
  const second = { id: next.supporterId, workName: next.workName };
  for (const who of [requester, ona])
    expect(await earlier(who, requestId)).toEqual([first, second]);
});

it('a partner and a supporter who know a supporter from another case read no earlier name of theirs', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, supporter, requestId } = made;
  const first = { id: supporter.supporterId, workName: supporter.workName };
  await supporterActions(supporter).release(requestId);
  const next = await makeSupporter(app);
  await supporterActions(next).take(requestId);
  const ona = await joinSide(app, made);
  const renamed = await withWorkName(supporter, `Otro ${crypto.randomUUID().slice(0, 8)}`);
  for (const who of [ona, next]) await supporterActions(renamed).take(await askForSupport(who));
  expect(await earlier(requester, requestId)).toEqual([first]);
  for (const who of [ona, next]) expect(await earlier(who, requestId)).toEqual([]);
  await supporterActions(next).release(requestId);
  const second = { id: next.supporterId, workName: next.workName };
  expect(await earlier(requester, requestId)).toEqual([first, second]);
  expect(await earlier(ona, requestId)).toEqual([second]);
  const claimer = await makeSupporter(app);
  await supporterActions(claimer).claim(requestId);
  await supporterActions(renamed).take(await askForSupport(claimer));
  expect(await earlier(claimer, requestId)).toEqual([]);
});
