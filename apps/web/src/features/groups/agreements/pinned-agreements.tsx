import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/actions/button';
import { Banner } from '../../../ui/display/banner';

interface WithAgreements {
  readonly agreements: { readonly version: number };
}

/**
 * Keeps the group as it was first shown, so that a version that arrives meanwhile does not replace the text under the
 * consent button. The server refuses a consent to the older version. The notice shows the newer one on request.
 */
export function usePinnedAgreements<G extends WithAgreements>(
  group: G,
): { pinned: G; isOutdated: boolean; notice: ReactNode } {
  const [pinned, setPinned] = useState(group);
  const isOutdated = pinned.agreements.version !== group.agreements.version;
  const notice = isOutdated && <NewVersionNotice onShow={() => setPinned(group)} />;
  return { pinned: isOutdated ? pinned : group, isOutdated, notice };
}

function NewVersionNotice({ onShow }: { onShow: () => void }) {
  return (
    <Banner look="info" icon="file" title={<Trans>Hay una versión nueva de los acuerdos</Trans>}>
      <span className="stack stack--2">
        <span>
          <Trans>Lo que lees aquí ya no está vigente. Lee la versión nueva antes de aceptar.</Trans>
        </span>
        <Button small onClick={onShow}>
          <Trans>Mostrar la versión nueva</Trans>
        </Button>
      </span>
    </Banner>
  );
}
