import type { PageRemotes } from '../pins.ts';

/** For the document's head: exactly the styles and scripts of the modules that the page rendered. */
export function RemoteLinks({ remotes }: { remotes?: PageRemotes }) {
  const pins = Object.values(remotes?.pins ?? {});
  const check = (integrity: string | undefined) => (integrity ? { integrity, crossOrigin: 'anonymous' as const } : {});
  return (
    <>
      {pins.flatMap(({ styles, integrity }) =>
        styles.map(([path, hash]) => <link key={path} rel="stylesheet" href={path} {...check(integrity && hash)} />),
      )}
      {pins.flatMap(({ entry, integrity, scripts }) => [
        <link key={entry} rel="preload" as="script" href={entry} {...check(integrity)} />,
        ...scripts.map(([path, hash]) => (
          <link key={path} rel="preload" as="script" href={path} {...check(integrity && hash)} />
        )),
      ])}
    </>
  );
}
