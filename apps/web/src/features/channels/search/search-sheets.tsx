import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { Row, Rows } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Sheet } from '../../../ui/actions/sheet';
import { Skeleton } from '../../../ui/display/skeleton';
import { CHANNELS_QUERY } from '../list/listed-channels.graphql';
import { SEARCH_AUTHORS_QUERY } from './search.graphql';
import type { MessageAuthor, MessageSearch } from './use-message-search';

interface SheetProps {
  search: MessageSearch;
  onTake: (part: Partial<MessageSearch>) => void;
  onClose: () => void;
}

/** Chooses the channel to search. This clears the author, since another channel has other members. */
export function ChannelSheet({ onTake, onClose }: SheetProps) {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({ query: CHANNELS_QUERY });
  const problem = requestProblemOf(error);
  return (
    <Sheet isOpen title={<Trans>En qué canal</Trans>} onClose={onClose}>
      {!data && problem && <LoadFailed problem={problem} onRetry={() => execute()} />}
      {!data && !problem && <Skeleton rows={4} kind="row" />}
      <Rows label={t`Canales`}>
        {data?.channels.map(({ id, name, group }) => (
          <Row
            key={id}
            title={name || t`Una alianza de antes`}
            note={group?.name ?? t`Conversación`}
            onClick={() => onTake({ channelId: id, author: null })}
          />
        ))}
      </Rows>
    </Sheet>
  );
}

interface PersonSheetProps extends SheetProps {
  authors: readonly MessageAuthor[];
}

/** Chooses the author: from the results and, in a group's channel, from its members, by their names there. */
export function PersonSheet({ search, authors, onTake, onClose }: PersonSheetProps) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const members = useMembers(search.channelId, words);
  const others = members?.filter(({ id }) => !authors.some((one) => one.id === id)) ?? [];
  const people = words.trim() ? (members ?? []) : [...authors, ...others];
  return (
    <Sheet isOpen title={<Trans>De quién</Trans>} onClose={onClose}>
      {members && (
        <TextField
          label={<Trans>Nombre</Trans>}
          value={words}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {people.length === 0 && (
        <p className="muted">
          <Trans>Busca primero, o elige un canal: aquí aparecen quienes escribieron.</Trans>
        </p>
      )}
      <Rows label={t`Personas`}>
        {people.map(({ id, name }) => (
          <Row key={id} title={name} onClick={() => onTake({ author: { id, name } })} />
        ))}
      </Rows>
    </Sheet>
  );
}

/** Members to choose as author; undefined unless a group's channel is chosen. */
function useMembers(channelId: string | null, words: string): readonly MessageAuthor[] | undefined {
  const [{ data: known }] = useQuery({ query: CHANNELS_QUERY, pause: !channelId });
  const groupId = known?.channels.find(({ id }) => id === channelId)?.group?.id;
  const [{ data }] = useQuery({
    query: SEARCH_AUTHORS_QUERY,
    variables: { groupId: groupId ?? '', words: words.trim() || null },
    pause: !groupId,
  });
  return groupId ? (data?.groupMembers.items ?? []) : undefined;
}

/** Chooses the period in days of the device's time zone; both ends are optional. */
export function TimeSheet({ search, onTake, onClose }: SheetProps) {
  const [from, setFrom] = useState(search.from);
  const [until, setUntil] = useState(search.until);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake({ from, until });
  };
  return (
    <Sheet isOpen title={<Trans>Cuándo</Trans>} onClose={onClose}>
      <form className="stack stack--3" onSubmit={submit}>
        <TextField
          type="date"
          label={<Trans>Desde el día</Trans>}
          value={from}
          max={until || undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          type="date"
          label={<Trans>Hasta el día</Trans>}
          value={until}
          min={from || undefined}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Button type="submit" kind="primary" block>
          <Trans>Usar estas fechas</Trans>
        </Button>
      </form>
    </Sheet>
  );
}
