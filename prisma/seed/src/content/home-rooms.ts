import type { ProductLine } from '../product-line.ts';

export const homeRooms: ProductLine[] = [
  {
    category: 'home-living/lighting',
    seller: 'northlight-home',
    noun: 'lamp',
    icon: 'couch-and-lamp',
    props: ['books', 'potted-plant', 'hot-beverage'],
    stages: ['sweep', 'window', 'shelf'],
    price: [48, 190],
    weightGrams: 3200,
    options: [{ name: 'Colour', values: ['Ink', 'Sage', 'Mustard', 'Rust', 'Charcoal'], take: [2, 4] }],
    attributes: { Material: 'Steel and linen', Bulb: 'E27, included', Cable: '2.4 m braided' },
    story: [
      'Spun and powder-coated in Leith, wired by hand and tested twice.',
      'The dimmer is a real one, on the cable where a foot or a finger finds it in the dark.',
      'It comes with a warm 2,700 K bulb, and with a spare fuse taped inside the base.',
    ],
    care: 'Dust with a dry brush. Every part, down to the shade ring, can be ordered by itself.',
    highlights: ['Warm bulb included', 'Dimmer on the cable', 'Spare parts for ten years', 'Made in Leith'],
    items: `
Leith Reading Lamp | An arched floor lamp that looks over your shoulder | p=149
Harbour Office Lamp | A counterweighted arm that stays where you leave it | p=138
Half-Moon Floor Lamp | Throws its light at the ceiling and calms a room | p=118
Alcove Floor Lamp | Slim enough for the gap behind the sofa | p=129
Night Ferry Lamp | A low, warm glow for rooms where people talk | p=168
Studio Arc Lamp | A long reach for a big table | p=189`,
  },
  {
    category: 'home-living/lighting',
    seller: 'northlight-home',
    noun: 'lantern',
    icon: 'red-paper-lantern',
    props: ['candle', 'potted-plant', 'leaf-fluttering-in-wind'],
    stages: ['sweep', 'arch', 'disc'],
    price: [16, 72],
    weightGrams: 600,
    options: [
      { name: 'Colour', values: ['Red', 'Chalk', 'Mustard', 'Sage', 'Blush', 'Ink'], take: [3, 4] },
      { name: 'Size', values: ['Small', 'Medium+8', 'Large+19'], take: [1, 3] },
    ],
    attributes: { Material: 'Washi paper', Bulb: 'E27, not included' },
    story: [
      'Kozo paper is stretched over a bamboo spiral and folds flat to the thickness of a book.',
      'Hung low over a table it makes an ordinary supper feel planned.',
      'The paper is treated to resist a splash and a careless thumb.',
    ],
    care: 'Dust with a feather duster. For a tear, use the patch in the box.',
    highlights: ['Folds flat', 'Mulberry paper', 'Fits any E27 pendant', 'Repair patch included'],
    items: `
Firefly Paper Lantern | A tall shade with ribs like a dragonfly | p=24
Paper Moon Pendant | Round, pale and bigger than you remember | p=32
Garden Party String of Ten | Ten small lanterns on twelve metres of cable | p=46; Bulb=LED, included
Storm Lantern | A sealed lantern that does not care about drizzle | p=58; Material=Steel and oiled paper`,
  },
  {
    category: 'home-living/lighting',
    seller: 'northlight-home',
    noun: 'bulb',
    icon: 'light-bulb',
    props: ['electric-plug', 'red-paper-lantern', 'books'],
    stages: ['plinth', 'disc', 'sweep'],
    price: [6, 24],
    weightGrams: 90,
    options: [
      { name: 'Fitting', values: ['E27', 'B22', 'E14'], take: [2, 3] },
      { name: 'Pack', values: ['One', 'Three+11'] },
    ],
    attributes: { Technology: 'LED', Colour_temperature: '2,700 K', Life: '25,000 hours' },
    story: [
      'A colour rendering index of 97 means that skin looks like skin and tomatoes like tomatoes.',
      'Dims to a glow without humming, on any dimmer sold in the past twenty years.',
      'Rated honestly: we print the figure after ten thousand hours, not the one on day one.',
    ],
    care: 'Recycle at any shop that sells bulbs, including ours.',
    highlights: ['CRI 97', 'Dims without a hum', 'Five year guarantee', 'Plastic-free packaging'],
    items: `
Amber Filament Bulb | The light of a pub at four o’clock in December | p=9
Clear Day Bulb | Crisp 4,000 K light for desks and stoves | p=8; Colour_temperature=4,000 K
Opal Globe Bulb | Soft and shadowless, made to be seen | p=14
Half-Silvered Bulb | Throws its light back at the shade, not at you | p=16
Candle-Flame Bulb | Slim and warm, for chandeliers and sconces | p=7
Dusk-to-Dawn Porch Bulb | Turns itself on when it gets dark | p=12`,
  },
  {
    category: 'home-living/lighting',
    seller: 'ridgeway-outfitters',
    noun: 'torch',
    icon: 'flashlight',
    props: ['battery', 'compass', 'tent'],
    stages: ['flat', 'sweep'],
    price: [14, 58],
    weightGrams: 210,
    options: [{ name: 'Colour', values: ['Black', 'Olive', 'Red', 'Navy'], take: [2, 3] }],
    attributes: { Material: 'Anodised aluminium', Power: 'USB-C rechargeable', Waterproof: 'IPX7' },
    story: [
      'One button, three levels and no flashing mode to click through.',
      'The cell is a standard size that you can buy anywhere and change with a coin.',
      'Machined with flats, so that it does not roll off the bonnet.',
    ],
    care: 'Charge every three months when it lives in a drawer.',
    highlights: ['Replaceable cell', 'Waterproof to a metre', 'No flashing mode', 'Spares for all parts'],
    items: `
Ridge Torch 600 | Pocket-sized, with a beam that reaches the end of the field | p=38
Glovebox Torch | Holds its charge for a year of being forgotten | p=24
Reading Clip Light | Warm, tiny and unlikely to wake anyone | p=16`,
  },
  {
    category: 'home-living/furniture',
    seller: 'northlight-home',
    noun: 'chair',
    icon: 'chair',
    props: ['potted-plant', 'books', 'yarn'],
    stages: ['sweep', 'window', 'arch'],
    price: [95, 340],
    weightGrams: 6200,
    options: [{ name: 'Colour', values: ['Oak', 'Walnut', 'Black', 'Sage', 'Chalk', 'Rust'], take: [2, 4] }],
    attributes: { Material: 'Solid ash', Assembly: 'Arrives assembled', 'Seat height': '45 cm' },
    story: [
      'Steam-bent rather than cut, so the grain runs with the curve and the frame can be light.',
      'Joints are wedged and glued; there is not a bolt to work loose.',
      'The seat is dished by hand, which is why a long dinner feels shorter.',
    ],
    care: 'Finished with hard wax oil. Refresh once a year with a cloth; we send the first tin.',
    highlights: [
      'Steam-bent frame',
      'Arrives assembled',
      'Hard wax oil finish',
      'Ten year guarantee',
      'Delivered by two people',
    ],
    items: `
Kirk Dining Chair | The plain chair that goes with every table | p=145
Chapel Bench Seat | Room for three who get along | p=210
Folding Hall Chair | Hangs on a peg until there are guests | p=78
Spindle Back Chair | Seven spindles and a lean that invites staying | p=165
Workshop Stool | Three legs, so it stands on any floor | p=85; Seat height=60 cm
Nursing Rocker | Wide arms, long runners, quiet on boards | p=295
Desk Chair No. 4 | Swivels, does not squeak, looks nothing like an office | p=235; i=seat; c=Sky,Sage,Charcoal; Material=Steel and wool
Reading Armchair | High sides that keep out draughts and conversation | p=420; i=couch-and-lamp; c=Ink,Moss,Rust; Material=Beech and wool`,
  },
  {
    category: 'home-living/furniture',
    seller: 'northlight-home',
    noun: 'sofa',
    icon: 'couch-and-lamp',
    props: ['potted-plant', 'framed-picture', 'books'],
    stages: ['sweep', 'window'],
    price: [690, 1450],
    weightGrams: 48000,
    options: [
      { name: 'Colour', values: ['Ink', 'Sage', 'Rust', 'Stone', 'Mustard', 'Blush'], take: [3, 4] },
      { name: 'Size', values: ['Two seats', 'Three seats+240'] },
    ],
    attributes: { Material: 'Wool blend on a beech frame', Assembly: 'Legs screw on', 'Removable covers': 'Yes' },
    story: [
      'The frame is glued and dowelled beech, sprung with steel and filled with feather over foam.',
      'All covers come off with a zip and go in an ordinary washing machine at thirty degrees.',
      'It goes through a door sixty-six centimetres wide: we measured the stairs of half of Edinburgh.',
    ],
    care: 'Plump weekly, turn the cushions monthly. New covers can be ordered for as long as we make it.',
    highlights: ['Washable covers', 'Fits a 66 cm door', 'Beech frame, fifteen year guarantee', 'Free fabric samples'],
    items: `
Marchmont Sofa | Deep enough to sleep on, tidy enough to sit up on | p=1190
Stockbridge Sofa | Slim arms and tall legs for small rooms | p=890
Portobello Corner Sofa | Everyone, the dog and the Sunday papers | p=1450`,
  },
  {
    category: 'home-living/furniture',
    seller: 'northlight-home',
    noun: 'bed',
    icon: 'bed',
    props: ['alarm-clock', 'books', 'candle'],
    stages: ['sweep', 'window'],
    price: [280, 820],
    weightGrams: 42000,
    options: [{ name: 'Size', values: ['Single', 'Double+120', 'King+190'], take: [2, 3] }],
    attributes: { Material: 'Solid pine', Assembly: '20 minutes, no tools' },
    story: [
      'Slots together like a good puzzle: no bolts, no bag of screws, no creak.',
      'Sprung slats are birch and can be turned over after ten years.',
      'High enough to store a suitcase under, low enough for short legs.',
    ],
    care: 'Wipe with a damp cloth. Tighten nothing: there is nothing to tighten.',
    highlights: ['No tools needed', 'Birch slats included', 'Storage height beneath', 'FSC-certified timber'],
    items: `
Lull Bed Frame | A plain low bed that does not creak | p=390
Box Room Daybed | A sofa until somebody stays | p=340
Captain’s Bed | Three deep drawers where the dust used to be | p=620
Little Nod Junior Bed | A first proper bed, with a rail that comes off later | p=240`,
  },
  {
    category: 'home-living/furniture',
    seller: 'fern-and-kiln',
    noun: 'basket',
    icon: 'basket',
    props: ['yarn', 'socks', 'books'],
    stages: ['sweep', 'shelf'],
    price: [22, 74],
    weightGrams: 900,
    options: [{ name: 'Size', values: ['Small', 'Medium+10', 'Large+22'], take: [2, 3] }],
    attributes: { Material: 'Somerset willow', Handmade: 'Yes' },
    story: [
      'Woven from willow cut on the Somerset Levels each winter and soaked for a week.',
      'The base is a raised cross that keeps it off damp floors.',
      'No two are quite alike, and all of them outlive the plastic ones.',
    ],
    care: 'Give it a rinse in the garden once a year: willow likes a drink.',
    highlights: ['Somerset willow', 'Raised base', 'Woven by hand', 'Repairs at cost'],
    items: `
Levels Log Basket | Three evenings’ wood beside the stove | p=58
Washday Basket | Holds a full load, hides it too | p=46
Toy Tidy Basket | Everything off the floor in one minute | p=38
Market Basket | A hinged lid and a handle for the crook of an arm | p=42`,
  },
  {
    category: 'home-living/decor',
    seller: 'fern-and-kiln',
    noun: 'vase',
    icon: 'amphora',
    props: ['tulip', 'books', 'leafy-green'],
    stages: ['plinth', 'arch', 'disc', 'shelf'],
    price: [24, 95],
    weightGrams: 1300,
    options: [{ name: 'Colour', values: ['Terracotta', 'Chalk', 'Ink', 'Sage', 'Charcoal'], take: [2, 4] }],
    attributes: { Material: 'Earthenware', Watertight: 'Yes' },
    story: [
      'Coiled and then turned, with the maker’s fingermarks left in on purpose.',
      'Glazed inside so that it holds water, raw outside so that it holds your eye.',
      'Narrow at the neck: three stems look generous.',
    ],
    care: 'Bottle brush and warm water. Keep off the radiator.',
    highlights: ['Watertight', 'Hand-built', 'Looks finished when empty', 'Signed on the base'],
    items: `
Amphora Vase | Two handles and two thousand years of practice | p=58
Table Urn, Two-Handled | Low and wide, for tulips that sprawl | p=52
Studio Jug Vase | Pours water, holds dahlias | p=44
Roman Road Pitcher | For flowers, for water, for walking sticks | p=64
Bud Vase Trio | Three small necks for three small stems | p=29
Hearth Jar | A floor vase for pampas, willow or umbrellas | p=92`,
  },
  {
    category: 'home-living/decor',
    seller: 'northlight-home',
    noun: 'clock',
    icon: 'mantelpiece-clock',
    props: ['books', 'potted-plant', 'candle'],
    stages: ['shelf', 'plinth', 'window'],
    price: [28, 120],
    weightGrams: 900,
    options: [{ name: 'Colour', values: ['Walnut', 'Oak', 'Ink', 'Sage'], take: [2, 3] }],
    attributes: { Material: 'Timber and brass', Movement: 'Quartz, silent sweep' },
    story: [
      'The hands sweep instead of ticking, so it can live in a bedroom.',
      'Numerals are drawn for us by a sign writer in Glasgow.',
      'It runs for about two years on one ordinary battery.',
    ],
    care: 'One AA battery, included. Set with the wheel at the back.',
    highlights: ['Silent sweep movement', 'Hand-drawn numerals', 'Two years on one battery', 'Made in Scotland'],
    items: `
Mantel Clock No. 1 | A quiet clock for a room with a fire | p=86
Bracket Clock, Walnut | A clock with shoulders, for a deep shelf | p=112
Travel Alarm | Folds shut, wakes you gently, forgives snoozing | p=28; i=alarm-clock; c=Sage,Blush,Ink; Material=Steel
Schoolroom Clock | Large plain numbers, visible from the hall | p=64
Twin Bell Alarm Clock | Loud, cheerful and across the room from the bed | p=32; i=alarm-clock; c=Red,Ink,Sage,Mustard; Material=Steel
Sand Timer, One Hour | For reading, naps and leaving the phone alone | p=28; i=hourglass-not-done; Movement=Sand
Desk Timer | Turn the dial, hear it gently when it ends | p=26; i=timer-clock; Movement=Mechanical`,
  },
  {
    category: 'home-living/decor',
    seller: 'northlight-home',
    noun: 'print',
    icon: 'framed-picture',
    props: ['potted-plant', 'mantelpiece-clock', 'amphora'],
    stages: ['shelf', 'sweep', 'window'],
    price: [24, 140],
    weightGrams: 1400,
    options: [{ name: 'Size', values: ['30 × 40 cm', '50 × 70 cm+24'] }],
    attributes: { Material: 'Giclée print, ash frame', Glazing: 'Acrylic' },
    story: [
      'Printed on cotton paper with inks that will not fade in a sunny room.',
      'Framed by hand and strung, with two felt dots so that it hangs level.',
      'The artist earns a third of the price of each.',
    ],
    care: 'Dust the frame, use a glasses cloth on the glazing.',
    highlights: ['Cotton paper', 'Framed and ready to hang', 'A third goes to the artist', 'Sent in a reusable crate'],
    items: `
Two Hills, Framed Print | Morning light over somewhere you have nearly been | p=68
Estuary at Low Tide, Framed | Mud, sky and a great deal of patience | p=72
Orchard in Blossom, Framed | Eleven trees and one ladder | p=66
Hand-Cut Oval Mirror | A scalloped frame that flatters a hallway | p=96; i=mirror; Material=Gilded ash; Size=
Stacking Dolls, Set of Five | Painted beech, each with a different coat | p=34; i=nesting-dolls; Material=Painted beech; Size=
Glass Wind Chime | A note or two when the back door opens | p=26; i=wind-chime; Material=Glass; Size=`,
  },
];
