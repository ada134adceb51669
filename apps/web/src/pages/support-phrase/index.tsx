import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
  CONFIRM_CASE_PHRASE,
  type NewPhrase,
  TAKE_CASE_PHRASE,
} from '../../features/support/guests/guests.graphql';
import { PhraseCard } from '../../features/support/guests/phrase-card';
import '../../features/support/own/error-texts';
import { useMe } from '../../lib/server/session';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { ErrorBanner } from '../../ui/display/banner';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Makes a recovery phrase for one case: for an applicant whose account may end, or in place of the one of a guest. */
export default function SupportPhrasePage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { standing } = useMe();
  const [phrase, setPhrase] = useState<NewPhrase>();
  const { run, isBusy, message } = useMutationState(TAKE_CASE_PHRASE);
  if (standing !== 'guest' && standing !== 'applicant') return <NotFound />;
  const make = async () => {
    const data = await run({ id });
    if (data) setPhrase(data.takeCasePhrase);
  };
  if (phrase) return <SavePhrase phrase={phrase} />;
  return (
    <Page
      width={600}
      title={t`Frase para volver`}
      back={{ to: `/support/${id}`, label: t`Tu pedido` }}
    >
      <h1>
        <Trans>Frase para volver</Trans>
      </h1>
      {standing === 'guest' ? (
        <p>
          <Trans>
            Te damos otra frase de doce palabras. Cuando la guardes, la anterior deja de servir y se
            cierran las otras sesiones de este pedido.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            Son doce palabras que abren este pedido si tu cuenta termina: porque no te admitieron,
            porque retiraste tu postulación o porque venció. Mientras tengas tu cuenta, entra con
            ella. No es el comprobante de tu postulación. Si ya tenías una frase de este pedido,
            deja de servir cuando guardes la nueva.
          </Trans>
        </p>
      )}
      <ErrorBanner text={message} />
      <Button kind="primary" block isBusy={isBusy} onClick={() => void make()}>
        {standing === 'guest' ? <Trans>Hacer otra frase</Trans> : <Trans>Crear la frase</Trans>}
      </Button>
    </Page>
  );
}

/** Shows the new words once. Going on ends the earlier phrase. */
function SavePhrase({ phrase }: { phrase: NewPhrase }) {
  const { t } = useLingui();
  const open = useOpenResult();
  const saving = useMutationState(CONFIRM_CASE_PHRASE);
  const goOn = async () => {
    const input = { requestId: phrase.requestId, words: phrase.words.join(' ') };
    const data = await saving.run({ input });
    if (data) open(`/support/${phrase.requestId}`, { replace: true });
  };
  return (
    <Page width={600} title={t`Guarda la frase de tu pedido`}>
      <PhraseCard
        words={phrase.words}
        lead={
          <Trans>
            Se muestra una sola vez y no podemos recuperarla. Abre este pedido y nada más. Si tenías
            otra, deja de servir cuando sigas.
          </Trans>
        }
        goLabel={<Trans>Volver a tu pedido</Trans>}
        isBusy={saving.isBusy}
        problem={saving.message}
        onSaved={() => void goOn()}
      />
    </Page>
  );
}
