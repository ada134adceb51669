import { MAX_DOCUMENT_BYTES, MAX_IMAGE_BYTES, checkFile } from './file-rules';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const file = (name: string, type: string, size = 1) => ({ name, type, size });

describe('checkFile', () => {
  it.each([
    ['a photo', file('a.jpg', 'image/jpeg'), { kind: 'image', type: 'image/jpeg' }],
    ['a PDF', file('a.pdf', 'application/pdf'), { kind: 'document', type: 'application/pdf' }],
    ['a PDF by its extension', file('A.PDF', ''), { kind: 'document', type: 'application/pdf' }],
    ['a DOCX by its extension', file('a.b.docx', ''), { kind: 'document', type: DOCX }],
  ])('accepts a chosen file: %s', (_what, chosen, taken) => {
    expect(checkFile(chosen)).toEqual(taken);
  });

  it.each([
    ['an empty file', file('a.pdf', 'application/pdf', 0), 'empty'],
    ['an unsupported type', file('a.html', 'text/html'), 'type'],
    ['an unsupported type with a supported extension', file('a.pdf', 'text/html'), 'type'],
    ['an image that can hold scripts', file('a.svg', 'image/svg+xml'), 'type'],
    ['an unknown type without an extension', file('pdf', 'unknown/x'), 'type'],
    ['no type and an unsupported extension', file('a.exe', ''), 'type'],
  ])('rejects a chosen file: %s', (_what, chosen, refusal) => {
    expect(checkFile(chosen)).toBe(refusal);
  });

  it.each([
    ['document', 'application/pdf', MAX_DOCUMENT_BYTES],
    ['image', 'image/png', MAX_IMAGE_BYTES],
  ])('rejects a file of kind %s only above its size limit', (kind, type, most) => {
    expect(checkFile(file('a', type, most))).toEqual({ kind, type });
    expect(checkFile(file('a', type, most + 1))).toBe('large');
  });
});
