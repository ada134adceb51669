import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { FoundMessages } from '../../features/channels/search/found-messages';
import { SearchChips } from '../../features/channels/search/search-chips';
import { SearchForm } from '../../features/channels/search/search-form';
import { type FoundMessage, SEARCH_MESSAGES } from '../../features/channels/search/search.graphql';
import {
  type MessageAuthor,
  hasQuery,
  type MessageSearch,
  useMessageSearch,
  searchVariables,
} from '../../features/channels/search/use-message-search';
import { useNews } from '../../lib/server/use-news';
import { usePagedList } from '../../lib/server/use-paged-list';
import { useChipUndo } from '../../ui/display/use-chip-undo';
import { Page } from '../../ui/page/page';

/** Searches messages in one channel or in every channel that the viewer can read. */
export default function ChannelSearchPage() {
  const { t } = useLingui();
  const [search, setSearch] = useMessageSearch();
  const to = search.channelId ? `/channels/${search.channelId}` : '/channels';
  // A repeated search must return the current results, so each navigation remounts the results.
  const { key } = useLocation();
  const offerUndo = useChipUndo();
  const searching = { search, onSearch: setSearch, offerUndo };
  return (
    <Page width={688} className="stack stack--4" back={{ to, label: t`Volver` }} title={t`Buscar`}>
      <h1>
        <Trans>Buscar mensajes</Trans>
      </h1>
      <SearchForm search={search} onSearch={setSearch} />
      {hasQuery(search) ? (
        <Answer key={key} {...searching} />
      ) : (
        <SearchChips {...searching} authors={NOBODY} />
      )}
      <p className="xs muted" id="message-words-hint">
        <Trans>
          La búsqueda se hace en el servidor, en los mensajes que puedes leer. Lo que buscas no
          queda en este dispositivo.
        </Trans>
      </p>
    </Page>
  );
}

const NOBODY: readonly MessageAuthor[] = [];

interface AnswerProps {
  search: MessageSearch;
  onSearch: (search: MessageSearch) => void;
  offerUndo: ReturnType<typeof useChipUndo>;
}

function Answer({ search, onSearch, offerUndo }: AnswerProps) {
  const { t } = useLingui();
  // Bypasses the cache, so that deleted messages are never shown again.
  const of = searchVariables(search);
  const found = usePagedList(SEARCH_MESSAGES, (data) => data.searchMessages, of, 'network-only');
  useNews(['channels', 'group'], found.reload);
  const { text, channelId, author, from, until } = search;
  const isNarrow = channelId !== null || (author !== null && text !== '') || from + until !== '';
  const less = () => {
    onSearch({ text, author: text ? null : author, channelId: null, from: '', until: '' });
    offerUndo(() => onSearch(search), t`Filtros quitados`);
  };
  return (
    <>
      <SearchChips {...{ search, onSearch, offerUndo }} authors={authorsOf(found.items)} />
      <FoundMessages text={text} found={found} onLess={isNarrow ? less : undefined} />
    </>
  );
}

function authorsOf(items: readonly FoundMessage[] = []): MessageAuthor[] {
  const named = items.flatMap(({ message: { authorId, authorName }, isFolded }) =>
    authorId && !isFolded ? [[authorId, authorName] as const] : [],
  );
  return [...new Map(named)].map(([id, name]) => ({ id, name }));
}
