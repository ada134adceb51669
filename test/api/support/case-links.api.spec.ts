import { AlliancesService } from '#members/relationships/alliances.service.js';
import { Instance } from '#settings/instance.entity.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import type { Requester } from '../../support/app/client.js';
import { makePerson } from '../../support/factories/make-people.js';
import { makeHelper } from '../../support/factories/support/case-helpers.js';
import { linkActions } from '../../support/factories/support/case-links.js';
import {
  joinSide,
  makeCaseWithProfile,
  offerCaseToSide,
  partnerActions,
} from '../../support/factories/support/case-partners.js';
import { joinSupporter, teamActions } from '../../support/factories/support/case-team.js';
import { allowAskingWithoutAccount, askAsGuest } from '../../support/factories/support/guests.js';
import { makeInterpretedCall } from '../../support/factories/support/interpreters.js';
import {
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { makeCase } from '../../support/messages/case-threads.js';

const app = useApp({ TRAMA_WORKER: '0' });
const [ALLOWED, READS] = [
  ['OK', 'OK', 'OK'],
  ['OK', 'FORBIDDEN', 'FORBIDDEN'],
];
const HIDDEN = ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'];

it('both sides of a case share its links, the partner side reads them, and everybody else finds none', async () => {
  const { requester, supporter, id: requestId, interpreter } = await makeInterpretedCall(app);
  const made = { requester, supporter, requestId };
  const [other, partner] = [await joinSupporter(app, made), await joinSide(app, made)];
  const { helper } = await makeHelper(app, made);
  const guide = await linkActions(supporter).add(requestId, ' La  guía ', 'HTTPS://Guía.example/á');
  const folder = await linkActions(requester).add(requestId, 'Carpeta', 'https://a.example:8443/x');
  const said = { isBySupporter: false, isByRequester: false };
  const expected = (who: Requester) => [
    {
      ...{ id: guide, name: 'La guía', url: 'https://xn--gua-sma.example/%C3%A1' },
      ...{ ...said, isBySupporter: true, authorName: supporter.workName, isOwn: who === supporter },
    },
    {
      ...{ id: folder, name: 'Carpeta', url: 'https://a.example:8443/x' },
      ...{ ...said, isByRequester: true, authorName: expect.any(String), isOwn: who === requester },
    },
  ];
  for (const who of [supporter, other, requester, partner])
    expect(await linkActions(who).list(requestId)).toEqual(expected(who));
  const outside = [
    ...[interpreter, helper, await makeSupporter(app), await makePerson(app, 'ona', 'member')],
    ...[await makePerson(app, 'mo', 'moderator'), await makePerson(app, 'ad', 'administrator')],
  ];
  const ofGuide = { requestId, linkId: guide };
  for (const who of outside) expect(await linkActions(who).codes(ofGuide)).toEqual(HIDDEN);
  expect(await linkActions(partner).codes(ofGuide)).toEqual(READS);
  const exportOf = ({ accountId }: { accountId: string }) =>
    app.get(DataExportService).read(accountId);
  const exported = JSON.stringify(await exportOf(requester));
  expect(exported).toContain('https://xn--gua-sma.example/%C3%A1');
  expect(await exportOf(supporter)).toMatchObject({
    linksInCasesOfOthers: [{ name: 'La guía', url: 'https://xn--gua-sma.example/%C3%A1' }],
  });
  for (const who of [supporter, other, partner, helper])
    expect(JSON.stringify(await exportOf(who))).not.toContain('Carpeta');
  for (const who of [requester, other, partner, helper])
    expect(await exportOf(who)).toMatchObject({ linksInCasesOfOthers: [] });
  expect(await linkActions(requester).codes(ofGuide)).toEqual(ALLOWED);
  expect(await linkActions(other).codes({ requestId, linkId: folder })).toEqual(ALLOWED);
  expect(await linkActions(supporter).list(requestId)).toMatchObject([
    { isByRequester: true },
    { isBySupporter: true, authorName: other.workName },
  ]);
});

it('a link is refused without https, with credentials, without a name, and when it is too long', async () => {
  const { requester, requestId } = await makeCase(app);
  const actions = linkActions(requester);
  const refused = [
    ...['http://pad.example/x', 'https:pad.example', 'https:///pad.example', 'pad.example'],
    ...['https://ana:clave@pad.example/', 'https://ana@pad.example/', 'javascript:alert(1)'],
    ...['https://pad example/', '', `https://pad.example/${'x'.repeat(481)}`],
  ];
  for (const url of refused)
    expect([url, await actions.addCode(requestId, url)]).toEqual([url, 'INVALID']);
  await expect(
    actions.add(requestId, 'Plan', `https://pad.example/${'ⵣ'.repeat(480)}`),
  ).rejects.toMatchObject({ code: 'INVALID', fields: { url: 'tooLong' } });
  for (const url of [
    'pad.example/a b',
    'pad.example/a\tb',
    'pad.ex\u200Bample/',
    'pad\u00AD.example/',
  ])
    await expect(actions.add(requestId, 'Plan', `https://${url}`)).rejects.toMatchObject({
      fields: { url: 'malformed' },
    });
  await expect(actions.add(requestId, ' ')).rejects.toMatchObject({ fields: { name: 'blank' } });
  await expect(actions.add(requestId, 'x'.repeat(81))).rejects.toMatchObject({
    fields: { name: 'tooLong' },
  });
  expect(await actions.list(requestId)).toEqual([]);
  expect(await actions.addCode(requestId, `https://pad.example/${'x'.repeat(480)}`)).toBe('OK');
  await actions.add(requestId, 'Plan', ' https://pad.example/x\u200B\n');
  expect((await actions.list(requestId)).at(-1)).toMatchObject({ url: 'https://pad.example/x' });
});

it('two people cannot both add the last link, and a link is removed once, in its own case', async () => {
  const [{ supporter, requester, requestId }, elsewhere] = [
    await makeCase(app),
    await makeCase(app),
  ];
  for (let n = 0; n < 19; n++) expect(await linkActions(requester).addCode(requestId)).toBe('OK');
  const both = [linkActions(requester), linkActions(supporter)];
  const added = await Promise.all(both.map((one) => one.addCode(requestId)));
  expect(added.toSorted()).toEqual(['CONFLICT', 'OK']);
  const [{ id: linkId }] = await linkActions(requester).list(requestId);
  const ofOther = { requestId: elsewhere.requestId, linkId };
  expect(await linkActions(elsewhere.supporter).removeCode(ofOther)).toBe('NOT_FOUND');
  const removed = await Promise.all(both.map((one) => one.removeCode({ requestId, linkId })));
  expect(removed.toSorted()).toEqual(['NOT_FOUND', 'OK']);
  expect(await linkActions(supporter).list(requestId)).toHaveLength(19);
});

it('a guest shares the links of their case once a supporter accepted it', async () => {
  await app.db.repo(Instance).insert({ foundedAt: app.clock.now() });
  await allowAskingWithoutAccount(app);
  const [supporter, guest] = [await makeSupporter(app), await askAsGuest(app)];
  const { requestId } = guest;
  expect(await linkActions(guest).codes({ requestId, linkId: requestId })).toEqual(READS);
  await supporterActions(supporter).claimAndOpen(requestId);
  expect(await linkActions(supporter).codes({ requestId, linkId: requestId })).toEqual(HIDDEN);
  await supporterActions(supporter).accept(requestId);
  const linkId = await linkActions(supporter).add(requestId);
  expect(await linkActions(guest).codes({ requestId, linkId })).toEqual(ALLOWED);
  expect(await linkActions(supporter).list(requestId)).toMatchObject([{ isByRequester: true }]);
});

it('links stay for the requester when supporters leave, when the case closes, and until it is deleted', async () => {
  const made = await makeCase(app);
  const { supporter, requester, requestId } = made;
  const [other, partner] = [await joinSupporter(app, made), await joinSide(app, made)];
  const linkId = await linkActions(other).add(requestId);
  const of = { requestId, linkId };
  await teamActions(other).leave(requestId);
  expect(await linkActions(other).codes(of)).toEqual(HIDDEN);
  await supporterActions(supporter).close(requestId);
  expect(await linkActions(supporter).codes(of)).toEqual(HIDDEN);
  for (const who of [requester, partner]) expect(await linkActions(who).codes(of)).toEqual(READS);
  await requesterActions(requester).reopen(requestId);
  expect(await linkActions(supporter).list(requestId)).toMatchObject([
    { id: linkId, authorName: other.workName, isBySupporter: true },
  ]);
  await app.db.write(() =>
    app.get(AlliancesService).start(supporter.accountId, requester.accountId),
  );
  expect(await linkActions(supporter).codes(of)).toEqual(HIDDEN);
  expect(await linkActions(requester).codes(of)).toEqual(READS);
  await requesterActions(requester).delete(requestId);
  const left = 'select from case_link where request_id = $1';
  expect(await app.db.query(left, [requestId])).toEqual([]);
});

it('after a handover the new requester changes the links, and those of the former one are not theirs', async () => {
  const made = await makeCaseWithProfile(app);
  const { requester, requestId } = made;
  const linkId = await linkActions(requester).add(requestId);
  const partner = await joinSide(app, made);
  await offerCaseToSide(made);
  await partnerActions(partner).acceptOwnership(requestId);
  expect(await linkActions(partner).list(requestId)).toMatchObject([
    { isByRequester: false, isBySupporter: false },
  ]);
  expect(await linkActions(requester).codes({ requestId, linkId })).toEqual(READS);
  expect(await linkActions(partner).codes({ requestId, linkId })).toEqual(ALLOWED);
});
