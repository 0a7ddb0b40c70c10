/** What a module saw a visitor do; the shell's beacon adds when and where, asks for consent, and sends it. */
export type Told =
  | { type: 'product_view' | 'stock_out_seen' | 'add_to_cart' | 'remove_from_cart'; productId: string }
  | { type: 'search'; query: string; results: number }
  | { type: 'search_click'; query: string; productId: string }
  | { type: 'checkout_started' | 'page_view' }
  | { type: 'checkout_step'; step: 'payment' }
  | { type: 'order_placed'; orderId: string }
  /** `rail` in small letters and dashes: `also-bought`. */
  | { type: 'rail_shown'; rail: string; productId?: string }
  | { type: 'rail_clicked'; rail: string; productId: string };

/** As it waits for the beacon. */
export type Waiting = Told & { at: string; path: string };

declare global {
  interface Window {
    /** Whoever comes first makes it; the beacon then takes over `push`. */
    mallhiveTold?: { push(event: Waiting): unknown };
  }
}

/** Never throws, keeps nothing and sends nothing itself; without a beacon (a remote alone) nobody listens. */
export function tell(event: Told): void {
  window.mallhiveTold ??= [];
  window.mallhiveTold.push({ ...event, at: new Date().toISOString(), path: location.pathname });
}
