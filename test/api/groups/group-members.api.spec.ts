import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { makePeople } from '../../support/factories/make-people.js';

const MEMBERS = `query ($id: ID!, $after: String) { groupMembers(groupId: $id, after: $after) {
  items { id name } nextCursor } }`;

const app = useApp();

const tick = () => app.clock.move(1_000);

it('neither order nor cursor of the member list reveals when a member joined', async () => {
  const { ana } = await makePeople(app, { ana: 'steward' });
  const group = await factories.group(app, { steward: ana });
  const names: string[] = [];
  for (let at = 0; at < 52; at++) {
    const name = `Nombre ${(at * 31) % 53}`;
    const { who } = await makePeople(app, { who: 'member' });
    tick();
    await factories.profile({ ...who, name });
    await factories.membership(app, { group, person: { ...who, name } });
    names.push(name);
  }
  const page = async (after: string | null) =>
    (await apiAs(ana).ask(MEMBERS, { id: group.id, after })).groupMembers;
  const first = await page(null);
  const second = await page(first.nextCursor);
  const shown = [...first.items, ...second.items];
  const inOrder = [...names, ana.name].map((name) => name.toLowerCase()).toSorted();
  expect(shown.map(({ name }: { name: string }) => name.toLowerCase())).toEqual(inOrder);
  expect(Buffer.from(first.nextCursor, 'base64url').toString()).toBe(
    JSON.stringify([first.items.at(-1)!.id]),
  );
  expect(second.nextCursor).toBeNull();
  for (const after of ['x', Buffer.from('["x"]').toString('base64url')]) {
    expect(await apiAs(ana).code(MEMBERS, { id: group.id, after })).toBe('INVALID');
  }
}, 60_000);
