import { PDFContext, PDFDocument, PDFName, PDFWriter } from '@cantoo/pdf-lib';
import { type Cleaned, inOrder, NotClean, type Removed } from '#cleaning/cleaned.js';
import { PdfCopy } from '#cleaning/pdf/pdf-copy.js';
import { FACTS } from '#cleaning/pdf/pdf-keys.js';

const MOST_OBJECTS = 300_000;
const MOST_PAGES = 3_000;
const AT_ONCE = 1_000;

/** Copies the pages of a PDF one by one into an empty one; what no page shows is not copied. */
export async function cleanPdf(bytes: Buffer): Promise<Cleaned> {
  try {
    const old = await opened(bytes);
    const removed = new Set<Removed>(factsOf(old));
    const fresh = PDFContext.create();
    fresh.trailerInfo.Root = new PdfCopy(old, fresh, removed).catalog();
    const written = await PDFWriter.forContext(fresh, AT_ONCE).serializeToBuffer();
    return {
      ...{ kind: 'document', type: 'application/pdf', width: null, height: null, seconds: null },
      removed: inOrder(removed),
      parts: new Map([['original', Buffer.from(written)]]),
    };
  } catch (error) {
    if (error instanceof NotClean) throw error;
    throw new NotClean('broken');
  }
}

async function opened(bytes: Buffer): Promise<PDFDocument> {
  const old = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  if (old.isEncrypted) throw new NotClean('locked');
  const pages = old.getPageCount();
  if (pages > MOST_PAGES || old.context.enumerateIndirectObjects().length > MOST_OBJECTS)
    throw new NotClean('tooMuchInside');
  if (pages === 0) throw new NotClean('broken');
  return old;
}

function factsOf({ context }: PDFDocument): Removed[] {
  const info = context.lookup(context.trailerInfo.Info);
  if (!info || !('has' in info)) return [];
  const facts = info as unknown as { has(key: PDFName): boolean };
  return Object.entries(FACTS).flatMap(([key, word]) => (facts.has(PDFName.of(key)) ? [word] : []));
}
