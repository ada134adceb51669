import { Trans } from '@lingui/react/macro';

interface ConsentNoteProps {
  agreements: { text: string };
  /** Whether a steward decides on the request. It consents when it is sent. */
  isRequest?: boolean;
}

/** Tells that entering, or asking to, consents to the agreements that the page shows; renders nothing without any. */
export function ConsentNote({ agreements, isRequest = false }: ConsentNoteProps) {
  if (agreements.text === '') return null;
  return (
    <p className="xs muted">
      {isRequest ? (
        <Trans>Al enviar el pedido aceptas estos acuerdos.</Trans>
      ) : (
        <Trans>Al entrar aceptas estos acuerdos.</Trans>
      )}
    </p>
  );
}
