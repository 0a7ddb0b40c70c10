import { readFileSync } from 'node:fs';

/** A page of a bare Next.js Pages app with the markup of our product page: the smallest thing Next can serve in its place. */
export default function Page({ html }) {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

export const getStaticProps = () => ({
  props: { html: readFileSync(process.env.BARE_HTML, 'utf8') },
  revalidate: 3600,
});
