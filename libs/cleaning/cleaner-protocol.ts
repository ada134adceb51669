import {
  type CleanedFile,
  type CleaningRefusal,
  sortRemovedDataKinds,
  CLEANING_REFUSALS,
} from '#cleaning/cleaned-file.js';

export interface CleaningRefusalResult {
  readonly why: CleaningRefusal;
}
type Answer = CleanedFile | CleaningRefusalResult;
interface Head {
  readonly why?: string;
  readonly about?: Omit<CleanedFile, 'parts'>;
  readonly sizes?: readonly (readonly [part: string, bytes: number])[];
}

const LENGTH = 4;

/** Serialises a result: length of the header, header as JSON, then the parts. */
export function serialiseCleaningResult(answer: Answer): Buffer {
  if ('why' in answer) return withHead({ why: answer.why }, []);
  const { parts, ...about } = answer;
  const sizes = [...parts].map(([part, bytes]) => [part, bytes.length] as const);
  return withHead({ about, sizes }, [...parts.values()]);
}

function withHead(head: Head, bytes: readonly Buffer[]): Buffer {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text, ...bytes]);
}

/** Serialises several files, each preceded by its length. */
export const joinFileFrames = (files: readonly Buffer[]): Buffer =>
  Buffer.concat(
    files.flatMap((file) => {
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32BE(file.length);
      return [length, file];
    }),
  );

export function splitFileFrames(bytes: Buffer): Buffer[] {
  const files: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const from = at + LENGTH;
    at = from + bytes.readUInt32BE(at);
    files.push(bytes.subarray(from, at));
  }
  return files;
}

/**
 * Parses a result. It is untrusted, because the process that wrote it read an untrusted file. Throws for malformed
 * data.
 */
export function parseCleaningResult(bytes: Buffer): Answer {
  const from = LENGTH + bytes.readUInt32BE(0);
  const head = JSON.parse(bytes.toString('utf8', LENGTH, from)) as Head;
  const why = CLEANING_REFUSALS.find((word) => word === head.why);
  if (why) return { why };
  const { about, sizes } = head;
  if (!about || !sizes) throw new Error('cleaning: the result has no header');
  const parts = new Map<string, Buffer>();
  let at = from;
  for (const [part, size] of sizes) parts.set(part, bytes.subarray(at, (at += size)));
  if (at !== bytes.length || parts.size === 0)
    throw new Error(`cleaning: the result is incomplete (read ${at} of ${bytes.length} bytes)`);
  return {
    ...{ kind: about.kind, type: about.type, removed: sortRemovedDataKinds(about.removed) },
    ...{ width: about.width, height: about.height, seconds: about.seconds },
    parts,
  };
}
