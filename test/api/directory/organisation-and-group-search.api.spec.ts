import { useApp } from '../../support/app/app.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { GROUP_INPUT } from '../../support/factories/group-input.js';
import { apiAs } from '../../support/app/client.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { factories } from '../../support/factories/factories.js';
import { ORGANISATION_INPUT } from '../../support/factories/make-organisations.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const search = (of: string) => `query ($chips: [ID!], $words: String, $after: String) {
  ${of}(chips: $chips, words: $words, after: $after) { items { slug name } nextCursor } }`;
const FOUND_GROUP = 'mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id } }';
const EDIT_GROUP = 'mutation ($input: EditGroupInput!) { editGroup(input: $input) { id } }';
const EDIT = `mutation ($input: EditOrganisationInput!) { editOrganisation(input: $input) { id } }`;

const ADD_WORD = 'mutation ($input: AddTermWordInput!) { addTermWord(input: $input) { id } }';
const REMOVE_WORD = 'mutation ($id: ID!) { removeTermWord(termWordId: $id) }';

interface Asked {
  readonly chips?: readonly string[];
  readonly words?: string;
}

describe('the search for organisations and groups', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let ada: Person;
  let eve: Person;
  let ad: Person;
  beforeAll(async () => {
    ({ ada, eve, ad } = await makePeople(app, {
      ...({ ada: 'member', eve: 'outsider', ad: 'administrator' } as const),
    }));
    await makeVisibleProfile(ada);
  });

  const names = async (of: 'organisations' | 'groups', asked: Asked, who = eve) => {
    const answer = await apiAs(who).ask(search(of), { ...asked });
    return answer[of].items.map(({ name }: { name: string }) => name);
  };

  it('finds organisations that match every chip and every word', async () => {
    const one = { name: 'Ñandutí Sonoro', about: 'Tejemos radio en guaraní.' };
    await factories.organisation(app, { spokesperson: ada, ...one, territories: ['territory:PY'] });
    await factories.organisation(app, {
      ...{ spokesperson: ada, name: 'Mapa de Lluvia', about: '', practices: [] },
      ...{ issueAreas: ['issue:climate-environmental-justice'], languages: ['language:pt'] },
    });
    const found = (asked: Asked) => names('organisations', asked);
    const nanduti = ['Ñandutí Sonoro'];
    expect(await found({ chips: ['territory:PY'] })).toEqual(nanduti);
    expect(await found({ chips: ['territory:PY', 'language:es'] })).toEqual(nanduti);
    expect(await found({ chips: ['territory:PY', 'language:pt'] })).toEqual([]);
    expect(await found({ chips: ['practice:digital-security'] })).toEqual(nanduti);
    expect(await found({ words: 'NANDUTI' })).toEqual(nanduti);
    expect(await found({ words: 'tejem radio' })).toEqual(nanduti);
    expect(await found({ words: 'radio lluvia' })).toEqual([]);
    expect(await found({ words: 'son' })).toEqual(nanduti);
    expect(await found({ words: 'so' })).toEqual([]);
    // Also matches the name of a term of the organisation.
    expect(await found({ words: 'paraguay' })).toEqual(nanduti);
    expect(await found({ words: 'clima' })).toEqual(['Mapa de Lluvia']);
    // Ids of terms do not match as words.
    for (const words of ['issue', 'territory', 'language:es']) {
      expect([words, (await found({ words })).includes('Ñandutí Sonoro')]).toEqual([words, false]);
    }
    expect(await found({})).toHaveLength(2);
  });

  it('reflects renames at once', async () => {
    const { id } = await factories.organisation(app, { spokesperson: ada, name: 'Telar Viejo' });
    expect(await names('organisations', { words: 'telar viejo' })).toEqual(['Telar Viejo']);
    const input = { ...ORGANISATION_INPUT, name: 'Hilo Nuevo', organisationId: id };
    await apiAs(ada).ask(EDIT, { input });
    expect(await names('organisations', { words: 'telar' })).toEqual([]);
    expect(await names('organisations', { words: 'hilo' })).toEqual(['Hilo Nuevo']);
  });

  it('finds groups by issue area and by the words of their name and purpose', async () => {
    const input = {
      ...GROUP_INPUT,
      name: 'Faro Bajo',
      purpose: 'Oímos el mar.',
      issueAreas: ['issue:human-rights'],
    };
    const { foundGroup } = await apiAs(ada).ask(FOUND_GROUP, { input });
    const found = (asked: Asked) => names('groups', asked);
    expect(await found({ chips: ['issue:human-rights'], words: 'faro' })).toEqual(['Faro Bajo']);
    expect(await found({ chips: ['issue:disability-rights'], words: 'faro' })).toEqual([]);
    expect(await found({ words: 'oimos mar' })).toEqual(['Faro Bajo']);
    const { isListed: _l, access: _a, ...texts } = input;
    const next = { ...texts, name: 'Boya', groupId: foundGroup.id };
    await apiAs(ada).ask(EDIT_GROUP, { input: next });
    expect([await found({ words: 'faro' }), await found({ words: 'boya' })]).toEqual([
      [],
      ['Boya'],
    ]);
  });

  it('matches words that the instance added to a term, until an administrator removes the words', async () => {
    const issueAreas = ['issue:human-rights'];
    const place = { name: 'Puente Colgante', about: '', practices: [] };
    await factories.organisation(app, { spokesperson: ada, ...place, issueAreas });
    const input = { ...GROUP_INPUT, name: 'Vado Hondo', purpose: 'Cruzamos.', issueAreas };
    await apiAs(ada).ask(FOUND_GROUP, { input });
    const found = async (words: string) => [
      await names('organisations', { words }),
      await names('groups', { words }),
    ];
    expect(await found('derechitos')).toEqual([[], []]);
    const word = { term: 'issue:human-rights', language: 'es', word: 'Derechitos' };
    const { addTermWord } = await apiAs(ad).ask(ADD_WORD, { input: word });
    for (const words of ['derechitos', 'DERECH']) {
      const [organisations, groups] = await found(words);
      expect(organisations).toContain('Puente Colgante');
      expect(groups).toContain('Vado Hondo');
    }
    expect(await found('derechitos faro')).toEqual([[], []]);
    await apiAs(ad).ask(REMOVE_WORD, { id: addTermWord.id });
    expect(await found('derechitos')).toEqual([[], []]);
  });

  it('answers for hidden organisations and groups like for text that does not exist', async () => {
    const secret = { name: 'Qasawi Zenit', about: 'Qasawi.' };
    await factories.organisation(app, { spokesperson: ada, ...secret, audience: 'onlyMe' });
    const input = { ...GROUP_INPUT, name: 'Qasawi Zenit', isListed: false, access: 'invitation' };
    await apiAs(ada).ask(FOUND_GROUP, { input });
    for (const kind of ['organisations', 'groups'] as const) {
      expect(await names(kind, { words: 'qasawi' }, ada)).toEqual(['Qasawi Zenit']);
      const bytes = async (words: string) => (await apiAs(eve).raw(search(kind), { words })).text();
      expect(await bytes('qasawi')).toBe(await bytes('qbsbwi'));
    }
  });

  it('finds a coalition where the search asks for it, and a hidden one for its people alone', async () => {
    const { ste, eve: outsider, coalition } = await makeCoalitionWorld(app);
    const document = `query ($words: String, $withCoalitions: Boolean) {
      groups(words: $words, withCoalitions: $withCoalitions) { items { slug kind } } }`;
    const found = async (who: Person, withCoalitions: boolean) =>
      (await apiAs(who).ask(document, { words: coalition.name, withCoalitions })).groups.items;
    const shown = [{ slug: coalition.slug, kind: 'coalition' }];
    expect(await found(ste, true)).toEqual(shown);
    expect(await found(ste, false)).toEqual([]);
    expect(await found(outsider, true)).toEqual([]);
    await app.db.query('update "group" set is_listed = true where id = $1', [coalition.id]);
    expect(await found(outsider, true)).toEqual(shown);
    expect(await found(outsider, false)).toEqual([]);
  });

  it('rejects invalid searches, and accepts any text without error', async () => {
    const bad = [
      { chips: ['territory:nowhere'] },
      { chips: Array.from({ length: 13 }, (_, at) => `issue:${at}`) },
      { chips: ['issue:human-rights', 'issue:human-rights'] },
      { words: 'a b c d e f g h i' },
      { words: 'a'.repeat(201) },
      { after: 'x' },
    ];
    const odd = ["'", "' | 'w:a':*", '\\', ':*', '& | !', '%_', '.*', '🌱', '\u202Eabc', 'g̃', 'ç'];
    for (const kind of ['organisations', 'groups']) {
      for (const part of bad) {
        expect([part, await apiAs(eve).code(search(kind), part)]).toEqual([part, 'INVALID']);
      }
      for (const words of odd) {
        expect([words, await apiAs(eve).code(search(kind), { words })]).toEqual([words, 'OK']);
      }
    }
    const long = '漢'.repeat(200);
    await factories.organisation(app, { spokesperson: ada, name: 'Largo', about: long });
    expect(await names('organisations', { words: long })).toEqual(['Largo']);
  });

  it('uses an index', async () => {
    for (const [of, table] of [
      ['organisations', 'organisation'],
      ['groups', 'group'],
    ] as const) {
      const plan = await app.db.write(async () => {
        await app.db.query('set local enable_seqscan = off');
        const columns =
          of === 'groups' ? 'issue_areas' : 'issue_areas || practices || territories || languages';
        return app.db.query(
          `explain select 1 from "${table}" it where array_to_tsvector(${columns
            .split(' || ')
            .map((name) => `it.${name}`)
            .join(' || ')} || it.words) @@ cast('''w:a'':*' as tsquery)`,
        );
      });
      expect(JSON.stringify(plan)).toContain(`${table}_search`);
    }
  });
});
