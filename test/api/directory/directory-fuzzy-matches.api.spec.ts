import { ViewerLoader } from '#access/viewer.loader.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { DirectoryService } from '#profiles/directory/directory.service.js';
import type { Audience } from '#policy/facts/audiences.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { OwnProfileService } from '#profiles/own-profile/own-profile.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import { recordStatements } from '../../support/app/record-statements.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const PEOPLE = `query($words: String) { people(words: $words) { items { name } nextCursor } }`;

describe('fuzzy matches of a search word', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  afterEach(() => app.db.query('delete from account'));

  const find = async (who: Person, words: string): Promise<string[]> => {
    const { people } = await apiAs(who).ask(PEOPLE, { words });
    return people.items.map((item: { name: string }) => item.name).sort();
  };
  const look = async (who: Person, words: string) => {
    let body = '';
    const sql = await recordStatements(async () => {
      body = await (await apiAs(who).raw(PEOPLE, { words })).text();
    });
    return { body, sql };
  };
  const open = async (who: Person, kind: FieldKind, audience: Audience) => {
    const viewer = (await app.get(ViewerLoader).byAccount(who.accountId))!;
    const version = await fieldVersion(who, kind);
    await app.get(OwnProfileService).setAudience(viewer, { kind, audience, version });
  };
  const vocabulary = async (): Promise<string[]> => {
    const rows = await app.db.query<{ word: string }>('select word from directory_word order by 1');
    return rows.map(({ word }) => word);
  };
  const about = (text: string, audience: Audience = 'members') => ({
    answers: { about: text },
    audiences: { about: audience },
  });

  it('are used when no person matches the word as typed', async () => {
    const all = await makePeople(app, { eve: 'outsider', ada: 'member', ben: 'member' });
    await factories.profile(all.eve);
    await factories.profile(all.ada, about('Comunicación indígena'));
    expect(await find(all.eve, 'comunicasion')).toEqual(['ada']);
    expect(await find(all.eve, 'comunicazión indígena')).toEqual(['ada']);
    expect(await find(all.eve, 'comodidad')).toEqual([]);
    expect(await find(all.eve, 'adda')).toEqual([]);
    await factories.profile(all.ben, about('Comunicasion'));
    expect(await find(all.eve, 'comunicasion')).toEqual(['ben']);
    expect(await find(all.eve, 'comunicasiones')).toEqual(['ada', 'ben']);
  });

  it('ignore hidden words: answer and SQL are the same as for a word that no profile contains', async () => {
    const all = await makePeople(app, {
      ...({ eve: 'outsider', me: 'member', ally: 'member', near: 'member' } as const),
      ...({ shy: 'member', blocker: 'member', away: 'suspended' } as const),
    });
    await factories.profile(all.eve);
    const hidden = (word: string, audience: Audience = 'members') => about(word, audience);
    await factories.profile(all.me, hidden('zarigüeya', 'onlyMe'));
    await factories.profile(all.ally, hidden('chinchilla', 'allies'));
    await factories.profile(all.near, hidden('quebrantahuesos', 'groups'));
    await factories.profile(all.shy, { ...hidden('vizcacha'), mayBeFound: false });
    await factories.profile(all.blocker, hidden('tamandúa'));
    await app.db.write(() =>
      app.get(BlocksService).block(all.blocker.accountId, all.eve.accountId),
    );
    await factories.profile(all.away, { answers: { about: 'guacamaya' }, mayBeFound: null });
    await app.db.query(
      `update profile_field set audience = 'members' where kind in ('name', 'about') and account_id = $1`,
      [all.away.accountId],
    );
    await app.get(DirectoryService).rebuild();
    const nothing = await look(all.eve, 'tempestades');
    expect(nothing.sql.length).toBeGreaterThan(3);
    const words = [
      'zarigüeya',
      'chinchilla',
      'quebrantahuesos',
      'vizcacha',
      'tamandúa',
      'guacamaya',
    ];
    for (const word of words) {
      expect(await look(all.eve, word)).toEqual(nothing);
      expect(await look(all.eve, `${word.slice(0, -2)}k${word.slice(-2)}`)).toEqual(nothing);
    }
    expect(await find(all.me, 'tamandua')).toEqual(['blocker']);
    expect(await find(all.me, 'tamanduha')).toEqual(['blocker']);
    expect(await vocabulary()).not.toEqual(expect.arrayContaining(['zarigueya']));
  });

  it('do not depend on whether the typed word exists in a hidden field', async () => {
    const all = await makePeople(app, { eve: 'outsider', ada: 'member', ben: 'member' });
    await factories.profile(all.eve);
    await factories.profile(all.ada, about('comunicación'));
    const before = await look(all.eve, 'comunicasion');
    await factories.profile(all.ben, about('comunicasion', 'allies'));
    expect(await look(all.eve, 'comunicasion')).toEqual(before);
    await open(all.ben, 'about', 'members');
    await app.db.write(() => app.get(BlocksService).block(all.ben.accountId, all.eve.accountId));
    expect(await look(all.eve, 'comunicasion')).toEqual(before);
  });

  it('are removed from the vocabulary when no profile shows the word to every member', async () => {
    const all = await makePeople(app, { ada: 'member', ben: 'member' });
    await factories.profile(all.ada, about('zarigüeya'));
    await factories.profile(all.ben, about('zarigüeya chinchilla'));
    expect(await vocabulary()).toEqual(['chinchilla', 'zarigueya']);
    await open(all.ada, 'about', 'groups');
    expect(await vocabulary()).toEqual(['chinchilla', 'zarigueya']);
    await open(all.ben, 'about', 'groups');
    expect(await vocabulary()).toEqual([]);
    await open(all.ben, 'about', 'members');
    await app.db.query('delete from account where id = $1', [all.ben.accountId]);
    expect(await vocabulary()).toEqual([]);
  });

  it('stay correct when many profiles change concurrently', async () => {
    const names = Array.from({ length: 6 }, (_, at) => `p${at}`);
    const all = await makePeople(
      app,
      Object.fromEntries(names.map((name) => [name, 'member' as const])),
    );
    const everybody = Object.values(all);
    for (const who of everybody) await factories.profile(who, about('zarigüeya chinchilla'));
    for (const audience of ['groups', 'members', 'allies'] as const) {
      await Promise.all(everybody.map((who) => open(who, 'about', audience)));
      const left = audience === 'members' ? ['chinchilla', 'zarigueya'] : [];
      expect(await vocabulary()).toEqual(left);
    }
  });
});
