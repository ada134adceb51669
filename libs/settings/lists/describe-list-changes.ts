import type { TwoPersonRequestDetail } from '#audit/two-person/two-person-act-kinds.js';
import { LANGUAGES } from '#kernel/language.js';
import type { LocalizedText } from '#kernel/localized-text.js';

/** The fields by which two lists are compared. */
export interface KeyedListItem {
  readonly key: string;
  /** The key of the old item that this item rewords. */
  readonly insteadOf?: string | null;
}

/** Formats items of one kind for the administrator who approves a change. */
export interface ListItemFormatter<Item> {
  /**
   * The part of a label that names what the item is for, such as `decline:risk`; empty if all items serve the same
   * purpose.
   */
  readonly labelSuffixOf: (item: Item) => string;
  /** The texts of the item, each in three languages. */
  readonly texts: (item: Item) => readonly LocalizedText[];
}

/**
 * Describes the differences of two lists for the approver: items added, reworded, changed in purpose or retired, and
 * then the new list in order.
 */
export function describeListChanges<Item extends KeyedListItem>(
  from: readonly Item[],
  to: readonly Item[],
  { labelSuffixOf, texts }: ListItemFormatter<Item>,
): TwoPersonRequestDetail[] {
  const before = new Map(from.map((item) => [item.key, item]));
  const isKept = new Set(to.map(({ key, insteadOf }) => insteadOf ?? key));
  const fact = (what: string, item: Item, value: string): TwoPersonRequestDetail => ({
    ...{ label: labelOf(what, labelSuffixOf(item)), value },
  });
  const full = (item: Item) => texts(item).map(inAll).join('\n');
  return [
    ...to.flatMap((item) => {
      const was = before.get(item.insteadOf ?? item.key);
      if (!was) return [fact('added', item, full(item))];
      const said = texts(item).flatMap((text, at) => difference(texts(was)[at]!, text));
      const [now, then] = [labelSuffixOf(was), labelSuffixOf(item)];
      const turned = labelOf('turned', `from:${now}:to:${then}`);
      return [
        ...(now === then ? [] : [{ label: turned, value: inLine(texts(item)[0]!) }]),
        ...(said.length === 0 ? [] : [fact('reworded', item, said.join('\n'))]),
      ];
    }),
    ...from.filter(({ key }) => !isKept.has(key)).map((item) => fact('retired', item, full(item))),
    ...to.map((item, at) => ({
      label: labelOf('list', labelSuffixOf(item).split(':')[0]!),
      value: `${at + 1}. ${inLine(texts(item)[0]!)}`,
    })),
  ];
}

const labelOf = (what: string, of: string) => (of === '' ? what : `${what}:${of}`);

const inLine = (text: LocalizedText) => LANGUAGES.map((language) => text[language]).join(' · ');

const inAll = (text: LocalizedText) =>
  LANGUAGES.map((language) => `${language.toUpperCase()}: ${text[language]}`).join('\n');

const difference = (was: LocalizedText, is: LocalizedText): string[] =>
  LANGUAGES.filter((language) => was[language] !== is[language]).map(
    (language) => `${language.toUpperCase()}: «${was[language]}» → «${is[language]}»`,
  );
