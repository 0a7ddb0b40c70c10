import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { baselines, own, parts } from './recs/algorithms.ts';
import { basketCompletion } from './recs/completion.ts';
import { type Algorithm, bootstrap, type Figures, measure, type Outcome, summarise } from './recs/measure.ts';
import { type Purchases, readPurchases, type Split, splitAt } from './recs/purchases.ts';
import { serving } from './recs/serving.ts';
import { tune } from './recs/tune.ts';

const usage = 'Usage: npm run bench:recs -- [--data FILE.csv.gz] [--tune] [--only quality,speed] [--lines 400000]';
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    tune: { type: 'boolean', default: false },
    only: { type: 'string', default: 'quality,speed' },
    lines: { type: 'string', default: '400000' },
  },
});
const root = path.resolve(import.meta.dirname, '../../../..');
const beside = path.resolve(root, '../shared/data/online-retail.csv.gz');
const data = values.data ? path.resolve(values.data) : beside;

/** Days before the end of the data; each split looks as far ahead as the next one begins. */
const window = 28;
const tuned = [196, 168, 140, 112, 84];
const reported = [56, 28];

const baselineNames = ['random', 'popularity', 'last four weeks', 'own frequency', 'own frequency + 4 weeks'];
const ours = 'MallHive';
const number = (value: number) => value.toFixed(3).padStart(9);
const line = (name: string, { shoppers, hit, ndcg, recall, coverage }: Figures) =>
  `${name.padEnd(26)}${String(shoppers).padStart(8)}${[hit, ndcg, recall, coverage].map(number).join('')}`;
const head = `${''.padEnd(26)}shoppers   hit@10  NDCG@10  rec.@20 coverage`;

/** One list of outcomes an algorithm over all reported splits, so that they can be compared shopper by shopper. */
function outcomesOf(splits: readonly Split[]): Map<string, Outcome[]> {
  const all = new Map<string, Outcome[]>();
  for (const split of splits) {
    const algorithms: Record<string, Algorithm> = { ...baselines(split), ...parts(split), [ours]: own(split) };
    for (const [name, algorithm] of Object.entries(algorithms)) {
      all.set(name, [...(all.get(name) ?? []), ...measure(split, algorithm)]);
    }
  }
  return all;
}

function compare(all: Map<string, Outcome[]>): boolean {
  const regular = (name: string) => (all.get(name) ?? []).filter(({ regular }) => regular);
  const mine = regular(ours);
  let better = true;
  for (const name of baselineNames) {
    const shown = (['hit', 'ndcg', 'recall'] as const).map((of) => {
      const gain = bootstrap(mine, regular(name), of);
      if (of === 'ndcg') better &&= gain.low > 0;
      return `${gain.mean >= 0 ? '+' : ''}${gain.mean.toFixed(3)} [${gain.low.toFixed(3)}, ${gain.high.toFixed(3)}]`;
    });
    console.log(`  over ${name.padEnd(26)}hit@10 ${shown[0]}  NDCG@10 ${shown[1]}  recall@20 ${shown[2]}`);
  }
  return better;
}

function report(purchases: Purchases): boolean {
  const end = purchases.baskets.at(-1)?.day ?? 0;
  const splits = reported.map((back) => splitAt(purchases, end - back, window));
  const all = outcomesOf(splits);
  for (const [title, regular] of [
    ['Shoppers with a history', true],
    ['Shoppers without', false],
  ] as const) {
    console.log(
      `\n${title}, next basket within ${window} days after ${reported.join(' and ')} days before the end\n${head}`,
    );
    for (const [name, outcomes] of all) {
      console.log(
        line(
          name,
          summarise(
            outcomes.filter((outcome) => outcome.regular === regular),
            purchases.items,
          ),
        ),
      );
    }
  }
  console.log(`\n${ours} with a history, difference and its 95 % interval (1,000 resamples of the shoppers)`);
  const better = compare(all);
  console.log(`\nRest of a basket of which half is known (also for those whom nobody knows)\n${head}`);
  const completed = basketCompletion(splits);
  for (const [name, outcomes] of completed) console.log(line(name, summarise(outcomes, purchases.items)));
  console.log(
    `\n${better ? 'ok ' : 'NOT'} NDCG@10 of the personal rail is above every baseline, with its whole interval`,
  );
  return better;
}

if (!existsSync(data)) {
  console.log(`The data set is not at ${data}. Name it with --data.\n${usage}`);
  process.exit(1);
}
const purchases = await readPurchases(data);
console.log(
  `${purchases.baskets.length} orders, ${purchases.items} products, ${purchases.shoppers} known shoppers; weights fitted on ${tuned.join(', ')} days before the end`,
);
if (values.tune) {
  const end = purchases.baskets.at(-1)?.day ?? 0;
  console.log(tune(tuned.map((back) => splitAt(purchases, end - back, window))));
} else {
  const wanted = values.only.split(',');
  const good = [
    !wanted.includes('quality') || report(purchases),
    !wanted.includes('speed') || (await serving(data, Number(values.lines))),
  ];
  if (good.includes(false)) process.exitCode = 1;
}
