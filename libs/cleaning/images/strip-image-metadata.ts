/**
 * Markers of a JPEG file. This module strips images inside PDF files: it drops whole metadata segments and boxes, and
 * keeps the encoded pixels byte for byte. Throws for malformed data.
 */

const [START, SCAN, END] = [0xd8, 0xda, 0xd9];
/** The two application segments that a decoder needs: JFIF, and Adobe's colour transform. */
const NEEDED = new Set([0xe0, 0xee]);
const isForApplications = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
const MOST_NEEDED_BYTES = 20;

/** Removes metadata from a JPEG (ITU-T T.81, B.1). */
export const stripJpegMetadata = (bytes: Buffer): Buffer => splitJpeg(bytes).plain;

/** Removes metadata from a JPEG that is followed by other data; also returns the original length of the JPEG. */
export function splitJpeg(bytes: Buffer): { readonly plain: Buffer; readonly length: number } {
  if (bytes[0] !== 0xff || bytes[1] !== START) throw new Error('cleaning: malformed JPEG');
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new Error('cleaning: malformed JPEG');
    if (marker === END)
      return { plain: Buffer.concat([...kept, Buffer.from([0xff, END])]), length: at + 2 };
    const to = marker === SCAN ? endOfScan(bytes, at) : at + 2 + bytes.readUInt16BE(at + 2);
    const isNeeded = NEEDED.has(marker) && to - at <= MOST_NEEDED_BYTES;
    if (!isForApplications(marker) || isNeeded) kept.push(bytes.subarray(at, to));
    at = to;
  }
}

/** In encoded data, 0xff is followed by 0 or a restart marker. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from + 2 + bytes.readUInt16BE(from + 2);
  for (; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && !(next! >= 0xd0 && next! <= 0xd7)) return at;
  }
  throw new Error('cleaning: truncated JPEG');
}

const NEEDED_BOXES = new Set(['jP  ', 'ftyp', 'jp2c', 'rreq']);
const NEEDED_IN_HEAD = new Set(['ihdr', 'bpcc', 'pclr', 'cmap', 'cdef']);
/** Colour spaces by their number in the standard: greyscale, sRGB. */
const [GREY, RGB] = [17, 16];

/** Removes metadata from a JPEG 2000 file (ISO/IEC 15444-1, annex I) or its raw code stream. */
export function stripJpeg2000Metadata(bytes: Buffer): Buffer {
  if (bytes.readUInt16BE(0) === 0xff4f) return plainCodeStream(bytes);
  const kept = boxesOf(bytes).flatMap(({ type, whole, body }) => {
    if (type === 'jp2h') return [box(type, plainHead(body))];
    if (type === 'jp2c') return [box(type, plainCodeStream(body))];
    return NEEDED_BOXES.has(type) ? [whole] : [];
  });
  return Buffer.concat(kept);
}

/** Replaces colour profiles, which identify the software, by a standard colour space. */
function plainHead(head: Buffer): Buffer {
  const boxes = boxesOf(head);
  const colours = boxes.find(({ type }) => type === 'ihdr')?.body.readUInt16BE(8) ?? 3;
  const numbered = Buffer.from([1, 0, 0, 0, 0, 0, colours < 3 ? GREY : RGB]);
  return Buffer.concat(
    boxes.flatMap(({ type, whole, body }) => {
      if (type === 'colr') return [body[0] === 1 ? whole : box(type, numbered)];
      return NEEDED_IN_HEAD.has(type) ? [whole] : [];
    }),
  );
}

interface Box {
  readonly type: string;
  readonly whole: Buffer;
  readonly body: Buffer;
}

function boxesOf(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at < bytes.length) {
    const said = bytes.readUInt32BE(at);
    if (said === 1 || (said !== 0 && said < 8)) throw new Error('cleaning: malformed JPEG 2000');
    const to = said === 0 ? bytes.length : at + said;
    const type = bytes.toString('latin1', at + 4, at + 8);
    boxes.push({ type, whole: bytes.subarray(at, to), body: bytes.subarray(at + 8, to) });
    at = to;
  }
  return boxes;
}

function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const [TILE, DATA, END_OF_STREAM, SAID] = [0xff90, 0xff93, 0xffd9, 0xff64];
/** The marker of tile lengths, which would be wrong after metadata is removed; decoders do not need them. */
const TABLES = new Set([0xff55]);
const AT_LENGTH_OF_TILE = 6;

/** Removes comments from the headers of a code stream and of its tiles (annex A). */
function plainCodeStream(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (bytes.readUInt16BE(at) !== END_OF_STREAM) {
    const isTile = bytes.readUInt16BE(at) === TILE;
    const said = isTile ? bytes.readUInt32BE(at + AT_LENGTH_OF_TILE) : 0;
    const end = said === 0 ? bytes.length : at + said;
    if (end > bytes.length || (isTile && said !== 0 && said < 14))
      throw new Error('cleaning: truncated JPEG 2000');
    if (!isTile) {
      const to = at + 2 + bytes.readUInt16BE(at + 2);
      const marker = bytes.readUInt16BE(at);
      if (marker !== SAID && !TABLES.has(marker)) kept.push(bytes.subarray(at, to));
      at = to;
      continue;
    }
    const tile = plainTile(bytes.subarray(at, end));
    if (said !== 0) tile.writeUInt32BE(tile.length, AT_LENGTH_OF_TILE);
    kept.push(tile);
    if (said === 0) return Buffer.concat(kept);
    at = end;
    if (at + 2 > bytes.length) break; // Some files omit the end marker.
  }
  return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]);
}

function plainTile(tile: Buffer): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  while (tile.readUInt16BE(at) !== DATA) {
    const to = at + 2 + tile.readUInt16BE(at + 2);
    if (tile.readUInt16BE(at) !== SAID) kept.push(tile.subarray(at, to));
    at = to;
  }
  return Buffer.concat([...kept, tile.subarray(at)]);
}
