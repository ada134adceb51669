import { useLingui } from '@lingui/react/macro';
import type { Approval } from './approvals.graphql';
import { ENDED_LABELS, KINDS } from './two-person-words';

/** What an act is called; one without words yet by its name. */
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
 * What is asked for, in words: the values of one label together, in the order in which the server gives them. A label may
 * have parts, each with its words: `added:decline:risk`.
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

/** What follows when it is approved. */
export function useConsequence(kind: string): string {
  const { i18n } = useLingui();
  const words = KINDS[kind];
  return words ? i18n._(words.consequence) : '';
}
