export type { ImportedOrder } from './online-retail/build-orders.ts';
export type { ImportedProduct } from './online-retail/build-products.ts';
export { categoryNames, categoryRules, department, fallback } from './online-retail/categories.ts';
export { ImportFileError } from './online-retail/errors.ts';
export { type OnlineRetail, readOnlineRetail } from './online-retail/read-online-retail.ts';
export { explanations, type ImportReport, totals } from './online-retail/report.ts';
