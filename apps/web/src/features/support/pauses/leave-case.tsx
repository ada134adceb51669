import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { type ActionEffect, ActionEffects } from '../../../ui/display/action-effects';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { CASE_PARTNERS } from '../partners/partners.graphql';
import './error-texts';
import { LEAVE_OWN_CASE, PAUSE_CHANGES } from './pauses.graphql';

/** Leaves the viewer's own case, after the consequences. With people on their side, offers to hand it over first. */
export function LeaveCase({ id, canHandOver }: { id: string; canHandOver: boolean }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const [{ data }] = useQuery({
    ...{ query: CASE_PARTNERS, variables: { id }, pause: !canHandOver },
    requestPolicy: 'cache-and-network',
  });
  const hasSide = data?.casePartners.some(({ takesPart }) => takesPart) ?? false;
  const { run, isBusy, message } = useMutationState(LEAVE_OWN_CASE, PAUSE_CHANGES);
  const leave = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Dejaste el caso` });
    navigate(`/support/${id}`, { replace: true });
  };
  return (
    <Card className="stack--3">
      <ActionEffects
        title={<Trans>Si dejas el caso</Trans>}
        effects={[
          [
            'eyeOff',
            <Trans key="read">
              Dejas de leer la conversación al instante; lo que escribiste queda
            </Trans>,
          ],
          ...(hasSide ? [GOES_ON] : []),
          [
            'close',
            <Trans key="ends">
              Se cancelan la llamada reservada, las invitaciones y la ayuda de fuera
            </Trans>,
          ],
          [
            'clock',
            <Trans key="closes">
              Queda en pausa 30 días. En ese tiempo puedes volver; si nadie retoma el caso, se
              cierra
            </Trans>,
          ],
        ]}
      />
      {hasSide && (
        <ButtonLink block to={`/support/${id}`}>
          <Trans>Antes, pasarle el caso a alguien</Trans>
        </ButtonLink>
      )}
      <ErrorBanner text={message} />
      <Button kind="danger-line" block isBusy={isBusy} onClick={() => void leave()}>
        <Trans>Dejar el caso</Trans>
      </Button>
    </Card>
  );
}

const GOES_ON: ActionEffect = [
  'people',
  <Trans key="side">Alguien a quien invitaste puede hacerse cargo, y entonces ya no vuelves</Trans>,
];
