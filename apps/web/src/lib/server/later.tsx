import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/**
 * A part of a page that is brought when it is first shown. Where it cannot be brought, nothing is shown, `onFailed` hears
 * of it, and the next time it is tried again. What stands between its tags is shown until it is there.
 */
export function later<Props extends object>(
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
