import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { DECLARE_CONFLICT } from '../desk/desk.graphql';
import { deleteReviewDraft } from '../desk/review-drafts';

interface DeclareConflictProps {
  id: string;
  onDone: (text: string) => void;
}

/** Lets a vetter declare that they know the applicant, before or after reading the file. */
export function DeclareConflict({ id, onDone }: DeclareConflictProps) {
  const { t } = useLingui();
  const declare = useMutationState(DECLARE_CONFLICT);
  const act = async () => {
    const data = await declare.run({ id });
    if (!data) return false;
    deleteReviewDraft(id);
    const isEnough = data.declareConflict >= 2;
    onDone(
      isEnough
        ? t`Gracias por decirlo. Hay más gente que puede leerla.`
        : t`Gracias por decirlo. Hace falta más gente que pueda leerla.`,
    );
    return true;
  };
  return (
    <ConfirmButton
      label={<Trans>Conozco a esta persona</Trans>}
      kind="text"
      title={<Trans>¿Conoces a quien postula?</Trans>}
      actLabel={<Trans>Sí, dejarla a otras personas</Trans>}
      actKind="primary"
      isBusy={declare.isBusy}
      message={declare.message}
      onAct={act}
    >
      <Trans>
        La postulación se cierra para ti y no vuelve a tu Mesa. Si ya recomendaste algo, deja de
        contar. Queda en el registro que lo dijiste, y quien postula no se entera.
      </Trans>
    </ConfirmButton>
  );
}
