/**
 * A repeated piece of at most this length makes a password common. A core of fewer letters is not looked up, because
 * short list entries such as `an` are no passwords.
 */
const PIECE = 4;

let list: Promise<ReadonlySet<string>> | undefined;

/** Loads the list of common passwords when it is first needed, because it takes some megabytes. */
function common(): Promise<ReadonlySet<string>> {
  list ??= load().catch((error: unknown) => {
    list = undefined; // The next call loads the list again.
    throw error;
  });
  return list;
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set<string>(dictionary['passwords-common'] as readonly string[]);
}

/**
 * Whether a password is among those that attackers try first: it is in zxcvbn's list of 49,000 common passwords, is
 * such a password with digits or symbols around it, or repeats one short piece.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const words = await common();
  const folded = password.toLowerCase();
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const piece = repeatedPiece(folded) ?? repeatedPiece(core);
  if (piece !== undefined && (piece.length <= PIECE || words.has(piece))) return true;
  return words.has(folded) || (core.length >= PIECE && words.has(core));
}

/** For example `abc` of `abcabcabc`; undefined if nothing repeats. */
function repeatedPiece(text: string): string | undefined {
  const length = (text + text).indexOf(text, 1);
  return length > 0 && length < text.length ? text.slice(0, length) : undefined;
}
