import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { usePlainText } from '../../../ui/messages/use-plain-text';
import type { LastMessage } from './listed-channels.graphql';

const FILES: Readonly<Record<NonNullable<LastMessage['fileKind']>, MessageDescriptor>> = {
  image: msg`Foto`,
  voice: msg`Nota de voz`,
  document: msg`Documento`,
};

/** First line of the draft on this device. */
export function DraftLine({ text }: { text: string }) {
  return (
    <>
      <b>
        <Trans>Borrador:</Trans>
      </b>{' '}
      {text}
    </>
  );
}

/** First line of a channel's last message, or a text in its place. */
export function LastMessageLine({ last }: { last: LastMessage | null }) {
  if (!last) return <Trans>No hay mensajes por ahora</Trans>;
  if (last.retention && !last.isDeleted) return <Trans>Cambió el borrado automático</Trans>;
  if (last.isFolded) return <Trans>Mensaje de alguien que bloqueaste</Trans>;
  if (last.isDeleted) return <Trans>Mensaje borrado</Trans>;
  return <Words last={last} />;
}

function Words({ last: { isMine, authorName, text, fileKind } }: { last: LastMessage }) {
  const { t, i18n } = useLingui();
  const words = usePlainText(text ?? '');
  // Null in a conversation, empty for a former member of a group.
  const other = authorName === '' ? t`Alguien que salió` : authorName;
  const author = isMine ? t`Tú` : other;
  const line = words.split('\n').find((one) => one.trim() !== '');
  const file = fileKind && i18n._(FILES[fileKind]);
  return (
    <>
      {author && <span>{author}: </span>}
      {line ?? file}
    </>
  );
}
