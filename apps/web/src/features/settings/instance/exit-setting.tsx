import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { SETTINGS_QUERY } from '../founding/founding.graphql';
import { REQUEST_EXIT_ADDRESS_CHANGE } from './public-settings.graphql';
import '../error-texts';
import { TextSetting, type TextSettingProps } from './text-setting';

const LONGEST = 254;

interface ExitSettingProps extends Pick<TextSettingProps, 'onConfirm'> {
  onAsked: (actId: string) => void;
}

/** Shows where quick exit leads, and requests a change from another administrator. */
export function ExitSetting({ onConfirm, onAsked }: ExitSettingProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: SETTINGS_QUERY });
  const { run, problem, fieldMessage } = useMutationState(REQUEST_EXIT_ADDRESS_CHANGE);
  if (!data) return null;
  const now = data.settings.exitAddress ?? '';
  const texts = [
    {
      name: 'address',
      label: t`Dirección`,
      hint: t`Empieza con https://. Elige algo que cualquiera tendría abierto, como el clima o un diario. Si la dejas vacía, lleva a una página de medidas de cocina.`,
      now,
      maxLength: LONGEST,
      isAddress: true,
    },
  ];
  const ask = async ({ address = '' }: Record<string, string>, reason: string) => {
    const asked = await run({ input: { address, reason } });
    if (asked) onAsked(asked.askToChangeExitAddress.id);
    return asked !== undefined;
  };
  return (
    <TextSetting
      icon="exit"
      title={t`A dónde lleva «Salir rápido»`}
      note={now || <Trans>A una página de medidas de cocina, sin nada de Trama</Trans>}
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
        Entonces «Salir rápido» abre esa página para todas las personas. Quien la administra ve la
        dirección IP de quien sale y el momento, pero no que venía de Trama.
      </Trans>
    </p>
  );
}
