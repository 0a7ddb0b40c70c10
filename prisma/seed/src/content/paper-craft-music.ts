import type { ProductLine } from '../product-line.ts';

export const paperCraftMusic: ProductLine[] = [
  {
    category: 'tech-hobbies/stationery',
    seller: 'paper-lantern-press',
    noun: 'notebook',
    icon: 'notebook',
    props: ['fountain-pen', 'pencil', 'hot-beverage', 'paperclip'],
    stages: ['flat', 'shelf', 'sweep'],
    price: [6, 28],
    weightGrams: 320,
    options: [
      { name: 'Colour', values: ['Plum', 'Forest', 'Ink', 'Rust', 'Mustard', 'Teal'], take: [3, 4] },
      { name: 'Paper', values: ['Plain', 'Ruled', 'Dotted'], take: [2, 3] },
    ],
    attributes: { Material: 'Linen cloth, 100 g/m² paper', Size: 'A5', Pages: '192' },
    story: [
      'Sewn in sections, so that it lies flat on the first page and on the last.',
      'The paper is milled in the Lake District and takes ink without feathering.',
      'Foil-blocked on a press from 1911 that is older than anyone’s excuse for not writing.',
    ],
    care: 'Keep it with you.',
    highlights: [
      'Lies flat',
      'Sewn sections',
      'Fountain-pen friendly',
      'Pocket inside the cover',
      'Printed in Hay-on-Wye',
    ],
    items: `
Daybook | One page for each day that deserves one | p=18
Travel Journal | Squared at the front, blank at the back | p=19
Music Manuscript Book | Twelve staves and a page for lyrics | p=15; Paper=
Field Notes, Cloth | Rounded corners and an elastic that lasts | p=14; Pages=128
Confetti Notebook | For lists that ought to be cheerful | p=12; i=notebook-with-decorative-cover; Colour=
Reporter’s Pad | Flips over, tears clean | p=7; i=spiral-notepad; c=Oat,Sky,Blush; Pages=140
Kitchen Ledger | Recipes, stains and all | p=16; i=ledger; Colour=; Pages=160
Hardback Sketchbook | Heavy paper that stands a wash | p=17; i=orange-book; c=Rust,Teal,Charcoal; Paper=
Commonplace Book | For other people’s sentences | p=22; i=closed-book; c=Burgundy,Forest,Ink
Boxed Set of Three | Plain, ruled, dotted, decided | p=26; i=books; Colour=; Paper=`,
  },
  {
    category: 'tech-hobbies/stationery',
    seller: 'paper-lantern-press',
    noun: 'pen',
    icon: 'fountain-pen',
    props: ['notebook', 'envelope', 'paperclip'],
    stages: ['flat', 'plinth'],
    price: [3, 96],
    weightGrams: 40,
    options: [{ name: 'Colour', values: ['Navy', 'Burgundy', 'Forest', 'Charcoal', 'Brass'], take: [2, 4] }],
    attributes: { Material: 'Brass and resin', Refill: 'Standard' },
    story: [
      'The nib is ground and tested here, on a sentence about quick brown foxes.',
      'Balanced so that it writes under its own weight.',
      'Takes standard refills: we do not hold you to ransom.',
    ],
    care: 'Flush with water when you change the ink.',
    highlights: ['Hand-tested nib', 'Standard refills', 'Balanced barrel', 'Lifetime nib service'],
    items: `
Letterwriter Fountain Pen | A medium nib for long letters | p=64
Student Fountain Pen | Steel nib, sensible price, bright barrel | p=24
Pocket Ballpoint | Short, brass and better with scratches | p=28; i=pen
Drawing Pencils, Tin of Twelve | From 6B to 4H, cedar, unvarnished | p=18; i=pencil; Colour=; Material=Cedar; Refill=
Calligraphy Nib Set | Five nibs, one holder, a bottle of black | p=24; i=black-nib; Colour=
Brass Ruler | Thirty centimetres, engraved not printed | p=16; i=straight-ruler; Colour=; Material=Brass; Refill=
Set Square & Compass Tin | Everything for geometry and kites | p=14; i=triangular-ruler; Colour=; Material=Steel; Refill=
Paperclips, Brass, Fifty | Too nice to lend | p=5; i=paperclip; Colour=; Material=Brass; Refill=
Map Pins, Jar of Sixty | For places you mean to go | p=6; i=round-pushpin; c=Red,Teal,Mustard; Refill=; Material=Steel and glass
Ribbon Bookmark, Leather | Keeps your place for years | p=8; i=bookmark; c=Red,Forest,Plum; Refill=; Material=Leather
Wall Planner & Calendar | A year on one sheet, with room for pencil | p=18; i=spiral-calendar; Colour=; Refill=; Material=Paper
Correspondence Set | Twenty sheets, twenty envelopes, no excuse | p=16; i=envelope; Colour=; Refill=; Material=Cotton paper
Index File Box | Recipes, records, other people’s birthdays | p=22; i=card-index-dividers; Colour=; Refill=; Material=Board and cloth`,
  },
  {
    category: 'tech-hobbies/craft-gift',
    seller: 'paper-lantern-press',
    noun: 'yarn',
    icon: 'yarn',
    props: ['sewing-needle', 'basket', 'thread'],
    stages: ['disc', 'shelf', 'flat', 'arch'],
    price: [5, 24],
    weightGrams: 120,
    options: [
      { name: 'Colour', values: ['Teal', 'Rust', 'Mustard', 'Plum', 'Moss', 'Blush', 'Oat', 'Ink'], take: [4, 6] },
    ],
    attributes: { Material: 'British wool', Weight: 'Double knit', Length: '230 m' },
    story: [
      'Spun in Yorkshire from the clip of four Welsh farms, and dyed here in pans.',
      'Dyed in small lots; buy what you need and one for luck.',
      'Springy, a little rustic, softer with every wash.',
    ],
    care: 'Hand wash cool; dry flat.',
    highlights: ['British wool', 'Dyed by hand', 'Pattern inside the label', 'Wound into balls on request'],
    items: `
Black Mountain DK | The workhorse: jumpers, hats, everything | p=9.5
Marled Two-Ply | Two shades twisted, for quiet stripes | p=10
Chunky Hearth Wool | A blanket in a weekend | p=13; Weight=Chunky; Length=110 m
Borderland Aran | Thick, quick and windproof | p=11; Weight=Aran; Length=160 m
Lace-Weight Alpaca | A shawl’s worth of cloud | p=14; Material=Alpaca; Weight=Lace; Length=800 m
Sock Yarn, Four-Ply | With a little nylon, for heels | p=12; Material=Wool and nylon; Weight=Four-ply; Length=400 m
Cotton for Summer | Cool, smooth and machine washable | p=6.5; Material=Organic cotton`,
  },
  {
    category: 'tech-hobbies/craft-gift',
    seller: 'paper-lantern-press',
    noun: 'craft kit',
    icon: 'artist-palette',
    props: ['paintbrush', 'crayon', 'pencil'],
    stages: ['flat', 'disc'],
    price: [4, 48],
    weightGrams: 300,
    attributes: { Level: 'Beginner', Age: '8 and over' },
    story: [
      'Everything is in the box, including the thing that you would have had to go out for.',
      'Instructions drawn, not translated.',
      'Enough material to make a mistake in.',
    ],
    care: 'Refills and spare parts sold singly.',
    highlights: ['Everything included', 'Drawn instructions', 'Refills available', 'Designed in Hay-on-Wye'],
    items: `
Watercolour Tin, Twelve Pans | Real pigment, not chalk and hope | p=32
Round Brushes, Set of Four | Come to a point, keep it | p=18; i=paintbrush; t=Rust
Beeswax Crayons, Sixteen | Bright, blunt and sweet-smelling | p=11; i=crayon; Age=2 and over; t=Moss
Embroidery Starter Hoop | Three stitches, one flower, one evening | p=19; i=sewing-needle
Thread Box, Twenty Reels | Every colour of trouser | p=24; i=thread
Dressmaker’s Shears | Cut cloth only; threaten all who ask | p=34; i=scissors; t=Plum
Safety Pin Tin | Three sizes, brass, for emergencies | p=5; i=safety-pin`,
  },
  {
    category: 'tech-hobbies/craft-gift',
    seller: 'paper-lantern-press',
    noun: 'gift wrap',
    icon: 'wrapped-gift',
    props: ['ribbon', 'love-letter', 'candle'],
    stages: ['plinth', 'disc', 'arch'],
    price: [3, 28],
    weightGrams: 160,
    options: [{ name: 'Colour', values: ['Red', 'Forest', 'Ink', 'Mustard', 'Blush', 'Lilac'], take: [3, 4] }],
    attributes: { Material: 'Recycled paper', Recyclable: 'Yes' },
    story: [
      'Printed on our own presses with vegetable inks.',
      'Folds crisply and does not show the sellotape.',
      'No glitter, no foil: it can all go in the paper bin.',
    ],
    care: 'Smooth it out and use it again.',
    highlights: ['Recyclable', 'Vegetable inks', 'Folds crisply', 'Tags included'],
    items: `
Gift Wrap Bundle | Three sheets, six metres of string, four tags | p=12
Lokta Paper Roll | Soft, strong and too nice to tear | p=14; Material=Lokta paper
Cotton Ribbon, Ten Metres | Ties flat, irons out, comes back at Christmas | p=9; i=ribbon; Material=Cotton
Letterpress Love Notes | Six cards and courage | p=14; i=love-letter; Colour=
Confetti, Dried Petals | Good for churchyards and the worms beneath | p=8; i=confetti-ball; Colour=; Material=Delphinium petals
Party in a Box | Hats, poppers and a banner for any name | p=26; i=party-popper; Colour=
Brown Paper Parcel Kit | Twine, stamps and the feeling of post | p=10; i=package; Colour=`,
  },
  {
    category: 'tech-hobbies/music',
    seller: 'paper-lantern-press',
    noun: 'instrument',
    icon: 'guitar',
    props: ['musical-score', 'headphone', 'books'],
    stages: ['arch', 'sweep', 'plinth', 'window'],
    price: [16, 680],
    weightGrams: 2600,
    options: [
      { name: 'Outfit', values: ['Instrument only', 'With case+45', 'With case and lessons+95'], take: [2, 3] },
    ],
    attributes: { Level: 'Beginner to intermediate', 'Set up': 'By hand, ready to play' },
    story: [
      'Set up by players in our own shop: frets dressed, action low, in tune when it reaches you.',
      'Good enough that you will not be able to blame the instrument.',
      'Trade it in for a better one within two years and we will take off what you paid.',
    ],
    care: 'Keep it out of its case and you will play it more.',
    highlights: ['Set up by hand', 'Trade-in promise', 'Strings and cloth included', 'Play it for thirty days'],
    items: `
Border Electric Guitar | One pickup, one knob, no excuses | p=320
Parlour Ukulele | Four strings between you and a song | p=78; i=banjo
Half-Size Violin | For arms that are still growing | p=180; i=violin
Clarinet-Fingered Flute | A wooden flute for sessions | p=96; i=flute; Outfit=
Student Violin, Full Size | Spruce and maple, with a bow that bounces | p=260; i=violin
Open-Back Banjo | Five strings and a good deal of joy | p=340; i=banjo
Five-Piece Snare Set | Snare, sticks and a practice pad for the neighbours | p=180; i=drum
Djembe, Hand-Carved | Goatskin head, roped, tuned | p=128; i=long-drum
Trumpet in B flat | Lacquered brass, silver mouthpiece | p=380; i=trumpet
Alto Saxophone | Free-blowing, forgiving, loud | p=620; i=saxophone
Recorder, Pearwood | What recorders sound like when they are wood | p=38; i=flute; Outfit=
Piano Accordion, 48 Bass | Light enough for a long song | p=680; i=accordion
Maracas, Painted Gourd | Rhythm for people who say they have none | p=22; i=maracas; Outfit=
Hand Bell, Brass | For dinner, starts of play and small theatre | p=24; i=bell; Outfit=
Stage Piano, 61 Keys | Weighted keys, headphones, peace | p=460; i=musical-keyboard`,
  },
];
