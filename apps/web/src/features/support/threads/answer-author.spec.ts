import { answerAuthorId } from './answer-author';

const MESSAGES = [
  { authorId: null, authorName: 'Teresa N.' },
  { authorId: 'imitator', authorName: 'Teresa N.' },
  { authorId: 'joaquin', authorName: 'Joaquín' },
  { authorId: 'teresa', authorName: 'Teresa N.' },
];

describe('answerAuthorId', () => {
  it('returns the only supporter of a case, also before they write', () => {
    expect(answerAuthorId('Teresa N.', [], ['teresa'])).toBe('teresa');
  });

  it('returns the supporter who writes under the name of the answer, not one who imitates it', () => {
    expect(answerAuthorId('Teresa N.', MESSAGES, ['joaquin', 'teresa'])).toBe('teresa');
  });

  it('returns the name while none of several supporters wrote under it', () => {
    expect(answerAuthorId('Davi', MESSAGES, ['joaquin', 'teresa'])).toBe('Davi');
    expect(answerAuthorId('Teresa N.', [], [])).toBe('Teresa N.');
  });
});
