/** The tree: departments and their leaves. Tones are wall, floor and accent of the leaf's pictures; a product takes the one it stands out from. */
export interface CategorySeed {
  slug: string;
  name: string;
  description: string;
  icons: string[];
  tones: [string, string, string][];
  leaves: Omit<CategorySeed, 'leaves'>[];
}

type Tone = [string, string, string];
const linen: Tone = ['#e8dccb', '#f0e7da', '#d8bb98'];
const clay: Tone = ['#e6cdbd', '#f0ded2', '#cf9a7c'];
const mist: Tone = ['#d3dde3', '#e3eaee', '#a4b9c6'];
const sage: Tone = ['#cfdacb', '#e0e8dc', '#9fb795'];
const lilac: Tone = ['#dcd5e8', '#eae5f2', '#b8a8d4'];
const blush: Tone = ['#f0dcd8', '#f7ebe8', '#dfb0a8'];
const butter: Tone = ['#f1e4bf', '#f8f0d9', '#e3c26f'];
const slate: Tone = ['#c9ced6', '#dde1e6', '#8f9bab'];
const sea: Tone = ['#c8dfdd', '#dcebe9', '#86b5b2'];
const dusk: Tone = ['#b9bdd3', '#d1d4e3', '#8187b0'];
const peach: Tone = ['#f6dcc4', '#fbebdc', '#eab384'];

const leaf = (slug: string, name: string, icons: string, tones: Tone[], description: string) => ({
  slug,
  name,
  description,
  icons: icons.split(' '),
  tones,
});

export const departments: CategorySeed[] = [
  {
    ...leaf(
      'home-living',
      'Home & Living',
      'couch-and-lamp potted-plant mantelpiece-clock',
      [linen, sage],
      'Furniture, lighting and the small things that make a house yours.',
    ),
    leaves: [
      leaf(
        'kitchen',
        'Kitchen & Cooking',
        'cooking pot-of-food kitchen-knife',
        [linen, sage, mist],
        'Pans, knives and jars for people who cook on weekdays.',
      ),
      leaf(
        'tableware',
        'Tableware',
        'teapot:Sage hot-beverage:Terracotta bowl-with-spoon:Ink',
        [clay, sage, linen, mist],
        'Plates, mugs and glasses with some weight to them.',
      ),
      leaf(
        'candles-fragrance',
        'Candles & Fragrance',
        'candle diya-lamp herb',
        [linen, blush, dusk, sage],
        'Slow-burning candles and scents from real places.',
      ),
      leaf(
        'lighting',
        'Lighting',
        'light-bulb red-paper-lantern couch-and-lamp',
        [dusk, linen, slate],
        'Lamps and lanterns for long evenings.',
      ),
      leaf(
        'furniture',
        'Furniture',
        'chair couch-and-lamp bed',
        [mist, linen, sage, clay],
        'Chairs, sofas and beds built to be moved house with.',
      ),
      leaf(
        'decor',
        'Decor & Clocks',
        'mantelpiece-clock framed-picture amphora',
        [clay, linen, sea, lilac],
        'Vases, prints, clocks and mirrors.',
      ),
    ],
  },
  {
    ...leaf(
      'fashion',
      'Fashion',
      'dress:Plum handbag womans-hat',
      [blush, linen],
      'Clothes, shoes and bags cut to last more than a season.',
    ),
    leaves: [
      leaf(
        'womenswear',
        'Women’s Clothing',
        'dress:Forest womans-clothes:Blush kimono:Ink',
        [blush, lilac, linen, sea],
        'Dresses, tops and knits, with pockets.',
      ),
      leaf(
        'menswear',
        'Men’s Clothing',
        't-shirt necktie shorts',
        [mist, linen, slate, sage],
        'Shirts, tees and tailoring without fuss.',
      ),
      leaf(
        'shoes',
        'Shoes',
        'running-shoe hiking-boot mans-shoe',
        [mist, peach, sage, linen],
        'Boots, trainers and sandals made for walking.',
      ),
      leaf(
        'bags-luggage',
        'Bags & Luggage',
        'backpack:Ink handbag luggage:Sage',
        [sea, linen, blush, slate],
        'Rucksacks, handbags and cases that can be mended.',
      ),
      leaf(
        'accessories',
        'Hats, Scarves & Sunglasses',
        'womans-hat scarf sunglasses',
        [peach, lilac, mist, sage],
        'The finishing pieces, from caps to umbrellas.',
      ),
      leaf(
        'jewellery-watches',
        'Jewellery & Watches',
        'ring watch gem-stone',
        [lilac, blush, slate, sea],
        'Recycled gold and silver, and watches you wind.',
      ),
    ],
  },
  {
    ...leaf(
      'beauty',
      'Beauty & Wellbeing',
      'lotion-bottle lipstick rose',
      [blush, peach],
      'Skin care, make-up and bath-time, with short ingredient lists.',
    ),
    leaves: [
      leaf(
        'skincare',
        'Skin Care',
        'lotion-bottle lotus',
        [blush, sage, peach, lilac],
        'Cleansers, creams and oils that do one job well.',
      ),
      leaf(
        'make-up',
        'Make-up & Nails',
        'lipstick nail-polish mirror',
        [blush, lilac, peach],
        'Colour that stays where you put it.',
      ),
      leaf(
        'bath-body',
        'Bath & Body',
        'soap bubbles sponge',
        [sea, lilac, blush, mist],
        'Soap, soaks and everything for a long bath.',
      ),
      leaf(
        'grooming',
        'Shaving & Grooming',
        'razor toothbrush hair-pick',
        [mist, sage, slate],
        'Razors, combs and brushes that are not thrown away.',
      ),
    ],
  },
  {
    ...leaf(
      'food-drink',
      'Food & Drink',
      'bread honey-pot strawberry',
      [butter, linen],
      'Tea, chocolate, larder and bakery from small makers.',
    ),
    leaves: [
      leaf(
        'tea-coffee',
        'Tea & Coffee',
        'teacup-without-handle mate hot-beverage',
        [sage, linen, clay, butter],
        'Leaf and bean, picked, roasted and dated.',
      ),
      leaf(
        'chocolate-sweets',
        'Chocolate & Sweets',
        'chocolate-bar candy lollipop',
        [blush, butter, lilac, peach],
        'Bean-to-bar chocolate and proper boiled sweets.',
      ),
      leaf(
        'larder',
        'Larder',
        'honey-pot jar olive',
        [butter, sage, linen, clay],
        'Honey, oil, salt, pasta and tins worth keeping in.',
      ),
      leaf(
        'bakery',
        'Bakery',
        'croissant bread cupcake',
        [peach, linen, butter, blush],
        'Bread, pastries and cakes, baked to order.',
      ),
      leaf(
        'fruit-juice',
        'Fruit & Juice',
        'tangerine beverage-box strawberry',
        [butter, sea, peach, sage],
        'Orchard boxes, cordials and pressed juice.',
      ),
    ],
  },
  {
    ...leaf(
      'garden-outdoors',
      'Garden & Outdoors',
      'potted-plant tent sunflower',
      [sage, sea],
      'Plants, tools and camping for fine days and wet ones.',
    ),
    leaves: [
      leaf(
        'plants-flowers',
        'Plants & Flowers',
        'potted-plant cactus tulip',
        [sage, linen, blush, butter],
        'House plants, bouquets and seeds, posted with care.',
      ),
      leaf(
        'tools-diy',
        'Tools & DIY',
        'hammer toolbox screwdriver',
        [slate, butter, mist],
        'Hand tools with a guarantee longer than the job.',
      ),
      leaf(
        'camping-hiking',
        'Camping & Hiking',
        'tent compass flashlight',
        [sea, butter, sage],
        'Tents, torches and maps for a night out.',
      ),
    ],
  },
  {
    ...leaf(
      'sport-leisure',
      'Sport & Leisure',
      'soccer-ball bicycle tennis',
      [sea, mist],
      'Kit for the pitch, the path and the pool.',
    ),
    leaves: [
      leaf(
        'ball-racket',
        'Ball & Racket Sports',
        'soccer-ball tennis basketball',
        [sea, mist, butter, sage],
        'Balls, bats and rackets for parks and clubs.',
      ),
      leaf(
        'wheels-winter',
        'Wheels & Winter',
        'bicycle skateboard ice-skate',
        [mist, peach, dusk, sea],
        'Bikes, boards, blades and sledges.',
      ),
      leaf(
        'swim-fitness',
        'Swim & Fitness',
        'goggles one-piece-swimsuit boxing-glove',
        [sea, blush, mist],
        'Swimwear, gym kit and timing.',
      ),
    ],
  },
  {
    ...leaf(
      'toys-games',
      'Toys & Games',
      'teddy-bear locomotive kite',
      [butter, peach],
      'Soft toys, wooden toys and games for wet Sundays.',
    ),
    leaves: [
      leaf(
        'soft-toys',
        'Soft Toys',
        'teddy-bear rabbit:Blush owl',
        [butter, blush, mist, sage],
        'Bears and beasts to be loved threadbare.',
      ),
      leaf(
        'games-puzzles',
        'Games & Puzzles',
        'puzzle-piece game-die chess-pawn',
        [lilac, butter, sea, peach],
        'Board games, dice and jigsaws.',
      ),
      leaf(
        'wooden-outdoor',
        'Wooden & Outdoor Toys',
        'locomotive kite rocket',
        [peach, sea, butter, mist],
        'Trains, kites and rockets that take off.',
      ),
    ],
  },
  {
    ...leaf(
      'tech-hobbies',
      'Tech, Paper & Music',
      'headphone:Rust notebook:Plum guitar:Mustard',
      [lilac, slate],
      'Audio and desk gear, stationery, craft and instruments.',
    ),
    leaves: [
      leaf(
        'audio',
        'Audio',
        'headphone:Ink radio:Oat studio-microphone',
        [slate, lilac, peach, sea],
        'Headphones, radios and microphones you can repair.',
      ),
      leaf(
        'desk-tech',
        'Computing & Desk',
        'laptop keyboard computer-mouse',
        [slate, sea, mist, lilac],
        'Keyboards, laptops and printers with plain specs.',
      ),
      leaf(
        'cameras-phones',
        'Cameras & Phones',
        'camera mobile-phone battery',
        [slate, peach, lilac],
        'Cameras, phones and power.',
      ),
      leaf(
        'stationery',
        'Stationery',
        'notebook fountain-pen pencil',
        [linen, lilac, sage, blush],
        'Notebooks, pens and paper worth writing on.',
      ),
      leaf(
        'craft-gift',
        'Craft & Gift Wrap',
        'yarn thread wrapped-gift',
        [blush, butter, lilac, sea],
        'Yarn, paint, thread and ribbon.',
      ),
      leaf(
        'music',
        'Musical Instruments',
        'guitar violin trumpet',
        [clay, dusk, linen, sage],
        'Set up by players, ready to play.',
      ),
    ],
  },
];
