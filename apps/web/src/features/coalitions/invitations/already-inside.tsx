import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';
import { COALITION_QUERY } from '../coalitions.graphql';
import type { Candidate, Participants } from '../participants/candidates';

/** The participants of a coalition whose page the viewer may open; undefined while they load. */
export function useParticipants(slug: string | null | undefined): Participants | undefined {
  const [{ data, error }] = useQuery({
    query: COALITION_QUERY,
    variables: { slug: slug ?? '' },
    requestPolicy: 'network-only',
    pause: !slug,
  });
  if (slug === undefined) return undefined;
  // Without the list the form appears, and the server refuses a group that is inside.
  if (slug === null || error) return [];
  return data && (data.group.participants ?? []);
}

interface AlreadyInsideProps {
  coalition: { readonly name: string; readonly slug: string | null };
  inside: readonly Candidate[];
}

/** Takes the place of the form when everything for which the viewer could accept is in the coalition. */
export function AlreadyInside({ coalition, inside }: AlreadyInsideProps) {
  const { i18n } = useLingui();
  const { name, slug } = coalition;
  const names = new Intl.ListFormat(i18n.locale).format(inside.map((one) => one.name));
  return (
    <EmptyState
      level="h1"
      title={
        <span className="breakable">
          <Trans>Ya son parte de {name}</Trans>
        </span>
      }
      actions={
        <ButtonLink to={`/coalitions/${slug}`}>
          <Trans>Ver la coalición</Trans>
        </ButtonLink>
      }
    >
      <span className="breakable">
        <Trans>Por {names}. No hace falta aceptar otra vez.</Trans>
      </span>
    </EmptyState>
  );
}
