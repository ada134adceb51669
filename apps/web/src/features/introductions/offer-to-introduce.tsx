import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { CheckChoice } from '../../ui/forms/choice';
import { useToast } from '../../ui/actions/toast';
import { OFFERS_TO_INTRODUCE_QUERY, SET_OFFERS_TO_INTRODUCE } from './introducers.graphql';

/** Setting: whether the viewer offers to be an introducer. Off by default. */
export function OfferToIntroduce() {
  const { t } = useLingui();
  const toast = useToast();
  const [{ data }, execute] = useQuery({
    query: OFFERS_TO_INTRODUCE_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const set = useMutationState(SET_OFFERS_TO_INTRODUCE);
  const change = async (does: boolean) => {
    if (!(await set.run({ does }))) return;
    execute({ requestPolicy: 'network-only' });
    toast({
      text: does ? t`Ahora pueden pedirte que presentes` : t`Ya no te pedirán que presentes`,
    });
  };
  if (!data) return null;
  return (
    <>
      <ErrorBanner text={set.message} />
      <CheckChoice
        checked={data.offersToIntroduce}
        disabled={set.isBusy}
        onChange={(event) => void change(event.target.checked)}
        note={
          <Trans>
            Pueden pedírtelo tus aliados y aliadas, y quienes comparten contigo un grupo que llevas.
            Nadie ve a quién conoces, y lo que no pases queda entre tú y Trama.
          </Trans>
        }
      >
        <Trans>Puedo presentar a quienes conozco</Trans>
      </CheckChoice>
    </>
  );
}
