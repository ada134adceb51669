import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { problemText, requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { Button } from '../../../ui/actions/button';
import {
  ConfirmedMutationButton,
  ConfirmedMutationDialog,
} from '../../../ui/actions/confirmed-mutation';
import { ErrorBanner } from '../../../ui/display/banner';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import type { PickPerson } from '../own/own-request';
import './error-texts';
import { CASE_PARTNERS, INVITE_PARTNER, type Partner, REMOVE_PARTNER } from './partners.graphql';

interface OwnSideProps {
  requestId: string;
  canAdd: boolean;
  pickPerson: PickPerson;
}

/** The people of the viewer's side in a case. The viewer invites and removes them. */
export function OwnSide({ requestId, canAdd, pickPerson: PersonPicker }: OwnSideProps) {
  const { t } = useLingui();
  const [isPicking, setPicking] = useState(false);
  const [person, setPerson] = useState<{ id: string; name: string }>();
  const { partners, problem, again } = useCasePartners(requestId);
  if (partners.length === 0 && !canAdd && !problem) return null;
  const name = person?.name ?? '';
  const pick = (picked: { id: string; name: string }) => {
    setPerson(picked);
    setPicking(false);
  };
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Personas de tu lado</Trans>
      </h2>
      <ErrorBanner text={problem && problemText(problem)} />
      {partners.length > 0 && (
        <Rows>
          {partners.map((partner) => (
            <PartnerRow key={partner.id} {...{ requestId, partner, again }} />
          ))}
        </Rows>
      )}
      {canAdd && (
        <span>
          <Button small icon="plus" onClick={() => setPicking(true)} aria-haspopup="dialog">
            <Trans>Agregar a alguien de mi lado</Trans>
          </Button>
        </span>
      )}
      <PersonPicker isOpen={isPicking} onClose={() => setPicking(false)} onPick={pick} />
      {person && (
        <ConfirmedMutationDialog
          document={INVITE_PARTNER}
          variables={{ input: { requestId, personId: person.id } }}
          title={<Trans>¿Invitar a {name} a tu caso?</Trans>}
          actLabel={<Trans>Invitar</Trans>}
          actKind="primary"
          done={t`Invitación enviada`}
          onDone={again}
          onClose={() => setPerson(undefined)}
        >
          <Trans>
            Verá que la invitas tú a un caso de apoyo, y nada más. Si acepta, lee toda la
            conversación y escribe en ella, con el nombre que elija. No lee lo que escribiste al
            pedir apoyo. La invitación dura catorce días; no te decimos si la rechaza.
          </Trans>
        </ConfirmedMutationDialog>
      )}
    </section>
  );
}

function useCasePartners(id: string) {
  const [{ data, error }, execute] = useQuery({
    ...{ query: CASE_PARTNERS, variables: { id } },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest'], again);
  const problem = data ? undefined : requestProblemOf(error);
  return { partners: data?.casePartners ?? [], problem, again };
}

interface PartnerRowProps {
  requestId: string;
  partner: Partner;
  again: () => void;
}

function PartnerRow({ requestId, partner, again }: PartnerRowProps) {
  const { t, i18n } = useLingui();
  const { id: partnerId, person, chosenName, takesPart, expiresAt } = partner;
  const name = person?.name ?? t`Alguien a quien ya no encuentras`;
  const day = expiresAt && i18n.date(expiresAt, { dateStyle: 'long' });
  return (
    <Row
      start={<IconTile icon="people" look="plain" />}
      title={name}
      note={
        takesPart ? (
          <Trans>Lee y escribe en la conversación como “{chosenName}”</Trans>
        ) : (
          <Trans>Puede aceptar hasta el {day}</Trans>
        )
      }
      end={
        <ConfirmedMutationButton
          document={REMOVE_PARTNER}
          variables={{ input: { requestId, partnerId } }}
          label={<Trans>Retirar</Trans>}
          ariaLabel={t`Retirar a ${name}`}
          title={
            takesPart ? (
              <Trans>¿Retirar a {name}?</Trans>
            ) : (
              <Trans>¿Retirar la invitación a {name}?</Trans>
            )
          }
          actLabel={<Trans>Retirar</Trans>}
          actKind="danger"
          done={takesPart ? t`Listo: ya no puede leerlo` : t`Invitación retirada`}
          onDone={again}
        >
          {takesPart ? (
            <Trans>
              Deja de leer el caso al instante. Lo que ya leyó puede recordarlo, y lo que escribió
              queda con su nombre.
            </Trans>
          ) : (
            <Trans>Todavía no leyó nada del caso, y ya no podrá aceptar.</Trans>
          )}
        </ConfirmedMutationButton>
      }
    />
  );
}
