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

interface ConsentsProps {
  requestId: string;
}

/** The questions to the requester whether a helper may read a text about the case. */
export function WaitingConsents({ requestId }: ConsentsProps) {
  const { consents, again } = useConsents(requestId);
  return consents
    .filter(({ state }) => state === 'described')
    .map((consent) => (
      <Entry key={consent.id} heading="h2" isOwn {...{ requestId, consent, again }} />
    ));
}

/** With whom the requester shares a case, and with whom no longer. */
export function AnsweredConsents({ requestId }: ConsentsProps) {
  const { consents, problem, again } = useConsents(requestId);
  const answered = consents.filter(({ state }) => state !== 'described');
  return <ConsentList isOwn consents={answered} {...{ requestId, problem, again }} />;
}

/** All consents of a case, for a viewer who does not answer them. */
export function CaseConsents({ requestId }: ConsentsProps) {
  return <ConsentList isOwn={false} requestId={requestId} {...useConsents(requestId)} />;
}

function useConsents(id: string) {
  const [{ data, error }, execute] = useQuery({
    ...{ query: CASE_CONSENTS, variables: { id } },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest'], again);
  const consents: readonly Consent[] = data?.caseConsents ?? [];
  return { consents, problem: data ? undefined : requestProblemOf(error), again };
}

interface ConsentListProps extends ReturnType<typeof useConsents>, ConsentsProps {
  /** Whether the viewer is the requester, who alone agrees, refuses and withdraws. */
  isOwn: boolean;
}

function ConsentList({ consents, problem, ...props }: ConsentListProps) {
  if (consents.length === 0 && !problem) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Con quién se comparte</Trans>
      </h2>
      <ErrorBanner text={problem && problemText(problem)} />
      {consents.map((consent) => (
        <Entry key={consent.id} consent={consent} {...props} />
      ))}
    </section>
  );
}

interface EntryProps extends Pick<ConsentListProps, 'requestId' | 'isOwn' | 'again'> {
  consent: Consent;
  heading?: 'h2' | 'h3';
}

function Entry({ requestId, consent, isOwn, again, heading: Heading = 'h3' }: EntryProps) {
  const { i18n } = useLingui();
  const { state, name, text, until, endedBy } = consent;
  const day = i18n.date(until, { dateStyle: 'long' });
  const isEnded = state === 'ended';
  return (
    <Card className="stack--2" isWaiting={isOwn && state === 'described'}>
      <Heading>{state === 'described' ? <Trans>¿Compartirlo con {name}?</Trans> : name}</Heading>
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

type ActionProps = Pick<EntryProps, 'requestId' | 'consent' | 'again'>;

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
