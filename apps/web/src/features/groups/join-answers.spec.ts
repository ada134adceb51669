import { sortAnswers } from './join-answers';

const written = new Map([
  ['', 'Me invitó Ada.'],
  ['¿A?', 'Con la radio.'],
  ['¿B?', ''],
]);

describe('sorting the written answers to join questions', () => {
  it('shows a text to a group without questions as dropped once the group has one', () => {
    const free = new Map([['', 'Me invitó Ada.']]);
    expect(sortAnswers([], free)).toMatchObject({
      dropped: [],
      input: { answers: [], answer: 'Me invitó Ada.' },
    });
    expect(sortAnswers(['¿A?'], free)).toMatchObject({
      dropped: [{ question: '', answer: 'Me invitó Ada.' }],
      input: { answers: [{ question: '¿A?', answer: '' }], answer: '' },
    });
  });

  it('drops answers to removed questions, and no blank ones', () => {
    expect(sortAnswers([], written).dropped).toEqual([
      { question: '¿A?', answer: 'Con la radio.' },
    ]);
    expect(sortAnswers(['¿C?'], written).dropped).toEqual([
      { question: '', answer: 'Me invitó Ada.' },
      { question: '¿A?', answer: 'Con la radio.' },
    ]);
  });

  it('keeps the answer of a moved question, and names the inputs by position', () => {
    expect(sortAnswers(['¿C?', '¿A?'], written).values).toEqual({
      'answers.0.answer': '',
      'answers.1.answer': 'Con la radio.',
    });
  });

  it('sortAnswers finds no answer to the question "constructor" when nothing was written', () => {
    expect(sortAnswers(['constructor'], new Map()).answers).toEqual([
      { question: 'constructor', answer: '' },
    ]);
  });
});
