import { ShowcaseState } from '@mallhive/federation/showcase';
import CartPage from '../exposed/CartPage.tsx';
import MiniCart from '../exposed/MiniCart.tsx';

/** The real cart of this browser, read from the API. */
export default function LiveCart() {
  return (
    <ShowcaseState title="Cart">
      <div className="flex justify-end px-gutter pt-4">
        <MiniCart />
      </div>
      <CartPage cart={null} suggestions={[]} />
    </ShowcaseState>
  );
}
