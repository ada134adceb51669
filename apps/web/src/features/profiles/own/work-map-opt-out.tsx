import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { CheckChoice } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useToast } from '../../../ui/actions/toast';
import { SET_COUNTED_IN_WORK_MAP } from '../work-map/work-map.graphql';

interface CountedRowProps {
  isCounted: boolean;
  onChanged: () => void;
}

/** Setting: whether the work map counts the viewer. */
export function WorkMapOptOut({ isCounted, onChanged }: CountedRowProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, problem } = useMutationState(SET_COUNTED_IN_WORK_MAP);
  const set = async (next: boolean) => {
    if (!(await run({ isCounted: next }))) return;
    toast({
      text: next
        ? t`Vuelves a contar en las estadísticas. Se nota en uno o dos días.`
        : t`Dejas de contar en las estadísticas. Se nota en uno o dos días.`,
      onUndo: () => void run({ isCounted: !next }).then(onChanged),
    });
    onChanged();
  };
  return (
    <section className="pf stack stack--2" aria-label={t`Estadísticas`}>
      <span className="label">
        <Trans>Estadísticas</Trans>
      </span>
      <FormProblem problem={problem} />
      <CheckChoice checked={!isCounted} onChange={() => void set(!isCounted)}>
        <Trans>No quiero contar en ellas</Trans>
      </CheckChoice>
      <p className="hint">
        <Trans>
          En <Link to="/people/map">Dónde se trabaja en qué</Link> se ve cuánta gente hay, nunca
          quién. Lo que cambies aquí se nota en uno o dos días.
        </Trans>
      </p>
    </section>
  );
}
