import { useState, type ReactNode } from 'react';
import { ConfirmSession } from './confirm-session';

interface Asked {
  readonly what: ReactNode;
  readonly act: () => void;
}

/** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
export type ConfirmWithPassword = (what: ReactNode, act: () => void) => void;

/** For pages with serious actions. The page must render `sheet`. */
export function usePasswordConfirmation(): { confirm: ConfirmWithPassword; sheet: ReactNode } {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const confirmed = () => {
    asked?.act();
    close();
  };
  const sheet = (
    <ConfirmSession isOpen={asked !== undefined} onClose={close} onConfirmed={confirmed}>
      {asked?.what}
    </ConfirmSession>
  );
  return { confirm: (what, act) => setAsked({ what, act }), sheet };
}
