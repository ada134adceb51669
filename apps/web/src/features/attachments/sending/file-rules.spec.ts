import { MOST_DOCUMENT_BYTES, MOST_IMAGE_BYTES, takenAs } from './file-rules';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const file = (name: string, type: string, size = 1) => ({ name, type, size });

describe('chosen file', () => {
  it.each([
    ['a photo', file('a.jpg', 'image/jpeg'), { kind: 'image', type: 'image/jpeg' }],
    ['a PDF', file('a.pdf', 'application/pdf'), { kind: 'document', type: 'application/pdf' }],
    ['a PDF by its ending', file('A.PDF', ''), { kind: 'document', type: 'application/pdf' }],
    ['a DOCX by its ending', file('a.b.docx', ''), { kind: 'document', type: DOCX }],
  ])('is taken as %s', (_what, chosen, taken) => {
    expect(takenAs(chosen)).toEqual(taken);
  });

  it.each([
    ['empty', file('a.pdf', 'application/pdf', 0), 'empty'],
    ['of another type', file('a.html', 'text/html'), 'type'],
    ['of another type behind a known ending', file('a.pdf', 'text/html'), 'type'],
    ['an image that can hold scripts', file('a.svg', 'image/svg+xml'), 'type'],
    ['without a type and an ending', file('pdf', 'unknown/x'), 'type'],
    ['without a type, of another ending', file('a.exe', ''), 'type'],
  ])('is refused when it is %s', (_what, chosen, refusal) => {
    expect(takenAs(chosen)).toBe(refusal);
  });

  it.each([
    ['document', 'application/pdf', MOST_DOCUMENT_BYTES],
    ['image', 'image/png', MOST_IMAGE_BYTES],
  ])('is refused as a %s above its limit only', (kind, type, most) => {
    expect(takenAs(file('a', type, most))).toEqual({ kind, type });
    expect(takenAs(file('a', type, most + 1))).toBe('large');
  });
});
