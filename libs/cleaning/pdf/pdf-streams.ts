import { constants, deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { FileRefusedError } from '#cleaning/cleaned-file.js';
import { stripContentStream } from '#cleaning/pdf/pdf-content.js';
import { stripJpegMetadata, stripJpeg2000Metadata } from '#cleaning/images/strip-image-metadata.js';

interface Plain {
  readonly dict: PDFDict;
  readonly contents: Uint8Array;
}

const MOST_INFLATED = 64 * 1024 * 1024;
const [FILTER, PARMS] = [PDFName.of('Filter'), PDFName.of('DecodeParms')];

/** Returns a stream; removes camera metadata if it is a photograph. */
export function stripStreamMetadata(stream: PDFRawStream, context: PDFContext): Plain {
  const filters = filtersOf(stream, context);
  const coding = filters.at(-1);
  if (coding !== 'DCTDecode' && coding !== 'JPXDecode') return stream;
  const before = filters.slice(0, -1);
  if (before.some((one) => one !== 'FlateDecode')) throw new FileRefusedError('notAccepted');
  let bytes = Buffer.from(stream.contents);
  for (const _ of before) bytes = inflateSync(bytes, { maxOutputLength: MOST_INFLATED });
  const contents = coding === 'DCTDecode' ? stripJpegMetadata(bytes) : stripJpeg2000Metadata(bytes);
  if (before.length === 0) return { dict: stream.dict, contents };
  const dict = stream.dict.clone(context);
  dict.set(FILTER, PDFName.of(coding));
  dict.delete(PARMS);
  return { dict, contents };
}

/** Returns a content stream without text that is not drawn. */
export function stripDrawingStream(
  stream: PDFRawStream,
  context: PDFContext,
  isProgram: boolean,
): Plain {
  const filters = filtersOf(stream, context);
  const words = stripContentStream(unpacked(stream, filters), isProgram);
  const dict = stream.dict.clone(context);
  dict.set(FILTER, PDFName.of('FlateDecode'));
  dict.delete(PARMS);
  return { dict, contents: deflateSync(words) };
}

function unpacked(stream: PDFRawStream, filters: readonly string[]): Buffer {
  if (filters.length === 0) return Buffer.from(stream.contents);
  const isPlain = filters.length === 1 && filters[0] === 'FlateDecode' && !stream.dict.has(PARMS);
  if (!isPlain) {
    if (/\/Predictor (?!1\b)/.test(String(stream.dict))) throw new FileRefusedError('notAccepted');
    return Buffer.from(decodePDFRawStream(stream).decode());
  }
  // Accept truncated data, as PDF readers do.
  const options = { maxOutputLength: MOST_INFLATED, finishFlush: constants.Z_SYNC_FLUSH };
  return inflateSync(stream.contents, options);
}

function filtersOf({ dict }: PDFRawStream, context: PDFContext): string[] {
  const filter = context.lookup(dict.get(FILTER));
  const all = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  const long: Record<string, string> = { DCT: 'DCTDecode', Fl: 'FlateDecode' };
  return all.map((one) => {
    const found = context.lookup(one);
    const text = found instanceof PDFName ? found.decodeText() : '';
    return long[text] ?? text;
  });
}
