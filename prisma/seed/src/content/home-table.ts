import type { ProductLine } from '../product-line.ts';

const glazes = ['Chalk', 'Oat', 'Sage', 'Ink', 'Terracotta', 'Charcoal', 'Sky', 'Mustard'];

export const homeTable: ProductLine[] = [
  {
    category: 'home-living/tableware',
    seller: 'fern-and-kiln',
    noun: 'mug',
    icon: 'hot-beverage',
    props: ['teapot', 'cookie', 'lemon'],
    stages: ['plinth', 'shelf', 'window'],
    price: [14, 22],
    weightGrams: 380,
    options: [{ name: 'Colour', values: glazes, take: [3, 5] }],
    attributes: { Material: 'Stoneware', Capacity: '350 ml', 'Dishwasher safe': 'Yes', 'Microwave safe': 'Yes' },
    story: [
      'Thrown in Stoke-on-Trent and dipped by hand, so the glaze breaks a little differently over each rim.',
      'The foot is left bare and polished, and will not mark the table.',
      'There is room in the handle for a whole hand, gloved or not.',
      'Fired to 1,240 degrees, which is what makes it ring when you tap it and shrug when you drop it.',
    ],
    care: 'Dishwasher and microwave safe. If you chip one, send a picture: seconds go at half price.',
    highlights: [
      'Hand-dipped glaze',
      'Polished foot',
      'Dishwasher and microwave safe',
      'Made in Stoke-on-Trent',
      'Stays in the range for years',
    ],
    items: `
Harbour Mug | A straight-sided mug for the first coffee of the day | p=16
Slipway Mug | A band of bare clay where your thumb goes | p=17
Allotment Enamel Mug | Goes from kitchen to shed and back | p=11; Material=Enamelled steel; Microwave safe=
Conference Cup | Stacks six high without a wobble | p=13; Capacity=240 ml
Dovecote Mug | Round in the belly, so that tea stays hot to the end | p=17
Half-Pint Builder’s Mug | Ten ounces, thick walls and no nonsense | p=15; Capacity=420 ml
Quiet Hours Cup & Saucer | A small cup for the last coffee before bed | p=22; Capacity=180 ml
Lighthouse Espresso Cup | Two sips tall, with a foot that stops it sliding | p=12; Capacity=80 ml
Hillfoot Latte Bowl | No handle: made for holding in both hands | p=18; Capacity=450 ml; i=bowl-with-spoon`,
  },
  {
    category: 'home-living/tableware',
    seller: 'fern-and-kiln',
    noun: 'teapot',
    icon: 'teapot',
    props: ['hot-beverage', 'cookie', 'honey-pot'],
    stages: ['plinth', 'arch', 'window', 'disc'],
    price: [38, 64],
    weightGrams: 1100,
    options: [{ name: 'Colour', values: glazes, take: [3, 4] }],
    attributes: { Material: 'Stoneware', 'Dishwasher safe': 'Yes' },
    story: [
      'The spout is cut by hand at an angle that took us forty pots to settle, and does not drip.',
      'A steel basket lifts out once the leaves have done their work.',
      'The lid has a tongue, so it stays in place down to the last drop.',
    ],
    care: 'Rinse with hot water; leave the soap for the mugs. The basket can go in the dishwasher.',
    highlights: ['A spout that does not drip', 'Lift-out steel basket', 'Lid that stays put', 'Hand-dipped glaze'],
    items: `
Ferryman Teapot | Four good cups, or two people and a crossword | p=44; Capacity=1 litre
Orchard Teapot, Six Cups | A generous round pot with a knob like a crab apple | p=54; Capacity=1.4 litres
Stovetop Kettle Pot | Glazed inside and out, for brewing long | p=58; Capacity=1.6 litres
Brown Betty, Revised | The pot your grandmother had, with a better lid | p=39; Capacity=1.2 litres; c=Chocolate,Ink,Sage
Solo Teapot | One large mug’s worth, brewed properly | p=32; Capacity=0.5 litre
Parish Teapot | For meetings: eight cups and a second handle | p=64; Capacity=2 litres
Fenland Coffee Pot | A tall pot that keeps its heat without a jacket | p=48; Capacity=1 litre`,
  },
  {
    category: 'home-living/tableware',
    seller: 'fern-and-kiln',
    noun: 'bowl',
    icon: 'bowl-with-spoon',
    props: ['fork-and-knife', 'red-apple', 'bread'],
    stages: ['sweep', 'shelf', 'window'],
    price: [14, 48],
    weightGrams: 640,
    options: [
      { name: 'Colour', values: glazes, take: [2, 4] },
      { name: 'Set', values: ['One', 'Set of four+42'] },
    ],
    attributes: { Material: 'Stoneware', 'Dishwasher safe': 'Yes', 'Microwave safe': 'Yes' },
    story: [
      'Wide enough to twirl spaghetti and deep enough for soup: the one shape we use for nearly everything.',
      'Slightly straight sides let them stack without wobbling.',
      'The matt glaze is made from local clay slip and takes a fork without a squeal.',
    ],
    care: 'Dishwasher, microwave and warm-oven safe.',
    highlights: ['Stacks without wobbling', 'No fork squeal', 'Oven safe to 180 °C', 'Made in Stoke-on-Trent'],
    items: `
Weeknight Pasta Bowl | Half plate, half bowl, all week | p=18
Fruit Bowl, Footed | Lifts the lemons where they can be admired | p=38; Set=; i=bowl-with-spoon
Dipping Bowls | Small, stackable and never enough of them | p=12
Porridge Bowl | Holds its heat to the last spoonful | p=15
Ramen Bowl | Deep, footed and notched for chopsticks | p=22
Garden Salad Bowl | Big enough to toss without losing tomatoes | p=42; Set=; i=green-salad`,
  },
  {
    category: 'home-living/tableware',
    seller: 'northlight-home',
    noun: 'glass',
    icon: 'wine-glass',
    props: ['olive', 'cheese-wedge', 'grapes'],
    stages: ['window', 'disc', 'plinth'],
    price: [18, 46],
    weightGrams: 700,
    options: [{ name: 'Set', values: ['Set of two', 'Set of four+14', 'Set of six+26'] }],
    attributes: { Material: 'Lead-free crystal', 'Dishwasher safe': 'Yes' },
    story: [
      'Mouth-blown by a family works in Bohemia that has made the shape since before either of us was born.',
      'The rim is cut and fire-polished rather than rolled, which you will notice at the first sip.',
      'Strong enough for every day: the stem flexes before it snaps.',
    ],
    care: 'Top rack of the dishwasher; dry upright.',
    highlights: ['Mouth-blown', 'Fire-polished rim', 'Dishwasher safe', 'Spare glasses sold singly'],
    items: `
Lowland Wine Glass | One shape for red and white, because cupboards are small | p=26
Tumble Water Glass | Thick base, thin lip, never tips | p=18; i=tumbler-glass; Material=Recycled glass
Orchard Spritz Glass | A balloon for ice, bubbles and a slice | p=28; i=tropical-drink
Milk Bar Beaker | A tall plain glass that improves whatever is in it | p=16; i=glass-of-milk; Material=Recycled glass`,
  },
  {
    category: 'home-living/candles-fragrance',
    seller: 'wick-and-wild',
    noun: 'candle',
    icon: 'candle',
    props: ['herb', 'lotus', 'tangerine'],
    stages: ['plinth', 'window', 'arch', 'shelf'],
    price: [14, 38],
    weightGrams: 420,
    options: [
      {
        name: 'Scent',
        values: ['Heather & Smoke', 'Larch', 'Bramble Leaf', 'Wet Slate', 'Orange Peel & Clove', 'Unscented'],
        take: [2, 4],
      },
      { name: 'Size', values: ['160 g', '300 g+9'] },
    ],
    attributes: { Material: 'Rapeseed wax', 'Burn time': '40 hours', Vegan: 'Yes' },
    story: [
      'Poured by hand in batches of forty-eight from British rapeseed wax, which burns slower and cleaner than paraffin.',
      'Wicks are plain cotton. Trim them to half a centimetre and the flame stays low and steady.',
      'The scent is there when you come back into a room, not when you are trying to eat in it.',
    ],
    care: 'Let the first burn reach the edge of the jar. Wash the empty one out and send it back for a refill.',
    highlights: ['British rapeseed wax', 'Cotton wick', 'Refillable jar', 'Poured in Kendal', 'No soot, no paraffin'],
    items: `
Fellside Jar Candle | A walk up Red Screes, without the rain | p=18
Boathouse Candle | Varnish, rope and a lake at seven in the morning | p=21
Greenhouse Candle | Warm glass, tomato vine, a radio somewhere | p=20
Bothy Candle | Peat smoke, wool and a door that does not quite shut | p=22
Kitchen Garden Candle | Tomato leaf and mint, to clear the air after supper | p=19
Long Evening Pillar | A plain tall candle that lasts a winter of dinners | p=16; t=Honey; Burn time=70 hours
Sunday Bath Tealights | Twelve small flames for the edge of the tub | p=12; Burn time=5 hours each
Hearthstone Three-Wick | For big rooms, cold nights and power cuts | p=36; Burn time=60 hours
Midwinter Candle | Pine, orange and the end of the fireworks | p=24
Beeswax Dinner Candle Pair | Nothing but wax and a faint smell of honey | p=14; Material=Beeswax; Vegan=No; t=Honey`,
  },
  {
    category: 'home-living/candles-fragrance',
    seller: 'wick-and-wild',
    noun: 'room spray',
    icon: 'lotion-bottle',
    props: ['herb', 'candle', 'hyacinth'],
    stages: ['arch', 'disc', 'sweep'],
    price: [12, 32],
    weightGrams: 260,
    options: [
      { name: 'Scent', values: ['Heather & Smoke', 'Larch', 'Bramble Leaf', 'Fig & Moss', 'Linen'], take: [3, 4] },
    ],
    attributes: { Volume: '100 ml', Vegan: 'Yes' },
    story: [
      'Blended from essential oils and grain alcohol, so that it dries clear on cloth.',
      'Two pumps freshen a room; one on the pillow is plenty.',
      'The bottle is made to be refilled and the pump to be taken apart.',
    ],
    care: 'Shake first. Keep away from flames and from the cat.',
    highlights: ['Essential oils only', 'Dries clear on fabric', 'Refillable bottle', 'Made in the Lake District'],
    items: `
Open Window Room Spray | For kitchens the morning after | p=16; t=Sage
Airing Cupboard Linen Mist | Clean sheets, even when they are not quite | p=15; t=Sky
Moss Garden Reed Diffuser | Eight reeds, three months, no plug | p=28; t=Moss
Drawer Sachets, Lavender | Six cotton bags that moths dislike and you will not | p=12; i=hyacinth`,
  },
  {
    category: 'home-living/candles-fragrance',
    seller: 'northlight-home',
    noun: 'candle holder',
    icon: 'diya-lamp',
    props: ['candle', 'leaf-fluttering-in-wind', 'lotus'],
    stages: ['sweep', 'plinth', 'shelf'],
    price: [9, 34],
    weightGrams: 300,
    options: [{ name: 'Colour', values: ['Terracotta', 'Brass', 'Ink', 'Chalk'], take: [2, 3] }],
    attributes: { Material: 'Earthenware', Fits: 'Tealights' },
    story: [
      'Shaped so that the flame is shielded and the light thrown forward.',
      'Stands flat, hangs straight and stacks away for eleven months.',
      'Made in small runs by a pottery we have worked with since the beginning.',
    ],
    care: 'Wipe clean. Wax lifts off after an hour in the freezer.',
    highlights: ['Shields the flame', 'Heavy, steady base', 'Fits standard tealights', 'Made in small runs'],
    items: `
Evening Oil Lamp | A little boat of light for a windowsill | p=14
Meadow Tealight Holder | Pierced clay that throws leaf shadows on the wall | p=16
Courtyard Lantern | A paper-shaded lantern for still nights | p=24; i=red-paper-lantern; Material=Washi paper and steel; c=Red,Mustard,Chalk`,
  },
];
