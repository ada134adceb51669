import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';

/** The part of the viewer in a case. `own` is the requester or a person of their side. */
export type CasePart = 'own' | 'helper' | 'supporter';

const TITLES: Record<CasePart, ReactNode> = {
  own: <Trans>Ya no está</Trans>,
  helper: <Trans>Tu ayuda en este caso terminó</Trans>,
  supporter: <Trans>Ya no está en tus manos</Trans>,
};
const TEXTS: Record<CasePart, ReactNode> = {
  own: <Trans>El pedido se destruyó con todo lo escrito, o ya no estás en este caso.</Trans>,
  helper: (
    <Trans>
      Ya no lees nada de él. Puede que quien pidió apoyo o el equipo lo decidiera, que pasara el
      plazo o que el caso terminara. Gracias por ayudar.
    </Trans>
  ),
  supporter: <Trans>Tal vez quien lo pidió lo retiró o ya no te corresponde.</Trans>,
};

/** In place of a case or a conversation that the viewer could read until a moment ago. */
export function CaseGone({ part, level = 'h2' }: { part: CasePart; level?: 'h1' | 'h2' }) {
  return (
    <EmptyState
      level={level}
      title={TITLES[part]}
      actions={
        part === 'supporter' ? (
          <ButtonLink to="/cases">
            <Trans>Volver a Casos</Trans>
          </ButtonLink>
        ) : (
          <ButtonLink to="/support">
            <Trans>Volver a Apoyo</Trans>
          </ButtonLink>
        )
      }
    >
      {TEXTS[part]}
    </EmptyState>
  );
}
