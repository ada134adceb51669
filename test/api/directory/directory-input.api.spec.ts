import { newId } from '#kernel/ids.js';
import { TERM_KINDS } from '#taxonomy/term.js';
import { termsOfKind } from '#taxonomy/terms.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const PEOPLE = `query($chips: [ID!], $words: String, $order: PeopleOrder, $first: Int, $after: String) {
  people(chips: $chips, words: $words, order: $order, first: $first, after: $after) {
    items { name } nextCursor } }`;
const READ = `query($text: String!) { readWords(text: $text, language: es) { terms { id } rest } }`;

describe('the input of a directory search', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let eve: Person;
  beforeAll(async () => {
    const all = await makePeople(app, { eve: 'outsider', ada: 'member', nandu: 'member' });
    eve = all.eve;
    await factories.profile(all.ada, {
      answers: {
        about: 'radio_libre 100% comunicación de ñandúes',
        skills: ['skill:facilitation'],
      },
      audiences: { about: 'members', skills: 'members' },
    });
    await factories.profile(all.nandu, {
      answers: { name: 'Ñandú', about: 'Avañeʼẽ, g̃uahẽ, Iça, ỹvy' },
      audiences: { about: 'members' },
    });
  });

  const bytes = async (asked: Record<string, unknown>) =>
    (await apiAs(eve).raw(PEOPLE, asked)).text();
  const find = async (words: string): Promise<string[]> => {
    const { people } = await apiAs(eve).ask(PEOPLE, { words });
    return people.items.map((item: { name: string }) => item.name).sort();
  };

  it('finds existing people (control for the tests below)', async () => {
    expect(await find('')).toEqual(['ada', 'Ñandú']);
    expect(await find('radio')).toEqual(['ada']);
    expect(await find('comunica')).toEqual(['ada']);
  });

  it.each([
    ...['%', '_', '*', '?', '%%%', '___', '.*', '^', '$', '\\', '[]', '(', '()', '{}', '|', '+'],
    ...[
      '(a+)+$',
      '[a-z]+',
      '.{3,}',
      'r%o',
      'r_dio',
      'rad*o',
      '%adio',
      '_adio',
      '*adio',
      '$1',
      '$$',
    ],
    ...[
      "'",
      '"',
      '`',
      "''",
      "' or 1=1 --",
      '"; drop table profile; --',
      "'); delete from account;",
    ],
    ...['/*', '--', '\\x00', "\\' or true", 'e%27', '%25', '&#39;', '<b>', '${1}', '{{7*7}}'],
    ...['🦜', '👩🏽‍🌾👩🏽‍🌾', '✊🏿', '⠿', '…', '¿?', '۞', 'שלום', 'مرحبا', '﷽', '漢字', 'ª', '½'],
    ...[
      '\uD800',
      '\uDFFF',
      'a\u0000b\u0000',
      '\u0301',
      'zz\u{E0061}',
      'w:',
      'w:zz',
      'cards',
      'kard',
    ],
  ])('matches no person when it is %j', async (words) => {
    expect(await bytes({ words })).toBe(await bytes({ words: 'zyxwvu' }));
    expect(await apiAs(eve).code(READ, { text: words })).toBe('OK');
  });

  it.each([
    ...['ra%', 'ra_', 'ra*', 'ra.*', 'adi', 'om', 'radio and libre or'],
    ...['issue:human-rights', 'card', 'term', 'select'],
  ])('matches only the beginning of a word: %j finds nothing', async (words) => {
    expect(await find(words)).toEqual([]);
  });

  it.each([
    ...['radio%', '%radio%', 'rádio', 'RADIO', 'ra\u200Bdio', '\u202Eradio\u202C', 'rad\u00ADio'],
    ...['\uFEFFradio', 'ｒａｄｉｏ', '𝐫𝐚𝐝𝐢𝐨', 'radio\u0000', "'radio'"],
    ...['radio; --', '(radio)', '100% radio', 'libre', '\tradio\n', 'radio 🦜', 'comunicasion'],
  ])('is normalised: %j finds its person', async (words) => {
    expect(await find(words)).toEqual(['ada']);
  });

  it.each(['ñandú', 'ÑANDÚ', 'nandu', 'g̃uahẽ', 'guahe', 'iça', 'ica', 'ỹvy', "avañe'ẽ", 'avañeꞌẽ'])(
    'finds %s in composed and decomposed Unicode form',
    async (words) => {
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) {
        expect(await find(words.normalize(form))).toContain('Ñandú');
      }
    },
  );

  it('rejects every unknown chip with the same bytes, and rejects too many chips', async () => {
    const random = await bytes({ chips: [`issue:${newId()}`] });
    expect(JSON.parse(random).errors[0].extensions).toMatchObject({ code: 'INVALID' });
    for (const chip of [
      '',
      '%',
      'issue:',
      'issue:%',
      'ISSUE:HUMAN-RIGHTS',
      'card',
      'w:radio',
      'seeks:',
    ]) {
      expect(await bytes({ chips: [chip] })).toBe(random);
    }
    for (const chip of [
      "'; drop table profile; --",
      '🦜',
      'x'.repeat(9_000),
      'skill:facilitation ',
    ]) {
      expect(await bytes({ chips: ['skill:facilitation', chip] })).toBe(random);
    }
    const chips = TERM_KINDS.flatMap(termsOfKind).map(({ id }) => id);
    const made = chips.map((_, at) => `issue:${at}`);
    for (const count of [13, 200]) {
      const many = await bytes({ chips: chips.slice(0, count) });
      expect(JSON.parse(many).errors[0].extensions).toMatchObject({ code: 'INVALID' });
    }
    expect(await bytes({ chips: chips.slice(0, 200) })).toBe(
      await bytes({ chips: chips.slice(0, 13) }),
    );
    expect(await apiAs(eve).code(PEOPLE, { chips: made.slice(0, 200) })).toBe('INVALID');
    expect(await apiAs(eve).code(PEOPLE, { chips: chips.slice(0, 12) })).toBe('OK');
  });

  it('rejects long words, too many words and an unknown order with an error that does not repeat the value', async () => {
    const refused = [
      { words: 'zarigueya'.repeat(30) },
      { words: 'a b c d e f g h zarigueya' },
      { order: 'zarigueya' },
      { after: 'zarigueya' },
      { first: -7 },
    ];
    for (const asked of refused) {
      const { errors } = JSON.parse(await bytes(asked)) as {
        errors: { message: string; extensions: { code: string } }[];
      };
      expect(errors[0]!.extensions.code).toBe('INVALID');
      expect(JSON.stringify(errors)).not.toMatch(/zarigueya|directory_|select|pg_/i);
    }
    expect(await apiAs(eve).code(PEOPLE, { words: '🦜'.repeat(200) })).toBe('OK');
    expect(await find('')).toEqual(['ada', 'Ñandú']);
  });
});
