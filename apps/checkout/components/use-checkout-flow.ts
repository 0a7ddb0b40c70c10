import { refusalOf, useApi } from '@mallhive/api-client';
import { useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readDraft, saveDraft } from '../logic/draft.ts';
import type { PaymentStep } from '../logic/payment-step.ts';
import type { Checkout, Method, Money, Placed, SavedAddress, ShippingCode } from '../types.ts';
import {
  type ElementHandle,
  type FieldName,
  type Flow,
  otherAddress,
  type Phase,
  type Problem,
  shippingCodeOf,
} from './flow-types.ts';
import { type Balances, useBalances } from './use-balances.ts';
import { useCheckoutForm } from './use-checkout-form.ts';
import { useCheckoutUpdates } from './use-checkout-updates.ts';
import { useEarlyEntries } from './use-early-entries.ts';
import { useLeaveForConfirmation } from './use-leave.ts';
import { returnedFlag, usePlaceAndPay } from './use-place-and-pay.ts';
import { useReturnedPayment } from './use-returned-payment.ts';

export interface FlowStart {
  checkout: Checkout;
  email: string;
  signedIn: boolean;
  savedAddresses: SavedAddress[];
  methods: Method[];
}

const isProblem = (value: Placed | Problem): value is Problem => 'kind' in value;

/** Moves the focus to the first field that is wrong, in the order of the page. */
function focusFirst(form: ParentNode): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

/** What the provider is to be asked for. */
function amountOf({ totals }: Checkout, { shares, isChanged }: Balances, placed: Placed | null): Money {
  if (placed && !isChanged()) return placed.payment.amount;
  return { amount: totals.total.amount - shares.covered, currency: totals.total.currency };
}

function coveredBy({ totals }: Checkout, { payment }: Placed): Money | null {
  const amount = totals.total.amount - payment.amount.amount;
  return amount > 0 && payment.amount.currency === totals.total.currency ? { ...totals.total, amount } : null;
}

/** Whether a page of a provider has sent the browser back, and whether the shopper gave up there. */
function wayBack(search: string): { back: boolean; cancelled: boolean } {
  const query = new URLSearchParams(search);
  return { back: query.has(returnedFlag), cancelled: query.get('payment_result') === 'cancelled' };
}

export function useCheckoutFlow(start: FlowStart): Flow {
  const api = useApi();
  const [phase, setPhase] = useState<Phase>('loading');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [placed, setPlaced] = useState<Placed | null>(null);
  // The codes of gift cards are not kept: after a reload only what they give is known.
  const [restored, setRestored] = useState(false);
  const [chosen, setChosen] = useState(start.methods[0]?.code ?? '');
  const method = start.methods.find(({ code }) => code === chosen) ?? start.methods[0];
  const element = useRef<ElementHandle | null>(null);
  // Not state: a second press in the same moment must see it.
  const running = useRef(false);
  const form = useCheckoutForm({
    email: start.email,
    country: start.checkout.country,
    savedAddresses: start.savedAddresses,
  });
  const updateFailed = useCallback(() => setProblem({ kind: 'update-failed' }), []);
  const updates = useCheckoutUpdates(start.checkout, updateFailed);
  const { mutateAsync: startCheckout } = useMutation(api.orders.startCheckout.mutationOptions());
  const { show } = updates;
  const country = form.address.country;
  const { currency, locale } = useI18n();
  const startAgain = useCallback(async () => {
    const answer = await startCheckout({ country, currency, locale });
    show(answer.checkout);
    return answer.checkout;
  }, [startCheckout, show, country, currency, locale]);
  const balances = useBalances(updates.checkout.totals.total, start.signedIn);
  const amount = amountOf(updates.checkout, balances, placed);
  const { place, pay } = usePlaceAndPay({ reload: updates.reload, startAgain });
  const leave = useLeaveForConfirmation();
  const whatBecameOf = useReturnedPayment();
  const { restore, clearSecurityCode } = form;

  const follow = useCallback(
    (step: PaymentStep, order: Placed['order']) => {
      if (step.go === 'confirmation') return leave(order);
      if (step.go === 'action') {
        setPhase('redirecting');
        return window.location.assign(step.url);
      }
      setPhase('editing');
      if (step.go === 'retry') {
        // Given up by the provider or out of time: placing again tells what is left of the order.
        if (step.code === 'cancelled') setPlaced(null);
        setProblem({ kind: 'declined', code: step.code, message: step.message });
      }
    },
    [leave],
  );

  // Once: picks up what a reload, the back button or the second step has interrupted.
  const resumed = useRef(false);
  useEffect(() => {
    if (resumed.current) return;
    resumed.current = true;
    const draft = readDraft(window.sessionStorage);
    if (!draft || draft.checkoutId !== start.checkout.id) return setPhase('editing');
    restore(draft);
    if (draft.method) setChosen(draft.method);
    const before = draft.placed;
    if (!before) return setPhase('editing');
    setPlaced(before);
    setRestored(true);
    setPhase('checking');
    const { back, cancelled } = wayBack(window.location.search);
    whatBecameOf(before.payment, back && !cancelled)
      .then((step) => {
        const gaveUp = cancelled && step.go === 'wait';
        follow(gaveUp ? { go: 'retry', code: 'approval_cancelled', message: null } : step, before.order);
      })
      .catch(() => {
        setPhase('editing');
        setProblem({ kind: 'failed' });
      });
  }, [start.checkout.id, restore, whatBecameOf, follow]);

  // The back button brings this page back as it was left: on its way to the second step.
  useEffect(() => {
    const again = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      running.current = false;
      setPhase('editing');
    };
    window.addEventListener('pageshow', again);
    return () => window.removeEventListener('pageshow', again);
  }, []);

  // Typed before a reload is typed after it. The card is never kept.
  const { email, address, card } = form;
  useEffect(() => {
    if (phase === 'loading' || phase === 'checking') return;
    saveDraft(window.sessionStorage, { checkoutId: updates.checkout.id, email, address, placed, method: chosen });
  }, [phase, updates.checkout.id, email, address, placed, chosen]);

  const purchase = async () => {
    setPhase('placing');
    if (method?.kind === 'element' && amount.amount > 0) {
      const state = await (element.current?.check() ?? 'unavailable');
      if (state === 'unavailable') setProblem({ kind: 'failed' });
      if (state !== 'complete') return setPhase('editing');
    }
    const checkout = await updates.settled();
    if (!placed && checkout.parcels.some((parcel) => parcel.chosenShipping === null)) {
      setProblem({ kind: 'undeliverable' });
      return setPhase('editing');
    }
    // Another way to pay is another payment of the same order.
    const same = placed && placed.payment.provider === chosen && !balances.isChanged() ? placed : null;
    const result = same ?? (await place(checkout, email, address, chosen, balances.payWith));
    if (isProblem(result)) {
      setProblem(result);
      if (result.kind === 'balance-changed') await balances.refresh();
      return setPhase('editing');
    }
    balances.placed();
    setRestored(false);
    setPlaced(result);
    saveDraft(window.sessionStorage, { checkoutId: checkout.id, email, address, placed: result, method: chosen });
    setPhase('confirming');
    const kind = start.methods.find(({ code }) => code === result.payment.provider)?.kind ?? 'card_form';
    // Nothing was left to pay, and the answer has not come yet.
    const asked = result.payment.amount.amount > 0;
    const step = asked
      ? await pay(result.payment, { kind, card, element: element.current })
      : await whatBecameOf(result.payment, true);
    // Only after a try: what is typed while an earlier one is asked about stays.
    if (step.go === 'retry') clearSecurityCode();
    follow(step, result.order);
  };

  const submit = () => {
    if (running.current || phase !== 'editing') return;
    const isAsked = (field: FieldName) =>
      field.startsWith('card.') ? method?.kind === 'card_form' && amount.amount > 0 : !placed;
    const wrong = (Object.keys(form.allErrors) as FieldName[]).filter(isAsked);
    if (wrong.length > 0) {
      form.showAll();
      if (form.chosenAddress && wrong.some((field) => field.startsWith('address.'))) form.editChosen();
      setProblem({ kind: 'fields', count: wrong.length });
      return focusFirst(document);
    }
    running.current = true;
    setProblem(null);
    purchase()
      .catch((error: unknown) => {
        // Paid for or emptied in another tab: the page itself knows what to show then.
        if (refusalOf(error)?.reason === 'cart_empty') return window.location.reload();
        setPhase('editing');
        setProblem({ kind: 'failed' });
      })
      .finally(() => {
        running.current = false;
      });
  };

  const registerElement = useCallback((handle: ElementHandle | null) => {
    element.current = handle;
  }, []);

  const changeCountry = (wanted: string) => {
    if (wanted !== updates.checkout.country) updates.update({ country: wanted });
  };

  const chooseAddress = (id: string | null) => {
    const saved = form.chooseAddress(id);
    if (saved) changeCountry(saved.country);
  };
  const chooseShipping = (sellerId: string, code: ShippingCode) => updates.update({ shipping: { [sellerId]: code } });

  useEarlyEntries((entries) => {
    form.takeCard(entries);
    const way = entries.get('payment-method');
    if (way) setChosen(way);
    const draft = readDraft(window.sessionStorage);
    // Of an order that is placed only the payment is left.
    if (draft?.placed && draft.checkoutId === start.checkout.id) return;
    form.takeContact(entries);
    const country = entries.get('address-country');
    if (country) changeCountry(country);
    const saved = entries.get('saved-address');
    if (saved) chooseAddress(saved === otherAddress ? null : saved);
    for (const { seller } of start.checkout.parcels) {
      const code = entries.get(`shipping-${seller.id}`);
      if (code) chooseShipping(seller.id, shippingCodeOf(code));
    }
  });

  return {
    checkout: updates.checkout,
    updating: updates.updating,
    email,
    address,
    card,
    errors: form.errors,
    phase,
    problem,
    placed,
    signedIn: start.signedIn,
    savedAddresses: start.savedAddresses,
    chosenAddress: form.chosenAddress,
    methods: start.methods,
    method,
    amount,
    balances,
    coveredBefore: restored && placed ? coveredBy(updates.checkout, placed) : null,
    setEmail: form.setEmail,
    setAddress: (patch) => {
      form.setAddress(patch);
      if (patch.country) changeCountry(patch.country);
    },
    chooseAddress,
    setCard: form.setCard,
    touch: form.touch,
    chooseMethod: (code) => {
      setChosen(code);
      setProblem(null);
    },
    registerElement,
    chooseShipping,
    submit,
  };
}
