import { contentDisposition } from './file-name.js';

/** Headers that make a file inert in a browser: it cannot act as a page, run scripts or be cached. */
export const inertFileHeaders = (name: string): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'content-disposition': contentDisposition(name),
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
  'accept-ranges': 'bytes',
  vary: 'cookie',
});

export interface ByteRange {
  readonly status: 200 | 206 | 416;
  readonly headers: Record<string, string>;
  /** First and last byte, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/** Returns the byte range that a request asks for. Several or malformed ranges give the whole file (RFC 9110, 14.2). */
export function parseRange(size: number, range: string | undefined): ByteRange {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  const last = size - 1;
  if (from === undefined || to === undefined || (from === '' && to === ''))
    return { status: 200, headers: {}, from: 0, to: last };
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? last : Math.min(last, Number(to));
  if (start > end || start > last)
    return { status: 416, headers: { 'content-range': `bytes */${size}` }, from: 0, to: -1 };
  return {
    ...{ status: 206, headers: { 'content-range': `bytes ${start}-${end}/${size}` } },
    ...{ from: start, to: end },
  };
}
