import { fileTypeFromBuffer } from 'file-type';
import {
  type CleanedFile,
  type CleanedFileKind,
  MAX_FILE_BYTES,
  FileRefusedError,
} from '#cleaning/cleaned-file.js';

interface Cleaning {
  readonly kind: CleanedFileKind;
  clean(bytes: Buffer): Promise<CleanedFile>;
}

const image = (type: string): Cleaning => ({
  kind: 'image',
  clean: async (bytes) => (await import('#cleaning/images/clean-image.js')).cleanImage(bytes, type),
});

const voice: Cleaning = {
  kind: 'voice',
  clean: async (bytes) => (await import('#cleaning/clean-voice-note.js')).cleanVoiceNote(bytes),
};

const pdf: Cleaning = {
  kind: 'document',
  clean: async (bytes) => (await import('#cleaning/pdf/clean-pdf.js')).cleanPdf(bytes),
};

const docx: Cleaning = {
  kind: 'document',
  clean: async (bytes) => (await import('#cleaning/docx/clean-docx.js')).cleanDocx(bytes),
};
const WORD = 'application/vnd.';

/** The only file types that are opened, detected from the content. The file name and the declared type are ignored. */
const BY_TYPE: Readonly<Record<string, Cleaning>> = {
  'image/jpeg': image('jpeg'),
  'image/png': image('png'),
  'image/webp': image('webp'),
  'image/gif': image('gif'),
  'video/webm': voice,
  'audio/webm': voice,
  'application/pdf': pdf,
  // The type of a ZIP archive is known only after it is opened.
  'application/zip': docx,
  [`${WORD}openxmlformats-officedocument.wordprocessingml.document`]: docx,
  [`${WORD}openxmlformats-officedocument.wordprocessingml.template`]: docx,
  [`${WORD}ms-word.document.macroenabled.12`]: docx,
  [`${WORD}ms-word.template.macroenabled.12`]: docx,
};

/** Sanitises a file of any accepted type. Throws FileRefusedError if the file is refused. */
export async function cleanFile(bytes: Buffer): Promise<CleanedFile> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const cleaning = type && Object.hasOwn(BY_TYPE, type.mime) ? BY_TYPE[type.mime] : undefined;
  if (!cleaning) throw new FileRefusedError('notAccepted');
  if (bytes.length > MAX_FILE_BYTES[cleaning.kind]) throw new FileRefusedError('tooLarge');
  return cleaning.clean(bytes);
}
