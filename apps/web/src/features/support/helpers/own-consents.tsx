import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { problemText, requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button } from '../../../ui/actions/button';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { END_TEXTS } from './end-texts';
import './error-texts';
import {
  CASE_CONSENTS,
  type Consent,
  GIVE_CONSENT,
  HELPER_CHANGES,
  WITHDRAW_CONSENT,
} from './helpers.graphql';

interface OwnConsentsProps {
  requestId: string;
  /** Whether the viewer is the requester, who alone agrees, refuses and withdraws. */
  isOwn: boolean;
}

/** With whom a case is shared: what waits for the requester's answer, what holds, and what ended. */
export function OwnConsents({ requestId, isOwn }: OwnConsentsProps) {
  const [{ data, error }, execute] = useQuery({
    ...{ query: CASE_CONSENTS, variables: { id: requestId } },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest'], again);
  const consents = data?.caseConsents ?? [];
  const problem = data ? undefined : requestProblemOf(error);
  if (consents.length === 0 && !problem) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Con quién se comparte</Trans>
      </h2>
      <ErrorBanner text={problem && problemText(problem)} />
      {consents.map((consent) => (
        <Entry key={consent.id} {...{ requestId, consent, isOwn, again }} />
      ))}
    </section>
  );
}

interface EntryProps extends OwnConsentsProps {
  consent: Consent;
  again: () => void;
}

function Entry({ requestId, consent, isOwn, again }: EntryProps) {
  const { i18n } = useLingui();
  const { state, name, text, until, endedBy } = consent;
  const day = i18n.date(until, { dateStyle: 'long' });
  const isEnded = state === 'ended';
  return (
    <Card className="stack--2">
      <h3>{state === 'described' ? <Trans>¿Compartirlo con {name}?</Trans> : name}</h3>
      <p className="xs muted">
        <StateText consent={consent} />
      </p>
      <p className="said">{text}</p>
      <p className="xs muted">
        {isEnded ? endedBy && i18n._(END_TEXTS[endedBy]) : <Trans>Hasta el {day}</Trans>}
      </p>
      {isOwn && state === 'described' && <Answer {...{ requestId, consent, again }} />}
      {isOwn && (state === 'consented' || state === 'open') && (
        <Withdraw {...{ requestId, consent, again }} />
      )}
    </Card>
  );
}

function StateText({ consent: { state, openedAt } }: { consent: Consent }): ReactNode {
  if (state === 'described') {
    return (
      <Trans>
        Quien lleva tu caso propone sumar a esta persona, que no es del equipo de apoyo. Leería solo
        este texto y una conversación aparte con el equipo. Nada más.
      </Trans>
    );
  }
  if (state === 'consented')
    return <Trans>Aceptaste. Falta que otra persona del equipo lo apruebe.</Trans>;
  if (state === 'open')
    return <Trans>Lee este texto y una conversación aparte con el equipo.</Trans>;
  return openedAt ? <Trans>Lo leyó, y ya no lo lee.</Trans> : <Trans>No llegó a leerlo.</Trans>;
}

type ActionProps = Omit<EntryProps, 'isOwn'>;

function Answer({ requestId, consent: { id: helperId, hash, name }, again }: ActionProps) {
  const { t } = useLingui();
  const toast = useToast();
  const give = useMutationState(GIVE_CONSENT, HELPER_CHANGES);
  const refuse = useMutationState(WITHDRAW_CONSENT, HELPER_CHANGES);
  const accept = async () => {
    if (await give.run({ input: { requestId, helperId, hash } })) toast({ text: t`Aceptaste` });
    again();
  };
  const decline = async () => {
    if (await refuse.run({ input: { requestId, helperId } })) toast({ text: t`Dijiste que no` });
    again();
  };
  return (
    <>
      <ErrorBanner text={give.message ?? refuse.message} />
      <span className="btns">
        <Button
          kind="primary"
          isBusy={give.isBusy}
          aria-label={t`Aceptar que lo lea ${name}`}
          onClick={() => void accept()}
        >
          <Trans>Aceptar</Trans>
        </Button>
        <Button
          isBusy={refuse.isBusy}
          aria-label={t`No compartirlo con ${name}`}
          onClick={() => void decline()}
        >
          <Trans>No</Trans>
        </Button>
      </span>
    </>
  );
}

function Withdraw({ requestId, consent: { id: helperId, name }, again }: ActionProps) {
  const { t } = useLingui();
  return (
    <span>
      <ConfirmedMutationButton
        document={WITHDRAW_CONSENT}
        variables={{ input: { requestId, helperId } }}
        label={<Trans>Dejar de compartirlo</Trans>}
        ariaLabel={t`Dejar de compartirlo con ${name}`}
        title={<Trans>¿Dejar de compartirlo con {name}?</Trans>}
        actLabel={<Trans>Dejar de compartirlo</Trans>}
        actKind="danger"
        done={t`Listo: ya no puede leerlo`}
        onDone={again}
      >
        <Trans>
          Deja de leerlo al instante. Lo que ya leyó no se puede deshacer: puede recordarlo o
          haberlo copiado.
        </Trans>
      </ConfirmedMutationButton>
    </span>
  );
}
