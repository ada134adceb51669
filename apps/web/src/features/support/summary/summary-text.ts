export type SummaryPartId =
  | 'kind'
  | 'dates'
  | 'goal'
  | 'tried'
  | 'beneficiary'
  | 'replies'
  | 'alternatives'
  | 'languages'
  | 'name'
  | 'contact'
  | 'supporter';

/** A part of the summary that the requester can leave out. */
export interface SummaryPart {
  readonly id: SummaryPartId;
  readonly label: string;
  readonly lines: readonly string[];
}

/** Parts that may name a person or lead to one. They are in the summary only if the requester adds them. */
const NAMES_SOMEBODY: readonly SummaryPartId[] = ['beneficiary', 'name', 'contact', 'supporter'];

/** The parts with a text, without blank lines. */
export const partsWithText = (
  parts: readonly (Omit<SummaryPart, 'lines'> & {
    readonly lines: readonly (string | null | undefined | false)[];
  })[],
): SummaryPart[] =>
  parts
    .map((part) => ({ ...part, lines: part.lines.filter((line): line is string => !!line) }))
    .filter(({ lines }) => lines.length > 0);

/** The parts that are chosen at the beginning: those that name nobody. */
export const presetParts = (parts: readonly SummaryPart[]): SummaryPartId[] =>
  parts.map(({ id }) => id).filter((id) => !NAMES_SOMEBODY.includes(id));

/** The summary as plain text: each chosen part with its label, in the order of the parts. */
export const summaryText = (
  parts: readonly SummaryPart[],
  chosen: readonly SummaryPartId[],
): string =>
  parts
    .filter(({ id }) => chosen.includes(id))
    .map(({ label, lines }) => `${label.toLocaleUpperCase()}\n${lines.join('\n\n')}\n`)
    .join('\n');
