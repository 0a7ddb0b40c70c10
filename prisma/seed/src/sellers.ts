/** The twelve shops of the demo market. `key` is their slug. */
export interface SellerSeed {
  slug: string;
  name: string;
  brand: string;
  tagline: string;
  description: string;
  country: string;
  /** The object that stands for the shop. */
  logoIcon: string;
  /** Wall, floor and accent of the shop's own pictures. */
  tone: { wall: string; floor: string; accent: string };
  bannerIcons: string[];
  sinceMonths: number;
}

const seller = (
  slug: string,
  name: string,
  brand: string,
  tagline: string,
  description: string,
  logoIcon: string,
  tone: [string, string, string],
  bannerIcons: string,
  sinceMonths: number,
): SellerSeed => ({
  slug,
  name,
  brand,
  tagline,
  description,
  country: 'GB',
  logoIcon,
  tone: { wall: tone[0], floor: tone[1], accent: tone[2] },
  bannerIcons: bannerIcons.split(' '),
  sinceMonths,
});

export const sellers: SellerSeed[] = [
  seller(
    'fern-and-kiln',
    'Fern & Kiln',
    'Fern & Kiln',
    'Everyday pottery and cookware, made to be used hard.',
    'We are nine people in a former tile works in Stoke-on-Trent. Everything is thrown, pressed or cast on site, glazed by hand and fired in two electric kilns that run on our own roof’s sunlight for half the year.\n\nWe make few things and keep them in the range for years, so that the bowl you break in 2031 can be replaced.',
    'teapot:Chalk',
    ['#dfe3d6', '#ecefe5', '#a9b795'],
    'teapot:Sage amphora bowl-with-spoon:Terracotta pot-of-food:Ink',
    61,
  ),
  seller(
    'northlight-home',
    'Northlight Home',
    'Northlight',
    'Lamps, chairs and quiet things for the home.',
    'Northlight began as a lighting workshop in Leith and grew, a room at a time, into a small furniture maker. We design for northern daylight: warm bulbs, pale timber and colours that still look right in January.\n\nLarge pieces come with two people and no cardboard left behind.',
    'couch-and-lamp',
    ['#dfe4ea', '#eceff3', '#aebccb'],
    'couch-and-lamp chair mantelpiece-clock potted-plant',
    48,
  ),
  seller(
    'wick-and-wild',
    'Wick & Wild',
    'Wick & Wild',
    'Candles and soap from the edge of the Lakes.',
    'We pour rapeseed wax and cold-process soap in small batches above a bakery in Kendal. Our scents are built from what grows around us: heather, larch, bramble, wet slate after rain.\n\nEvery jar can come back to be refilled, and most of them do.',
    'candle',
    ['#eadfd3', '#f2eae1', '#d3b08c'],
    'candle soap herb bubbles',
    39,
  ),
  seller(
    'marlowe-and-finch',
    'Marlowe & Finch',
    'Marlowe & Finch',
    'Clothes with pockets, cut to last more than a season.',
    'A brother and sister, a cutting table in Hackney and three family-run factories in Portugal. We buy deadstock and organic cloth, cut in a generous run of sizes, and mend anything we have sold for the price of the postage.',
    'dress:Chalk',
    ['#e9dfe0', '#f2ebeb', '#c99a9b'],
    'dress:Burgundy coat womans-hat scarf:Mustard',
    54,
  ),
  seller(
    'harbour-row',
    'Harbour Row',
    'Harbour Row',
    'Shoes and bags for people who walk.',
    'Our workshop is one street back from the harbour in Whitby. We last, stitch and finish leather shoes by hand, and sew bags from waxed canvas woven in Dundee.\n\nEverything we make can be resoled, restitched or relined. Bring it in, or post it: the label is in the box.',
    'hiking-boot',
    ['#d7e2e4', '#e6eef0', '#94b3b8'],
    'hiking-boot backpack:Ink luggage:Sage mans-shoe',
    72,
  ),
  seller(
    'saltmarsh-larder',
    'Saltmarsh Larder',
    'Saltmarsh',
    'A proper larder, from the north Norfolk coast.',
    'We began with one stall of honey and sea salt at Burnham Market and now pack for forty small growers, bakers, roasters and jam makers, most of them within an hour’s drive of the marsh.\n\nDates on our labels are honest ones. If something arrives tired, we send it again.',
    'honey-pot',
    ['#ece2cb', '#f4edde', '#d5b878'],
    'honey-pot bread jar tangerine',
    45,
  ),
  seller(
    'rosewater-apothecary',
    'Rosewater Apothecary',
    'Rosewater',
    'Skin care with short ingredient lists.',
    'Two pharmacists and a perfumer in Bath. We formulate without fuss: a cleanser that cleans, a cream that moisturises, a lipstick that stays put. Nothing is tested on animals, all of it is made in batches small enough to number by hand.',
    'rose',
    ['#efdedd', '#f7ecea', '#dba9a7'],
    'lotion-bottle rose lipstick mirror',
    33,
  ),
  seller(
    'the-green-shed',
    'The Green Shed',
    'Green Shed',
    'Plants, pots and tools that earn their place.',
    'A working nursery on the edge of Hereford with a shed that got out of hand. We grow what we sell, harden it off outdoors, and post it in peat-free compost and recycled card that goes straight on the heap.\n\nIf a plant does not settle in within thirty days, tell us and we will replace it.',
    'potted-plant',
    ['#d9e5d2', '#e8efe2', '#98b885'],
    'potted-plant basket sunflower cactus',
    57,
  ),
  seller(
    'ridgeway-outfitters',
    'Ridgeway Outfitters',
    'Ridgeway',
    'Kit for Saturdays: pitch, path, pool and pedal.',
    'We started by repairing tents from a garage in Wantage, learnt what fails, and began making things that do not. Everything we list has been used by one of the eleven of us for at least a season.\n\nSpares for all of it: poles, valves, laces, buckles, blades.',
    'tent:Mustard',
    ['#dbe2dc', '#e9eeea', '#8fa89a'],
    'tent bicycle:Rust soccer-ball compass',
    66,
  ),
  seller(
    'little-acorn-toys',
    'Little Acorn Toys',
    'Little Acorn',
    'Toys that survive three children and a dog.',
    'Soft toys, wooden toys and games, designed in Totnes and safety-tested to the letter. We choose toys that leave room for a child to do the inventing, and we sell every part separately, down to the last teddy’s ribbon.',
    'teddy-bear',
    ['#f1e3c8', '#f8efde', '#ecc27e'],
    'teddy-bear locomotive kite puzzle-piece',
    42,
  ),
  seller(
    'signal-and-sound',
    'Signal & Sound',
    'Signal',
    'Audio and desk gear with plain-spoken specs.',
    'We are a repair shop in Sheffield that began to design its own. Our products have screws instead of glue, batteries you can change, and a parts list printed on the inside of the box. No account, no app, no firmware surprises.',
    'headphone:Chalk',
    ['#dcdfe8', '#eaecf2', '#a2abc4'],
    'radio:Teal headphone:Rust camera keyboard',
    36,
  ),
  seller(
    'paper-lantern-press',
    'Paper Lantern Press',
    'Paper Lantern',
    'Stationery, craft and music for unhurried evenings.',
    'A letterpress studio in Hay-on-Wye with a music shop next door that we could not bear to see close. We bind notebooks, dye yarn, set up guitars, and wrap everything as though it were a present, because it often is.',
    'notebook',
    ['#e5deeb', '#efeaf4', '#b9a5cd'],
    'notebook:Plum guitar:Mustard yarn:Teal fountain-pen',
    51,
  ),
];
