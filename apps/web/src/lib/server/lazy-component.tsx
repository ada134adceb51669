import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/**
 * Lazy component: loads its code when it is first rendered and shows its children until then. If loading fails, it
 * renders nothing and calls `onFailed`. Chromium remembers the failure until the page is reloaded, so code that must run
 * cannot be lazy.
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & { onFailed?: () => void; children?: ReactNode }> {
  let Found: ComponentType<Props> | undefined;
  return function Later(props: Props & { onFailed?: () => void; children?: ReactNode }) {
    const [Shown, setShown] = useState(() => Found);
    const [{ onFailed }] = useState(props);
    useEffect(() => {
      if (Found) return;
      load().then(
        (found) => {
          Found = found;
          setShown(() => found);
        },
        () => onFailed?.(),
      );
    }, [onFailed]);
    return Shown ? <Shown {...props} /> : props.children;
  };
}
