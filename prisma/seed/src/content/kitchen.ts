import type { ProductLine } from '../product-line.ts';

export const kitchen: ProductLine[] = [
  {
    category: 'home-living/kitchen',
    seller: 'fern-and-kiln',
    noun: 'pan',
    icon: 'cooking',
    props: ['salt', 'herb', 'egg'],
    stages: ['sweep', 'window', 'shelf'],
    price: [32, 95],
    weightGrams: 1900,
    options: [{ name: 'Size', values: ['20 cm', '24 cm+8', '28 cm+18'], take: [2, 3] }],
    attributes: { Material: 'Cast iron', Hob: 'All hobs including induction', 'Oven safe': 'Yes' },
    story: [
      'The base is ground flat to a tenth of a millimetre, so heat spreads evenly and nothing rocks on a glass hob.',
      'It leaves the works already seasoned three times with rapeseed oil: the first egg slides, and the hundredth slides better.',
      'The handle is long enough to stay cool for the length of an omelette, and has a hole for the hook you meant to put up.',
    ],
    care: 'Wipe out while warm, rinse, dry on the hob and rub with a drop of oil. Guaranteed for twenty-five years.',
    highlights: [
      'Pre-seasoned and ready to use',
      'Works on every hob and in the oven',
      'Pouring lip on both sides',
      'Twenty-five year guarantee',
      'Made in Stoke-on-Trent',
    ],
    items: `
Foundry Skillet | The one pan that stays on the hob all week | p=44
Hob-to-Table Braiser | Shallow, lidded and handsome enough to serve from | p=84; i=shallow-pan-of-food
Griddle Plate, Reversible | Ridges on one face, pancakes on the other | p=42
Ember Chef’s Pan | Sloped sides for tossing, a flat floor for searing | p=52
Crag Griddle Pan | Deep ridges for proper stripes on courgettes and chops | p=49
Sunday Sauté Pan | Straight sides and room for a whole jointed chicken | p=68; i=shallow-pan-of-food
Tramline Crêpe Pan | A low rim and a wooden spreader for lacy edges | p=36
Larch Carbon-Steel Wok | Thin, quick and light enough to flick with one hand | p=42; Material=Carbon steel; i=shallow-pan-of-food
Penny Egg Pan | Exactly one egg, exactly the size of a muffin | p=24; Material=Carbon steel
Hearth Paella Pan | Wide, shallow and dimpled for a crisp bottom | p=46; Material=Carbon steel; i=shallow-pan-of-food`,
  },
  {
    category: 'home-living/kitchen',
    seller: 'fern-and-kiln',
    noun: 'casserole',
    icon: 'pot-of-food',
    props: ['carrot', 'garlic', 'onion'],
    stages: ['sweep', 'plinth', 'shelf'],
    price: [58, 140],
    weightGrams: 4200,
    options: [
      { name: 'Colour', values: ['Chalk', 'Sage', 'Ink', 'Terracotta'], take: [2, 3] },
      { name: 'Size', values: ['3 litres', '5 litres+24'] },
    ],
    attributes: { Material: 'Enamelled cast iron', Hob: 'All hobs including induction', 'Oven safe': 'Yes' },
    story: [
      'Two coats of enamel, fired separately, give a surface that cleans with a soft brush and does not mind tomatoes.',
      'Small bumps under the lid drip the steam back evenly, which is how a cheap cut becomes a good supper.',
      'Heavy enough to hold a low simmer by itself, with handles big enough for oven gloves.',
    ],
    care: 'Dishwasher safe, though it prefers a sink. Use wood or silicone on the enamel.',
    highlights: ['Hob to oven to table', 'Enamel fired twice', 'Self-basting lid', 'Handles sized for oven gloves'],
    items: `
Moorland Casserole | Low, slow and big enough for seconds | p=96
Pantry Stew Pot | Narrow and deep, for stocks and soups | p=88
Lantern Tagine | A conical lid that keeps lamb tender for hours | p=74; Material=Glazed stoneware; Hob=Gas and ceramic
Bread Dome | Bakes a loaf with a crust that crackles as it cools | p=78; i=pot-of-food`,
  },
  {
    category: 'home-living/kitchen',
    seller: 'fern-and-kiln',
    noun: 'knife',
    icon: 'kitchen-knife',
    props: ['lemon', 'herb', 'bread'],
    stages: ['flat', 'window'],
    price: [18, 88],
    weightGrams: 240,
    options: [{ name: 'Handle', values: ['Oak', 'Walnut', 'Black'], take: [2, 3] }],
    attributes: { Material: 'Sheffield steel', Hardness: '58 HRC' },
    story: [
      'Blades are ground in Sheffield from a steel chosen to take an edge on an ordinary whetstone, not to impress a laboratory.',
      'A full tang runs through the handle, so the weight sits where the finger and thumb meet.',
      'We sharpen every knife we have sold, once a year, for the cost of the postage.',
    ],
    care: 'Wash and dry by hand. Keep away from the dishwasher, glass boards and the other cutlery.',
    highlights: [
      'Ground in Sheffield',
      'Full tang',
      'Free yearly sharpening',
      'Presented in a card sleeve that doubles as a guard',
    ],
    items: `
Marsh Chef’s Knife 20 cm | The one that does nine jobs out of ten | p=72
Reed Paring Knife 9 cm | For hulling, peeling and the seed of an avocado | p=24
Causeway Bread Knife 25 cm | Wide scallops that saw through sourdough without crumbs | p=54
Tern Santoku 17 cm | A flat edge for chopping greens fast | p=66
Heron Filleting Knife 18 cm | Slim, springy and happiest beside the sea | p=48`,
  },
  {
    category: 'home-living/kitchen',
    seller: 'saltmarsh-larder',
    noun: 'storage jar',
    icon: 'jar',
    props: ['spoon', 'beans', 'spaghetti'],
    stages: ['shelf', 'sweep', 'arch'],
    price: [7, 26],
    weightGrams: 620,
    options: [{ name: 'Size', values: ['0.5 litre', '1 litre+2', '2 litres+5'], take: [2, 3] }],
    attributes: { Material: 'Recycled glass', 'Dishwasher safe': 'Yes' },
    story: [
      'Pressed from recycled bottle glass, which is why the colour shifts a little from one jar to the next.',
      'The seal is natural rubber and comes apart in seconds; spare rings are in the lid.',
      'A wide mouth takes a cup measure, a hand, and the last of the lentils.',
    ],
    care: 'Everything but the rubber ring can go in the dishwasher.',
    highlights: ['Airtight rubber seal', 'Wide mouth for scooping', 'Recycled glass', 'Spare ring included'],
    items: `
Larder Clip Jar | Airtight, stackable and easy to label | p=9
Saltmarsh Biscuit Jar | Tilted so that a hand goes straight in | p=18
Bulk Aisle Jar Set | Four sizes that nest when they are empty | p=26
Fermenter’s Crock Jar | An airlock lid for kraut and kimchi without the bang | p=22`,
  },
];
