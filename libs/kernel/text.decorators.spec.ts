import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { AddressText, SingleLineText, MultiLineText } from './text.decorators.js';

class Note {
  @SingleLineText(10)
  title!: string;

  @MultiLineText(20, { canBeBlank: true })
  body!: string;

  @SingleLineText(5, { each: true })
  words!: string[];

  @AddressText(30, { canBeBlank: true })
  address!: string;
}

function read(input: object) {
  const note = plainToInstance(Note, { title: 'Acta', body: '', words: [], address: '', ...input });
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

  it('keep an address as it was typed, without the blanks around it', () => {
    const address = 'https://A.example/a\u0301/👩🏽‍🌾';
    const { note, keys } = read({ address: `\uFEFF ${address}\u200B\n` });
    expect(keys).toEqual([]);
    expect(note.address).toBe(address);
  });

  it.each([
    [{ title: ' \u200B ' }, 'blank'],
    [{ title: 'once letras' }, 'tooLong'],
    [{ title: 7 }, 'notText'],
    [{ title: null }, 'notText'],
    [{ title: { toString: 'x' } }, 'notText'],
    [{ words: ['bien', 'demasiado'] }, 'tooLong'],
    [{ words: ['bien', 3] }, 'notText'],
    [{ address: 'https://a.example/b c' }, 'malformed'],
    [{ address: 'https://a.ex\u200Bample/' }, 'malformed'],
    [{ address: 'https://a.example/\n/b' }, 'malformed'],
    [{ address: `https://a.example/${'x'.repeat(20)}` }, 'tooLong'],
    [{ address: 7 }, 'notText'],
  ])('refuse the input %j with the error key %s', (input, key) => {
    expect(read(input).keys).toEqual([key]);
  });
});
