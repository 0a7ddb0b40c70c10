import { Card, type CardProps } from '../components/Card.tsx';

export type ProductCardProps = CardProps;

/** A product in a grid: picture, title, seller, price, rating. */
export default function ProductCard(props: ProductCardProps) {
  return <Card {...props} />;
}
