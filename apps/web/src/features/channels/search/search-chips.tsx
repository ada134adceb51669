import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { AddChip, type FilterChip, FilterChips } from '../../../ui/display/chip';
import { CHANNELS_QUERY } from '../list/listed-channels.graphql';
import { ChannelSheet, PersonSheet, TimeSheet } from './search-sheets';
import type { MessageAuthor, MessageSearch } from './use-message-search';

interface SearchChipsProps {
  search: MessageSearch;
  onSearch: (search: MessageSearch) => void;
  /** Authors of the results that are shown. */
  authors: readonly MessageAuthor[];
  /** Offers to restore a removed filter. The page owns the toast because it outlives these chips. */
  offerUndo: (restore: () => void) => void;
}

type Open = 'channel' | 'person' | 'time';

export function SearchChips({ search, onSearch, authors, offerUndo }: SearchChipsProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Open>();
  const chips = useChips(search);
  const take = (part: Partial<MessageSearch>) => {
    setOpen(undefined);
    onSearch({ ...search, ...part });
  };
  const remove = (key: string) => {
    const person = { author: null };
    offerUndo(() => onSearch(search));
    if (key === 'channel') take({ channelId: null, ...person });
    else take(key === 'person' ? person : { from: '', until: '' });
  };
  const sheet = { search, onTake: take, onClose: () => setOpen(undefined) };
  return (
    <>
      <FilterChips label={t`Filtros`} chips={chips} onRemove={remove}>
        {!search.channelId && <AddChip onClick={() => setOpen('channel')}>{t`Canal`}</AddChip>}
        {!search.author && <AddChip onClick={() => setOpen('person')}>{t`Persona`}</AddChip>}
        {!search.from && !search.until && (
          <AddChip onClick={() => setOpen('time')}>{t`Fechas`}</AddChip>
        )}
      </FilterChips>
      {open === 'channel' && <ChannelSheet {...sheet} />}
      {open === 'person' && <PersonSheet {...sheet} authors={authors} />}
      {open === 'time' && <TimeSheet {...sheet} />}
    </>
  );
}

function useChips({ channelId, author, from, until }: MessageSearch): FilterChip[] {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: CHANNELS_QUERY, pause: !channelId });
  const channel = data?.channels.find(({ id }) => id === channelId);
  const day = (one: string) => i18n.date(new Date(`${one}T12:00`), { dateStyle: 'medium' });
  const time = [from && t`desde ${day(from)}`, until && t`hasta ${day(until)}`].filter(Boolean);
  return [
    ...(channelId ? [{ key: 'channel', label: channel?.name || t`Este canal` }] : []),
    ...(author ? [{ key: 'person', label: t`De ${author.name}` }] : []),
    ...(time.length > 0 ? [{ key: 'time', label: time.join(' ') }] : []),
  ];
}
