import { useCallback } from 'react';
import type { NavigateOptions } from 'react-router';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { loadFrameCatalogue } from '../../lib/text/language';
import { useToast } from '../actions/toast';

/**
 * Returns a function that opens the page which shows that a form arrived. If the person left the form meanwhile, a toast
 * tells them instead.
 */
export function useOpenResult(): (to: string, options?: NavigateOptions) => void {
  const navigate = usePageNavigate();
  const toast = useToast();
  return useCallback(
    (to, options) => {
      if (navigate(to, options)) return;
      void Promise.all([import('./arrived-text'), loadFrameCatalogue()])
        .then(([{ arrivedText }]) => toast({ text: arrivedText() }))
        .catch(() => undefined);
    },
    [navigate, toast],
  );
}
