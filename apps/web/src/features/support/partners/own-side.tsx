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
import { IconTile, Rows } from '../../../ui/display/card';
import type { PickPerson } from '../own/own-request';
import './error-texts';
import {
  CASE_PARTNERS,
  INVITE_PARTNER,
  OFFER_OWNERSHIP,
  type Partner,
  REMOVE_PARTNER,
} from './partners.graphql';

interface OwnSideProps {
  requestId: string;
  viewerCan: readonly string[];
  pickPerson: PickPerson;
}

/** The people of the viewer's side in a case. The viewer invites and removes them. */
export function OwnSide({ requestId, viewerCan, pickPerson: PersonPicker }: OwnSideProps) {
  const canAdd = viewerCan.includes('addPartner');
  const canHandOver = viewerCan.includes('offerOwnership');
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
        <Trans>Personas invitadas</Trans>
      </h2>
      <ErrorBanner text={problem && problemText(problem)} />
      {partners.length > 0 && (
        <Rows>
          {partners.map((partner) => (
            <PartnerRow key={partner.id} {...{ requestId, partner, canHandOver, again }} />
          ))}
        </Rows>
      )}
      {canAdd && (
        <span>
          <Button small icon="plus" onClick={() => setPicking(true)} aria-haspopup="dialog">
            <Trans>Invitar a alguien de confianza</Trans>
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
            Verá tu nombre y que es un caso de apoyo, y nada más. Si acepta, lee toda la
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
  canHandOver: boolean;
  again: () => void;
}

function PartnerRow({ requestId, partner, canHandOver, again }: PartnerRowProps) {
  const { t, i18n } = useLingui();
  const { id: partnerId, person, chosenName, takesPart, isOfferedOwnership, expiresAt } = partner;
  const name = person?.name ?? t`Alguien a quien ya no encuentras`;
  // A former requester may have given no name.
  const nameInCase = chosenName || t`Quien pidió apoyo`;
  const day = expiresAt && i18n.date(expiresAt, { dateStyle: 'long' });
  return (
    <div className="row row--acts">
      <IconTile icon="people" look="plain" />
      <span className="grow">
        <span className="row__t">{name}</span>
        <span className="row__s">
          {takesPart ? (
            <Trans>Lee y escribe en la conversación como «{nameInCase}»</Trans>
          ) : (
            <Trans>Puede aceptar hasta el {day}</Trans>
          )}
        </span>
        {isOfferedOwnership && (
          <span className="row__s">
            <Trans>Le ofreciste el caso</Trans>
          </span>
        )}
      </span>
      <span className="row__acts">
        {takesPart && canHandOver && <HandOverButton {...{ requestId, partner, name, again }} />}
        <ConfirmedMutationButton
          document={REMOVE_PARTNER}
          variables={{ input: { requestId, partnerId } }}
          label={takesPart ? <Trans>Quitar del caso</Trans> : <Trans>Retirar la invitación</Trans>}
          ariaLabel={takesPart ? t`Quitar del caso a ${name}` : t`Retirar la invitación a ${name}`}
          title={
            takesPart ? (
              <Trans>¿Quitar a {name} del caso?</Trans>
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
      </span>
    </div>
  );
}

interface HandOverProps {
  requestId: string;
  partner: Partner;
  name: string;
  again: () => void;
}

/** Offers the case to a person of the viewer's side, or withdraws the offer. */
function HandOverButton({ requestId, partner, name, again }: HandOverProps) {
  const { t } = useLingui();
  const { id, isOfferedOwnership } = partner;
  const partnerId = isOfferedOwnership ? null : id;
  return (
    <ConfirmedMutationButton
      document={OFFER_OWNERSHIP}
      variables={{ input: { requestId, partnerId } }}
      label={isOfferedOwnership ? <Trans>Retirar la oferta</Trans> : <Trans>Pasarle el caso</Trans>}
      ariaLabel={isOfferedOwnership ? t`Retirar la oferta a ${name}` : t`Pasarle el caso a ${name}`}
      title={
        isOfferedOwnership ? (
          <Trans>¿Retirar la oferta a {name}?</Trans>
        ) : (
          <Trans>¿Pasarle el caso a {name}?</Trans>
        )
      }
      actLabel={
        isOfferedOwnership ? <Trans>Retirar la oferta</Trans> : <Trans>Ofrecer el caso</Trans>
      }
      actKind="primary"
      done={isOfferedOwnership ? t`Oferta retirada` : t`Oferta enviada`}
      onDone={again}
    >
      {isOfferedOwnership ? (
        <Trans>El caso sigue siendo tuyo.</Trans>
      ) : (
        <Trans>
          Si acepta, lee lo que escribiste al pedir apoyo y decide sobre el caso: a quién suma, a
          quién excluye y cuándo termina. Borramos del pedido tu nombre y cómo contactarte, y sigues
          en el caso como una persona más. También borramos tus notas de voz, porque tu voz te
          identifica. Para recuperarlo necesitas que te lo ofrezca.
        </Trans>
      )}
    </ConfirmedMutationButton>
  );
}
