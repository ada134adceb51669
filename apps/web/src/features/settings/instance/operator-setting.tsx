import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { SETTINGS_QUERY } from '../founding/founding.graphql';
import { REQUEST_OPERATOR_CHANGE } from './public-settings.graphql';
import '../error-texts';
import { TextSetting, type TextSettingProps } from './text-setting';

const LONGEST_NAME = 80;
const LONGEST_CONTACT = 254;

interface OperatorSettingProps extends Pick<TextSettingProps, 'onConfirm'> {
  onAsked: (actId: string) => void;
}

/** Shows the operator named on public pages, and requests a change from another administrator. */
export function OperatorSetting({ onConfirm, onAsked }: OperatorSettingProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: SETTINGS_QUERY });
  const { run, problem, fieldMessage } = useMutationState(REQUEST_OPERATOR_CHANGE);
  if (!data) return null;
  const { name, contact } = data.settings.operator ?? { name: '', contact: '' };
  const texts = [
    { name: 'name', label: t`Nombre`, now: name, maxLength: LONGEST_NAME },
    {
      name: 'contact',
      label: t`Contacto`,
      hint: t`Un correo, o una dirección que empiece con https://. Para que no aparezca nadie, deja vacíos los dos campos.`,
      now: contact,
      maxLength: LONGEST_CONTACT,
      isAddress: true,
    },
  ];
  const ask = async ({ name = '', contact = '' }: Record<string, string>, reason: string) => {
    const asked = await run({ input: { name, contact, reason } });
    if (asked) onAsked(asked.askToChangeOperator.id);
    return asked !== undefined;
  };
  return (
    <TextSetting
      icon="mail"
      title={t`Responsable de este sitio`}
      note={name ? `${name}\n${contact}` : <Trans>La portada todavía no nombra a nadie</Trans>}
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
        Entonces lo lee cualquiera que abra la portada, también sin cuenta.
      </Trans>
    </p>
  );
}
