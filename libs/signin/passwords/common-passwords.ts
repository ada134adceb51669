/** Shorter pieces say nothing: `an` is no password although it stands in the list. */
const PIECE = 4;

let list: Promise<ReadonlySet<string>> | undefined;

/** The list weighs some megabytes in memory, so it is loaded when the first password is chosen. */
function common(): Promise<ReadonlySet<string>> {
  list ??= load().catch((error: unknown) => {
    list = undefined; // the next password tries again
    throw error;
  });
  return list;
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set<string>(dictionary['passwords-common'] as readonly string[]);
}

/**
 * Whether a password is one that guessers try first: it stands in the list of common passwords (zxcvbn's, 49,000),
 * it is such a one with digits or signs around it, or one short piece again and again.
 */
export async function isCommon(password: string): Promise<boolean> {
  const words = await common();
  const folded = password.toLowerCase();
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const piece = repeatedPiece(folded) ?? repeatedPiece(core);
  if (piece !== undefined && (piece.length <= PIECE || words.has(piece))) return true;
  return words.has(folded) || (core.length >= PIECE && words.has(core));
}

/** `abc` of `abcabcabc`; undefined when nothing repeats. */
function repeatedPiece(text: string): string | undefined {
  const length = (text + text).indexOf(text, 1);
  return length > 0 && length < text.length ? text.slice(0, length) : undefined;
}
