import { inflateSync } from 'node:zlib';
import { PDFArray, type PDFContext, type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { NotClean } from '#cleaning/cleaned.js';
import { plainJpeg, plainJpeg2000 } from '#cleaning/plain-images.js';

interface Plain {
  readonly dict: PDFDict;
  readonly contents: Uint8Array;
}

const MOST_INFLATED = 64 * 1024 * 1024;
const [FILTER, PARMS] = [PDFName.of('Filter'), PDFName.of('DecodeParms')];

/** A stream; one that is a photograph without what the camera wrote into it. */
export function plainStream(stream: PDFRawStream, context: PDFContext): Plain {
  const filters = filtersOf(stream, context);
  const coding = filters.at(-1);
  if (coding !== 'DCTDecode' && coding !== 'JPXDecode') return stream;
  const before = filters.slice(0, -1);
  if (before.some((one) => one !== 'FlateDecode')) throw new NotClean('notAccepted');
  let bytes = Buffer.from(stream.contents);
  for (const _ of before) bytes = inflateSync(bytes, { maxOutputLength: MOST_INFLATED });
  const contents = coding === 'DCTDecode' ? plainJpeg(bytes) : plainJpeg2000(bytes);
  if (before.length === 0) return { dict: stream.dict, contents };
  const dict = stream.dict.clone(context);
  dict.set(FILTER, PDFName.of(coding));
  dict.delete(PARMS);
  return { dict, contents };
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
