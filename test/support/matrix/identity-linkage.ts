/**
 * One identity of another person: their profile or a persona. `marks` are strings that occur with this identity only.
 */
export interface Identity {
  readonly of: string;
  readonly key: string;
  readonly marks: readonly string[];
}

type Json = unknown;

/**
 * Splits a response into rows. A row contains the strings of an object, of its nested objects and of its lists of
 * strings. Each item of a list of objects is a separate row.
 */
export function disclosedRows(json: Json): string[][] {
  const rows: string[][] = [];
  const gather = (value: Json, row: string[]): void => {
    if (typeof value === 'string') row.push(value, ...insideCursor(value));
    if (Array.isArray(value)) {
      for (const one of value) {
        if (one && typeof one === 'object') rows.push(...disclosedRows(one));
        else gather(one, row);
      }
    } else if (value && typeof value === 'object') {
      for (const one of Object.values(value)) gather(one, row);
    }
  };
  const own: string[] = [];
  gather(json, own);
  return [own, ...rows];
}

/** Returns the values inside a base64url cursor, which any client can decode. */
function insideCursor(value: string): string[] {
  if (!/^[\w-]{12,}$/.test(value)) return [];
  const text = Buffer.from(value, 'base64url').toString('utf8');
  return text.startsWith('[') ? (text.match(/[\w.:-]{3,}/g) ?? []) : [];
}

/** Whether a string reveals no identity: it looks like an enum value, or it is a colour index. */
const isConstant = (text: string) => text.length < 2 || /^[a-z]+(?:[A-Z][a-z]+)*$/.test(text);

/**
 * Returns the evidence that two identities belong to one person: both occur in one row, or the same string occurs in
 * rows of both identities and of no other person.
 */
export function linkedIdentities(
  rows: readonly string[][],
  identities: readonly Identity[],
): string[] {
  const found = new Set<string>();
  const beside = new Map<Identity, Set<string>>(identities.map((one) => [one, new Set()]));
  const elsewhere = new Map<string, Set<string>>();
  for (const row of rows) {
    const here = identities.filter(({ marks }) => marks.some((mark) => row.includes(mark)));
    for (const one of here) {
      for (const text of row) beside.get(one)!.add(text);
      const other = here.find(({ of, key }) => of === one.of && key !== one.key);
      if (other) found.add(`${one.key} and ${other.key} stand in one row: ${row.join(' ')}`);
    }
    for (const of of new Set(identities.map((one) => one.of))) {
      if (here.some((one) => one.of === of)) continue;
      const said = elsewhere.get(of) ?? new Set();
      for (const text of row) said.add(text);
      elsewhere.set(of, said);
    }
  }
  for (const one of identities) {
    for (const other of identities) {
      if (one.of !== other.of || one.key >= other.key) continue;
      const both = [...beside.get(one)!].filter(
        (text) =>
          beside.get(other)!.has(text) && !isConstant(text) && !elsewhere.get(one.of)?.has(text),
      );
      for (const text of both) found.add(`${one.key} and ${other.key} are both beside ${text}`);
    }
  }
  return [...found];
}
