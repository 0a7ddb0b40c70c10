/** The words that components say themselves; what a page says is passed in by its app. */
export const uiMessages = {
  close: 'Close',
  optional: 'optional',
  dismiss: 'Dismiss',
  decrease: 'Decrease quantity',
  increase: 'Increase quantity',
  quantity: 'Quantity',
  priceNow: 'Now',
  priceBefore: 'Before',
  priceFrom: 'from',
  save: (percent: number) => `Save ${percent}%`,
  rating: (average: number, count: number) =>
    count === 0
      ? 'No reviews yet'
      : `${average.toFixed(1)} out of 5 stars, ${count} ${count === 1 ? 'review' : 'reviews'}`,
  breadcrumbs: 'Breadcrumb',
  shown: (shown: number, total: number) => `${shown} of ${total} shown`,
  loadMore: 'Show more',
  loading: 'Loading',
  previous: 'Previous',
  next: 'Next',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  retry: 'Try again',
  tableOf: (label: string) => `${label}, as a table`,
  notifications: 'Notifications',
};
