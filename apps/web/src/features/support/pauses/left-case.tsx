import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import type { OwnRequest } from '../own/own-requests.graphql';
import './error-texts';
import { COME_BACK_TO_CASE, PAUSE_CHANGES } from './pauses.graphql';

interface LeftCaseProps {
  request: Pick<OwnRequest, 'id' | 'pausedUntil' | 'viewerCan'>;
  onChanged: () => void;
}

/** Tells a viewer who left their case until when it is paused, and brings them back. Shows nothing once it has closed. */
export function LeftCase({ request: { id, pausedUntil, viewerCan }, onChanged }: LeftCaseProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(COME_BACK_TO_CASE, PAUSE_CHANGES);
  if (!pausedUntil) return null;
  const day = i18n.date(pausedUntil, { dateStyle: 'long' });
  const comeBack = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Volviste al caso` });
    onChanged();
  };
  return (
    <>
      <Banner look="warn" icon="clock" title={<Trans>Ya no estás en este caso</Trans>}>
        <span className="stack stack--2">
          <span>
            <Trans>
              Está en pausa. Puedes volver hasta el {day}, mientras no se haga cargo alguien a quien
              invitaste. Si nadie lo continúa, ese día se cierra.
            </Trans>
          </span>
          {viewerCan.includes('comeBack') && (
            <span>
              <Button small isBusy={isBusy} onClick={() => void comeBack()}>
                <Trans>Volver al caso</Trans>
              </Button>
            </span>
          )}
        </span>
      </Banner>
      <ErrorBanner text={message} />
    </>
  );
}
