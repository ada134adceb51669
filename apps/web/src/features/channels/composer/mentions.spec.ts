import fc from 'fast-check';
import { foldText } from '../../../lib/text/fold-text';
import {
  MAX_SUGGESTIONS,
  mentionsIn,
  suggestPeople,
  splitAtMentions,
  mentionBeforeCaret,
} from './mentions';

const person = (name: string, id = name) => ({ id, name });
const ANA = person('Ana');
const ANA_LUCIA = person('Ana Lucía');
const JOSE = person('José Ñandú');
const NOBODY_CHOSEN = new Map<string, string>();

const idsIn = (text: string, people = [ANA, ANA_LUCIA, JOSE]) =>
  splitAtMentions(text, people, false).flatMap(({ id }) => id ?? []);

describe('mentionBeforeCaret', () => {
  it.each([
    ['at the start', '@an', 3, { at: 0, words: 'an' }],
    ['after a space', 'hola @an', 8, { at: 5, words: 'an' }],
    ['after an opening sign', '¿@an', 4, { at: 1, words: 'an' }],
    ['with nothing after the sign', 'hola @', 6, { at: 5, words: '' }],
    ['of two words', '@ana lu', 7, { at: 0, words: 'ana lu' }],
    ['before the caret only', '@ana y @jo', 4, { at: 0, words: 'ana' }],
    ['last of several', '@ana y @jo', 10, { at: 7, words: 'jo' }],
  ])('finds a name that is being typed %s', (_where, text, caret, found) => {
    expect(mentionBeforeCaret(text, caret)).toEqual(found);
  });

  it.each([
    ['inside an address', 'ana@ejemplo.org', 15],
    ['on an earlier line', '@ana\nhola', 9],
    ['before the caret reaches the sign', 'hola @ana', 4],
    ['further away than a name is long', `@${'a'.repeat(41)}`, 42],
  ])('finds no name %s', (_where, text, caret) => {
    expect(mentionBeforeCaret(text, caret)).toBeUndefined();
  });
});

describe('suggestPeople', () => {
  it('matches the start of any word of a name, ignoring accents and case', () => {
    expect(foldText('Ñandú')).toBe('nandu');
    const people = [ANA, ANA_LUCIA, JOSE];
    expect(suggestPeople(people, 'lu')).toEqual([ANA_LUCIA]);
    expect(suggestPeople(people, 'NAN')).toEqual([JOSE]);
    expect(suggestPeople(people, 'ana l')).toEqual([ANA_LUCIA]);
    expect(suggestPeople(people, 'na')).toEqual([JOSE]);
    expect(suggestPeople(people, 'ucia')).toEqual([]);
  });

  it('lists at most `MAX_SUGGESTIONS` people', () => {
    const people = Array.from({ length: 20 }, (_, at) => person(`Ana ${at}`));
    expect(suggestPeople(people, '')).toEqual(people.slice(0, MAX_SUGGESTIONS));
  });
});

describe('splitAtMentions', () => {
  it('splits a mention from the text around it', () => {
    expect(splitAtMentions('hola @Ana, ¿y @José Ñandú?', [ANA, JOSE], false)).toEqual([
      { text: 'hola ' },
      { text: '@Ana', id: 'Ana' },
      { text: ', ¿y ' },
      { text: '@José Ñandú', id: 'José Ñandú' },
      { text: '?' },
    ]);
  });

  it('uses the longer of two names with the same beginning', () => {
    expect(idsIn('@Ana Lucía')).toEqual(['Ana Lucía']);
    expect(idsIn('@Ana Luz')).toEqual(['Ana']);
  });

  it('finds no second mention inside a mentioned name', () => {
    expect(idsIn('@Ana @José Ñandú', [JOSE, person('Ana @José Ñandú', 'both')])).toEqual(['both']);
  });

  it.each(['@Anabel', 'correo@Ana', '@ana', '@Ana_', 'Ana', '@'])(
    'finds no mention within another word: %s',
    (text) => {
      expect(splitAtMentions(text, [ANA], false)).toEqual([{ text }]);
    },
  );

  it('skips people without a known name', () => {
    expect(splitAtMentions('@ hola', [person('', 'x')], false)).toEqual([{ text: '@ hola' }]);
  });

  it('finds a mention of everybody only for accounts that may mention everybody', () => {
    for (const text of ['@canal', '@channel']) {
      expect(splitAtMentions(`${text}!`, [], true)).toEqual([{ text, isAll: true }, { text: '!' }]);
      expect(splitAtMentions(text, [], false)).toEqual([{ text }]);
      expect(splitAtMentions(`${text}es`, [], true)).toEqual([{ text: `${text}es` }]);
    }
  });

  const piece = fc.constantFrom(
    '@Ana',
    '@Ana Lucía',
    '@',
    'Ana',
    '@canal',
    ' ',
    'a',
    '\n',
    'ñ',
    '.',
  );
  const typed = fc.array(piece, { maxLength: 15 }).map((all) => all.join(''));

  it('returns pieces that make up the original text when joined', () => {
    fc.assert(
      fc.property(typed, fc.boolean(), (text, withAll) => {
        const pieces = splitAtMentions(text, [ANA, ANA_LUCIA], withAll);
        expect(pieces.map((one) => one.text).join('')).toBe(text);
        for (const { text, id } of pieces) expect(id === undefined || text === `@${id}`).toBe(true);
      }),
    );
  });
});

describe('mentionsIn', () => {
  it('lists each mentioned person once', () => {
    expect(
      mentionsIn('@Ana @José Ñandú @Ana', [ANA, JOSE], { chosen: NOBODY_CHOSEN, mayAll: true }),
    ).toEqual({ mentionIds: ['Ana', 'José Ñandú'], mentionsAll: false });
  });

  it('returns the chosen one of two people with the same name', () => {
    const people = [person('Ana', 'first'), person('Ana', 'second')];
    const by = (chosen: ReadonlyMap<string, string>) =>
      mentionsIn('@Ana', people, { chosen, mayAll: false }).mentionIds;
    expect(by(new Map([['Ana', 'second']]))).toEqual(['second']);
    expect(by(NOBODY_CHOSEN)).toEqual(['first']);
  });

  it('includes everybody only for accounts that may mention everybody', () => {
    const by = (mayAll: boolean) => mentionsIn('@canal', [], { chosen: NOBODY_CHOSEN, mayAll });
    expect(by(true)).toEqual({ mentionIds: [], mentionsAll: true });
    expect(by(false)).toEqual({ mentionIds: [], mentionsAll: false });
  });
});
