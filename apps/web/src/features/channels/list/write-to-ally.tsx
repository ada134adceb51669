import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { lazyComponent } from '../../../lib/server/lazy-component';
import { problemText } from '../../../lib/server/errors';
import { useToast } from '../../../ui/actions/toast';
import { Icon } from '../../../ui/display/icon';
import type { ChannelListItem } from './listed-channels.graphql';

const AllySheet = lazyComponent(() => import('./ally-sheet').then((all) => all.AllySheet));

/** Button to write to an ally, in the section of conversations. */
export function WriteToAlly({ channels }: { channels: readonly ChannelListItem[] }) {
  const [isOpen, setOpen] = useState(false);
  const toast = useToast();
  const close = () => setOpen(false);
  const fail = () => {
    close();
    toast({ text: problemText({ code: 'OFFLINE', fields: {} }), icon: 'offline' });
  };
  return (
    <>
      <button
        type="button"
        className="chrow chrow--write"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className="av av--add">
          <Icon name="plus" size="s" />
        </span>
        <span className="row__t">
          <Trans>Escribir a alguien</Trans>
        </span>
      </button>
      {isOpen && <AllySheet channels={channels} onClose={close} onFailed={fail} />}
    </>
  );
}
