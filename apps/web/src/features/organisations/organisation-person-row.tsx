import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Face } from '../../ui/display/face';
import { Badge } from '../../ui/display/badge';
import { ConfirmedMutationButton } from '../../ui/actions/confirmed-mutation';
import {
  HAND_OVER_ORGANISATION,
  type OrganisationPerson,
  REMOVE_AFFILIATION,
} from './affiliations.graphql';
import './error-texts';

interface OrganisationPersonRowProps {
  one: OrganisationPerson;
  onChanged: () => void;
}

/** A person of an organisation, with the spokesperson's actions. */
export function OrganisationPersonRow({ one, onChanged }: OrganisationPersonRowProps) {
  const { isSpokesperson, isMe, person, viewerCan } = one;
  const name = person.name ?? '';
  const canRemove = viewerCan.includes('remove');
  const canHandOver = viewerCan.includes('handOver') && !isSpokesperson;
  return (
    <li className="row row--acts">
      <Face id={person.id} name={name} size="s" />
      <span className="grow">
        <span className="row__t">
          <Link to={`/people/${person.id}`}>{name}</Link>
        </span>
        {isMe && (
          <span className="row__s">
            <Trans>Tú</Trans>
          </span>
        )}
      </span>
      {isSpokesperson && (
        <Badge look="mine">
          <Trans>Habla por ella</Trans>
        </Badge>
      )}
      {(canRemove || canHandOver) && (
        <span className="row__acts">
          {canRemove && <Remove id={one.id} name={name} onChanged={onChanged} />}
          {canHandOver && <HandOver id={one.id} name={name} onChanged={onChanged} />}
        </span>
      )}
    </li>
  );
}

interface ActProps {
  id: string;
  name: string;
  onChanged: () => void;
}

function Remove({ id, name, onChanged }: ActProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationButton
      document={REMOVE_AFFILIATION}
      variables={{ id }}
      label={<Trans>Sacar</Trans>}
      ariaLabel={t`Sacar a ${name}`}
      title={<Trans>¿Sacar a {name} de la organización?</Trans>}
      actKind="danger"
      actLabel={<Trans>Sacar de la organización</Trans>}
      done={t`Ya no es parte`}
      onDone={onChanged}
    >
      <Trans>Deja de estar en su página en este momento. Queda anotado, y lo puede ver.</Trans>
    </ConfirmedMutationButton>
  );
}

function HandOver({ id, name, onChanged }: ActProps) {
  const { t } = useLingui();
  return (
    <ConfirmedMutationButton
      document={HAND_OVER_ORGANISATION}
      variables={{ id }}
      label={<Trans>Pasarle la palabra</Trans>}
      ariaLabel={t`Pasarle la palabra a ${name}`}
      title={<Trans>¿Pasarle la palabra a {name}?</Trans>}
      actKind="primary"
      actLabel={<Trans>Pasar la palabra</Trans>}
      done={t`${name} habla ahora por la organización`}
      onDone={onChanged}
    >
      <Trans>
        Sigues siendo parte. {name} cambia desde ahora lo que dice la página, invita, y elige en qué
        grupos se ve.
      </Trans>
    </ConfirmedMutationButton>
  );
}
