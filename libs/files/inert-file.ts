import { asAttachment } from './file-name.js';

/** Whatever a file is taken for, it does nothing: it is no page, runs no script and is kept nowhere. */
export const inertFile = (name: string): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'content-disposition': asAttachment(name),
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
  'accept-ranges': 'bytes',
  vary: 'cookie',
});

export interface RangeAnswer {
  readonly status: 200 | 206 | 416;
  readonly headers: Record<string, string>;
  readonly bytes: Buffer;
}

/** The part of a file that a request asks for; of several parts, or of something else, the whole (RFC 9110, 14.2). */
export function rangeIn(bytes: Buffer, range: string | undefined): RangeAnswer {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === ''))
    return { status: 200, headers: {}, bytes };
  const last = bytes.length - 1;
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? last : Math.min(last, Number(to));
  if (start > end || start > last) {
    const headers = { 'content-range': `bytes */${bytes.length}` };
    return { status: 416, headers, bytes: Buffer.alloc(0) };
  }
  const headers = { 'content-range': `bytes ${start}-${end}/${bytes.length}` };
  return { status: 206, headers, bytes: bytes.subarray(start, end + 1) };
}
