/**
 * Pictures inside documents, without what stands beside the picture: segments and boxes are left out whole, and the coded
 * picture stays as it is, byte for byte. Throws for what is no such picture.
 */

const [START, SCAN, END] = [0xd8, 0xda, 0xd9];
/** Of the segments for applications, the two that a decoder needs: JFIF, and Adobe's word about colours. */
const NEEDED = new Set([0xe0, 0xee]);
const isForApplications = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
const MOST_NEEDED_BYTES = 20;

/** A JPEG (ITU-T T.81, B.1). */
export function plainJpeg(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== START) throw new Error('cleaning: no JPEG');
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new Error('cleaning: no JPEG');
    if (marker === END) return Buffer.concat([...kept, Buffer.from([0xff, END])]);
    const to = marker === SCAN ? endOfScan(bytes, at) : at + 2 + bytes.readUInt16BE(at + 2);
    const isNeeded = NEEDED.has(marker) && to - at <= MOST_NEEDED_BYTES;
    if (!isForApplications(marker) || isNeeded) kept.push(bytes.subarray(at, to));
    at = to;
  }
}

/** In coded data 0xff is followed by 0, or by a mark to begin again. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from + 2 + bytes.readUInt16BE(from + 2);
  for (; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && !(next! >= 0xd0 && next! <= 0xd7)) return at;
  }
  throw new Error('cleaning: half a JPEG');
}

const NEEDED_BOXES = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c', 'rreq']);

/** A JPEG 2000 (ISO/IEC 15444-1, annex I), or its bare code stream. */
export function plainJpeg2000(bytes: Buffer): Buffer {
  if (bytes.readUInt16BE(0) === 0xff4f) return bytes;
  const kept: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const said = bytes.readUInt32BE(at);
    if (said === 1 || (said !== 0 && said < 8)) throw new Error('cleaning: no JPEG 2000');
    const to = said === 0 ? bytes.length : at + said;
    if (NEEDED_BOXES.has(bytes.toString('latin1', at + 4, at + 8)))
      kept.push(bytes.subarray(at, to));
    at = to;
  }
  return Buffer.concat(kept);
}
