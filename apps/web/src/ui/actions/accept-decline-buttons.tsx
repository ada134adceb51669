import type { ReactNode } from 'react';
import { Banner } from '../display/banner';
import { Button } from './button';

interface Answer {
  label: ReactNode;
  isBusy: boolean;
  onClick: () => void;
}

/** Buttons to accept and decline a request, with the server's error. */
export function AcceptDeclineButtons({
  yes,
  no,
  message,
}: {
  yes: Answer;
  no: Answer;
  message: string | undefined;
}) {
  return (
    <>
      {message && (
        <Banner look="danger" role="alert">
          {message}
        </Banner>
      )}
      <div className="btns">
        <Button kind="primary" isBusy={yes.isBusy} onClick={yes.onClick}>
          {yes.label}
        </Button>
        <Button isBusy={no.isBusy} onClick={no.onClick}>
          {no.label}
        </Button>
      </div>
    </>
  );
}
