import { Trans } from '@lingui/react/macro';
import { SecretLink } from '../../../ui/people/secret-link';

export function InvitationLink({ path, onDone }: { path: string; onDone: () => void }) {
  return (
    <SecretLink link={`${location.origin}${path}`} onDone={onDone}>
      <Trans>
        Se muestra una sola vez: dáselo ahora, por un medio en el que confíes. Sirve para una
        persona, durante catorce días.
      </Trans>
    </SecretLink>
  );
}
