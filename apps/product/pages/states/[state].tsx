import type { GetStaticPaths, GetStaticProps } from 'next';
import Head from 'next/head';
import ProductPage from '../../exposed/ProductPage.tsx';
import { products } from '../../fixtures/products.ts';
import type { Product } from '../../types.ts';

type StateProps = { product: Product };

export default function State({ product }: StateProps) {
  return (
    <>
      <Head>
        <title>{product.title}</title>
      </Head>
      <main>
        <ProductPage product={product} />
      </main>
    </>
  );
}

export const getStaticPaths: GetStaticPaths = () => ({
  paths: Object.keys(products).map((state) => ({ params: { state } })),
  // Other languages are made when somebody asks for them.
  fallback: 'blocking',
});

export const getStaticProps: GetStaticProps<StateProps> = ({ params }) => {
  const found = products[String(params?.state)];
  return found ? { props: { product: found.product } } : { notFound: true };
};
