import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { MemberCard } from '../../features/groups/member-card';
import { PERSONA_PREVIEW_QUERY } from '../../features/groups/persona.graphql';
import {
  MY_PROFILE_QUERY,
  VIEW_PROFILE_AS_QUERY,
} from '../../features/profiles/own/own-profile.graphql';
import { PreviewFields } from '../../features/profiles/person/preview-fields';
import type { ViewAsQuery } from '../../gql/types';
import { requestProblemOf, problemText } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { Banner } from '../../ui/display/banner';
import { ButtonLink } from '../../ui/actions/button';
import { Page } from '../../ui/page/page';
import { Picture } from '../../ui/display/picture';
import { Skeleton } from '../../ui/display/skeleton';
import { NoRequestsLabel } from '../../ui/people/no-requests-label';
import { OnlookerPicker, type Onlooker } from './onlooker-picker';

/**
 * Preview of the viewer's own profile as another person sees it, answered by the server. Audiences can be changed here
 * too.
 */
export default function ViewAsPage() {
  const { t } = useLingui();
  const [onlooker, setOnlooker] = useState<Onlooker>({
    input: { as: 'member' },
    label: t`Miembros`,
  });
  return (
    <Page title={t`Cómo me ven`} back={{ to: '/me', label: t`Tu perfil` }} width={688}>
      <h1>
        <Trans>Cómo me ven</Trans>
      </h1>
      <OnlookerPicker onlooker={onlooker} onChoose={setOnlooker} />
      <Banner icon="eye" title={<Trans>Estás viendo como: {onlooker.label}</Trans>}>
        <Trans>Así te ven. Lo que no se ve no les llega.</Trans>
      </Banner>
      <Eyes key={JSON.stringify(onlooker.input)} onlooker={onlooker} />
    </Page>
  );
}

/** Shows the persona in a group where the viewer uses another name, else the profile. */
function Eyes({ onlooker }: { onlooker: Onlooker }) {
  const { language } = useMe();
  const { input, slug } = onlooker;
  const [{ data, fetching }] = useQuery({
    query: PERSONA_PREVIEW_QUERY,
    variables: { groupId: input.groupId ?? '', language },
    pause: !input.groupId,
    requestPolicy: 'cache-and-network',
  });
  if (fetching && !data) return <Skeleton rows={2} />;
  if (!data?.seenInGroup.hasPersona) return <Profile input={input} />;
  return (
    <>
      <MemberCard member={data.seenInGroup} />
      <p className="xs muted">
        <Trans>En este grupo estás con otro nombre. No lleva a tu perfil.</Trans>
      </p>
      <ButtonLink to={`/groups/${slug}/me`}>
        <Trans>Cambiar cómo me ven aquí</Trans>
      </ButtonLink>
    </>
  );
}

function Profile({ input }: Pick<Onlooker, 'input'>) {
  const { language } = useMe();
  const requestPolicy = 'cache-and-network' as const;
  const [{ data: mine, error: noProfile }, keep] = useQuery({
    query: MY_PROFILE_QUERY,
    variables: { language },
    requestPolicy,
  });
  const [{ data, error }, look] = useQuery({
    query: VIEW_PROFILE_AS_QUERY,
    variables: { input, language },
    requestPolicy,
  });
  const again = () => {
    keep({ requestPolicy: 'network-only' });
    look({ requestPolicy: 'network-only' });
  };
  const problem = requestProblemOf(error ?? noProfile);
  if (problem && !(data && mine)) return <p role="alert">{problemText(problem)}</p>;
  if (!data || !mine) return <Skeleton rows={2} />;
  const seen = data.viewAs;
  return (
    <>
      {seen ? (
        <Found seen={seen} />
      ) : (
        <Banner look="info" title={<Trans>No te encuentran</Trans>}>
          <Trans>Sin ver tu nombre no ven nada más de ti.</Trans>
        </Banner>
      )}
      <PreviewFields fields={mine.myProfile.fields} seen={seen} onChanged={again} />
    </>
  );
}

/** The profile as the onlooker finds it. */
function Found({ seen }: { seen: NonNullable<ViewAsQuery['viewAs']> }) {
  return (
    <div className="inline inline--3">
      <Picture
        id={seen.id}
        name={seen.name ?? ''}
        colour={seen.colour}
        avatar={seen.avatar}
        size="l"
      />
      <div className="stack stack--1">
        <h2>{seen.name}</h2>
        <NoRequestsLabel takesRequests={seen.takesRequests} />
      </div>
    </div>
  );
}
