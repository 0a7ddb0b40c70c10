import type { ProductLine } from '../product-line.ts';

const shoeSizes = ['37', '38', '39', '40', '41', '42', '43', '44'];

export const fashionExtras: ProductLine[] = [
  {
    category: 'fashion/shoes',
    seller: 'harbour-row',
    noun: 'pair of boots',
    icon: 'hiking-boot',
    props: ['socks', 'backpack', 'compass'],
    stages: ['plinth', 'sweep', 'window'],
    price: [120, 240],
    weightGrams: 1500,
    options: [
      { name: 'Colour', values: ['Tan', 'Chocolate', 'Black', 'Olive'], take: [2, 3] },
      { name: 'Size', values: shoeSizes, take: [4, 6] },
    ],
    attributes: { Material: 'Full-grain leather', Sole: 'Rubber, resoleable', Waterproof: 'Yes' },
    story: [
      'Lasted and stitched by hand in Whitby; each pair is signed inside the tongue.',
      'Goodyear-welted, so we can take the sole off and put on another, and another after that.',
      'Half a day to soften and ten years to wear out.',
    ],
    care: 'Brush off the mud, feed with wax, dry away from the fire. Resoling from £48.',
    highlights: ['Goodyear welt', 'Can be resoled', 'Made in Whitby', 'Waxed laces', 'Free first polish'],
    items: `
Cleveland Walking Boot | For the whole coast path, in one go if you like | p=185
Moor Edge Boot | Ankle support for tussocks and stiles | p=172
Signal Box Boot | Steel toe, hidden; comfort, obvious | p=158
Cinder Track Boot | Lighter, lower and quick on gravel | p=148
Chelsea Pull-On Boot | Two pulls and out of the door | p=165; i=womans-boot; c=Black,Chocolate,Burgundy
Fish Quay Wellington | Natural rubber, cotton-lined, no leaks | p=78; i=womans-boot; Material=Natural rubber; c=Forest,Navy,Mustard`,
  },
  {
    category: 'fashion/shoes',
    seller: 'ridgeway-outfitters',
    noun: 'pair of trainers',
    icon: 'running-shoe',
    props: ['socks', 'stopwatch', 'cup-with-straw'],
    stages: ['disc', 'sweep', 'plinth'],
    price: [68, 130],
    weightGrams: 580,
    options: [
      { name: 'Colour', values: ['Coral', 'Ink', 'Sage', 'Mustard', 'Lilac', 'Charcoal'], take: [2, 4] },
      { name: 'Size', values: shoeSizes, take: [4, 6] },
    ],
    attributes: { Material: 'Recycled knit', Sole: 'Natural rubber', Drop: '6 mm' },
    story: [
      'A knitted upper without seams, because seams are where blisters begin.',
      'The foam is soft at the heel and firm at the toe, and keeps its spring for about 800 kilometres.',
      'We take the old pair back and grind it into playground.',
    ],
    care: 'Take out the insoles, wash cold, dry in the shade.',
    highlights: ['Seamless knit', 'Wide toe box', 'Take-back scheme', 'Natural rubber grip'],
    items: `
Towpath Runner | For five kilometres before work | p=98
Trail Commuter | Grippy in the wood, quiet in the office | p=104
Recovery Slip-On | For the hour after the hour | p=68
Fell Shoe | Studs like a tractor, light as a slipper | p=118
Court Classic | White soles, flat laces, endless Saturdays | p=84; Drop=0 mm
Stroller Knit Trainer | Cushioned for standing, walking and waiting | p=76
Parkrun Racer | Thirty grams lighter, thirty seconds quicker | p=128; Drop=4 mm`,
  },
  {
    category: 'fashion/shoes',
    seller: 'harbour-row',
    noun: 'pair of shoes',
    icon: 'mans-shoe',
    props: ['briefcase', 'socks', 'watch'],
    stages: ['plinth', 'window', 'arch'],
    price: [84, 190],
    weightGrams: 900,
    options: [
      { name: 'Colour', values: ['Tan', 'Chocolate', 'Black', 'Burgundy'], take: [2, 3] },
      { name: 'Size', values: shoeSizes, take: [4, 6] },
    ],
    attributes: { Material: 'Calf leather', Sole: 'Leather, resoleable' },
    story: [
      'The leather is tanned with oak bark for a year, which is slow and worth it.',
      'A cork bed takes the shape of your foot within a fortnight.',
      'Stitched through, so that everything can be replaced but you.',
    ],
    care: 'Shoe trees overnight, cream once a month. Resoling from £48.',
    highlights: ['Oak-bark tanned', 'Cork footbed', 'Can be resoled', 'Made in Whitby'],
    items: `
Registry Derby | Smart enough to sign something in | p=168
Ballet Flat | Soft, foldable and made for the walk home | p=84; i=ballet-shoes; Sole=Suede; c=Blush,Black,Red
Quay Loafer | No laces, no socks, no hurry | p=138; i=flat-shoe; c=Navy,Tan,Burgundy
Promenade Sandal | A block heel that can manage cobbles | p=96; i=womans-sandal; c=Coral,Tan,Black
Curtain Call Heel | Seven centimetres and a padded ball | p=124; i=high-heeled-shoe; c=Red,Black,Plum
Beach Hut Flip-Flop | Natural rubber, with a strap that does not pull out | p=22; i=thong-sandal; Material=Natural rubber; Sole=Natural rubber; c=Sky,Coral,Mustard,Navy`,
  },
  {
    category: 'fashion/bags-luggage',
    seller: 'harbour-row',
    noun: 'rucksack',
    icon: 'backpack',
    props: ['notebook', 'compass', 'beverage-box'],
    stages: ['arch', 'sweep', 'plinth', 'disc'],
    price: [62, 148],
    weightGrams: 980,
    options: [
      { name: 'Colour', values: ['Ink', 'Olive', 'Rust', 'Mustard', 'Charcoal', 'Berry'], take: [3, 4] },
      { name: 'Size', values: ['18 litres', '24 litres+14'], take: [1, 2] },
    ],
    attributes: { Material: 'Waxed canvas', Laptop: 'Up to 15 inches', Waterproof: 'Showerproof' },
    story: [
      'Woven and waxed in Dundee, cut and sewn above our shop.',
      'A flat sleeve at the back keeps a laptop off the ground when you drop the bag, and you will.',
      'The straps are padded where they carry and plain where they do not.',
    ],
    care: 'Sponge clean; rewax once a year. Lifetime repairs on seams and buckles.',
    highlights: ['Waxed Dundee canvas', 'Raised laptop sleeve', 'Lifetime repairs', 'Solid brass hardware'],
    items: `
Daymark Rucksack | The everyday bag, with a pocket where you look for it | p=98
Cartographer’s Pack | A flat pocket for maps and a loop for a stick | p=124
Cycle Courier Pack | Reflective where it needs to be, plain elsewhere | p=112
Roll-Top Commuter Pack | Opens wide, closes dry | p=118
Little Daymark | The same bag for people of about six | p=54; Size=; Laptop=
Moor Top Pack | Two straps over the top for a coat or a baguette | p=128
Drawstring Duffel Sack | A sailor’s bag that learnt to go to the gym | p=72; Laptop=`,
  },
  {
    category: 'fashion/bags-luggage',
    seller: 'harbour-row',
    noun: 'bag',
    icon: 'handbag',
    props: ['sunglasses', 'scarf', 'lipstick'],
    stages: ['arch', 'plinth', 'window'],
    price: [58, 220],
    weightGrams: 720,
    options: [{ name: 'Colour', values: ['Tan', 'Forest', 'Burgundy', 'Ink', 'Blush', 'Black'], take: [2, 4] }],
    attributes: { Material: 'Vegetable-tanned leather', Closure: 'Zip' },
    story: [
      'Saddle-stitched with linen thread: if one stitch goes, the next one holds.',
      'Stands up by itself, which in a bag is a form of manners.',
      'Lined in a pale cotton, so that you can find the keys.',
    ],
    care: 'Leather cream twice a year. Bring it in for a free re-edge.',
    highlights: ['Saddle-stitched', 'Pale lining', 'Stands by itself', 'Lifetime repairs'],
    items: `
Whitby Satchel Bag | One compartment, one pocket, years of service | p=178
Library Bag | Four hardbacks and a cardigan | p=128
Doctor’s Bag, Small | Opens like a mouth and closes like a promise | p=164
Bowling Green Handbag | A rounded top-handle bag with room for a book | p=148
Opera Clutch | Holds a phone, a card and your nerve | p=68; i=clutch-bag
Clasp Purse | Closes with a click like your aunt’s | p=42; i=purse; Closure=Kiss-lock
Solicitor’s Briefcase | Three gussets, one lock, no wheels | p=220; i=briefcase; c=Chocolate,Black,Burgundy; Closure=Lock
Farm Shop Tote | Heavy canvas with handles that do not dig in | p=38; i=shopping-bags; Material=Cotton canvas; c=Sky,Sage,Coral; Closure=Open`,
  },
  {
    category: 'fashion/bags-luggage',
    seller: 'harbour-row',
    noun: 'suitcase',
    icon: 'luggage',
    props: ['world-map', 'camera', 'sunglasses'],
    stages: ['sweep', 'arch', 'disc'],
    price: [110, 260],
    weightGrams: 3100,
    options: [
      { name: 'Colour', values: ['Ink', 'Sage', 'Mustard', 'Coral', 'Silver'], take: [2, 4] },
      { name: 'Size', values: ['Cabin', 'Medium+40', 'Large+70'], take: [2, 3] },
    ],
    attributes: { Material: 'Recycled polycarbonate', Lock: 'TSA approved' },
    story: [
      'The wheels, handle and shell are held with screws, and all of them can be replaced.',
      'It rolls upright on four wheels and does not run away on the bus.',
      'One side straps down, the other zips shut: clean and worn stay apart.',
    ],
    care: 'Wipe with a damp cloth. Spare wheels are on our site at cost.',
    highlights: ['Replaceable wheels', 'Quiet on pavements', 'Ten year guarantee', 'Laundry bag included'],
    items: `
Night Train Case | Slim enough for a couchette | p=148
Long Haul Case | For a month, or for one week and presents | p=176
Grand Tour Trunk Case | Squared corners and two straps, for the look of it | p=215`,
  },
  {
    category: 'fashion/accessories',
    seller: 'marlowe-and-finch',
    noun: 'hat',
    icon: 'womans-hat',
    props: ['sunglasses', 'scarf', 'hibiscus'],
    stages: ['disc', 'sweep', 'plinth'],
    price: [18, 78],
    weightGrams: 160,
    options: [
      { name: 'Colour', values: ['Oat', 'Tan', 'Ink', 'Blush', 'Olive'], take: [2, 3] },
      { name: 'Size', values: ['S/M', 'L/XL'] },
    ],
    attributes: { Material: 'Paper straw', Season: 'Summer' },
    story: [
      'Blocked by hand over wooden forms older than we are.',
      'Rolls up, goes in a bag and recovers by the time you arrive.',
      'A ribbon inside lets you take it in by a size.',
    ],
    care: 'Steam back into shape. Keep away from the rear window of the car.',
    highlights: ['Rolls up for travel', 'Adjustable inside', 'UPF 50+', 'Blocked by hand'],
    items: `
Regatta Sun Hat | A wide brim and a bow that stays tied | p=48
Cloche, Felted | Pulls down over the ears in a wind | p=54; Material=Wool felt; Season=Winter; c=Burgundy,Ink,Forest
Railway Cap | Six panels, a curved peak, no slogan | p=28; i=billed-cap; Material=Organic cotton; Season=All year; c=Navy,Olive,Rust,Sky
Topper for Occasions | Silk-finished, for weddings and magicians | p=78; i=top-hat; Material=Fur felt; Season=All year; c=Black,Charcoal`,
  },
  {
    category: 'fashion/accessories',
    seller: 'marlowe-and-finch',
    noun: 'scarf',
    icon: 'scarf',
    props: ['gloves', 'hot-beverage', 'coat'],
    stages: ['sweep', 'flat', 'window'],
    price: [18, 84],
    weightGrams: 180,
    options: [{ name: 'Colour', values: ['Red', 'Mustard', 'Forest', 'Ink', 'Plum', 'Oat', 'Teal'], take: [3, 5] }],
    attributes: { Material: 'Lambswool', Season: 'Winter' },
    story: [
      'Spun and woven in the Borders, washed in soft water and brushed with real teasels.',
      'Long enough to go round twice with something left to fling.',
      'Moth-proofed with lavender rather than with anything worse.',
    ],
    care: 'Hand wash cool, dry flat.',
    highlights: ['Scottish lambswool', 'Teasel-brushed', 'Woven in small runs', 'Comes with a lavender bag'],
    items: `
Borders Lambswool Scarf | Warm, light and never scratchy | p=46
Blanket Scarf | A scarf by day, a blanket by train | p=68
Ribbed Gloves | Touch-screen thumbs, long cuffs | p=24; i=gloves
Bicycle Gloves | Padded palms and a towelling thumb, for reasons | p=32; i=gloves; Material=Wool and suede
Boot Socks, Three Pairs | Cushioned soles, cheerful toes | p=22; i=socks; c=Mustard,Sky,Sage
Bed Socks | For people with cold feet and warm hearts | p=18; i=socks; c=Blush,Lilac,Oat; Material=Alpaca`,
  },
  {
    category: 'fashion/accessories',
    seller: 'harbour-row',
    noun: 'umbrella',
    icon: 'umbrella',
    props: ['coat', 'womans-boot', 'newspaper'],
    stages: ['arch', 'sweep', 'disc'],
    price: [26, 72],
    weightGrams: 480,
    options: [{ name: 'Colour', values: ['Plum', 'Ink', 'Forest', 'Mustard', 'Red'], take: [3, 4] }],
    attributes: { Material: 'Recycled polyester, ash handle', Season: 'All year' },
    story: [
      'Fibreglass ribs that turn inside out and come back without complaint.',
      'The handle is a single steamed length of ash.',
      'We replace covers and ribs, so one umbrella can be several.',
    ],
    care: 'Dry it open. Repairs in a week.',
    highlights: ['Wind-tested to 80 km/h', 'Repairable', 'Ash handle', 'Opens with one hand'],
    items: `
North Sea Umbrella | Tested on the end of the pier | p=58
Two’s Company Umbrella | Wide enough to share without negotiating | p=66
Folding Umbrella | In the bag, forgotten, there when it matters | p=32; i=closed-umbrella`,
  },
  {
    category: 'fashion/accessories',
    seller: 'marlowe-and-finch',
    noun: 'pair of sunglasses',
    icon: 'sunglasses',
    props: ['womans-hat', 'beach-with-umbrella', 'lemon'],
    stages: ['disc', 'flat', 'plinth'],
    price: [48, 110],
    weightGrams: 90,
    options: [{ name: 'Colour', values: ['Black', 'Chocolate', 'Forest', 'Plum'], take: [2, 3] }],
    attributes: { Material: 'Plant acetate', Lenses: 'Polarised, UV400', Season: 'Summer' },
    story: [
      'Cut from plant acetate and tumbled for three days until the edges are soft.',
      'Five-barrel hinges: sit on them once and they will forgive you.',
      'Your optician can put a prescription in.',
    ],
    care: 'Soft cloth only; the case is cork and floats.',
    highlights: ['Polarised lenses', 'Prescription-ready', 'Floating cork case', 'Five-barrel hinges'],
    items: `
Lido Sunglasses | Round, friendly and hard to lose on a table | p=72
Coast Road Sunglasses | A square frame for driving west in the evening | p=84
Reading Specs | +1.0 to +2.5, for menus and small print | p=48; i=glasses; Lenses=Blue-filter; c=Sky,Rust,Teal; Season=All year`,
  },
  {
    category: 'fashion/jewellery-watches',
    seller: 'marlowe-and-finch',
    noun: 'ring',
    icon: 'ring',
    props: ['gem-stone', 'ribbon', 'lotus'],
    stages: ['plinth', 'arch', 'disc'],
    price: [45, 480],
    weightGrams: 30,
    options: [
      { name: 'Metal', values: ['Silver', 'Gold vermeil+60'] },
      { name: 'Size', values: ['J', 'L', 'N', 'P', 'R'], take: [3, 4] },
    ],
    attributes: { Material: 'Recycled silver', Hallmark: 'Edinburgh' },
    story: [
      'Cast from recycled silver, hallmarked in Edinburgh and polished by hand until it looks like water.',
      'The stone is grown rather than mined, and comes with its papers.',
      'We will resize it once for nothing, and engrave it for little more.',
    ],
    care: 'A soft cloth and now and then some washing-up liquid.',
    highlights: ['Recycled metal', 'Hallmarked', 'Free resizing', 'Comes in an oak box'],
    items: `
Rockpool Ring | A blue stone set low, so that it does not catch | p=120
Twisted Wire Band | Two strands, one long conversation | p=68
Harvest Moon Ring | A round pale stone in a plain setting | p=130
Ferrous Signet Ring | A blank face for a letter, or for nothing | p=145
Solstice Solitaire | One clear stone and no distraction | p=420
Three Sisters Ring | Three thin bands that stack or part | p=95`,
  },
  {
    category: 'fashion/jewellery-watches',
    seller: 'signal-and-sound',
    noun: 'watch',
    icon: 'watch',
    props: ['glasses', 'notebook', 'mans-shoe'],
    stages: ['plinth', 'disc', 'window'],
    price: [85, 290],
    weightGrams: 120,
    options: [{ name: 'Colour', values: ['Navy', 'Forest', 'Tan', 'Black', 'Rust'], take: [3, 4] }],
    attributes: { Material: 'Steel and leather', Movement: 'Automatic', 'Water resistance': '50 m' },
    story: [
      'An automatic movement that any watchmaker knows how to service.',
      'The dial is printed in four passes, with lume that lasts until the morning.',
      'Straps change without a tool; we make eleven of them.',
    ],
    care: 'Service every five years, by us or by anyone.',
    highlights: ['Automatic movement', 'Quick-change strap', 'Sapphire crystal', 'Serviceable anywhere'],
    items: `
Steel City Field Watch | Plain numbers, a date and a strap that breathes | p=185
Regulator Watch | Hours here, minutes there, oddly restful | p=270
Slim Dress Watch | Two hands and nothing to prove | p=165
Night Shift Watch | Lume you can read a map by | p=210
Commuter Quartz | Thin, light, right to the second | p=95; Movement=Quartz
Diver’s Weekend Watch | A bezel for parking meters and boiled eggs | p=240; Water resistance=200 m`,
  },
  {
    category: 'fashion/jewellery-watches',
    seller: 'marlowe-and-finch',
    noun: 'necklace',
    icon: 'prayer-beads',
    props: ['ring', 'mirror', 'ribbon'],
    stages: ['arch', 'plinth', 'flat'],
    price: [32, 160],
    weightGrams: 60,
    options: [{ name: 'Colour', values: ['Coral', 'Teal', 'Plum', 'Honey', 'Ink'], take: [2, 4] }],
    attributes: { Material: 'Glass and silver', Length: '45 cm' },
    story: [
      'Beads are turned at the lamp, one at a time, by a maker in Stroud.',
      'Knotted between each bead: if the thread breaks you lose one and not forty.',
      'The clasp can be done up with one hand and cold fingers.',
    ],
    care: 'Put on after scent, take off before swimming. Restrung free.',
    highlights: ['Lamp-made beads', 'Knotted thread', 'One-hand clasp', 'Free restringing'],
    items: `
Shoreline Bead Necklace | The colours of pebbles while they are wet | p=68
Berry Hedge Bracelet | Small round beads and a silver leaf | p=44; Length=18 cm
Worry Beads | Twenty-one beads and a tassel, for busy hands | p=36; Length=30 cm
Loose Sapphire, Lab-Grown | For having something made of your own | p=160; i=gem-stone; Material=Sapphire; Length=; c=Sky,Teal,Rose`,
  },
];
