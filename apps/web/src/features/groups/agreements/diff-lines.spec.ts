import { diffLines } from './diff-lines';

const told = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, line }) => `${kind} ${line}`);

describe('diffLines', () => {
  it('shows the old line before the new one, and keeps the lines around them', () => {
    expect(
      told(
        'Escuchamos.\nGuardamos un año.\nPreguntamos.',
        'Escuchamos.\nGuardamos 90 días.\nPreguntamos.',
      ),
    ).toEqual([
      'same Escuchamos.',
      'removed Guardamos un año.',
      'added Guardamos 90 días.',
      'same Preguntamos.',
    ]);
  });

  it('shows added and removed lines at both ends', () => {
    expect(told('a\nb', 'x\na')).toEqual(['added x', 'same a', 'removed b']);
    expect(told('', 'a\nb')).toEqual(['added a', 'added b']);
    expect(told('a', '')).toEqual(['removed a']);
  });

  it('ignores empty lines and spaces around a line', () => {
    expect(told('a\n\nb', ' a\nb ')).toEqual(['same a', 'same b']);
  });

  it('keeps as many lines as possible when lines change places', () => {
    expect(told('a\nb\nc', 'b\nc\na')).toEqual(['removed a', 'same b', 'same c', 'added a']);
  });
});
