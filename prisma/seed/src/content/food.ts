import type { ProductLine } from '../product-line.ts';

export const food: ProductLine[] = [
  {
    category: 'food-drink/tea-coffee',
    seller: 'saltmarsh-larder',
    noun: 'tea',
    icon: 'teacup-without-handle',
    props: ['teapot', 'lemon', 'honey-pot'],
    stages: ['shelf', 'window', 'arch'],
    price: [5, 18],
    weightGrams: 140,
    options: [{ name: 'Pack', values: ['Loose, 100 g', 'Loose, 250 g+7', '50 bags+1'], take: [2, 3] }],
    attributes: { Dietary: 'Vegan', Caffeine: 'Medium', Certified: 'Fairtrade' },
    story: [
      'Bought straight from the garden it grew in, whose name is on the tin.',
      'Whole leaf, not dust: there is enough in a spoonful for two pots.',
      'Packed here by the marsh within a month of landing.',
    ],
    care: 'Keep dry and dark. Best within a year, drinkable for two.',
    highlights: ['Whole leaf', 'Bags without plastic', 'Named garden', 'Packed in Norfolk'],
    items: `
Marsh Breakfast Tea | Strong, malty and happy with milk | p=6.5; Caffeine=High
Assam Orange Pekoe | Thick, copper and good at four o’clock | p=8; Caffeine=High
Lapsang & Vanilla | Smoke at the front, pudding at the back | p=9
Bergamot Grey | Real peel, no perfume | p=7
Green Sencha, First Pick | Grassy, sweet, three infusions | p=11; t=Sage
Mint & Nettle | From two gardens in the next village | p=6; Caffeine=None; t=Mint
Chamomile Flowers | Whole heads that float like confetti | p=6.5; Caffeine=None; t=Lemon
Smoky Souchong | A campfire in a cup | p=9; t=Charcoal
Rooibos & Orange | Red, round and fine at midnight | p=6.5; Caffeine=None; t=Rust
Darjeeling Second Flush | Muscatel, golden, worth a quiet hour | p=14`,
  },
  {
    category: 'food-drink/tea-coffee',
    seller: 'saltmarsh-larder',
    noun: 'coffee',
    icon: 'hot-beverage',
    props: ['croissant', 'beans', 'chocolate-bar'],
    stages: ['plinth', 'window', 'disc', 'shelf'],
    price: [8, 26],
    weightGrams: 300,
    options: [
      { name: 'Grind', values: ['Whole bean', 'Filter', 'Espresso', 'Cafetière'], take: [3, 4] },
      { name: 'Weight', values: ['250 g', '1 kg+19'] },
    ],
    attributes: { Dietary: 'Vegan', Caffeine: 'High', Certified: 'Organic' },
    story: [
      'Roasted on Tuesdays and Thursdays, posted the next morning.',
      'We print the farm, the altitude and what we paid.',
      'Forgiving: a degree or a minute out and it is still good.',
    ],
    care: 'Keep in the bag with the valve, out of the fridge. Best within six weeks.',
    highlights: ['Roasted to order', 'Named farm', 'Compostable bag', 'Brewing card inside'],
    items: `
House Espresso | Chocolate, hazelnut, no surprises | p=9.5; t=Chalk
Breakfast Blend | Round and nutty, for a large pot | p=9; t=Oat
Ethiopian Natural | Blueberries, honestly | p=14; t=Plum
Lighthouse Filter | Apricot and black tea, clear as a bell | p=11; t=Sky
Decaf That Isn’t Sad | Water-processed in the mountains | p=10.5; Caffeine=Trace; t=Sage
Dark Morning Roast | For milk, sugar and Mondays | p=9; t=Charcoal
Single Estate Guatemala | Toffee, red apple, long finish | p=13; t=Terracotta
Cold Brew Bags | Drop in a jug, sleep, pour over ice | p=12; i=cup-with-straw; Grind=; Weight=; t=Navy
Yerba Mate & Gourd | Bitter, bright and made for sharing | p=22; i=mate; Grind=; Weight=; Caffeine=Medium
Hot Chocolate Flakes | Shaved, not powdered; whisk into warm milk | p=9; Grind=; Weight=; Caffeine=Trace; t=Blush; Dietary=Vegetarian`,
  },
  {
    category: 'food-drink/chocolate-sweets',
    seller: 'saltmarsh-larder',
    noun: 'chocolate bar',
    icon: 'chocolate-bar',
    props: ['tangerine', 'peanuts', 'strawberry'],
    stages: ['disc', 'flat', 'plinth'],
    price: [4, 9],
    weightGrams: 90,
    options: [{ name: 'Pack', values: ['One bar', 'Three bars+8', 'Box of ten+34'], take: [2, 3] }],
    attributes: { Dietary: 'Vegan', Cocoa: '72 %', Certified: 'Direct trade' },
    story: [
      'Made from the bean in one room: sorted, roasted, ground for three days, tempered and wrapped.',
      'Two or three ingredients, and none of them is soya.',
      'It breaks with a snap and takes its time to melt.',
    ],
    care: 'A cool cupboard, not the fridge. May contain nuts and milk.',
    highlights: ['Bean to bar', 'Paper and foil only', 'Three ingredients', 'Stone-ground for 72 hours'],
    items: `
Seventy-Two Dark Bar | The plain one we judge ourselves by | p=4.8; t=Burgundy
Coffee & Cardamom Bar | Ground beans in the chocolate, so eat it early | p=5.4
Rye Crumb & Caramel Bar | Crunchy, chewy, quickly over | p=5.6; Dietary=Vegetarian; Cocoa=48 %
Sea Salt Milk Bar | A pinch from the marsh at the end | p=4.8; Dietary=Vegetarian; Cocoa=45 %; t=Sky
Blood Orange Bar | Real peel, candied in-house | p=5.2; t=Coral
Hazelnut Praline Bar | Soft in the middle, gone in a minute | p=5.5; Dietary=Vegetarian; Cocoa=55 %; t=Tan
Hundred Per Cent | No sugar, for those who mean it | p=5; Cocoa=100 %; t=Black
Raspberry White Bar | Freeze-dried berries in cocoa butter | p=5; Dietary=Vegetarian; Cocoa=34 %; t=Rose
Oat Milk Bar | Creamy without the cow | p=4.9; Cocoa=50 %; t=Oat`,
  },
  {
    category: 'food-drink/chocolate-sweets',
    seller: 'saltmarsh-larder',
    noun: 'bag of sweets',
    icon: 'candy',
    props: ['lollipop', 'lemon', 'cherries'],
    stages: ['disc', 'sweep', 'arch'],
    price: [3, 14],
    weightGrams: 180,
    options: [{ name: 'Weight', values: ['150 g', '400 g+4', '1 kg+11'], take: [2, 3] }],
    attributes: { Dietary: 'Vegan', Colours: 'From fruit and vegetables' },
    story: [
      'Boiled in copper, pulled by hand and cut while it is still warm.',
      'Coloured with beetroot, turmeric and spinach; flavoured with what it says on the bag.',
      'Sold by weight, as sweets should be.',
    ],
    care: 'Keep the bag shut: boiled sugar likes company less than you do.',
    highlights: ['Copper-boiled', 'Natural colours', 'No gelatine', 'Paper bag'],
    items: `
Rhubarb & Custard Drops | Sharp on one side, soft on the other | p=4
Humbug Assortment | Mint, aniseed and one that nobody can name | p=4.2; t=Charcoal
Swirl Lollipop | The size of a face, the length of a fair | p=3; i=lollipop; Weight=
Sea Salt Caramels | Wrapped by hand, chewed in silence | p=7; t=Honey; Dietary=Vegetarian
Fruit Pastilles, Orchard | Real juice, no shine | p=5; t=Moss
Vanilla Fudge | Crumbly, buttery and from a marble slab | p=6; i=custard; Dietary=Vegetarian
Honeycomb Shards | Bubbles in toffee, half dipped | p=6.5; i=honey-pot; Dietary=Vegetarian
Toffee Popcorn | Popped on Fridays, gone by Saturday | p=5; i=popcorn; Dietary=Vegetarian`,
  },
  {
    category: 'food-drink/larder',
    seller: 'saltmarsh-larder',
    noun: 'honey',
    icon: 'honey-pot',
    props: ['bread', 'lemon', 'butter'],
    stages: ['plinth', 'shelf', 'arch'],
    price: [6, 24],
    weightGrams: 480,
    options: [{ name: 'Size', values: ['227 g', '340 g+3', '1 kg+12'], take: [2, 3] }],
    attributes: { Dietary: 'Vegetarian', Origin: 'Norfolk' },
    story: [
      'Spun cold and strained through muslin, never heated, never blended.',
      'From hives that are moved four times a year to follow what is in flower.',
      'It will set in the winter, which is how you know.',
    ],
    care: 'Keeps for ever. Stand in warm water to loosen.',
    highlights: ['Raw and unblended', 'Single apiary', 'Glass jar, returnable', 'Beekeeper’s name on the lid'],
    items: `
Borage Honey | Pale, clear and delicate on toast | p=8
Heather Honey, Set | Thick enough to stand a spoon in | p=11; Origin=North York Moors
Sea Lavender Honey | Three weeks in July, if the wind is kind | p=12
Hot Chilli Honey | For cheese, pizza and brave porridge | p=9; i=honey-pot`,
  },
  {
    category: 'food-drink/larder',
    seller: 'saltmarsh-larder',
    noun: 'jar',
    icon: 'jar',
    props: ['bread', 'cheese-wedge', 'olive'],
    stages: ['shelf', 'sweep', 'window'],
    price: [4, 14],
    weightGrams: 420,
    options: [{ name: 'Pack', values: ['One', 'Three+9'] }],
    attributes: { Dietary: 'Vegan', Allergens: 'None' },
    story: [
      'Cooked in pans small enough to stir by hand.',
      'More fruit or vegetable than anything else; we weigh it so that you need not ask.',
      'The lid pops. If it does not, we send another.',
    ],
    care: 'Refrigerate after opening and eat within a month.',
    highlights: ['Small-batch', 'No artificial anything', 'Returnable jar', 'Made in Norfolk'],
    items: `
Seville Marmalade | Thick-cut, dark and properly bitter | p=5.5; t=Apricot
Strawberry Jam | Whole berries, not much else | p=5; t=Coral
Piccalilli | Crunchy, yellow and good with a pork pie | p=5.5; t=Mustard; Allergens=Mustard
Roast Pepper Relish | Sweet smoke for burgers and boiled eggs | p=5; t=Rust
Wild Garlic Pesto | A month in spring, kept in a jar | p=6.5; t=Moss; Allergens=Nuts; Dietary=Vegetarian
Peanut Butter, Dark Roast | Peanuts and a pinch of salt | p=5; i=peanuts; Allergens=Peanuts
Marsh Sea Salt Flakes | Raked by hand, dried over wood | p=4.5; i=salt
Nocellara Olives | Green, buttery and impossible to stop eating | p=6; i=olive
Chestnuts, Vacuum-Cooked | Ready for stuffing, soup and winter | p=5; i=chestnut; Allergens=Nuts`,
  },
  {
    category: 'food-drink/larder',
    seller: 'saltmarsh-larder',
    noun: 'store-cupboard staple',
    icon: 'canned-food',
    props: ['tomato', 'garlic', 'herb'],
    stages: ['shelf', 'plinth', 'flat'],
    price: [2, 16],
    weightGrams: 520,
    options: [{ name: 'Pack', values: ['One', 'Six+11', 'Twelve+20'], take: [2, 3] }],
    attributes: { Dietary: 'Vegan', Origin: 'Italy' },
    story: [
      'From a family that has been growing it on the same slope since 1922.',
      'Nothing added but a leaf of basil, where we say so.',
      'The sort of thing that turns an empty fridge into supper.',
    ],
    care: 'A cool dry cupboard. Keeps for two years.',
    highlights: ['Single origin', 'Ring pull', 'Nothing added', 'Bulk price'],
    items: `
San Marzano Tomatoes | Peeled, whole and sweet | p=2.6
Bronze-Die Spaghetti | Rough enough to hold a sauce | p=3.2; i=spaghetti
Heritage Beans, Norfolk | Carlin peas and haricots, ready to eat | p=2.4; i=beans; Origin=Norfolk
Carnaroli Rice | For risotto that stays up | p=4.8; i=cooked-rice
Stoneground Flour | Three wheats, one millstone | p=3.6; i=sheaf-of-rice; Origin=Norfolk
Dried Chillies, Mixed | Three heats, carefully labelled | p=4.2; i=hot-pepper; Origin=Mexico; Pack=`,
  },
  {
    category: 'food-drink/bakery',
    seller: 'saltmarsh-larder',
    noun: 'loaf',
    icon: 'bread',
    props: ['butter', 'honey-pot', 'sheaf-of-rice'],
    stages: ['shelf', 'window', 'plinth'],
    price: [3, 9],
    weightGrams: 800,
    options: [{ name: 'Slice', values: ['Whole', 'Sliced'] }],
    attributes: { Dietary: 'Vegan', Allergens: 'Wheat' },
    story: [
      'Flour, water, salt and thirty-six hours.',
      'Baked in the small hours and on the van by six.',
      'The crust sings when it comes out; you may still hear it.',
    ],
    care: 'Keep in paper, cut side down. Freezes well.',
    highlights: ['Slow-fermented', 'Baked to order', 'No additives', 'Stoneground flour'],
    items: `
Marsh Sourdough | Open crumb, dark crust, honest price | p=4.6
Potato & Rosemary Loaf | Soft for days and better with soup | p=4.8
Spelt Sandwich Loaf | Square, nutty and made for lunch boxes | p=4.9
Seeded Tin Loaf | Five seeds and a good slice for toast | p=4.4
Rye & Treacle | Dense, dark and better on day three | p=5; Allergens=Rye
Saturday Baguette | Crisp for four hours, excellent for six | p=2.8; i=baguette-bread; Slice=
Soft White Bagels, Six | Boiled, baked and chewy | p=5.5; i=bagel; Slice=
Big Knot Pretzel | Salted, glossy, still warm in your mind | p=2.9; i=pretzel; Slice=`,
  },
  {
    category: 'food-drink/bakery',
    seller: 'saltmarsh-larder',
    noun: 'box of pastries',
    icon: 'croissant',
    props: ['hot-beverage', 'strawberry', 'butter'],
    stages: ['disc', 'plinth', 'window'],
    price: [6, 38],
    weightGrams: 500,
    options: [{ name: 'Box', values: ['Four', 'Eight+8'] }],
    attributes: { Dietary: 'Vegetarian', Allergens: 'Wheat, milk, eggs' },
    story: [
      'Butter from one herd, folded in three times and rested twice.',
      'Posted chilled, to be finished in your own oven so that the house smells right.',
      'Made the day before, eaten the day after.',
    ],
    care: 'Eat within two days or freeze at once.',
    highlights: ['All-butter', 'Posted chilled', 'Bake at home', 'No additives'],
    items: `
All-Butter Croissants | Twenty-seven layers, counted | p=9
Sugar-Glazed Doughnuts | Fried on Fridays | p=10; i=doughnut
Brown Butter Cookies | Crisp edge, soft middle | p=8; i=cookie
Buttercream Cupcakes | Tall hats, light heads | p=12; i=cupcake
Belgian Waffles | Pearl sugar that crackles in the toaster | p=8.5; i=waffle
Buttermilk Pancakes | A stack for slow Sundays | p=8; i=pancakes
Victoria Slice | Jam, cream, no icing, no argument | p=11; i=shortcake
Celebration Cake | Three tiers of sponge, candles included | p=36; i=birthday-cake; Box=
Orchard Pie | Bramleys under a lattice you will be asked about | p=14; i=pie; Box=
Fortune Cookies, Handwritten | Predictions by the bakery’s pessimist | p=7; i=fortune-cookie; Dietary=Vegan; Allergens=Wheat`,
  },
  {
    category: 'food-drink/fruit-juice',
    seller: 'saltmarsh-larder',
    noun: 'fruit box',
    icon: 'tangerine',
    props: ['basket', 'red-apple', 'lemon'],
    stages: ['disc', 'shelf', 'plinth', 'window'],
    price: [9, 32],
    weightGrams: 2600,
    options: [{ name: 'Box', values: ['2 kg', '4 kg+9'] }],
    attributes: { Dietary: 'Vegan', Grown: 'Without spray after flowering' },
    story: [
      'Picked to order, packed in straw and sent the same day.',
      'Some are small and a few are crooked; all of them taste.',
      'We stop selling when the season stops.',
    ],
    care: 'Take out of the box on arrival and keep cool.',
    highlights: ['Picked to order', 'Plastic-free box', 'In season only', 'Straight from the grower'],
    items: `
Winter Tangerines | Leaves on, pips in, full of sun | p=16
Plums, Victoria | A fortnight in August, worth the wait | p=15; i=grapes
Kiwis, English-Grown | Small, furry and sharper than you expect | p=17; i=kiwi-fruit
Norfolk Apple Box | Four varieties you will not find in a shop | p=14; i=red-apple
Conference Pears | Ripen three at a time on the sill | p=14; i=pear
Strawberry Tray | Picked this morning, jam by tonight | p=18; i=strawberry
Blueberry Bucket | Two kilos of blue, for freezing and fingers | p=22; i=blueberries
Cherries, Kentish | Three weeks in July | p=24; i=cherries
Unwaxed Lemons | Knobbly, fragrant, zest and all | p=15; i=lemon
Alphonso Mangoes | A dozen reasons to like May | p=28; i=mango
Doughnut Peaches | Flat, white, dripping | p=20; i=peach
Table Grapes, Black | Big, dark and seedless | p=17; i=grapes`,
  },
  {
    category: 'food-drink/fruit-juice',
    seller: 'saltmarsh-larder',
    noun: 'drink',
    icon: 'beverage-box',
    props: ['red-apple', 'lemon', 'ice'],
    stages: ['sweep', 'disc', 'arch'],
    price: [3, 19],
    weightGrams: 1000,
    options: [{ name: 'Pack', values: ['One', 'Six+13'] }],
    attributes: { Dietary: 'Vegan', Sugar: 'None added' },
    story: [
      'Pressed from whole fruit and gently pasteurised in the bottle.',
      'A tall glass is about three apples.',
      'Cloudy on purpose: that is where the taste is.',
    ],
    care: 'Shake. Once open, keep cold and drink within four days.',
    highlights: ['Whole fruit', 'Nothing added', 'Recyclable', 'Pressed in Norfolk'],
    items: `
Cloudy Apple Juice | Three apples and a press | p=3.6
Sparkling Elderflower | Dry, floral and good at weddings | p=6.5; i=bottle-with-popping-cork; Sugar=5 g per 100 ml
Ginger Cordial | Hot enough to notice | p=6; i=ginger-root; Sugar=22 g per 100 ml
Lemonade, Still | Like the stall at the end of the lane | p=4.2; i=cup-with-straw; t=Lemon; Sugar=7 g per 100 ml
Tropical Breakfast Smoothie | Mango, passion fruit, awake | p=4.5; i=tropical-drink`,
  },
];
