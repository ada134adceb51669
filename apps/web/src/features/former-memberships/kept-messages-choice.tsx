import { Trans, useLingui } from '@lingui/react/macro';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';

interface KeptMessagesChoiceProps {
  isCoalition: boolean;
  deletesMessages: boolean;
  onChange: (deletesMessages: boolean) => void;
}

/** Whether what somebody posted stays without their name when they leave, or is deleted. */
export function KeptMessagesChoice(props: KeptMessagesChoiceProps) {
  const { isCoalition, deletesMessages, onChange } = props;
  const { t } = useLingui();
  return (
    <ChoiceGroup
      legend={isCoalition ? t`Tus mensajes en la coalición` : t`Tus mensajes en el grupo`}
    >
      <Choice
        name="messages"
        checked={!deletesMessages}
        onChange={() => onChange(false)}
        note={t`Quedan como «Alguien que salió» hasta su borrado automático.`}
      >
        <Trans>Dejarlos, sin tu nombre</Trans>
      </Choice>
      <Choice
        name="messages"
        checked={deletesMessages}
        onChange={() => onChange(true)}
        note={
          <Trans>
            No se puede deshacer. Los de otras personas quedan, aunque respondan a los tuyos, y los
            reportes guardan una copia. Si antes usaste aquí otro nombre, esos no se borran:
            mostraría que eras tú.
          </Trans>
        }
      >
        {isCoalition ? (
          <Trans>Borrarlos para toda la coalición</Trans>
        ) : (
          <Trans>Borrarlos para todo el grupo</Trans>
        )}
      </Choice>
    </ChoiceGroup>
  );
}
