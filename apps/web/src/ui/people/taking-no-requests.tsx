import { Trans } from '@lingui/react/macro';
import { Badge } from '../display/badge';

/** Beside a name: who takes no requests to meet for now. Nothing beside the others. */
export function TakingNoRequests({ takesRequests }: { takesRequests: boolean }) {
  if (takesRequests) return null;
  return (
    <span>
      <Badge>
        <Trans>No recibe pedidos por ahora</Trans>
      </Badge>
    </span>
  );
}
