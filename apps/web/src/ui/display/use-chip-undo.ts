import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useToast } from '../actions/toast';

/** Returns a function that offers to restore a removed chip while the page is open. */
export function useChipUndo(): (restore: () => void) => void {
  const { t } = useLingui();
  const toast = useToast();
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return (restore) => toast({ text: t`Filtro quitado`, onUndo: () => isOpen.current && restore() });
}
