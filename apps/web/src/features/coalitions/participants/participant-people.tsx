import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type PagedList, usePagedList } from '../../../lib/server/use-paged-list';
import { FilterChips } from '../../../ui/display/chip';
import { CheckChoice } from '../../../ui/forms/choice';
import { PagedItems } from '../../../ui/page/paged-items';
import { SearchBox } from '../search-box';
import {
  type Participant,
  PEOPLE_OF_GROUP_QUERY,
  PEOPLE_OF_ORGANISATION_QUERY,
} from './participants.graphql';

/** Number of people from which the list has a search. */
const SEARCH_FROM = 12;

/** One of a participant's people, by the id of the membership or affiliation. */
export interface ParticipantPerson {
  readonly id: string;
  readonly name: string;
  readonly isMe: boolean;
}

/** Names of the chosen people by id. */
export type ChosenPeople = ReadonlyMap<string, string>;

interface PeopleChecksProps {
  participant: Pick<Participant, 'group' | 'organisation'>;
  /** Ids of people who are not offered. */
  without?: ReadonlySet<string>;
  chosen: ChosenPeople;
  /** Most people that can be chosen. */
  limit: number;
  onChange: (person: ParticipantPerson, isChosen: boolean) => void;
}

/** Chooses among a participant's people, by name. The chosen ones come first, also those on a page that is not loaded. */
export function PeopleChecks(props: PeopleChecksProps) {
  const { group, organisation } = props.participant;
  return (
    <>
      <ChosenChips {...props} />
      {group && <PeopleOfGroup {...props} groupId={group.id} />}
      {organisation && <PeopleOfOrganisation {...props} organisationId={organisation.id} />}
    </>
  );
}

function ChosenChips({ chosen, limit, onChange }: PeopleChecksProps) {
  const { t } = useLingui();
  if (chosen.size === 0) return null;
  return (
    <>
      <FilterChips
        label={t`Personas elegidas`}
        chips={[...chosen].map(([key, label]) => ({ key, label }))}
        onRemove={(id) => onChange({ id, name: chosen.get(id) ?? '', isMe: false }, false)}
      />
      {chosen.size >= limit && (
        <p className="xs muted" role="status">
          <Trans>Es el máximo: {limit}. Quita a alguien para elegir a otra persona.</Trans>
        </p>
      )}
    </>
  );
}

function PeopleOfGroup({ groupId, ...props }: PeopleChecksProps & { groupId: string }) {
  const { t } = useLingui();
  const [searchText, setSearchText] = useState('');
  const pages = usePagedList(
    PEOPLE_OF_GROUP_QUERY,
    (data) => data.groupMembers,
    { id: groupId, words: searchText || null },
    'cache-and-network',
  );
  const isSearched = searchText !== '';
  return (
    <>
      {(isSearched || (pages.items?.length ?? 0) >= SEARCH_FROM) && (
        <SearchBox label={t`Buscar por nombre`} onSearch={setSearchText} />
      )}
      <Checks
        {...props}
        pages={pages}
        nothing={
          isSearched ? (
            <Trans>No hay nadie con ese nombre.</Trans>
          ) : (
            <Trans>No queda nadie por elegir.</Trans>
          )
        }
      />
    </>
  );
}

/** The people of an organisation cannot be searched by name: who sees their names depends on each of them. */
function PeopleOfOrganisation(props: PeopleChecksProps & { organisationId: string }) {
  const pages = usePagedList(
    PEOPLE_OF_ORGANISATION_QUERY,
    (data) => data.organisationPeople,
    { id: props.organisationId },
    'cache-and-network',
  );
  const items = pages.items?.map(({ id, isMe, person }) => ({
    ...{ id, isMe },
    name: person.name ?? '',
  }));
  return (
    <Checks
      {...props}
      pages={{ ...pages, items }}
      nothing={<Trans>No queda nadie por elegir.</Trans>}
    />
  );
}

interface ChecksProps extends PeopleChecksProps {
  pages: PagedList<ParticipantPerson>;
  nothing: ReactNode;
}

function Checks({ pages, nothing, without, chosen, limit, onChange }: ChecksProps) {
  const { t } = useLingui();
  const items = pages.items?.filter(({ id }) => !without?.has(id));
  return (
    <PagedItems pages={{ ...pages, items }} nothing={<p className="muted">{nothing}</p>}>
      {(person) => (
        <CheckChoice
          key={person.id}
          checked={chosen.has(person.id)}
          disabled={!chosen.has(person.id) && chosen.size >= limit}
          onChange={(event) => onChange(person, event.target.checked)}
          note={person.isMe ? t`Tú` : undefined}
        >
          {person.name}
        </CheckChoice>
      )}
    </PagedItems>
  );
}

/** The chosen people after a person was chosen or taken back. */
export function withChoice(
  chosen: ChosenPeople,
  { id, name }: ParticipantPerson,
  isChosen: boolean,
): ChosenPeople {
  const next = new Map(chosen);
  if (isChosen) next.set(id, name);
  else next.delete(id);
  return next;
}

/** State of the chosen people. */
export function useChosenPeople() {
  const [chosen, setChosen] = useState<ChosenPeople>(new Map());
  const change = (person: ParticipantPerson, isChosen: boolean) =>
    setChosen(withChoice(chosen, person, isChosen));
  return { chosen, change, clear: () => setChosen(new Map()) };
}
