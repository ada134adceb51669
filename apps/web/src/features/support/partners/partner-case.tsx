import { Trans, useLingui } from '@lingui/react/macro';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { useToast } from '../../../ui/actions/toast';
import { Banner } from '../../../ui/display/banner';
import { Card, IconTile, Rows } from '../../../ui/display/card';
import { CaseConsents } from '../helpers/own-consents';
import { CaseLinks } from '../links/case-links';
import { Openings } from '../openings';
import { PausedSide } from '../pauses/paused-banner';
import { KIND_LABELS } from '../support-labels';
import { EarlierSupporters } from '../team/earlier-supporters';
import { type ReportButtonOf, reportButtonFor } from '../team/own-team';
import { useCaseTeam } from '../team/use-case-team';
import { OwnThreadRow } from '../threads/thread-rows';
import { countAnswered } from './count-answered';
import { OfferAnswer } from './offer-answer';
import {
  ACCEPT_OWNERSHIP,
  DECLINE_OWNERSHIP,
  LEAVE_PARTNER_SIDE,
  PARTNER_CHANGES,
  type PartnerCase,
} from './partners.graphql';

interface PartnerCaseProps {
  one: PartnerCase;
  /** After the viewer accepted an offer of the case. */
  onOwned: () => void;
}

interface PartnerCaseViewProps extends PartnerCaseProps {
  reportButton: ReportButtonOf;
}

/** A case on whose partner side the viewer is. */
export function PartnerCaseView({ one, onOwned, reportButton }: PartnerCaseViewProps) {
  const { t, i18n } = useLingui();
  const navigate = usePageNavigate();
  const { id, number, kind, stage, inviter, destroyedAt } = one;
  const name = inviter?.name;
  const day = destroyedAt && i18n.date(destroyedAt, { dateStyle: 'long' });
  return (
    <>
      <div className="stack stack--1">
        <span className="eyebrow">
          <Trans>Caso {number}</Trans>
        </span>
        <h1>{i18n._(KIND_LABELS[kind])}</h1>
        {name && !one.pausedUntil && (
          <p className="muted">
            <Trans>{name} decide sobre este caso.</Trans>
          </p>
        )}
      </div>
      {day && (
        <Banner look="info" icon="trash" title={<Trans>Terminó</Trans>}>
          <Trans>Se destruye el {day}, con todo lo escrito.</Trans>
        </Banner>
      )}
      <PausedSide one={one} onOwned={onOwned} />
      {one.viewerCan.includes('answerOwnership') && <OwnershipOffer one={one} onOwned={onOwned} />}
      <OwnThreadRow requestId={id} stage={stage} />
      <CaseLinks requestId={id} canManage={false} />
      <Supporters requestId={id} reportButton={reportButton} />
      <EarlierSupporters requestId={id} reportButton={reportButton} />
      <CaseConsents requestId={id} />
      <Openings id={id} />
      <span>
        <ConfirmedMutationButton
          document={LEAVE_PARTNER_SIDE}
          variables={{ id }}
          label={<Trans>Dejar el caso</Trans>}
          ariaLabel={t`Dejar el caso`}
          title={<Trans>¿Dejar el caso?</Trans>}
          actLabel={<Trans>Dejar el caso</Trans>}
          actKind="danger"
          done={t`Dejaste el caso`}
          onDone={() => navigate('/support', { replace: true })}
        >
          <Trans>
            Dejas de leerlo al instante. Lo que escribiste queda con el nombre que elegiste. Para
            volver necesitas otra invitación.
          </Trans>
        </ConfirmedMutationButton>
      </span>
    </>
  );
}

/** The requester offers the case to the viewer. */
function OwnershipOffer({ one: { id, inviter }, onOwned }: PartnerCaseProps) {
  const { t } = useLingui();
  const toast = useToast();
  const accept = useMutationState(ACCEPT_OWNERSHIP, ['SupportRequest']);
  const decline = useMutationState(DECLINE_OWNERSHIP, PARTNER_CHANGES);
  const name = inviter?.name;
  const take = async () => {
    if (!(await accept.run({ id }))) return;
    countAnswered();
    toast({ text: t`El caso es tuyo` });
    onOwned();
  };
  const refuse = async () => {
    if (!(await decline.run({ id }))) return;
    countAnswered();
    toast({ text: t`Dijiste que no` });
  };
  return (
    <Card className="stack--3">
      <h2>{name ? <Trans>{name} te ofrece el caso</Trans> : <Trans>Te ofrecen el caso</Trans>}</h2>
      <p>
        <Trans>
          Si aceptas, el caso es tuyo: lees lo que se escribió al pedir apoyo y decides quién lo lee
          y cuándo termina. Quien te lo ofrece sigue en él como una persona más. Quienes dan apoyo
          verán tu nombre en este caso; cuéntales cómo contactarte.
        </Trans>
      </p>
      <OfferAnswer accepting={accept} declining={decline} onAccept={take} onDecline={refuse} />
    </Card>
  );
}

interface SupportersProps {
  requestId: string;
  reportButton: ReportButtonOf;
}

function Supporters({ requestId, reportButton }: SupportersProps) {
  const { members } = useCaseTeam(requestId);
  if (members.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Quién acompaña este caso</Trans>
      </h2>
      <Rows>
        {members.map((member) => (
          <div key={member.supporter.id} className="row row--acts">
            <IconTile icon="support" />
            <span className="grow">
              <span className="row__t">{member.supporter.workName}</span>
              <span className="row__s">
                {member.isLead ? <Trans>Lleva el caso</Trans> : <Trans>Ayuda en el caso</Trans>}
              </span>
            </span>
            <span className="row__acts">{reportButtonFor(member, reportButton)}</span>
          </div>
        ))}
      </Rows>
    </section>
  );
}
