import { useState, type ReactNode } from 'react';
import { ConfirmSession } from './confirm-session';

interface Asked {
  readonly what: ReactNode;
  readonly act: () => void;
}

/** Asks for the password, names what follows, and calls `act` once it was right. */
export type Confirm = (what: ReactNode, act: () => void) => void;

/** For pages with acts of consequence: `sheet` stands somewhere in the page. */
export function useConfirm(): { confirm: Confirm; sheet: ReactNode } {
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
