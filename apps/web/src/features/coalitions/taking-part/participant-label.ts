import { useLingui } from '@lingui/react/macro';

interface NamedParticipant {
  /** The name that the coalition sees; empty while it needs one. */
  readonly name: string;
  /** The group or organisation, for those who may know which one it is. */
  readonly group: { readonly name: string } | null;
  readonly organisation: { readonly name: string } | null;
}

/**
 * Names a participant to the viewer: to its own people by the name that they know, and by the one of the coalition if
 * it differs.
 */
export function useParticipantLabel(): (participant: NamedParticipant | null) => string {
  const { t } = useLingui();
  return (participant) => {
    const shown = participant?.name ?? '';
    const own = participant?.group?.name ?? participant?.organisation?.name ?? shown;
    if (!shown) return own || t`un participante sin nombre`;
    return own === shown ? shown : t`${own} (aquí: ${shown})`;
  };
}
