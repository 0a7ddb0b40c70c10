import { createRandom } from './random.ts';
import { closings, firstNames, lastNames, reviewTexts, reviewTitles } from './review-texts.ts';

export interface ReviewSeed {
  rating: number;
  title: string;
  body: string;
  authorName: string;
  createdAt: Date;
}

const day = 86_400_000;

/** Up to twelve reviews: more for what sells, none for what was listed this week, each text used once per product. */
export function writeReviews(
  product: { slug: string; noun: string; department: string; createdAt: Date; now: Date },
  appeal: number,
): ReviewSeed[] {
  const random = createRandom(`reviews/${product.slug}`);
  const texts = reviewTexts[product.department];
  const age = (product.now.getTime() - product.createdAt.getTime()) / day;
  if (!texts || age < 6) return [];
  const count = Math.min(12, Math.floor(random.next() * (2 + appeal * 0.75) * Math.min(1, age / 60)));
  /** How good the product is; most are good. */
  const quality = 0.62 + random.next() * 0.36;
  const pools = {
    praise: random.sample(texts.praise, texts.praise.length).sort(() => random.next() - 0.5),
    mixed: [...texts.mixed].sort(() => random.next() - 0.5),
    complaint: [...texts.complaint].sort(() => random.next() - 0.5),
  };
  const usedTitles = new Set<string>();
  const reviews: ReviewSeed[] = [];
  for (let index = 0; index < count; index += 1) {
    const draw = random.next();
    const mood = draw < quality ? 'praise' : draw < quality + (1 - quality) * 0.72 ? 'mixed' : 'complaint';
    const body = pools[mood].pop() ?? pools.praise.pop() ?? pools.mixed.pop();
    if (!body) break;
    const kind = texts.praise.includes(body) ? 'praise' : texts.mixed.includes(body) ? 'mixed' : 'complaint';
    const second = kind === 'praise' && random.chance(0.35) ? pools.praise.pop() : undefined;
    const rating =
      kind === 'praise'
        ? random.chance(0.78)
          ? 5
          : 4
        : kind === 'mixed'
          ? random.chance(0.6)
            ? 4
            : 3
          : random.int(1, 3);
    const titles = reviewTitles[kind].filter((title) => !usedTitles.has(title));
    const title = random.pick(titles.length > 0 ? titles : reviewTitles[kind]);
    usedTitles.add(title);
    const closing = random.chance(0.3) && kind !== 'complaint' ? random.pick(closings) : undefined;
    reviews.push({
      rating,
      title,
      body: [body, second, closing].filter(Boolean).join(' '),
      authorName: `${random.pick(firstNames)} ${random.pick(lastNames).slice(0, 1)}.`,
      createdAt: new Date(product.createdAt.getTime() + (0.06 + random.next() * 0.92) * age * day),
    });
  }
  return reviews;
}
