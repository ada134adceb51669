import { Plural } from '@lingui/react/macro';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { IconTile, Row } from '../../ui/display/card';
import { CaseRows } from './cases/case-rows';
import type { AskDraft } from './ask/ask-draft';
import { UnfinishedRow } from './ask/unfinished-row';

interface SupportRowsProps {
  draft?: AskDraft | undefined;
  isSupporter: boolean;
}

/** For the home page: a half-written request, the cases in which a supporter has to do something, answers that wait for their requester, and requests that wait. */
export function SupportRows({ draft, isSupporter }: SupportRowsProps) {
  const { '/cases': waiting = 0, '/support': news = 0 } = useBadgeCounts();
  return (
    <>
      {draft && <UnfinishedRow draft={draft} />}
      {isSupporter && <CaseRows />}
      {news > 0 && (
        <Row
          to="/support"
          start={<IconTile icon="support" look="clay" />}
          title={
            <Plural
              value={news}
              one="Hay novedades en tu pedido de apoyo"
              other="Hay novedades en # pedidos de apoyo"
            />
          }
        />
      )}
      {waiting > 0 && (
        <Row
          to="/cases"
          start={<IconTile icon="support" />}
          title={
            <Plural
              value={waiting}
              one="# pedido de apoyo espera a alguien"
              other="# pedidos de apoyo esperan a alguien"
            />
          }
        />
      )}
    </>
  );
}
