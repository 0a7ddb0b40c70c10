// Stands in for Stripe.js in browser tests: fields that can be typed into, and a confirmation that asks api.stripe.com.
(() => {
  const fieldError = (code, message) => ({ error: { type: 'validation_error', code, message } });

  function paymentElement() {
    const listeners = {};
    const field = document.createElement('input');
    const say = document.createElement('p');
    return {
      field,
      say,
      element: {
        mount(place) {
          const label = document.createElement('label');
          label.textContent = 'Card number';
          label.append(field);
          say.setAttribute('role', 'status');
          place.append(label, say);
          setTimeout(() => listeners.ready?.({ elementType: 'payment' }), 0);
        },
        on(event, listener) {
          listeners[event] = listener;
          return this;
        },
        once: () => undefined,
        off: () => undefined,
        update: () => undefined,
        unmount: () => undefined,
        destroy: () => undefined,
      },
    };
  }

  window.Stripe = (key) => {
    let current = null;
    let chosen = {};
    return {
      _registerWrapper: () => undefined,
      registerAppInfo: () => undefined,
      createToken: () => undefined,
      createPaymentMethod: () => undefined,
      confirmCardPayment: () => undefined,
      elements: (options) => {
        window.stripeStandIn = { key, options };
        chosen = options;
        return {
          create() {
            current = paymentElement();
            return current.element;
          },
          getElement: () => current?.element ?? null,
          update: (changed) => Object.assign(options, changed),
          async submit() {
            const complete = /^\d{16}$/.test(current?.field.value.replaceAll(' ', '') ?? '');
            if (current) current.say.textContent = complete ? '' : 'Your card number is incomplete.';
            return complete ? {} : fieldError('incomplete_number', 'Your card number is incomplete.');
          },
        };
      },
      async confirmPayment({ elements, clientSecret, confirmParams }) {
        const [intent] = clientSecret.split('_secret_');
        const answer = await fetch(`https://api.stripe.com/v1/payment_intents/${intent}/confirm`, {
          method: 'POST',
          body: new URLSearchParams({
            client_secret: clientSecret,
            card: elements ? current.field.value.replaceAll(' ', '') : '',
            payment_method: confirmParams.payment_method ?? '',
            setup_future_usage: (elements && chosen.setupFutureUsage) || '',
            return_url: confirmParams.return_url,
          }),
        });
        const outcome = await answer.json();
        if (outcome.redirect) {
          window.location.assign(outcome.redirect);
          return new Promise(() => undefined);
        }
        return outcome;
      },
    };
  };
  window.Stripe.version = 'endive';
})();
