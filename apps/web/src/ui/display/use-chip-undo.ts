import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useToast } from '../actions/toast';

/** Returns a function that offers to restore removed chips while the page is open; `text` says what was removed. */
export function useChipUndo(): (restore: () => void, text?: string) => void {
  const { t } = useLingui();
  const toast = useToast();
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return (restore, text = t`Filtro quitado`) =>
    toast({ text, onUndo: () => isOpen.current && restore() });
}
