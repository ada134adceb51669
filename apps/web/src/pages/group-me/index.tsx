import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { useQuery } from 'urql';
import { ArchivedBanner } from '../../features/group-archive/archived-banner';
import { AgreementsBanner } from '../../features/groups/agreements/agreements-banner';
import { GROUP_QUERY } from '../../features/groups/groups.graphql';
import { MemberCard } from '../../features/groups/member-card';
import { PersonaForm } from '../../features/groups/persona-form';
import { PersonaPicture } from '../../features/groups/persona-picture';
import {
  MY_PERSONA_QUERY,
  type MyPersona,
  PERSONA_PREVIEW_QUERY,
} from '../../features/groups/persona.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import type { SaveChosenPicture } from '../../ui/forms/use-picture-upload';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { useGroupPlace } from '../../ui/page/use-group-place';
import { Skeleton } from '../../ui/display/skeleton';

/** The viewer's own name and profile in a group, as its members see them. */
export default function OwnMembershipPage() {
  const { t } = useLingui();
  const { slug, back } = useGroupPlace();
  const [{ data, error }, refetch] = useQuery({ query: GROUP_QUERY, variables: { slug } });
  if (requestProblemOf(error)?.code === 'NOT_FOUND' || data?.group.myMembershipId === null) {
    return <NotFound />;
  }
  return (
    <Page title={t`Cómo me ven aquí`} back={back} width={688}>
      <h1>
        <Trans>Cómo me ven aquí</Trans>
      </h1>
      {data && <ArchivedBanner group={data.group} />}
      {data?.group.agreementsChange?.isReadOnly && <AgreementsBanner group={data.group} />}
      {data ? (
        <Mine
          groupId={data.group.id}
          membershipId={data.group.myMembershipId}
          onChanged={() => refetch({ requestPolicy: 'network-only' })}
        />
      ) : (
        <Skeleton rows={2} />
      )}
    </Page>
  );
}

interface MineProps {
  groupId: string;
  membershipId: string;
  /** Called after a change: another name creates another membership. */
  onChanged: () => void;
}

function Mine({ groupId, membershipId, onChanged }: MineProps) {
  const { language } = useMe();
  const requestPolicy = 'cache-and-network' as const;
  const [{ data: mine }, keep] = useQuery({
    query: MY_PERSONA_QUERY,
    variables: { membershipId, language },
    requestPolicy,
  });
  const [{ data: seen }, look] = useQuery({
    query: PERSONA_PREVIEW_QUERY,
    variables: { groupId, language },
    requestPolicy,
  });
  const savePicture = useRef<SaveChosenPicture>(null);
  const again = () => {
    onChanged();
    keep({ requestPolicy: 'network-only' });
    look({ requestPolicy: 'network-only' });
  };
  if (!mine || !seen) return <Skeleton rows={2} />;
  return (
    <>
      <section className="stack stack--2" aria-label={seen.seenInGroup.name}>
        <p className="xs muted">
          {seen.seenInGroup.isListed ? (
            <Trans>Así te ven ahora</Trans>
          ) : (
            <Trans>Así te ven quienes sostienen el grupo</Trans>
          )}
        </p>
        <MemberCard member={seen.seenInGroup} />
        {!seen.seenInGroup.isListed && (
          <p className="xs muted">
            <Trans>
              En la lista te ven solo quienes sostienen el grupo. Las demás personas ven tu nombre
              cuando escribes.
            </Trans>
          </p>
        )}
        {seen.seenInGroup.personId !== null && (
          <p className="xs muted">
            <Trans>Tu nombre lleva a tu perfil.</Trans>
          </p>
        )}
      </section>
      {mine.groupMember.hasPersona && (
        <PersonaPicture mine={mine.groupMember} onChanged={again} saveRef={savePicture} />
      )}
      <PersonaForm
        key={keyOf(mine.groupMember)}
        mine={mine.groupMember}
        onChanged={again}
        savePicture={savePicture}
      />
    </>
  );
}

/** Key of the form. It ignores the picture, which is saved on its own, so that typed text survives a new picture. */
const keyOf = (mine: MyPersona) => JSON.stringify({ ...mine, avatar: null });
