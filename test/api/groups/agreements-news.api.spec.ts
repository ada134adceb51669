import { GroupsService } from '#groups/groups.service.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  agreementsInput,
  CHANGED,
  CONSENT_TO_AGREEMENTS,
  makeGroupWithAgreements as makeGroup,
  NEW,
  OLD,
  PUBLISH_AGREEMENTS,
  publishAgreements,
  readAgreements as read,
} from '../../support/factories/agreements.js';
import { GROUP_INPUT } from '../../support/factories/group-input.js';
import { makePeople, type Person, signInAgain } from '../../support/factories/make-people.js';

const INBOX = '{ inbox { items { kind group { slug } } } }';
const EDIT_GROUP = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { id } }';

const app = useApp();
afterEach(closeAllSockets);

it('members who have to consent read of a new version by notice, mail and inbox until they consent', async () => {
  const { ada, ben, cem } = await makePeople(app, { ada: 'steward', ben: 'member', cem: 'member' });
  const group = await makeGroup(ada, [ben, cem]);
  const mails = () =>
    [ada, ben].map(({ email }) => sentMails(app).filter(({ to }) => to === email));
  const inbox = async (who: Person) => (await apiAs(who).ask(INBOX)).inbox.items;
  const ear = await openSocket(ben);
  await publishAgreements(ada, group.id, NEW, { summary: 'qzsecretoqz' });
  await ear.until('news', ({ subject, id }) => subject === 'group' && id === group.id);
  await waitForJobs(app);
  const [adas, bens] = mails();
  expect([adas!.length, bens!.length]).toEqual([0, 1]);
  expect(JSON.stringify(bens)).not.toMatch(/qzsecretoqz|90 días/);
  expect(await inbox(ada)).toEqual([]);
  const item = { kind: 'agreementsChanged', group: { slug: group.slug } };
  expect(await inbox(ben)).toEqual([item]);
  await apiAs(ben).ask(CONSENT_TO_AGREEMENTS, { groupId: group.id, version: 2 });
  expect(await inbox(ben)).toEqual([]);
  expect(await inbox(cem)).toEqual([item]);
});

it('agreements that moderation removed leave open pages, bind nobody, and come back by no form that still holds them', async () => {
  const people = await makePeople(app, { ada: 'steward', ben: 'member' });
  const group = await makeGroup(people.ada, [people.ben]);
  await publishAgreements(people.ada, group.id, NEW);
  await waitForJobs(app);
  app.clock.move(15 * DAY);
  const [ada, ben] = [await signInAgain(people.ada), await signInAgain(people.ben)];
  expect((await read(ben, group)).agreementsChange).toMatchObject({ isReadOnly: true });
  const ear = await openSocket(ben);
  await app.db.write(() => app.get(GroupsService).removeTexts(group.id));

  await ear.until('news', ({ subject, id }) => subject === 'group' && id === group.id);
  expect(await read(ben, group)).toMatchObject({
    ...{ agreements: { version: 3, text: '' }, agreementsChange: null },
  });
  const outdated = agreementsInput(group.id, NEW, { basedOn: 2 });
  await expect(apiAs(ada).ask(PUBLISH_AGREEMENTS, outdated)).rejects.toMatchObject(CHANGED);
  const { isListed: _isListed, access: _access, ...texts } = GROUP_INPUT;
  for (const agreements of [OLD, NEW]) {
    const input = { ...texts, groupId: group.id, agreements };
    await expect(apiAs(ada).ask(EDIT_GROUP, { input })).rejects.toMatchObject(CHANGED);
  }
});
