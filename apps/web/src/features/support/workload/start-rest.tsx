import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { type ActionEffect, ActionEffects } from '../../../ui/display/action-effects';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import '../cases/error-texts';
import { REST_CHANGES, START_SUPPORT_REST, type Workload } from './workload.graphql';

/** The consequences that do not depend on what the supporter holds. */
const ALWAYS: readonly ActionEffect[] = [
  ['bellOff', <Trans key="quiet">No te llegan avisos de pedidos, tampoco de los urgentes</Trans>],
  ['eyeOff', <Trans key="secret">No se lo decimos a nadie; queda escrito qué devolviste</Trans>],
  [
    'people',
    <Trans key="rota">
      Sales de la lista de guardia hasta que vuelvas, como si no tuvieras días
    </Trans>,
  ],
  ['check', <Trans key="end">Vuelves cuando quieras, con un toque en «Casos»</Trans>],
];

/** Starts the rest of a supporter, after its consequences. */
export function StartRest({ workload: { claims, cases } }: { workload: Workload }) {
  const inHand = claims + cases;
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const { run, isBusy, message } = useMutationState(START_SUPPORT_REST, REST_CHANGES);
  const start = async () => {
    if (!(await run({}))) return;
    toast({ text: t`Descansa. Aquí te esperamos.` });
    navigate('/cases', { replace: true });
  };
  const returned: ActionEffect = [
    'back',
    <Plural
      key="returned"
      value={inHand}
      one="# pedido o caso vuelve a la cola, y avisamos a quien lo pidió, como si lo devolvieras"
      other="# pedidos y casos vuelven a la cola, y avisamos a quienes los pidieron, como si los devolvieras"
    />,
  ];
  return (
    <Card className="stack--3">
      <ActionEffects
        title={<Trans>Mientras descansas</Trans>}
        effects={[
          ...(inHand > 0
            ? [
                returned,
                [
                  'clock',
                  <Trans key="calls">Se cancelan las llamadas que tengas reservadas</Trans>,
                ] as const,
              ]
            : []),
          ...ALWAYS,
        ]}
      />
      <ErrorBanner text={message} />
      <Button kind="primary" block isBusy={isBusy} onClick={() => void start()}>
        <Trans>Empezar a descansar</Trans>
      </Button>
      <ButtonLink block to="/cases">
        <Trans>Volver sin cambiar nada</Trans>
      </ButtonLink>
    </Card>
  );
}
