/** A tiny tree that breaks every architecture rule at least once: path to text. */
export const brokenTree: Record<string, string> = {
  'packages/kernel/src/index.ts': "export { pool } from '../../db/src/index.ts';\n",
  'packages/db/src/index.ts':
    "import { placeOrder } from '../../domains/orders/src/index.ts';\nexport const pool = placeOrder;\n",
  'packages/trpc/src/index.ts': 'export const procedure = 1;\n',
  'packages/domains/orders/src/index.ts': [
    "import { stripe } from '../../../adapters/stripe/src/index.ts';",
    "import { product } from '../../catalog/src/index.ts';",
    "import { pool } from '../../../db/src/index.ts';",
    "import { procedure } from '../../../trpc/src/index.ts';",
    "import Stripe from 'stripe';",
    'export const placeOrder = [stripe, product, pool, procedure, Stripe];',
    '',
  ].join('\n'),
  'packages/domains/orders/src/order.repository.ts':
    'export const read = (db) => [db.product.findMany(), db.sql`select id from catalog.product`, db.order.count()];\n',
  'packages/domains/catalog/src/index.ts': 'export const product = 1;\n',
  'packages/domains/catalog/src/catalog.repository.ts': 'export const rows = 1;\n',
  'packages/adapters/stripe/src/index.ts': [
    "import { rows } from '../../../domains/catalog/src/catalog.repository.ts';",
    "import { paypal } from '../../paypal/src/index.ts';",
    'export const stripe = [rows, paypal];',
    '',
  ].join('\n'),
  'packages/adapters/paypal/src/index.ts': 'export const paypal = 1;\n',
  'packages/workflows/src/index.ts':
    "import { rows } from '../../domains/catalog/src/catalog.repository.ts';\nexport const workflow = rows;\n",
  'packages/api-contract/src/index.ts': 'export const router = 1;\n',
  'packages/api-client/src/index.ts':
    "import { router } from '../../api-contract/src/index.ts';\nexport const client = router;\n",
  'packages/ui/src/index.ts': "import { Home } from '../../../apps/home/index.ts';\nexport const ui = Home;\n",
  'apps/home/index.ts': [
    "import { product } from '../../packages/domains/catalog/src/index.ts';",
    "import { Cart } from '../cart/index.ts';",
    'export const Home = [product, Cart];',
    '',
  ].join('\n'),
  'apps/cart/index.ts': 'export const Cart = 1;\n',
  'node_modules/stripe/package.json': '{ "name": "stripe", "version": "0.0.0", "main": "index.js" }\n',
  'node_modules/stripe/index.js': 'module.exports = {};\n',
  'prisma/schema/catalog.prisma': 'model Product {\n  id String @id\n  @@map("product")\n  @@schema("catalog")\n}\n',
  'prisma/schema/orders.prisma': 'model Order {\n  id String @id\n  @@map("order")\n  @@schema("orders")\n}\n',
};
