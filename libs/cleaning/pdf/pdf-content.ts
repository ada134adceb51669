import { FileRefusedError } from '#cleaning/cleaned-file.js';
import { splitJpeg } from '#cleaning/images/strip-image-metadata.js';

const codes = (text: string) => new Set(Buffer.from(text, 'latin1'));
const SPACES = codes('\0\t\n\f\r ');
const APART = new Set([...SPACES, ...codes('()<>[]{}/%')]);
const [CR, LF] = [0x0d, 0x0a];
const [COMMENT, TEXT, END_OF_TEXT, ESCAPE] = [0x25, 0x28, 0x29, 0x5c];
const [LESS, MORE, NAME] = [0x3c, 0x3e, 0x2f];
/** A possible end marker of an inline image counts only if this many bytes after it are text. */
const LOOK_AHEAD = 12;

/**
 * Removes comments and text that is not drawn from a content stream, or from a PostScript program such as a CMap
 * (`isProgram`).
 */
export function stripContentStream(bytes: Buffer, isProgram = false): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  const instead = (start: number, end: number, text: string | Buffer) => {
    kept.push(bytes.subarray(from, start), Buffer.from(text));
    from = end;
    return end;
  };
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    if (bytes[at] === COMMENT) at = instead(at, endOfLine(bytes, at), '');
    else if (bytes[at] === TEXT) at = endOfText(bytes, at);
    else if (bytes[at] === LESS && bytes[at + 1] === LESS && isProgram) at += 2;
    else if (bytes[at] === LESS && bytes[at + 1] === LESS) {
      at = endOfDictionary(bytes, at);
      instead(start, at, markOf(bytes.toString('latin1', start, at)));
    } else if (bytes[at] === LESS) at = after(bytes, MORE, at);
    else if (APART.has(bytes[at]!) && bytes[at] !== NAME) at += 1;
    else {
      at = endOfWord(bytes, at);
      if (isProgram || bytes.toString('latin1', start, at) !== 'BI') continue;
      const { data, jpeg, end } = inlinePicture(bytes, at);
      if (jpeg) instead(data, end, jpeg);
      at = end;
    }
  }
  return Buffer.concat([...kept, bytes.subarray(from)]);
}

/** Keeps only the number of a marked-content dictionary, which screen readers need. */
function markOf(dictionary: string): string {
  const number = /\/MCID\s+(\d{1,9})\b/.exec(dictionary)?.[1];
  return number ? `<</MCID ${number}>>` : '<<>>';
}

interface Inline {
  readonly data: number;
  /** A photograph without camera metadata. */
  readonly jpeg?: Buffer;
  readonly end: number;
}

/** Parses an inline image, from after `BI` to `EI`. */
function inlinePicture(bytes: Buffer, from: number): Inline {
  let at = from;
  let about = '';
  for (let word = ''; word !== 'ID';) {
    if (at >= bytes.length) throw new FileRefusedError('broken');
    const start = at;
    if (bytes[at] === TEXT) at = endOfText(bytes, at);
    else if (APART.has(bytes[at]!) && bytes[at] !== NAME) at += 1;
    else at = endOfWord(bytes, at);
    word = bytes.toString('latin1', start, at);
    about += `${word} `;
  }
  const data = at + 1;
  if (!/\/DCT(Decode)?\s/.test(about)) return { data, end: endOfPicture(bytes, data) };
  if (/\/(A85|AHx|LZW|Fl|RL|ASCII85Decode|ASCIIHexDecode|LZWDecode|FlateDecode)\s/.test(about))
    throw new FileRefusedError('notAccepted');
  const { plain, length } = splitJpeg(bytes.subarray(data));
  return { data, jpeg: plain, end: data + length };
}

function endOfPicture(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('EI', from); at >= 0; at = bytes.indexOf('EI', at + 1)) {
    const behind = bytes.subarray(at + 2, at + 2 + LOOK_AHEAD);
    const isApart = SPACES.has(bytes[at - 1]!) && (behind.length === 0 || SPACES.has(behind[0]!));
    if (isApart && behind.every((one) => (one >= 0x20 && one < 0x7f) || SPACES.has(one))) return at;
  }
  throw new FileRefusedError('broken');
}

function endOfLine(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== CR && bytes[at] !== LF) at += 1;
  return at;
}

function endOfWord(bytes: Buffer, from: number): number {
  let at = from + 1;
  while (at < bytes.length && !APART.has(bytes[at]!)) at += 1;
  return at;
}

function endOfText(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === ESCAPE) at += 1;
    else if (bytes[at] === TEXT) depth += 1;
    else if (bytes[at] === END_OF_TEXT && (depth -= 1) === 0) return at + 1;
  }
  return bytes.length;
}

function endOfDictionary(bytes: Buffer, from: number): number {
  let depth = 0;
  let at = from;
  while (at < bytes.length) {
    const isTwice = bytes[at] === bytes[at + 1];
    if (bytes[at] === COMMENT) at = endOfLine(bytes, at);
    else if (bytes[at] === TEXT) at = endOfText(bytes, at);
    else if (bytes[at] === LESS && !isTwice) at = after(bytes, MORE, at);
    else if (bytes[at] === LESS) {
      depth += 1;
      at += 2;
    } else if (bytes[at] === MORE && isTwice) {
      at += 2;
      if ((depth -= 1) === 0) return at;
    } else at += 1;
  }
  return bytes.length;
}

const after = (bytes: Buffer, one: number, from: number): number => {
  const at = bytes.indexOf(one, from);
  return at < 0 ? bytes.length : at + 1;
};
