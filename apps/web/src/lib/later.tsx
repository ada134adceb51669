import { type ComponentType, useEffect, useState } from 'react';

/**
 * A part of a page that is brought when it is first shown. Where it cannot be brought, nothing is shown, `onFailed` hears
 * of it, and the next time it is tried again.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & { onFailed?: () => void }> {
  let Found: ComponentType<Props> | undefined;
  return function Later(props: Props & { onFailed?: () => void }) {
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
    return Shown ? <Shown {...props} /> : null;
  };
}
