import { PDFContext, PDFDocument, PDFName, PDFWriter } from '@cantoo/pdf-lib';
import {
  type CleanedFile,
  sortRemovedDataKinds,
  FileRefusedError,
  type RemovedDataKind,
} from '#cleaning/cleaned-file.js';
import { PdfCopier } from '#cleaning/pdf/pdf-copier.js';
import { DOCUMENT_INFO_KEYS } from '#cleaning/pdf/pdf-keys.js';

const MOST_OBJECTS = 300_000;
const MOST_PAGES = 3_000;
const AT_ONCE = 1_000;

/** Copies the pages of a PDF one by one into an empty PDF. Content that no page shows is not copied. */
export async function cleanPdf(bytes: Buffer): Promise<CleanedFile> {
  try {
    const old = await opened(bytes);
    const removed = new Set<RemovedDataKind>(factsOf(old));
    const fresh = PDFContext.create();
    fresh.trailerInfo.Root = new PdfCopier(old, fresh, removed).catalog();
    const written = await PDFWriter.forContext(fresh, AT_ONCE).serializeToBuffer();
    return {
      ...{ kind: 'document', type: 'application/pdf', width: null, height: null, seconds: null },
      removed: sortRemovedDataKinds(removed),
      parts: new Map([['original', Buffer.from(written)]]),
    };
  } catch (error) {
    if (error instanceof FileRefusedError) throw error;
    throw new FileRefusedError('broken');
  }
}

async function opened(bytes: Buffer): Promise<PDFDocument> {
  const old = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  if (old.isEncrypted) throw new FileRefusedError('locked');
  const pages = old.getPageCount();
  if (pages > MOST_PAGES || old.context.enumerateIndirectObjects().length > MOST_OBJECTS)
    throw new FileRefusedError('tooMuchInside');
  if (pages === 0) throw new FileRefusedError('broken');
  return old;
}

function factsOf({ context }: PDFDocument): RemovedDataKind[] {
  const info = context.lookup(context.trailerInfo.Info);
  if (!info || !('has' in info)) return [];
  const facts = info as unknown as { has(key: PDFName): boolean };
  return Object.entries(DOCUMENT_INFO_KEYS).flatMap(([key, word]) =>
    facts.has(PDFName.of(key)) ? [word] : [],
  );
}
