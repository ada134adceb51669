import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { Banner } from '../../../ui/display/banner';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { Openings } from '../openings';
import { KIND_LABELS } from '../support-labels';
import { useCaseTeam } from '../team/use-case-team';
import { OwnThreadRow } from '../threads/thread-rows';
import { LEAVE_PARTNER_SIDE, type PartnerCase } from './partners.graphql';

/** A case on whose partner side the viewer is. */
export function PartnerCaseView({ one }: { one: PartnerCase }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
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
        {name && (
          <p className="muted">
            <Trans>Te sumó {name}, que decide sobre el caso.</Trans>
          </p>
        )}
      </div>
      {day && (
        <Banner look="info" icon="trash" title={<Trans>Terminó</Trans>}>
          <Trans>Se destruye el {day}, con todo lo escrito.</Trans>
        </Banner>
      )}
      <OwnThreadRow requestId={id} stage={stage} />
      <Supporters requestId={id} />
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
          onDone={() => void navigate('/support', { replace: true })}
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

function Supporters({ requestId }: { requestId: string }) {
  const { members } = useCaseTeam(requestId);
  if (members.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Quién acompaña este caso</Trans>
      </h2>
      <Rows>
        {members.map(({ supporter, isLead }) => (
          <Row
            key={supporter.id}
            start={<IconTile icon="support" />}
            title={supporter.workName}
            note={isLead ? <Trans>Lleva el caso</Trans> : <Trans>Ayuda en el caso</Trans>}
          />
        ))}
      </Rows>
    </section>
  );
}
