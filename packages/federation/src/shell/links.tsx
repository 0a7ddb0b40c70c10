import type { PageRemotes } from '../pins.ts';

/** For the document's head: exactly the styles and, once it is painted, scripts of the modules that the page rendered. */
export function RemoteLinks({ remotes }: { remotes?: PageRemotes }) {
  const pins = Object.values(remotes?.pins ?? {});
  const check = (integrity: string | undefined) => (integrity ? { integrity, crossOrigin: 'anonymous' as const } : {});
  return (
    <>
      {pins.flatMap(({ styles, integrity }) =>
        styles.map(([path, hash]) => <link key={path} rel="stylesheet" href={path} {...check(integrity && hash)} />),
      )}
      {pins.flatMap(({ entry, integrity, scripts }) => [
        <link key={entry} rel="late" as="script" href={entry} fetchPriority="low" {...check(integrity)} />,
        ...scripts.map(([path, hash]) => (
          <link key={path} rel="late" as="script" href={path} fetchPriority="low" {...check(integrity && hash)} />
        )),
      ])}
    </>
  );
}
