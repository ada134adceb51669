import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { usePagedList } from '../../../lib/server/use-paged-list';
import { Avatar } from '../../../ui/display/avatar';
import { Skeleton } from '../../../ui/display/skeleton';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { LoadFailed } from '../../../ui/page/load-failed';
import { LoadMore } from '../../../ui/page/load-more';
import type { Coalition } from '../coalitions.graphql';
import { KindOfParticipant } from '../participants/candidate-choice';
import { SearchBox } from '../search-box';
import { type Invitable, invitablesAmong } from './invitable';
import { INVITABLE_GROUPS_QUERY, INVITABLE_ORGANISATIONS_QUERY } from './invitations.graphql';

interface InvitablePickerProps {
  /** The participants, which are not offered. */
  participants: NonNullable<Coalition['participants']>;
  value: Invitable | undefined;
  onChange: (invited: Invitable | undefined) => void;
}

/**
 * Searches groups and organisations by name, and chooses one. Another search clears the choice, so that nothing is
 * invited that is not on the screen.
 */
export function InvitablePicker({ onChange, ...props }: InvitablePickerProps) {
  const { t } = useLingui();
  const [searchText, setSearchText] = useState('');
  const search = (text: string) => {
    onChange(undefined);
    setSearchText(text);
  };
  return (
    <div className="stack stack--3">
      <SearchBox label={t`Nombre o tema`} onSearch={search} />
      <SearchResults key={searchText} searchText={searchText} onChange={onChange} {...props} />
    </div>
  );
}

type SearchResultsProps = InvitablePickerProps & { searchText: string };

function SearchResults({ searchText, participants, value, onChange }: SearchResultsProps) {
  const { t } = useLingui();
  const { groups, organisations, more, ...state } = useInvitablePages(searchText);
  const failed = state.problem && <LoadFailed problem={state.problem} onRetry={state.retry} />;
  if (!groups || !organisations) return failed ?? <Skeleton rows={2} kind="row" />;
  const invitables = invitablesAmong(groups, organisations, participants);
  if (invitables.length === 0 && !state.hasMore) {
    return (
      <p className="muted" role="status">
        <Trans>No hay ninguno con ese nombre que puedas ver. Prueba con un enlace.</Trans>
      </p>
    );
  }
  return (
    <>
      <ChoiceGroup legend={t`A quién invitas`}>
        {invitables.map((one) => (
          <Choice
            key={one.id}
            name="invited"
            checked={value?.id === one.id}
            onChange={() => onChange(one)}
            note={<KindOfParticipant kind={one.kind} />}
            end={<Avatar id={one.id} name={one.name} isGroup size="s" />}
          >
            {one.name}
          </Choice>
        ))}
      </ChoiceGroup>
      {failed ?? <LoadMore hasMore={state.hasMore} isBusy={state.isBusy} onMore={more} />}
    </>
  );
}

/** Pages of groups and of organisations, which grow together. */
function useInvitablePages(searchText: string) {
  const variables = { words: searchText || null };
  const groups = usePagedList(INVITABLE_GROUPS_QUERY, (data) => data.groups, variables);
  const organisations = usePagedList(
    INVITABLE_ORGANISATIONS_QUERY,
    (data) => data.organisations,
    variables,
  );
  const lists = [groups, organisations];
  return {
    groups: groups.items,
    organisations: organisations.items,
    problem: groups.problem ?? organisations.problem,
    hasMore: lists.some(({ hasMore }) => hasMore),
    isBusy: lists.some(({ isBusy }) => isBusy),
    more: () => lists.forEach((list) => list.more()),
    retry: () => lists.forEach((list) => (list.items ? list.more() : list.reload())),
  };
}
