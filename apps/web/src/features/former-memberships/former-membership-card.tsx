import { Trans, useLingui } from '@lingui/react/macro';
import { ConfirmedMutationButton } from '../../ui/actions/confirmed-mutation';
import { Card } from '../../ui/display/card';
import { DELETE_MY_MESSAGES, type FormerMembership } from './former-memberships.graphql';

interface FormerMembershipCardProps {
  membership: FormerMembership;
  onDeleted: () => void;
}

/** A group or coalition that the viewer left, with the choice to delete what they posted there. */
export function FormerMembershipCard({ membership, onDeleted }: FormerMembershipCardProps) {
  const { t, i18n } = useLingui();
  const { id, groupName, personaName, joinedAt, endedAt, ...rest } = membership;
  const day = (at: string) => i18n.date(at, { dateStyle: 'long' });
  const [from, until, last] = [day(joinedAt), day(endedAt), day(rest.deletableUntil)];
  return (
    <Card>
      <div className="stack stack--1">
        <h2 className="breakable">{groupName}</h2>
        <p className="xs muted">
          <Trans>
            Del {from} al {until}
          </Trans>
          {' · '}
          {personaName ? (
            <Trans>Como {personaName}</Trans>
          ) : (
            <Trans>Con el nombre de tu perfil</Trans>
          )}
        </p>
      </div>
      {rest.hasDeletedMessages ? (
        <p role="status">
          <Trans>Borraste tus mensajes.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              Tus mensajes siguen ahí como «Alguien que salió», hasta su borrado automático. Puedes
              borrarlos hasta el {last}.
            </Trans>
          </p>
          <div className="btns">
            <ConfirmedMutationButton
              document={DELETE_MY_MESSAGES}
              variables={{ id }}
              label={<Trans>Borrar mis mensajes</Trans>}
              ariaLabel={t`Borrar mis mensajes en ${groupName}`}
              title={<Trans>¿Borrar tus mensajes en {groupName}?</Trans>}
              actKind="danger"
              actLabel={<Trans>Borrar para todas las personas</Trans>}
              done={t`Borraste tus mensajes en ${groupName}`}
              onDone={onDeleted}
            >
              <Trans>
                No se puede deshacer. Otras personas conservan lo que ya leyeron, copiaron o
                descargaron; sus respuestas quedan, y los reportes guardan una copia. Si borras los
                de dos nombres al mismo tiempo, se puede suponer que son la misma persona.
              </Trans>
            </ConfirmedMutationButton>
          </div>
        </>
      )}
    </Card>
  );
}
