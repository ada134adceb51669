import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import './continuation-error-texts';
import { KEEP_SUPPORT_CASE_OPEN } from './continuation.graphql';

interface SilenceNoticeProps {
  id: string;
  /** When the case closes. */
  endsAt: string;
  onKept: () => void;
}

/** Tells one side of a silent case when it closes, with a button that keeps it open. */
export function SilenceNotice({ id, endsAt, onKept }: SilenceNoticeProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(KEEP_SUPPORT_CASE_OPEN);
  const day = i18n.date(endsAt, { dateStyle: 'long' });
  const keep = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Quedó abierto` });
    onKept();
  };
  return (
    <>
      <Banner look="warn" icon="clock" title={<Trans>¿Sigue este acompañamiento?</Trans>}>
        <span className="stack stack--2">
          <span>
            <Trans>
              Hace más de tres meses que nada cambia aquí. Si siguen en contacto, dilo con este
              botón. Si no, se cierra el {day}.
            </Trans>
          </span>
          <span>
            <Button small isBusy={isBusy} onClick={() => void keep()}>
              <Trans>Sí, sigue</Trans>
            </Button>
          </span>
        </span>
      </Banner>
      <ErrorBanner text={message} />
    </>
  );
}
