import { useLingui } from '@lingui/react/macro';
import type { Approval } from './approvals.graphql';
import { ENDED_LABELS, KINDS } from './two-person-words';

/** Title of a kind of two-person act; a kind without texts is shown by its identifier. */
export function useKindName(): (kind: string) => string {
  const { i18n } = useLingui();
  return (kind) => {
    const words = KINDS[kind];
    return words ? i18n._(words.title) : kind;
  };
}

export interface KnownFact {
  readonly label: string;
  readonly values: readonly string[];
}

/**
 * The facts of a request as texts, in the server's order, with the values of one label joined. A label may have several
 * parts, each with a text of its own: `added:decline:risk`.
 */
export function useFacts(act: Pick<Approval, 'kind' | 'shown' | 'state'>): readonly KnownFact[] {
  const { kind, shown, state } = act;
  const { i18n } = useLingui();
  const words = KINDS[kind];
  const byLabel = new Map<string, string[]>();
  for (const { label, value } of shown) {
    const known = words?.values?.[value];
    byLabel.set(label, [...(byLabel.get(label) ?? []), known ? i18n._(known) : value]);
  }
  return [...byLabel].map(([label, values]) => {
    const parts = label.split(':').map((part) => {
      const known = ENDED_LABELS[state]?.[part] ?? words?.labels[part];
      return known ? i18n._(known) : part;
    });
    return { label: parts.join(' · '), values };
  });
}

export function useConsequence(kind: string): string {
  const { i18n } = useLingui();
  const words = KINDS[kind];
  return words ? i18n._(words.consequence) : '';
}
