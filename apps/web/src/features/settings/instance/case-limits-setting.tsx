import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { CASE_LIMITS, REQUEST_CASE_LIMITS } from './case-limits.graphql';
import '../error-texts';
import { TextSetting, type TextSettingProps } from './text-setting';

interface CaseLimitsSettingProps extends Pick<TextSettingProps, 'onConfirm'> {
  onAsked: (actId: string) => void;
}

/** Shows how many requests and cases a supporter may have, and requests a change from another administrator. */
export function CaseLimitsSetting({ onConfirm, onAsked }: CaseLimitsSettingProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CASE_LIMITS });
  const { run, problem, fieldMessage } = useMutationState(REQUEST_CASE_LIMITS);
  if (!data) return null;
  const { open, urgent } = data.caseLimits;
  const texts = [
    {
      name: 'open',
      label: t`Pedidos y casos por persona`,
      hint: t`De 1 a 50. Al llegar al límite, la persona no puede tomar otro.`,
      now: String(open),
      maxLength: 2,
      isNumber: true,
    },
    {
      name: 'urgent',
      label: t`Urgentes, como máximo`,
      hint: t`No más que los pedidos y casos por persona.`,
      now: String(urgent),
      maxLength: 2,
      isNumber: true,
    },
  ];
  const ask = async ({ open = '', urgent = '' }: Record<string, string>, reason: string) => {
    const asked = await run({ input: { open: Number(open), urgent: Number(urgent), reason } });
    if (asked) onAsked(asked.askToChangeCaseLimits.id);
    return asked !== undefined;
  };
  return (
    <TextSetting
      icon="support"
      title={t`Límite de casos por persona`}
      note={t`${open} pedidos y casos a la vez; urgentes: ${urgent}`}
      texts={texts}
      consequences={<Consequences />}
      {...{ problem, fieldMessage, onConfirm }}
      onAsk={ask}
    />
  );
}

function Consequences() {
  return (
    <p>
      <Trans>
        Todavía no cambia nada: lo aprueba otra persona de administración, hasta mañana a esta hora.
        Quien ya tenga más en ese momento los conserva, y no puede tomar otro hasta bajar del
        límite.
      </Trans>
    </p>
  );
}
