import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { actsFor, type Coalition } from './coalitions.graphql';
import { useParticipantLabel } from './taking-part/participant-label';

interface ManageRowsProps {
  coalition: Coalition;
  /** For coalition stewards: what to know about the agreements. */
  agreementsNote: ReactNode;
}

/** For those who act for a participant or hold the coalition: the ways to what they can change. */
export function ManageRows({ coalition, agreementsNote }: ManageRowsProps) {
  const { t } = useLingui();
  const { slug, viewerCan, participants } = coalition;
  const path = `/coalitions/${slug}`;
  const labelOf = useParticipantLabel();
  const represented = (participants ?? [])
    .filter(actsFor)
    .map((one) => ({ id: one.id, name: labelOf(one) }));
  if (represented.length === 0 && !viewerCan.includes('inviteParticipant')) return null;
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Tus tareas aquí</Trans>
      </h2>
      <Rows label={t`Tus tareas aquí`}>
        {represented.map(({ id, name }) => (
          <Row
            key={id}
            to={`${path}/participants/${id}`}
            start={<IconTile icon="people" />}
            title={<Trans>Actúas por {name}</Trans>}
            note={<Trans>Personas delegadas, invitaciones y nombre</Trans>}
          />
        ))}
        <StewardRows coalition={coalition} path={path} agreementsNote={agreementsNote} />
      </Rows>
    </section>
  );
}

/** The rows for what a coalition steward can change. */
function StewardRows({ coalition, path, agreementsNote }: ManageRowsProps & { path: string }) {
  const { viewerCan, isListed } = coalition;
  const isSteward = viewerCan.includes('inviteParticipant');
  return (
    <>
      {isSteward && (
        <Row
          to={`${path}/invite`}
          start={<IconTile icon="plus" />}
          title={<Trans>Invitar a un grupo u organización</Trans>}
        />
      )}
      {viewerCan.includes('edit') && (
        <Row
          to={`${path}/edit`}
          start={<IconTile icon="edit" />}
          title={<Trans>Nombre y propósito</Trans>}
        />
      )}
      {viewerCan.includes('publishAgreements') && (
        <Row
          to={`${path}/agreements`}
          start={<IconTile icon="book" />}
          title={<Trans>Acuerdos</Trans>}
          note={agreementsNote}
        />
      )}
      {viewerCan.includes('edit') && (
        <Row
          to={`${path}/privacy`}
          start={<IconTile icon={isListed ? 'search' : 'eyeOff'} />}
          title={<Trans>Quién la ve</Trans>}
          note={
            isListed ? (
              <Trans>Visible en la lista</Trans>
            ) : (
              <Trans>Oculta: solo la ve quien es parte</Trans>
            )
          }
        />
      )}
    </>
  );
}
