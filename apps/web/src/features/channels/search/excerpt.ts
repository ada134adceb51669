/** A part of an excerpt; `isHit` if it matches the search. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Maximum number of characters before the first match, and of the whole excerpt. */
const BEFORE = 40;
const LENGTH = 180;
/**
 * Two words count as forms of the same word if they share at least `ROOT` letters and differ only in the last `END`.
 */
const ROOT = 4;
const END = 2;

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’‘ʼʻꞌ]/gu, '');
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼʻꞌ]*/gu;

/** One line of a message around the first match, with all matches highlighted. */
export function excerptOf(body: string, asked: string): ExcerptPart[] {
  const wanted = [...asked.matchAll(WORD)].map(([word]) => fold(word));
  const line = body.replace(/\s+/gu, ' ').trim();
  const hits = [...line.matchAll(WORD)]
    .filter(([word]) => wanted.some((one) => isForm(fold(word), one)))
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
  const start = startOf(line, hits[0]?.from ?? 0);
  const end = endOf(line, start + LENGTH);
  const parts: ExcerptPart[] = [];
  let at = start;
  for (const { from, to } of hits) {
    if (from < at || to > end) continue;
    parts.push(
      { text: line.slice(at, from), isHit: false },
      { text: line.slice(from, to), isHit: true },
    );
    at = to;
  }
  parts.push({ text: line.slice(at, end), isHit: false });
  const [first, last] = [start > 0 ? '… ' : '', end < line.length ? ' …' : ''];
  const all = [{ text: first, isHit: false }, ...parts, { text: last, isHit: false }];
  return all.filter(({ text }) => text !== '');
}

/** Whether a word equals the searched one, begins with it, or is another form of it. */
function isForm(word: string, asked: string): boolean {
  if (word === asked || (asked.length > 2 && word.startsWith(asked))) return true;
  let shared = 0;
  while (shared < word.length && word[shared] === asked[shared]) shared += 1;
  return shared >= Math.max(ROOT, Math.min(word.length, asked.length) - END);
}

function startOf(line: string, hit: number): number {
  if (hit <= BEFORE) return 0;
  const space = line.indexOf(' ', hit - BEFORE);
  return space < 0 || space >= hit ? hit : space + 1;
}

function endOf(line: string, most: number): number {
  if (line.length <= most) return line.length;
  const space = line.lastIndexOf(' ', most);
  return space > most - BEFORE ? space : most;
}
