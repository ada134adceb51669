import { Trans, useLingui } from '@lingui/react/macro';
import type { GroupQuery } from '../../gql/types';
import { saveFile } from '../../lib/device/save-file';
import { IconTile, Row } from '../../ui/display/card';
import { groupRecord } from './group-record';

interface RecordRowProps {
  group: Pick<GroupQuery['group'], 'name' | 'purpose' | 'agreements'>;
}

/** Saves the record of a group as a text file, which the browser makes from what the page shows. */
export function RecordRow({ group }: RecordRowProps) {
  const { t } = useLingui();
  const save = () => {
    const texts = { ...group, agreements: group.agreements.text };
    const text = groupRecord(texts, { purpose: t`Propósito`, agreements: t`Acuerdos` });
    // The name reveals no group to somebody who sees the list of downloads.
    saveFile(new Blob([text], { type: 'text/plain' }), `${t`notas`}.txt`);
  };
  return (
    <Row
      start={<IconTile icon="download" />}
      title={<Trans>Descargar propósito y acuerdos</Trans>}
      note={<Trans>Un archivo de texto, sin mensajes ni nombres de personas</Trans>}
      onClick={save}
    />
  );
}
