import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { useToast } from '../../../ui/actions/toast';
import { Banner } from '../../../ui/display/banner';
import { countAnswered } from '../partners/count-answered';
import type { PartnerCase } from '../partners/partners.graphql';
import './error-texts';
import { PAUSE_CHANGES, TAKE_OVER_CASE } from './pauses.graphql';

/** Tells a supporter that the requester left, and when the case closes. */
export function PausedCase({ until }: { until: string }) {
  const { i18n } = useLingui();
  const day = i18n.date(until, { dateStyle: 'long' });
  return (
    <Banner look="warn" icon="clock" title={<Trans>El caso está en pausa</Trans>}>
      <Trans>
        Quien pidió apoyo ya no participa en este caso. Si vuelve, o si se hace cargo alguien a
        quien invitó, sigue. Si no, se cierra el {day}. Hasta entonces no se suma a nadie ni se
        reservan llamadas; puedes devolverlo.
      </Trans>
    </Banner>
  );
}

interface PausedSideProps {
  one: Pick<PartnerCase, 'id' | 'pausedUntil' | 'viewerCan'>;
  /** After the viewer took the case over. */
  onOwned: () => void;
}

/** Tells a person of the partner side that nobody decides about the case, and lets them take it over. */
export function PausedSide({ one: { id, pausedUntil, viewerCan }, onOwned }: PausedSideProps) {
  const { i18n } = useLingui();
  if (!pausedUntil) return null;
  const day = i18n.date(pausedUntil, { dateStyle: 'long' });
  return (
    <Banner look="warn" icon="clock" title={<Trans>El caso está en pausa</Trans>}>
      <span className="stack stack--2">
        <span>
          <Trans>
            Quien decidía ya no participa en este caso. Puedes leer la conversación, pero no
            escribir. Si nadie se hace cargo, se cierra el {day}.
          </Trans>
        </span>
        {viewerCan.includes('takeOver') && (
          <span>
            <TakeOver id={id} onOwned={onOwned} />
          </span>
        )}
      </span>
    </Banner>
  );
}

function TakeOver({ id, onOwned }: { id: string; onOwned: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(TAKE_OVER_CASE, PAUSE_CHANGES);
  const onAct = async () => {
    if (!(await run({ id }))) return false;
    countAnswered();
    toast({ text: t`El caso es tuyo` });
    onOwned();
    return true;
  };
  return (
    <ConfirmButton
      kind="primary"
      label={<Trans>Hacerme cargo</Trans>}
      title={<Trans>¿Hacerte cargo del caso?</Trans>}
      actLabel={<Trans>Hacerme cargo</Trans>}
      actKind="primary"
      {...{ onAct, isBusy, message }}
    >
      <Trans>
        El caso será tuyo: leerás lo que se escribió al pedir apoyo y decidirás quién lo lee y
        cuándo termina. Quien lo tenía ya no podrá volver. Quienes dan apoyo verán tu nombre en este
        caso; cuéntales cómo contactarte.
      </Trans>
    </ConfirmButton>
  );
}
