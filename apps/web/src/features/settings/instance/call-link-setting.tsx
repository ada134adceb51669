import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { registerErrorTexts } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { CALL_LINK_TEMPLATE, REQUEST_CALL_LINK_TEMPLATE } from './call-link.graphql';
import '../error-texts';
import { TextSetting, type TextSettingProps } from './text-setting';

registerErrorTexts({
  noTemplate: msg`Tiene que empezar con https:// y llevar un asterisco (*) después del nombre del sitio.`,
});

interface CallLinkSettingProps extends Pick<TextSettingProps, 'onConfirm'> {
  onAsked: (actId: string) => void;
}

/** Shows of which address the links of calls are made, and requests a change from another administrator. */
export function CallLinkSetting({ onConfirm, onAsked }: CallLinkSettingProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CALL_LINK_TEMPLATE });
  const { run, problem, fieldMessage } = useMutationState(REQUEST_CALL_LINK_TEMPLATE);
  if (!data) return null;
  const now = data.callLinkTemplate ?? '';
  const texts = [
    {
      name: 'template',
      label: t`Dirección`,
      hint: t`Por ejemplo https://reuniones.example/trama-* En cada llamada, el asterisco se cambia por letras y números al azar. Si la dejas vacía, cada persona de apoyo escribe su enlace.`,
      now,
      maxLength: 400,
      isAddress: true,
    },
  ];
  const ask = async ({ template = '' }: Record<string, string>, reason: string) => {
    const asked = await run({ input: { template, reason } });
    if (asked) onAsked(asked.askToChangeCallLinkTemplate.id);
    return asked !== undefined;
  };
  return (
    <TextSetting
      icon="link"
      title={t`Sitio de videollamadas`}
      note={now || <Trans>Cada persona de apoyo escribe su enlace</Trans>}
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
        Desde entonces, cada llamada que se reserva recibe un enlace de ese sitio. Quien administra
        el sitio puede ver la dirección IP de quienes entran y, si no cifra las llamadas, también lo
        que se dice.
      </Trans>
    </p>
  );
}
