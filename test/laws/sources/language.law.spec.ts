import { itemsOf } from '../../../apps/cli/language/items.mjs';
import {
  refusalOfComment,
  refusalOfSubject,
  refusalOfTitle,
} from '../../../apps/cli/language/rules.mjs';

describe('the language check of comments', () => {
  it.each([
    'Maximum number of open invitations per account.',
    'Deletes the session. Throws NotFound when there is none.',
    'Officers of the group see it.',
    'What happens when two nodes start at once?',
  ])('accepts the comment “%s”', (text) => {
    expect(refusalOfComment(text)).toBeUndefined();
  });

  it.each([
    ['What a used link brought about.', 'What'],
    ['Deletes the row. Whoever waits for it gets NotFound.', 'Whoever'],
    ['of a message that expired only the key remains', 'of'],
    ['Reads them: Those who left are not among them.', 'Those who'],
    ['So many invitations may be open.', 'So many'],
  ])('refuses the comment “%s”', (text, start) => {
    expect(refusalOfComment(text)).toBe(`a sentence begins with “${start}”`);
  });
});

describe('the language check of test titles', () => {
  it.each(['rejects a second appeal while one is open', 'offers invitations'])(
    'accepts the title “%s”',
    (text) => {
      expect(refusalOfTitle(text)).toBeUndefined();
    },
  );

  it.each(['what an edited message said', 'whoever left reads nothing', 'of two one wins'])(
    'refuses the title “%s”',
    (text) => {
      expect(refusalOfTitle(text)).toMatch(/^begins with/);
    },
  );
});

describe('the language check of commit subjects', () => {
  it.each(['channels: Reject upper-case UUIDs', 'cli: Count the lines of code by folder'])(
    'accepts the subject “%s”',
    (subject) => {
      expect(refusalOfSubject(subject)).toBeUndefined();
    },
  );

  it.each([
    'Reject upper-case UUIDs',
    'channels: reject upper-case UUIDs',
    'channels: Reject',
    `channels: Reject ${'long '.repeat(12)}identifiers`,
  ])('refuses the subject “%s”', (subject) => {
    expect(refusalOfSubject(subject)).toBeDefined();
  });
});

describe('the language check of a source file', () => {
  const SOURCE = `
    // First line,
    // and its second.
    export const [A, B] = pair(); // behind the code
    /** A class. */
    export class C {}
    // oxlint-disable-next-line no-console
    const page = <p>{/* in the page */} https://no.comment</p>;
    const url = 'https://no.comment';
    describe('a group', () => {
      describe('in a group', () => {
        it.each([1])('shows %s', () => {});
      });
    });
    it('stands alone', () => {});
  `;
  const items = itemsOf('some/file.tsx', SOURCE);

  it('finds each comment with the code after it, and skips linter directives', () => {
    expect(items.comments.map(({ text, code }) => [text, code])).toEqual([
      ['First line, and its second.', 'export const [A, B] = pair(); // behind the code'],
      ['behind the code', 'export const [A, B] = pair();'],
      ['A class.', 'export class C {}'],
      ['in the page', expect.any(String)],
    ]);
  });

  it('finds exported names with their keyword', () => {
    expect(items.names.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'const A',
      'const B',
      'class C',
    ]);
  });

  it('finds titles with the groups around them', () => {
    const tests = items.titles.filter(({ isGroup }) => !isGroup);
    expect(tests.map(({ groups, text }) => [...groups, text])).toEqual([
      ['a group', 'in a group', 'shows %s'],
      ['stands alone'],
    ]);
  });
});
