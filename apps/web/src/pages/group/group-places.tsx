import { Trans, useLingui } from '@lingui/react/macro';
import { RecordRow } from '../../features/group-archive/record-row';
import { Unconsented } from '../../features/groups/agreements/unconsented';
import { PrivacyRow } from '../../features/groups/privacy/privacy-row';
import type { GroupQuery } from '../../gql/types';
import { CountBadge } from '../../ui/display/badge';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { GroupChannels } from './group-channels';

type Group = GroupQuery['group'];

/** Links for members: channels, people and, for stewards, join requests. */
export function GroupPlaces({ group }: { group: Group }) {
  const { t } = useLingui();
  const requests = group.joinRequestsWaiting ?? 0;
  return (
    <>
      <GroupChannels group={group} />
      <Rows label={t`El grupo`}>
        <Row
          to={`/groups/${group.slug}/members`}
          start={<IconTile icon="people" />}
          title={<Trans>Personas</Trans>}
          note={peopleNote(group)}
        />
        <Row
          to={`/groups/${group.slug}/me`}
          start={<IconTile icon="eye" />}
          title={<Trans>Cómo me ven aquí</Trans>}
        />
        {group.viewerCan.includes('readRequests') && (
          <Row
            to={`/groups/${group.slug}/requests`}
            start={<IconTile icon="desk" look="clay" />}
            title={<Trans>Pedidos para entrar</Trans>}
            {...(requests > 0 && { end: <CountBadge count={requests} label={t`en espera`} /> })}
          />
        )}
        {group.myRole === 'steward' && (
          <Row
            to={`/groups/${group.slug}/agreements`}
            start={<IconTile icon="file" />}
            title={<Trans>Acuerdos</Trans>}
            note={<Unconsented group={group} />}
          />
        )}
        {group.viewerCan.includes('edit') && (
          <Row
            to={`/groups/${group.slug}/edit`}
            start={<IconTile icon="edit" />}
            title={<Trans>Editar el grupo</Trans>}
          />
        )}
        <PrivacyRow group={group} />
        <RecordRow group={group} />
        {group.viewerCan.includes('archive') && (
          <Row
            to={`/groups/${group.slug}/archive`}
            start={<IconTile icon="archive" />}
            title={<Trans>Archivar el grupo</Trans>}
          />
        )}
      </Rows>
    </>
  );
}

function peopleNote({ memberCount, memberList }: Group) {
  if (memberList === 'stewards')
    return <Trans>La lista la ven solo quienes sostienen el grupo</Trans>;
  return memberCount ? <Trans>{memberCount} en el grupo</Trans> : undefined;
}
