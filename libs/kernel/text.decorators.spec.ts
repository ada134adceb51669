import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { SingleLineText, MultiLineText } from './text.decorators.js';

class Note {
  @SingleLineText(10)
  title!: string;

  @MultiLineText(20, { canBeBlank: true })
  body!: string;

  @SingleLineText(5, { each: true })
  words!: string[];
}

function read(input: object) {
  const note = plainToInstance(Note, { title: 'Acta', body: '', words: [], ...input });
  const errors = validateSync(note);
  return { note, keys: errors.flatMap((error) => Object.keys(error.constraints ?? {})) };
}

describe('text decorators', () => {
  it('normalise accepted text', () => {
    const { note, keys } = read({
      title: ' Acta\u200B  uno ',
      body: 'a\r\n\r\n\r\nb ',
      words: [' ñ '],
    });
    expect(keys).toEqual([]);
    expect(note).toMatchObject({ title: 'Acta uno', body: 'a\n\nb', words: ['ñ'] });
  });

  it.each([
    [{ title: ' \u200B ' }, 'blank'],
    [{ title: 'once letras' }, 'tooLong'],
    [{ title: 7 }, 'notText'],
    [{ title: null }, 'notText'],
    [{ title: { toString: 'x' } }, 'notText'],
    [{ words: ['bien', 'demasiado'] }, 'tooLong'],
    [{ words: ['bien', 3] }, 'notText'],
  ])('refuse the input %j with the error key %s', (input, key) => {
    expect(read(input).keys).toEqual([key]);
  });
});
