import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send } from '../../support/app/client.js';
import * as introductions from '../../support/factories/introductions.js';
import { greenPicture, uploadPicture } from '../../support/app/test-pictures.js';
import { recordStatements } from '../../support/app/record-statements.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';

const {
  answerDocument: answer,
  requestIntroduction: ask,
  requestThroughIntroducer: askThrough,
  LIST_INTRODUCTIONS: LIST,
  PASS_INTRODUCTION: PASS,
  READ_INTRODUCTION: READ,
  makeIntroducerTrio: three,
  makeVisiblePair: two,
} = introductions;

const app = useApp({ TRAMA_WORKER: '0' });

const put = async (who: Person) =>
  (await uploadPicture(who, await greenPicture().png().toBuffer())).avatar!;
const read = async (who: Person, id: string) => (await apiAs(who).ask(READ, { id })).introduction;
const isServed = async (who: Person, name: string) =>
  (await send(who, `/files/avatar/${name}/96`)).status === 200;

it("both people of an introduction see each other's picture as far as its audience allows, and no other viewer can load it", async () => {
  const { ada, ben, adaShown, benShown } = await two(app);
  const [adas, bens] = [await put(ada), await put(ben)];
  const { id, person: asked } = await ask(ada, benShown);
  expect(asked).toMatchObject({ name: benShown.name, avatar: bens });
  expect((await read(ben, id)).person).toMatchObject({ name: adaShown.name, avatar: adas });
  await setAudience(ada, 'allies', ['avatar']);
  expect((await read(ben, id)).person).toMatchObject({ name: adaShown.name, avatar: null });
  expect((await read(ada, id)).person).toMatchObject({ name: benShown.name, avatar: bens });
  expect([await isServed(ben, adas), await isServed(ada, bens)]).toEqual([false, true]);
  await apiAs(ben).ask(answer('accept'), { id });
  expect((await read(ben, id)).person).toMatchObject({ avatar: adas });
  expect(await isServed(ben, adas)).toBe(true);
});

it("an introduction reveals the asker's name and work, and not their picture", async () => {
  const { ada, ben, adaShown, benShown } = await two(app);
  const name = await put(ada);
  const { id } = await ask(ada, benShown);
  expect((await read(ben, id)).person.avatar).toBe(name);
  await setAudience(ada, 'allies', ['name']);
  expect((await read(ben, id)).person).toMatchObject({ name: adaShown.name, avatar: null });
  expect(await isServed(ben, name)).toBe(false);
});

it("an introducer sees the pictures of both people as far as their audiences allow, and both see the introducer's picture", async () => {
  const { ada, ben, ivo, benShown } = await three(app);
  const [adas, , ivos] = [await put(ada), await put(ben), await put(ivo)];
  await setAudience(ben, 'onlyMe', ['avatar']);
  const { id, introducer } = await askThrough(ada, benShown);
  expect(introducer).toMatchObject({ avatar: ivos });
  expect(await read(ivo, id)).toMatchObject({
    person: { avatar: adas },
    toMeet: { name: benShown.name, avatar: null },
  });
  await setAudience(ada, 'onlyMe', ['avatar']);
  await setAudience(ben, 'members', ['avatar']);
  const shown = await read(ivo, id);
  expect(shown).toMatchObject({ person: { avatar: null } });
  expect(await isServed(ivo, shown.toMeet.avatar)).toBe(true);
  await setAudience(ivo, 'allies', ['avatar']);
  await apiAs(ivo).ask(PASS, { id });
  // Ada is an ally of the introducer, and Ben is not.
  expect((await read(ada, id)).introducer.avatar).toBe(ivos);
  expect((await read(ben, id)).introducer.avatar).toBeNull();
});

it('a list of introductions loads all of its pictures with one statement', async () => {
  const ben = await makePerson(app, 'ben', 'member');
  const benShown = await makeVisibleProfile(ben);
  const list = () => apiAs(ben).ask(LIST, { side: 'asked' });
  const another = async (name: string) => {
    const asker = await makePerson(app, name, 'member');
    await makeVisibleProfile(asker);
    await put(asker);
    await ask(asker, benShown);
  };
  await another('una');
  const one = await recordStatements(list);
  await another('dos');
  await another('tres');
  expect(await recordStatements(list)).toEqual(one);
  const { items } = (await list()).introductions;
  expect(new Set(items.map((item: any) => item.person.avatar)).size).toBe(3);
});
