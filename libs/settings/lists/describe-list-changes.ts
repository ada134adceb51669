import type {
  TwoPersonRequestDetail,
  TwoPersonRequestText,
} from '#audit/two-person/two-person-act-kinds.js';
import { LANGUAGES } from '#kernel/language.js';
import { isSameLocalizedText, type LocalizedText } from '#kernel/localized-text.js';

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
  /** The texts of the item by field, each in three languages. The first one names the item. */
  readonly texts: (item: Item) => Readonly<Record<string, LocalizedText>>;
}

/**
 * Describes the differences of two lists for the approver: items added, reworded, changed in purpose or retired, and
 * then the new list in order. The value of each detail is the Spanish name of the item; its texts have all languages.
 */
export function describeListChanges<Item extends KeyedListItem>(
  from: readonly Item[],
  to: readonly Item[],
  { labelSuffixOf, texts }: ListItemFormatter<Item>,
): TwoPersonRequestDetail[] {
  const before = new Map(from.map((item) => [item.key, item]));
  const isKept = new Set(to.map(({ key, insteadOf }) => insteadOf ?? key));
  const detail = (label: string, was: Item | undefined, is: Item | undefined) =>
    describe(label, was && texts(was), is && texts(is));
  return [
    ...to.flatMap((item) => {
      const was = before.get(item.insteadOf ?? item.key);
      const then = labelSuffixOf(item);
      if (!was) return [detail(labelOf('added', then), undefined, item)];
      const now = labelSuffixOf(was);
      const turned = labelOf('turned', `from:${now}:to:${then}`);
      return [
        ...(now === then ? [] : [detail(turned, was, was)]),
        ...(areSame(texts(was), texts(item)) ? [] : [detail(labelOf('reworded', then), was, item)]),
      ];
    }),
    ...from
      .filter(({ key }) => !isKept.has(key))
      .map((item) => detail(labelOf('retired', labelSuffixOf(item)), item, undefined)),
    ...to.map((item) => detail(labelOf('list', labelSuffixOf(item).split(':')[0]!), item, item)),
  ];
}

const labelOf = (what: string, of: string) => (of === '' ? what : `${what}:${of}`);

type Texts = Readonly<Record<string, LocalizedText>>;

const areSame = (was: Texts, is: Texts) =>
  Object.keys(is).every((part) => isSameLocalizedText(was[part]!, is[part]!));

/** Describes an item by its old texts, its new ones, or both. */
function describe(label: string, was: Texts | undefined, is: Texts | undefined) {
  const parts = Object.keys(was ?? is ?? {});
  const texts = parts.flatMap((part) =>
    LANGUAGES.map((language): TwoPersonRequestText => ({
      ...{ part, language },
      before: was?.[part]?.[language] ?? null,
      after: is?.[part]?.[language] ?? null,
    })),
  );
  return { label, value: texts[0]?.before ?? texts[0]?.after ?? '', texts };
}
