import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { useToast } from '../../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { IconTile, Rows } from '../../../ui/display/card';
import '../own/error-texts';
import { EXCLUDE_SUPPORTERS } from '../own/own-requests.graphql';
import './error-texts';
import {
  AGREE_TO_CASE_OFFER,
  type SupporterOffer,
  type SupporterPart,
  TEAM_CHANGES,
  type TeamMember,
} from './team.graphql';
import { useCaseTeam } from './use-case-team';

interface OwnTeamProps {
  requestId: string;
  onChanged: () => void;
}

/** Makes the button that reports a supporter by their part in a case. It belongs to another feature. */
export type ReportButtonOf = (part: SupporterPart & { isPresent?: boolean }) => ReactNode;

/** The button that reports a supporter of the case. Without a part there is nothing to report them by. */
export const reportButtonFor = (
  { partId: id, supporter: { workName } }: TeamMember,
  reportButton: ReportButtonOf,
): ReactNode => id && reportButton({ id, workName, isPresent: true });

/** The supporters who are asked to join or lead the viewer's case. The viewer decides about them. */
export function OwnOffers({ requestId, onChanged }: OwnTeamProps) {
  const { members, offers } = useCaseTeam(requestId);
  return offers.map((offer) => (
    <Offer
      key={offer.supporter.id}
      isIn={members.some(({ supporter }) => supporter.id === offer.supporter.id)}
      {...{ requestId, offer, onChanged }}
    />
  ));
}

/** The supporters of the viewer's case. The viewer can ask for another one. */
export function OwnTeam({
  requestId,
  onChanged,
  reportButton,
}: OwnTeamProps & { reportButton: ReportButtonOf }) {
  const { members } = useCaseTeam(requestId);
  if (members.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Quién te acompaña</Trans>
      </h2>
      <Rows>
        {members.map((member) => (
          <div key={member.supporter.id} className="row row--acts">
            <IconTile icon="support" />
            <span className="grow">
              <span className="row__t">{member.supporter.workName}</span>
              <span className="row__s">
                {member.isLead ? <Trans>Lleva tu caso</Trans> : <Trans>También lee tu caso</Trans>}
              </span>
            </span>
            <span className="row__acts">
              <Exclude
                {...{ requestId, onChanged, member }}
                isLast={members.every((one) => one.isLead || !one.wouldLead)}
              />
              {reportButtonFor(member, reportButton)}
            </span>
          </div>
        ))}
      </Rows>
    </section>
  );
}

type OfferProps = OwnTeamProps & { offer: SupporterOffer; isIn: boolean };

/** Tells who will read or lead the case before they do, and lets the viewer decide. */
function Offer({ requestId, offer, isIn, onChanged }: OfferProps) {
  const { i18n } = useLingui();
  const agree = useMutationState(AGREE_TO_CASE_OFFER, TEAM_CHANGES);
  const { supporter, takesOver, acceptableFrom, isAgreed } = offer;
  const name = supporter.workName;
  const when =
    acceptableFrom && i18n.date(acceptableFrom, { dateStyle: 'long', timeStyle: 'short' });
  const input = { requestId, supporterId: supporter.id };
  return (
    <Banner
      look="info"
      icon="eye"
      title={
        takesOver ? (
          <Trans>{name} puede hacerse cargo de tu caso</Trans>
        ) : (
          <Trans>{name} puede sumarse a tu caso</Trans>
        )
      }
    >
      <span className="stack stack--2">
        <span>
          {isIn ? (
            <Trans>Ya lee tu caso. Quien lo lleva ahora dejaría de leerlo.</Trans>
          ) : takesOver ? (
            <Trans>
              Leería lo que escribiste y toda la conversación. Quien lleva tu caso ahora dejaría de
              leerlo.
            </Trans>
          ) : (
            <Trans>Leería lo que escribiste y toda la conversación.</Trans>
          )}{' '}
          {isAgreed ? (
            <Trans>Dijiste que sí. Ahora decide {name}.</Trans>
          ) : when ? (
            <Trans>No puede empezar antes del {when}, a menos que digas que sí.</Trans>
          ) : (
            <Trans>Ya puede empezar. Hasta que lo haga puedes decir que no.</Trans>
          )}
        </span>
        <span className="btns">
          {!isAgreed && (
            <Button small isBusy={agree.isBusy} onClick={() => void agree.run({ input })}>
              <Trans>Sí, de acuerdo</Trans>
            </Button>
          )}
          <RefuseOffer {...{ requestId, onChanged, offer }} />
        </span>
        <ErrorBanner text={agree.message} />
      </span>
    </Banner>
  );
}

function useExclusion({ requestId, onChanged }: OwnTeamProps, supporterId: string) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(EXCLUDE_SUPPORTERS, TEAM_CHANGES);
  const onAct = async () => {
    if (!(await run({ input: { requestId, add: [supporterId], remove: [] } }))) return false;
    toast({ text: t`Listo: ya no puede leerlo` });
    onChanged();
    return true;
  };
  return { onAct, isBusy, message };
}

function RefuseOffer({ offer, ...props }: OwnTeamProps & { offer: SupporterOffer }) {
  const { t } = useLingui();
  const name = offer.supporter.workName;
  return (
    <ConfirmButton
      kind="text"
      label={<Trans>No quiero que lo lea</Trans>}
      ariaLabel={t`No quiero que lo lea ${name}`}
      title={<Trans>¿No dejar que {name} lo lea?</Trans>}
      actLabel={<Trans>No dejar que lo lea</Trans>}
      actKind="danger"
      {...useExclusion(props, offer.supporter.id)}
    >
      <Trans>
        {name} no leerá nada de este pedido, ni ahora ni después. No tienes que decir por qué, y
        nadie recibe una razón. Puedes cambiarlo más tarde.
      </Trans>
    </ConfirmButton>
  );
}

type ExcludeProps = OwnTeamProps & { member: TeamMember; isLast: boolean };

/** Asks for another supporter, without a reason. */
function Exclude({ member, isLast, ...props }: ExcludeProps) {
  const { t } = useLingui();
  const name = member.supporter.workName;
  return (
    <ConfirmButton
      kind="text"
      label={<Trans>Pedir otra persona</Trans>}
      ariaLabel={t`Pedir otra persona en lugar de ${name}`}
      title={<Trans>¿Pedir otra persona en lugar de {name}?</Trans>}
      actLabel={<Trans>Pedir otra persona</Trans>}
      actKind="danger"
      {...useExclusion(props, member.supporter.id)}
    >
      {!member.isLead ? (
        <Trans>
          {name} deja de leer tu caso al instante. Las demás personas siguen contigo. No tienes que
          decir por qué.
        </Trans>
      ) : isLast ? (
        <Trans>
          {name} deja de leer tu caso al instante, se borra lo que te contestó y se cancela la
          llamada que tengan reservada. Tu caso vuelve a la cola: todas las personas que lo leían
          dejan de leerlo y esperas a alguien más, que leerá la conversación. No tienes que decir
          por qué.
        </Trans>
      ) : (
        <Trans>
          {name} deja de leer tu caso al instante, se borra lo que te contestó y se cancela la
          llamada que tengan reservada. Otra de las personas que ya te acompañan se hace cargo. No
          tienes que decir por qué.
        </Trans>
      )}
    </ConfirmButton>
  );
}
