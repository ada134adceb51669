import { Trans } from '@lingui/react/macro';
import { Badge } from '../display/badge';

/** Label beside the name of a member who does not accept requests to meet now. Renders nothing for others. */
export function NoRequestsLabel({ takesRequests }: { takesRequests: boolean }) {
  if (takesRequests) return null;
  return (
    <span>
      <Badge>
        <Trans>No recibe pedidos por ahora</Trans>
      </Badge>
    </span>
  );
}
