import type { ProductLine } from '../product-line.ts';
import { kitchen } from './kitchen.ts';

export const productLines: ProductLine[] = [...kitchen];
