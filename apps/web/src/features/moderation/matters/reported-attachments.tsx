import { Trans, useLingui } from '@lingui/react/macro';
import { Icon } from '../../../ui/display/icon';
import type { ReportFile } from './matters.graphql';

const ICONS = { image: 'photo', voice: 'mic', document: 'file' } as const;

/** Lists the files of a reported message. Their contents are not forwarded. */
export function ReportedAttachments({ files }: Pick<ReportFile, 'files'>) {
  const { t } = useLingui();
  const kinds = { image: t`Imagen`, voice: t`Nota de voz`, document: t`Documento` };
  return (
    <div className="stack stack--1">
      <h3 className="xs">
        <Trans>Archivos que traía</Trans>
      </h3>
      <ul className="stack stack--1">
        {files.map(({ kind, name, text }, at) => (
          <li key={at}>
            <Icon name={ICONS[kind]} size="s" /> {kinds[kind]} · {name}
            {text && <p className="said muted">{text}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
