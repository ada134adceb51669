import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Banner } from '../../../ui/display/banner';
import { ButtonLink } from '../../../ui/actions/button';
import { ReasonField } from '../../../ui/forms/reason-field';
import { ActForm } from './act-form';
import type { MatterActFormProps } from './talk-warn-suspend-forms';
import { REQUEST_MEMBER_REMOVAL } from './request-removal.graphql';
import { useActDraft } from './use-act-draft';

export interface RequestRemovalFormProps extends MatterActFormProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

/** Requests a member's permanent removal, which a second moderator must approve. */
export function RequestRemovalForm({
  matterId,
  name,
  reason,
  onBack,
  onActed,
  onConfirm,
}: RequestRemovalFormProps) {
  const { t } = useLingui();
  const ask = useMutationState(REQUEST_MEMBER_REMOVAL);
  const draft = useActDraft(matterId, 'removal', reason);
  const [why, setWhy] = useState('');
  const act = async () => {
    const ready = draft.ready();
    const done = ready && (await ask.run({ input: { matterId, why, ...ready } }));
    const text = name
      ? t`Pediste sacar a ${name}: falta que otra persona lo apruebe`
      : t`Pedido enviado: falta que otra persona lo apruebe`;
    if (done) onActed(text);
  };
  return (
    <ActForm
      title={<Trans>Sacar de Trama para siempre</Trans>}
      consequence={<Consequence />}
      draft={draft}
      {...ask}
      actLabel={<Trans>Pedir aprobación</Trans>}
      actKind="danger"
      onAct={() => draft.ready() && onConfirm(<Consequence />, () => void act())}
      onBack={onBack}
    >
      <ReasonField value={why} error={ask.fieldMessage('why')} onChange={setWhy} />
    </ActForm>
  );
}

function Consequence() {
  return (
    <Trans>
      Todavía no cambia nada: lo aprueba otra persona de moderación, hasta mañana a esta hora.
      Entonces sus sesiones se cierran y deja sus grupos, sus alianzas y sus tareas. Durante 20 días
      puede entrar solo para leer por qué, apelar, y descargar o borrar sus datos.
    </Trans>
  );
}

/** Shows that a removal waits for approval. */
export function PendingRemovalNote({ id }: { id: string | null }) {
  if (!id) return null;
  return (
    <Banner
      look="info"
      icon="clock"
      title={<Trans>Se pidió sacar de Trama a esta persona: falta que otra lo apruebe</Trans>}
    >
      <ButtonLink kind="text" small to={`/approvals/${id}`}>
        <Trans>Ver el pedido</Trans>
      </ButtonLink>
    </Banner>
  );
}
