import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { ConfirmButton } from '../../ui/actions/confirm';
import { useToast } from '../../ui/actions/toast';
import {
  END_ORGANISATION,
  CANCEL_ORGANISATION_END,
  type Organisation,
} from './organisations.graphql';
import './error-texts';

interface EndingProps {
  organisation: Organisation;
  onChanged: () => void;
}

/** For spokespeople: ends an organisation; it can be restored for three days. */
export function EndOrganisation({ organisation: { id }, onChanged }: EndingProps) {
  const end = useMutationState(END_ORGANISATION);
  const act = async () => {
    if (!(await end.run({ id }))) return false;
    onChanged();
    return true;
  };
  return (
    <ConfirmButton
      kind="danger-line"
      icon="trash"
      label={<Trans>Terminar la organización</Trans>}
      title={<Trans>¿Terminar la organización?</Trans>}
      actKind="danger"
      actLabel={<Trans>Terminar</Trans>}
      isBusy={end.isBusy}
      message={end.message}
      onAct={act}
    >
      <Trans>
        Desde ahora la ven solo quienes son parte, las invitaciones dejan de valer y, si está en
        coaliciones, sale de ellas. En tres días se borra con todo. Hasta entonces lo puedes
        deshacer, pero la organización no vuelve a las coaliciones.
      </Trans>
    </ConfirmButton>
  );
}

/** Tells the organisation's people that it will end; spokespeople can cancel that. */
export function EndingNotice({ organisation, onChanged }: EndingProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const keep = useMutationState(CANCEL_ORGANISATION_END);
  const { id, endsAt, viewerCan } = organisation;
  if (!endsAt) return null;
  const when = i18n.date(new Date(endsAt), { dateStyle: 'long', timeStyle: 'short' });
  const act = async () => {
    if (!(await keep.run({ id }))) return;
    toast({ text: t`La organización sigue` });
    onChanged();
  };
  return (
    <>
      <Banner look="warn" icon="clock" title={<Trans>Esta organización termina</Trans>}>
        <Trans>
          Se borra el {when}. Mientras tanto la ven solo quienes son parte. Si estaba en
          coaliciones, ya salió de ellas y no vuelve aunque siga.
        </Trans>
      </Banner>
      <ErrorBanner text={keep.message} />
      {viewerCan.includes('keep') && (
        <Button kind="primary" isBusy={keep.isBusy} onClick={() => void act()}>
          <Trans>Que siga</Trans>
        </Button>
      )}
    </>
  );
}
