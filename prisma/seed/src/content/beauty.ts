import type { ProductLine } from '../product-line.ts';

export const beauty: ProductLine[] = [
  {
    category: 'beauty/skincare',
    seller: 'rosewater-apothecary',
    noun: 'cream',
    icon: 'lotion-bottle',
    props: ['rose', 'lotus', 'lemon', 'herb'],
    stages: ['arch', 'plinth', 'disc', 'window'],
    price: [12, 48],
    weightGrams: 180,
    options: [{ name: 'Size', values: ['50 ml', '100 ml+9', '200 ml+19'], take: [1, 3] }],
    attributes: { 'Skin type': 'All', Vegan: 'Yes', Fragrance: 'None added' },
    story: [
      'Eleven ingredients, each of which is there for a reason we are happy to explain.',
      'Made in batches of three hundred and dated by hand, so it reaches you within weeks.',
      'The pump is glass and steel, comes apart for washing, and fits every refill we sell.',
      'Tested by dermatologists on people who volunteered, and on nobody else.',
    ],
    care: 'Use within nine months of opening. Patch-test first if your skin is easily upset.',
    highlights: [
      'Short ingredient list',
      'Refillable glass bottle',
      'Vegan, never tested on animals',
      'Made in Bath',
      'No added perfume',
    ],
    items: `
Plain Day Cream | Moisture, a little sun protection, nothing else | p=24; t=Blush
Eye Cream, Unhurried | Cool metal tip, no miracles claimed | p=28; t=Sage
Exfoliating Lotion | A mild acid twice a week, and patience | p=23; t=Plum
Rosewater Cleanser | Takes off the day without taking off the skin | p=18; t=Rose
Oat Milk Cleansing Lotion | For skin that objects to everything | p=19; t=Oat; Skin type=Sensitive
Cucumber Gel Moisturiser | Cool, light and gone in a minute | p=22; t=Mint; Skin type=Oily
Night Repair Cream | Thick, quiet and hard at work until morning | p=32; t=Lilac; Skin type=Dry
Vitamin C Serum | Ten per cent, stable, in an amber bottle | p=34; t=Apricot
Hyaluronic Drops | Two drops on damp skin, then anything you like | p=26; t=Sky
Squalane Face Oil | One ingredient, from olives | p=24; t=Honey; Skin type=Dry
Clay Mask, Ten Minutes | Draws, calms and rinses off easily | p=21; t=Terracotta; Skin type=Oily
Sun Milk SPF 50 | No white cast, no sting, no sand magnet | p=23; t=Lemon
Barrier Balm | For lips, knuckles, elbows and windburn | p=14; t=Stone
Retinal Cream 0.05 | Gentle enough to begin with, strong enough to stay | p=38; t=Coral`,
  },
  {
    category: 'beauty/skincare',
    seller: 'wick-and-wild',
    noun: 'tonic',
    icon: 'rose',
    props: ['lotion-bottle', 'lotus', 'cherry-blossom'],
    stages: ['window', 'disc'],
    price: [12, 24],
    weightGrams: 160,
    options: [{ name: 'Size', values: ['100 ml', '200 ml+7'] }],
    attributes: { 'Skin type': 'All', Vegan: 'Yes', Fragrance: 'Natural' },
    story: [
      'Distilled from petals picked before ten in the morning, when they smell the most.',
      'Nothing is added to it, not even water.',
      'Keep it in the fridge in July and you will thank us.',
    ],
    care: 'Use within six months of opening.',
    highlights: ['Single ingredient', 'Steam distilled', 'Glass bottle', 'Vegan'],
    items: `
Damask Rose Water | Petals and steam | p=16
Lotus Flower Mist | For trains, screens and hot afternoons | p=18; i=lotus
Hibiscus Toner | A gentle fruit acid for dull mornings | p=17; i=hibiscus`,
  },
  {
    category: 'beauty/make-up',
    seller: 'rosewater-apothecary',
    noun: 'lipstick',
    icon: 'lipstick',
    props: ['mirror', 'rose', 'ribbon'],
    stages: ['plinth', 'arch', 'disc', 'flat'],
    price: [14, 26],
    weightGrams: 40,
    options: [{ name: 'Shade', values: ['Bramble', 'Brick', 'Petal', 'Fig', 'Poppy', 'Bare'], take: [3, 5] }],
    attributes: { Finish: 'Satin', Vegan: 'Yes' },
    story: [
      'Milled five times so that the colour goes on evenly and leaves the same way.',
      'It stays through coffee, and can be put right without a mirror.',
      'The case clicks shut with a magnet and takes refills.',
    ],
    care: 'Best within eighteen months.',
    highlights: ['Refillable case', 'Stays through coffee', 'Vegan', 'No perfume'],
    items: `
Velvet Lipstick | Full colour, no drag | p=21; Finish=Matt; t=Berry
Everyday Satin Lipstick | Your own lips, having a good day | p=19; t=Rose
Sheer Lip Tint | A wash of colour, built up as you please | p=16; Finish=Sheer; t=Coral
Long-Wear Lip Crayon | Sharpens like a pencil, stays like a secret | p=17; i=crayon; t=Burgundy; Finish=Matt
Tinted Lip Balm | Wax, oil, colour, done | p=12; Finish=Sheer; t=Blush`,
  },
  {
    category: 'beauty/make-up',
    seller: 'rosewater-apothecary',
    noun: 'nail polish',
    icon: 'nail-polish',
    props: ['ring', 'rose', 'ribbon'],
    stages: ['flat', 'disc'],
    price: [9, 28],
    weightGrams: 60,
    options: [{ name: 'Shade', values: ['Damson', 'Slate', 'Shell', 'Marigold', 'Pond'], take: [3, 5] }],
    attributes: { Finish: 'Gloss', Vegan: 'Yes' },
    story: [
      'Free of the ten solvents most worth avoiding.',
      'A wide brush covers a nail in three strokes.',
      'Two coats last a week of washing up.',
    ],
    care: 'Shake, do not stir. Remove with acetone-free remover.',
    highlights: ['Ten-free formula', 'Wide flat brush', 'Two coats last a week', 'Vegan'],
    items: `
One-Week Nail Polish | Colour that stays until you are bored of it | p=11
Gel-Look Top Coat | Shine without a lamp | p=12; Shade=
Manicure Set in a Tin | File, buffer, oil and two shades | p=28
Cuticle Oil Pen | Apricot and jojoba, for desks and handbags | p=10; Shade=; i=pen; t=Apricot`,
  },
  {
    category: 'beauty/make-up',
    seller: 'rosewater-apothecary',
    noun: 'brush',
    icon: 'paintbrush',
    props: ['mirror', 'lipstick', 'lotion-bottle'],
    stages: ['flat', 'sweep'],
    price: [10, 64],
    weightGrams: 50,
    attributes: { Material: 'Synthetic hair, beech', Vegan: 'Yes' },
    story: [
      'Hair is cut and tied by hand, then dipped to keep its shape.',
      'The ferrule is crimped twice and does not wobble.',
      'Long enough to reach, short enough to travel.',
    ],
    care: 'Wash weekly with mild soap, dry flat.',
    highlights: ['Soft synthetic hair', 'Beech handle', 'Double-crimped ferrule', 'Lasts for years'],
    items: `
Foundation Brush | Buffs until nobody can tell | p=18; t=Blush
Eye Brush Set of Five | The five that you actually use | p=42; t=Plum
Powder Brush | Large, soft and generous | p=24; t=Black
Travel Mirror | Folds flat, stands up, does not lie | p=22; i=mirror; Material=Brass and glass; Vegan=
Make-up Bag, Quilted | Opens flat so nothing hides in a corner | p=26; i=clutch-bag; t=Rose; Material=Quilted cotton; Vegan=`,
  },
  {
    category: 'beauty/bath-body',
    seller: 'wick-and-wild',
    noun: 'soap',
    icon: 'soap',
    props: ['sponge', 'bubbles', 'herb'],
    stages: ['plinth', 'disc', 'shelf', 'window'],
    price: [5, 18],
    weightGrams: 120,
    options: [{ name: 'Pack', values: ['One bar', 'Three bars+8'] }],
    attributes: { Vegan: 'Yes', 'Palm oil': 'None', Fragrance: 'Essential oils' },
    story: [
      'Stirred, poured and cured for six weeks on racks above a bakery.',
      'Rapeseed, shea and coconut: plenty of lather, and no palm oil at all.',
      'A bar lasts about a month in the shower if you let it dry.',
    ],
    care: 'Keep on a rack, out of the stream of the shower.',
    highlights: ['Cured for six weeks', 'No palm oil', 'Wrapped in paper', 'Made in Kendal'],
    items: `
Heather Honey Soap | Soft, sweet and not too flowery | p=6.5; t=Lilac; Vegan=No
Larch & Charcoal Soap | Dark, scrubby, good after the garden | p=6.5; t=Charcoal
Bramble Soap | Berries in the lather, leaf in the scent | p=6.5; t=Berry
Sea Salt Bar | Hard, smooth and faintly mineral | p=7; t=Sky
Oat & Nothing Soap | No scent, no colour, no argument | p=6; t=Oat; Fragrance=None added
Marigold Baby Soap | The mildest thing we make | p=6.5; t=Apricot; Fragrance=None added
Gardener’s Hand Soap | Pumice for soil, oil for skin | p=7.5; t=Moss`,
  },
  {
    category: 'beauty/bath-body',
    seller: 'wick-and-wild',
    noun: 'bath soak',
    icon: 'bubbles',
    props: ['candle', 'bathtub', 'sponge'],
    stages: ['disc', 'sweep'],
    price: [8, 26],
    weightGrams: 500,
    options: [{ name: 'Scent', values: ['Lavender', 'Pine', 'Orange', 'Unscented'], take: [2, 4] }],
    attributes: { Vegan: 'Yes', Fragrance: 'Essential oils' },
    story: [
      'Epsom salts and sea salt in the proportion that our grandmother swore by.',
      'Two handfuls under the running tap; the rest is up to you.',
      'Milky rather than slippery, so that you can get out again.',
    ],
    care: 'Store dry. Rinse the tub.',
    highlights: ['Epsom and sea salt', 'Soft on skin', 'Paper packaging', 'Enough for ten baths'],
    items: `
Long Soak Bath Salts | For after the walk, the match or the move | p=16
Bubble Bath, Proper | Bubbles that last to the end of the chapter | p=14
Muscle Bath | Arnica, pine and permission to do nothing | p=18; i=bathtub
Children’s Bath Foam | No tears, no glitter, no purple tide mark | p=11; Scent=`,
  },
  {
    category: 'beauty/bath-body',
    seller: 'wick-and-wild',
    noun: 'sponge',
    icon: 'sponge',
    props: ['soap', 'bubbles', 'lotion-bottle'],
    stages: ['plinth', 'shelf'],
    price: [5, 32],
    weightGrams: 90,
    attributes: { Material: 'Natural', Vegan: 'Yes' },
    story: [
      'Grown or woven rather than moulded, and compostable at the end.',
      'Firm when dry, soft as soon as it is wet.',
      'Dries quickly, which is most of what keeps it fresh.',
    ],
    care: 'Rinse, squeeze, hang up. Boil once a month.',
    highlights: ['Plastic-free', 'Compostable', 'Dries quickly', 'Loop for hanging'],
    items: `
Cellulose Bath Sponge | Big, square and thirsty | p=6
Konjac Face Sponge | Gentle enough for every morning | p=8; t=Charcoal
Body Butter, Whipped | Shea and cocoa, light as mousse | p=19; i=custard; Material=
Hand Cream, Gardener’s | Sinks in before you reach the door | p=12; i=lotion-bottle; t=Sage; Material=
Body Oil, Larch | For damp skin, straight out of the bath | p=24; i=lotion-bottle; t=Honey; Material=`,
  },
  {
    category: 'beauty/grooming',
    seller: 'rosewater-apothecary',
    noun: 'razor',
    icon: 'razor',
    props: ['soap', 'mirror', 'bubbles'],
    stages: ['flat', 'plinth'],
    price: [12, 68],
    weightGrams: 160,
    options: [{ name: 'Colour', values: ['Black', 'Silver', 'Brass', 'Forest', 'Navy'], take: [2, 4] }],
    attributes: { Material: 'Steel', Plastic: 'None' },
    story: [
      'One blade, held at the right angle, does less harm than five at the wrong one.',
      'Machined from a single bar, so the weight does the work.',
      'Blades cost pennies and go in the tin when they are blunt.',
    ],
    care: 'Rinse and stand it up to dry. Ten blades included.',
    highlights: ['Single-blade shave', 'Ten blades included', 'No plastic at all', 'Lifetime guarantee'],
    items: `
Safety Razor No. 2 | The last handle you will need to buy | p=42
Shave Brush Stand Set | Heavy enough to stay put on a wet shelf | p=34
Travel Razor | Comes apart into a matchbox | p=38
Leg Razor, Long-Handled | A longer reach and a gentler head | p=44; c=Blush,Lilac,Silver
Starter Shave Kit | Razor, bowl, brush, soap and a good towel | p=68`,
  },
  {
    category: 'beauty/grooming',
    seller: 'rosewater-apothecary',
    noun: 'toothbrush',
    icon: 'toothbrush',
    props: ['tumbler-glass', 'herb', 'mirror'],
    stages: ['flat', 'disc'],
    price: [4, 38],
    weightGrams: 40,
    options: [
      { name: 'Colour', values: ['Coral', 'Teal', 'Mustard', 'Charcoal', 'Lilac'], take: [3, 5] },
      { name: 'Bristle', values: ['Soft', 'Medium'] },
    ],
    attributes: { Material: 'Beech and castor-oil nylon' },
    story: [
      'The handle composts; the bristles snap off with pliers first.',
      'A small head gets to the back, which is where the trouble starts.',
      'Colours that a family can tell apart at six in the morning.',
    ],
    care: 'Change every three months.',
    highlights: ['Compostable handle', 'Small head', 'Plastic-free box', 'Dentist-approved'],
    items: `
Family Toothbrush | One colour each, no more arguments | p=4.5
Children’s Toothbrush | A short handle and a soft start | p=4; Bristle=
Tongue Cleaner, Copper | Ten seconds that change the day | p=9; i=spoon; Colour=; Bristle=; Material=Copper; t=Rust`,
  },
  {
    category: 'beauty/grooming',
    seller: 'rosewater-apothecary',
    noun: 'comb',
    icon: 'hair-pick',
    props: ['scissors', 'mirror', 'ribbon'],
    stages: ['flat', 'plinth', 'sweep'],
    price: [9, 34],
    weightGrams: 70,
    options: [{ name: 'Colour', values: ['Black', 'Chocolate', 'Forest', 'Burgundy'], take: [2, 3] }],
    attributes: { Material: 'Plant acetate' },
    story: [
      'Sawn and polished, not moulded: there is no seam to split a hair.',
      'Teeth are rounded at the tip and tapered in between.',
      'Made in the last comb works in the country.',
    ],
    care: 'Warm water and a nail brush.',
    highlights: ['Saw-cut teeth', 'No seams', 'Made in Britain', 'Does not build up static'],
    items: `
Wide-Tooth Pick | For curls that deserve some respect | p=16
Pocket Comb | Slips into a wallet, survives the wash | p=12
Barber’s Scissors | Sharp enough to trim, kind enough to trust | p=34; i=scissors; c=Red,Black,Teal; Material=Japanese steel
Beard Balm | Holds, softens and smells of cedar | p=14; i=jar; Colour=; Material=Beeswax and argan oil`,
  },
];
