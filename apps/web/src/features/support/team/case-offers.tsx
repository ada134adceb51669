import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useNow } from '../../../lib/page/use-now';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { CheckChoice } from '../../../ui/forms/choice';
import { useOpenResult } from '../../../ui/page/use-open-result';
import { UrgentBadge } from '../content-list';
import { KIND_LABELS } from '../support-labels';
import './error-texts';
import {
  ACCEPT_CASE_OFFER,
  CASE_OFFERS,
  type CaseOffer,
  DECLINE_CASE_OFFER,
  TEAM_CHANGES,
} from './team.graphql';

const NONE: readonly CaseOffer[] = [];

/** The cases that the viewer is asked to join or to take over, updated live. */
export function useCaseOffers(): readonly CaseOffer[] {
  const [{ data }, execute] = useQuery({
    query: CASE_OFFERS,
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportCase'], () => execute({ requestPolicy: 'network-only' }));
  return data?.caseOffers ?? NONE;
}

/** Lets a supporter accept or decline these cases without reading them. */
export function CaseOffers() {
  const offers = useCaseOffers();
  if (offers.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Te lo piden a ti</Trans>
      </h2>
      {offers.map((offer) => (
        <Offer key={offer.id} offer={offer} />
      ))}
    </section>
  );
}

function Offer({ offer }: { offer: CaseOffer }) {
  const { t } = useLingui();
  const toast = useToast();
  const open = useOpenResult();
  const now = useNow();
  const [wouldLead, setWouldLead] = useState(false);
  const accept = useMutationState(ACCEPT_CASE_OFFER, TEAM_CHANGES);
  const decline = useMutationState(DECLINE_CASE_OFFER, TEAM_CHANGES);
  const { id, takesOver } = offer;
  const isEarly = offer.acceptableFrom !== null && Date.parse(offer.acceptableFrom) > now;
  const take = async () => {
    if (!(await accept.run({ input: { requestId: id, wouldLead } }))) return;
    open(`/cases/${id}`);
  };
  const refuse = async () => {
    if (await decline.run({ id })) toast({ text: t`Dijiste que no` });
  };
  return (
    <Card className="stack--3">
      <OfferFacts offer={offer} isEarly={isEarly} />
      {!takesOver && (
        <CheckChoice
          checked={wouldLead}
          onChange={({ target }) => setWouldLead(target.checked)}
          note={<Trans>Si no, el caso vuelve a la cola y dejas de leerlo.</Trans>}
        >
          <Trans>Si quien lo lleva lo deja, lo llevo yo</Trans>
        </CheckChoice>
      )}
      <ErrorBanner text={accept.message ?? decline.message} />
      <span className="btns">
        <Button
          kind="primary"
          isBusy={accept.isBusy}
          disabled={isEarly}
          onClick={() => void take()}
        >
          {takesOver ? <Trans>Tomar el caso</Trans> : <Trans>Sumarme al caso</Trans>}
        </Button>
        <Button isBusy={decline.isBusy} onClick={() => void refuse()}>
          <Trans>No puedo</Trans>
        </Button>
      </span>
    </Card>
  );
}

/** The facts of a case as the queue shows them, and by when the viewer can answer. */
function OfferFacts({ offer, isEarly }: { offer: CaseOffer; isEarly: boolean }) {
  const { i18n } = useLingui();
  const { number, kind, isUrgent, takesOver, leadName } = offer;
  const from =
    offer.acceptableFrom &&
    i18n.date(offer.acceptableFrom, { dateStyle: 'long', timeStyle: 'short' });
  const until = i18n.date(offer.endsAt, { dateStyle: 'long' });
  const since = i18n.date(offer.createdAt, { dateStyle: 'long' });
  return (
    <>
      <h3>
        <span className="num">{number}</span> · {i18n._(KIND_LABELS[kind])}
      </h3>
      {isUrgent && (
        <span className="wrap">
          <UrgentBadge />
        </span>
      )}
      <p>
        {takesOver ? (
          <Trans>{leadName} te pide que tomes este caso en su lugar.</Trans>
        ) : (
          <Trans>{leadName} te pide que te sumes a este caso.</Trans>
        )}
      </p>
      <p className="xs muted">
        <Trans>
          Se pidió el {since}. Puedes contestar hasta el {until}.
        </Trans>{' '}
        {isEarly && (
          <Trans>
            Puedes aceptar desde el {from}, o antes si quien pidió apoyo dice que sí. Hasta entonces
            puede decir que no.
          </Trans>
        )}
      </p>
    </>
  );
}
