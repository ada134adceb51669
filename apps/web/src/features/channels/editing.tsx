import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { enqueue } from '../../lib/outbox';
import { Button } from '../../ui/button';
import { Composer } from '../../ui/composer';
import { Icon } from '../../ui/icon';
import type { Said } from './channels.graphql';
import { MAX_BODY } from './layout';

export interface EditingProps {
  edited: Said;
  /** The editing is over. */
  onDone: () => void;
}

/** Writes an own message anew, in the place of the new one. */
export function Editing({ edited, onDone }: EditingProps) {
  const { t } = useLingui();
  const [text, setText] = useState(edited.body);
  const send = (body: string) => {
    const { id: messageId, channelId } = edited;
    if (body !== edited.body) void enqueue({ channelId, messageId, body });
    onDone();
  };
  return (
    <Composer
      value={text}
      onChange={setText}
      onSend={send}
      onEscape={onDone}
      isFocused
      label={t`Tu mensaje`}
      maxLength={MAX_BODY}
      meta={
        <>
          <Icon name="edit" size="xs" />
          <Trans>Editas un mensaje tuyo</Trans>
          <Button kind="text" small className="end" onClick={onDone}>
            <Trans>Cancelar</Trans>
          </Button>
        </>
      }
    />
  );
}
