import { searchableProduct } from '../testing.ts';

const chairs = [
  { path: 'home-living', name: 'Home & living' },
  { path: 'home-living/chairs', name: 'Chairs' },
];
const lamps = [
  { path: 'home-living', name: 'Home & living' },
  { path: 'home-living/lamps', name: 'Lamps' },
];
export const products = {
  redChair: searchableProduct({ title: 'Red oak chair', colour: 'Red', size: 'S', price: 1000, categories: chairs }),
  blueChair: searchableProduct({ title: 'Blue oak chair', colour: 'Blue', size: 'M', price: 2000, categories: chairs }),
  redStool: searchableProduct({
    title: 'Bar stool',
    description: 'Stands beside any chair.',
    colour: 'Red',
    size: 'M',
    price: 3000,
    categories: chairs,
    sellerSlug: 'fern',
    sellerName: 'Fern & Co',
    available: false,
  }),
  lamp: searchableProduct({
    title: 'Café lamp',
    colour: 'Red',
    price: 4000,
    categories: lamps,
    compareAt: 5000,
    rating: 5,
  }),
  candles: searchableProduct({
    title: 'Beeswax candles',
    price: 500,
    rating: 2,
    variants: [{ sku: 'BW-77', optionValues: {} }],
  }),
};
