import type { ProductLine } from '../product-line.ts';

export const outdoors: ProductLine[] = [
  {
    category: 'garden-outdoors/plants-flowers',
    seller: 'the-green-shed',
    noun: 'plant',
    icon: 'potted-plant',
    props: ['herb', 'bucket', 'leafy-green'],
    stages: ['shelf', 'window', 'arch', 'plinth'],
    price: [9, 48],
    weightGrams: 1800,
    options: [{ name: 'Pot', values: ['9 cm', '12 cm+5', '17 cm+14'], take: [2, 3] }],
    attributes: { Light: 'Bright, indirect', Care: 'Easy', 'Pet safe': 'Yes' },
    story: [
      'Grown here from cuttings and hardened off, so that your kitchen will seem like a holiday.',
      'Potted in peat-free compost that we sieve ourselves.',
      'Posted upright in a card cradle with air holes and a note for the postman.',
    ],
    care: 'Water when the top centimetre is dry. If it sulks within thirty days we replace it.',
    highlights: [
      'Grown in Hereford',
      'Peat-free',
      'Thirty-day promise',
      'Plastic-free packaging',
      'Care card in plain words',
    ],
    items: `
Rubber Plant | Glossy, upright and nearly indestructible | p=16; Pet safe=No
Peace Lily | Droops when thirsty, recovers in an hour | p=15; Pet safe=No; Light=Shade
Olive Tree, Young | Silver leaves for a sunny step | p=32; Light=Sunny
Swiss Cheese Plant | Big leaves with holes, for corners | p=22; Pet safe=No
Money Plant | Round leaves and free babies | p=12
Herb Trio for a Sill | Basil, thyme and flat parsley | p=14; i=herb; Light=Sunny; Pot=
Bunny-Ear Cactus | Dots instead of spines, mostly | p=11; i=cactus; Light=Sunny; Pet safe=No
Tall San Pedro Cactus | A green exclamation mark | p=28; i=cactus; Light=Sunny
Parlour Palm | A jungle for north-facing rooms | p=19; i=palm-tree; Light=Shade
Shamrock in a Pot | Folds up at night like an umbrella | p=9; i=four-leaf-clover; Light=Bright, indirect
Dwarf Conifer | A Christmas tree that stays for the year | p=24; i=evergreen-tree; Light=Outdoors`,
  },
  {
    category: 'garden-outdoors/plants-flowers',
    seller: 'the-green-shed',
    noun: 'bouquet',
    icon: 'bouquet',
    props: ['ribbon', 'amphora', 'honeybee'],
    stages: ['window', 'arch', 'disc'],
    price: [16, 58],
    weightGrams: 900,
    options: [{ name: 'Size', values: ['Posy', 'Classic+10', 'Generous+22'], take: [2, 3] }],
    attributes: { Grown: 'In Britain', Lasts: '7 to 10 days' },
    story: [
      'Cut at dawn by growers within thirty miles, and on the road by nine.',
      'Tied in the hand, so you need only trim the ends.',
      'What is in it depends on the week; that it is lovely does not.',
    ],
    care: 'Trim, warm water, out of the sun. Change the water every other day.',
    highlights: ['British-grown', 'Hand-tied', 'Letterbox size available', 'Compostable wrap'],
    items: `
Hedgerow Bouquet | Whatever is best this week, loosely tied | p=28
Cottage Mix | Sweet peas, cosmos and something blue | p=30
White Wedding Posy | Small, tied with silk, not only for weddings | p=36
Tulips by the Armful | Thirty stems that go on growing in the vase | p=24; i=tulip
Sunflower Bunch | Five big faces | p=22; i=sunflower
Garden Roses | Scented, slightly untidy, better for it | p=34; i=rose
Hyacinths in Bud | A whole room of scent for a tenner | p=16; i=hyacinth; Size=`,
  },
  {
    category: 'garden-outdoors/plants-flowers',
    seller: 'the-green-shed',
    noun: 'packet of seeds',
    icon: 'seedling',
    props: ['bucket', 'sunflower', 'tomato'],
    stages: ['sweep', 'plinth', 'shelf'],
    price: [2, 14],
    weightGrams: 30,
    options: [{ name: 'Pack', values: ['Packet', 'Grower’s bag+7'] }],
    attributes: { Sow: 'March to May', Grown: 'Open-pollinated', Certified: 'Organic' },
    story: [
      'Saved from plants that did well here, on clay, in the rain.',
      'Tested every February; the germination rate is on the packet.',
      'You can save your own from these and need never come back.',
    ],
    care: 'Store cool and dry. Sow within three years.',
    highlights: ['Open-pollinated', 'Tested each year', 'Organic', 'Sowing notes for beginners'],
    items: `
Sunflower Seeds, Giant | Three metres by August | p=2.9; i=sunflower
Tomato Seeds, Ailsa Craig | Sweet, early and forgiving | p=3; i=tomato
Chilli Seeds, Three Heats | From cheerful to regrettable | p=3.4; i=hot-pepper
Salad Leaves, Cut-and-Come | Four months from one packet | p=2.8; i=leafy-green
Carrot Seeds, Early Nantes | Short, sweet and good in tubs | p=2.6; i=carrot
Oak in a Box | One acorn, one pot, four hundred years | p=12; i=chestnut; Pack=; Sow=Any time`,
  },
  {
    category: 'garden-outdoors/tools-diy',
    seller: 'the-green-shed',
    noun: 'tool',
    icon: 'hammer',
    props: ['nut-and-bolt', 'gloves', 'wood'],
    stages: ['flat', 'sweep', 'plinth'],
    price: [12, 64],
    weightGrams: 700,
    options: [{ name: 'Handle', values: ['Ash', 'Hickory+2', 'Steel+4'], take: [2, 3] }],
    attributes: { Material: 'Drop-forged steel', Guarantee: 'Lifetime' },
    story: [
      'Forged in Sheffield and ground by people who use them.',
      'Balanced at the point where your hand wants it.',
      'If it breaks in ordinary use, at any time, we send another.',
    ],
    care: 'Wipe, oil, hang up. Linseed on the handle once a year.',
    highlights: ['Drop-forged', 'Lifetime guarantee', 'Replaceable handle', 'Made in Sheffield'],
    items: `
Bench Hammer 16 oz | For pictures, pins and persuasion | p=26
Club Hammer | For stakes, slabs and stubborn gates | p=28
Tack Hammer | Magnetic at one end, gentle at the other | p=19
Panel Saw | Cuts on both strokes, stays sharp for years | p=32; i=carpentry-saw
Adjustable Wrench | Jaws that do not creep | p=24; i=wrench; Handle=
Screwdriver Set of Six | The six that you reach for | p=34; i=screwdriver; Handle=
G-Clamp Pair | A third and a fourth hand | p=22; i=clamp; Handle=
Splitting Axe | Heavy head, long handle, short work | p=58; i=axe
Border Pick | For stones, roots and stubborn clay | p=36; i=pick
Sash Brush Set | Keeps its edge along the glass | p=18; i=paintbrush; Handle=; Material=Bristle and beech`,
  },
  {
    category: 'garden-outdoors/tools-diy',
    seller: 'the-green-shed',
    noun: 'piece of kit',
    icon: 'toolbox',
    props: ['hammer', 'screwdriver', 'nut-and-bolt'],
    stages: ['sweep', 'shelf', 'plinth'],
    price: [8, 120],
    weightGrams: 1600,
    options: [{ name: 'Colour', values: ['Red', 'Forest', 'Mustard', 'Navy'], take: [2, 3] }],
    attributes: { Material: 'Steel', Guarantee: 'Ten years' },
    story: [
      'Folded and riveted, with no plastic clip to snap in the cold.',
      'The kind of thing that is still in the shed when you sell the house.',
      'Powder-coated in colours you can find in long grass.',
    ],
    care: 'Keep dry. Touch up scratches with the pot in the box.',
    highlights: ['No plastic parts', 'Powder-coated', 'Ten year guarantee', 'Spare parts'],
    items: `
Cantilever Toolbox | Opens like a flower, shuts like a safe | p=64
Galvanised Bucket | Twelve litres, one honest handle | p=16; i=bucket
Step Ladder, Five Tread | Deep treads and a rail for your knees | p=96; i=ladder; Material=Beech; Colour=
Yard Broom | Stiff, wide and replaceable at the head | p=22; i=broom; Material=Beech and bassine; Colour=
High-Visibility Vest | For cycling, digging and school runs | p=12; i=safety-vest; Material=Recycled polyester; c=Coral,Lemon,Mint
Site Helmet | Light, vented and adjustable with one hand | p=28; i=rescue-workers-helmet; Material=ABS; c=Red,Lemon,Sky
Horseshoe Magnet | Finds the screw that you dropped in the gravel | p=9; i=magnet; Colour=
Box of Bolts | Four hundred fixings, sorted and labelled | p=24; i=nut-and-bolt; Colour=; Material=Zinc-plated steel`,
  },
  {
    category: 'garden-outdoors/camping-hiking',
    seller: 'ridgeway-outfitters',
    noun: 'tent',
    icon: 'tent',
    props: ['flashlight', 'backpack', 'fire'],
    stages: ['sweep', 'disc', 'window'],
    price: [120, 420],
    weightGrams: 2900,
    options: [
      { name: 'Colour', values: ['Forest', 'Mustard', 'Rust', 'Slate'], take: [2, 3] },
      { name: 'Sleeps', values: ['Two', 'Three+60', 'Four+110'], take: [2, 3] },
    ],
    attributes: { Material: 'Recycled ripstop', Season: 'Three-season', Waterhead: '4,000 mm' },
    story: [
      'Pitched in Snowdonia in October, which is the only test worth the name.',
      'Poles are colour-coded and go up in four minutes, in gloves.',
      'A split pole, a torn fly, a lost peg: we sell every part.',
    ],
    care: 'Dry it before you pack it. Reproof every third year.',
    highlights: ['Up in four minutes', 'Taped seams', 'Every part sold singly', 'Bag you can get it back into'],
    items: `
Ridgeway Two | A proper small tent for proper big hills | p=240
Ridgeway Solo | Under a kilo and a half, with room for the boots | p=198; Sleeps=
Canvas Bell Tent | Pegs, ropes, a pole and a whole summer | p=420; Material=Cotton canvas; Waterhead=
Basecamp Tunnel | Stand up, cook, play cards in the rain | p=380
Lean-To Tarp Shelter | Four poles, a ridge line and the view | p=128; Sleeps=
Festival Pop-Up | Two seconds up; a knack to get down | p=120; Sleeps=`,
  },
  {
    category: 'garden-outdoors/camping-hiking',
    seller: 'ridgeway-outfitters',
    noun: 'piece of kit',
    icon: 'compass',
    props: ['world-map', 'hiking-boot', 'flashlight'],
    stages: ['flat', 'plinth', 'sweep'],
    price: [9, 140],
    weightGrams: 320,
    attributes: { Weight: 'Light', Guarantee: 'Lifetime' },
    story: [
      'It has been up more hills than most of us.',
      'Simple enough to use when you are cold, wet and cross.',
      'Guaranteed against everything but being left on a summit.',
    ],
    care: 'Rinse, dry and put away in the loft with the good intentions.',
    highlights: ['Field-tested', 'Works with gloves', 'Lifetime guarantee', 'Packs small'],
    items: `
Baseplate Compass | North, without a battery | p=24
Ridge Walkers’ Map Set | Waterproof, tear-proof, tea-proof | p=28; i=world-map
Camp Pan Set | Two pans, one lid, one handle for all | p=38; i=shallow-pan-of-food
Enamel Camp Mug | Chips with dignity | p=11; i=hot-beverage; t=Navy
Paracord, 30 Metres | Holds up tents, washing and trousers | p=9; i=knot
Max–Min Thermometer | Tells you how cold it was, so that you may boast | p=16; i=thermometer
Travel Fishing Rod | Four pieces, one tube, no fish guaranteed | p=68; i=fishing-pole
Fire Steel | Lights wet tinder, impresses children | p=14; i=fire
Beach Windbreak & Parasol | Shade on the one day, shelter on the others | p=54; i=beach-with-umbrella
Open Canoe Paddle | One length of ash, oiled by hand | p=72; i=canoe
Refracting Telescope | Craters on the Moon, rings on a good night | p=138; i=telescope
Trail First-Aid Tin | Everything for blisters, most things for falls | p=22; i=toolbox; t=Red`,
  },
  {
    category: 'sport-leisure/ball-racket',
    seller: 'ridgeway-outfitters',
    noun: 'ball',
    icon: 'soccer-ball',
    props: ['goal-net', 'trophy', 'running-shoe'],
    stages: ['disc', 'sweep', 'plinth'],
    price: [9, 48],
    weightGrams: 430,
    options: [{ name: 'Size', values: ['3', '4+1', '5+2'], take: [2, 3] }],
    attributes: { Material: 'Recycled rubber and cloth', Use: 'Match and training' },
    story: [
      'Stitched by hand, by adults, who are paid properly and say so on the label.',
      'It holds its air for months and its shape for seasons.',
      'The valve can be changed, as valves ought to be.',
    ],
    care: 'Wipe off the mud, keep it out of the boot in summer.',
    highlights: ['Fairly made', 'Replaceable valve', 'Match weight', 'Pump needle included'],
    items: `
Common Ground Football | For jumpers, goalposts and cup finals | p=24
Indoor Futsal Ball | Low bounce, soft feel, quick feet | p=26
Training Football | Dries in an hour and does not soak up puddles | p=18
Playground Basketball | Grippy when wet, true when dry | p=26; i=basketball
Beach Volleyball | Soft on wrists, bright against the sky | p=24; i=volleyball; Size=
Rugby Ball, Club | Pimples that hold in the rain | p=28; i=rugby-football
Gridiron Ball | Laces where your fingers expect them | p=26; i=american-football; Size=
Rounders & Softball Pair | One for the park, one for the nettles | p=14; i=softball; Size=
Leather Baseball | Cork, wool, cowhide and 108 stitches | p=16; i=baseball; Size=
Skittles, Set of Ten | Turned beech, with a ball and a bag | p=46; i=bowling; Size=; Material=Beech
Pocket Goal | Folds to the size of a plate | p=38; i=goal-net; Size=`,
  },
  {
    category: 'sport-leisure/ball-racket',
    seller: 'ridgeway-outfitters',
    noun: 'racket',
    icon: 'tennis',
    props: ['running-shoe', 'sports-medal', 'cup-with-straw'],
    stages: ['flat', 'disc', 'sweep'],
    price: [14, 130],
    weightGrams: 300,
    options: [{ name: 'Grip', values: ['1', '2', '3', '4'], take: [2, 3] }],
    attributes: { Material: 'Graphite', Level: 'Club' },
    story: [
      'A wide sweet spot for people who have not played since school.',
      'Strung by us at the tension you ask for.',
      'Light at the head, quick at the net.',
    ],
    care: 'Keep it in its cover. Restringing from £16.',
    highlights: ['Strung to order', 'Forgiving sweet spot', 'Cover included', 'Regrip free for a year'],
    items: `
Park Court Racket | For evenings when the light is still good | p=78
Junior Racket 25 | Light, short and serious | p=34; Level=Beginner
Control Frame 98 | For players with opinions about strings | p=128; Level=Advanced
Garden Badminton Set | Two rackets, three shuttles and a net | p=42; i=badminton; Grip=
Table Tennis Bat | Spin on one side, sense on the other | p=22; i=ping-pong; Grip=
Junior Cricket Set | Bat, ball, stumps and optimism | p=34; i=cricket-game; Grip=; Material=Willow
Hockey Stick | Straight-grained, with a bow you can feel | p=64; i=field-hockey; Grip=; Material=Composite
Lacrosse Stick | Deep pocket, quick release | p=58; i=lacrosse; Grip=
Dartboard & Six Darts | Sisal that heals, wires that deflect | p=48; i=bullseye; Grip=; Material=Sisal
Training Boomerang | It does come back, after a while | p=18; i=boomerang; Grip=; Material=Birch ply
Ultimate Disc 175 g | Flies flat, stings little | p=14; i=flying-disc; Grip=; Material=Recycled plastic`,
  },
  {
    category: 'sport-leisure/wheels-winter',
    seller: 'ridgeway-outfitters',
    noun: 'set of wheels',
    icon: 'bicycle',
    props: ['rescue-workers-helmet', 'backpack', 'wrench'],
    stages: ['sweep', 'window', 'disc'],
    price: [45, 780],
    weightGrams: 12000,
    options: [
      { name: 'Colour', values: ['Red', 'Sage', 'Navy', 'Mustard', 'Black'], take: [2, 4] },
      { name: 'Frame', values: ['S', 'M', 'L'], take: [2, 3] },
    ],
    attributes: { Material: 'Steel', Guarantee: 'Frame for life' },
    story: [
      'Brazed steel, because it is comfortable, mendable and nice to look at.',
      'Standard parts throughout: any bicycle shop in the world can help you.',
      'Arrives nine-tenths built; the tenth takes one key and ten minutes.',
    ],
    care: 'Oil the chain, pump the tyres, book us in once a year.',
    highlights: ['Frame guaranteed for life', 'Standard parts', 'Arrives almost built', 'First service free'],
    items: `
Lanes Bicycle | Eight gears, mudguards and a bell | p=640
Gravel Road Bike | Wide tyres, low gears, long days | p=780
Folding Town Bike | Under the desk in twelve seconds | p=560
Station Fixed-Gear | One speed, which is yours | p=480
First Pedals Bike | Low, light and with proper brakes | p=220; Frame=
Push Scooter | Folds on the bus, flies in the park | p=94; i=kick-scooter; Frame=; Material=Aluminium; c=Teal,Coral,Lilac
Street Skateboard | Seven plies of maple and quiet wheels | p=68; i=skateboard; Frame=; Material=Maple; c=Plum,Black,Rust
Roller Skates, Quad | Suede boots, soft wheels, long evenings | p=110; i=roller-skate; Frame=; Material=Suede; c=Coral,Sky,Mint`,
  },
  {
    category: 'sport-leisure/wheels-winter',
    seller: 'ridgeway-outfitters',
    noun: 'piece of winter kit',
    icon: 'ice-skate',
    props: ['snowflake', 'scarf', 'gloves'],
    stages: ['sweep', 'disc', 'plinth'],
    price: [22, 360],
    weightGrams: 2200,
    options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
    attributes: { Season: 'Winter', Guarantee: 'Five years' },
    story: [
      'Tried on the one cold week that we had, and then properly in Norway.',
      'Edges and runners come sharpened.',
      'Warm where you need it and light where you do not.',
    ],
    care: 'Dry the blades, wax the runners, hope for snow.',
    highlights: ['Ready to use', 'Sharpening service', 'Five year guarantee', 'Made for short winters'],
    items: `
Pond Ice Skates | Warm, padded and kind to ankles | p=84
Touring Skis & Boots | For going up as well as coming down | p=340; i=skis
Wooden Sledge | Ash runners, rope, room for two | p=78; i=sled; Size=
Garden Curling Set | Two stones, one lawn, no ice required | p=64; i=curling-stone; Size=
Ice Hockey Starter Set | Stick, puck and a sense of purpose | p=52; i=ice-hockey
Fleece-Lined Gloves | Wind stays out, fingers still work | p=26; i=gloves; t=Teal
Ski Goggles | Wide view, no fog, glasses underneath | p=58; i=goggles; t=Sky; Size=`,
  },
  {
    category: 'sport-leisure/swim-fitness',
    seller: 'ridgeway-outfitters',
    noun: 'piece of swimwear',
    icon: 'one-piece-swimsuit',
    props: ['goggles', 'lotion-bottle', 'womans-hat'],
    stages: ['disc', 'sweep', 'arch'],
    price: [18, 72],
    weightGrams: 180,
    options: [
      { name: 'Colour', values: ['Navy', 'Coral', 'Teal', 'Black', 'Berry'], take: [2, 4] },
      { name: 'Size', values: ['8', '10', '12', '14', '16', '18'], take: [3, 5] },
    ],
    attributes: { Material: 'Recycled nylon', Chlorine_proof: 'Yes' },
    story: [
      'Knitted from old fishing nets, and lasts five times as long in chlorine.',
      'Holds where it should and does not ride up in a tumble turn.',
      'Lined all through, including the pale colours.',
    ],
    care: 'Rinse in cold water, dry flat in the shade.',
    highlights: ['Chlorine-proof', 'Recycled fishing nets', 'Fully lined', 'UPF 50+'],
    items: `
Lido Swimsuit | For lengths, cold mornings and flasks of tea | p=54
Open Water Swimsuit | Long lines and a high back for cold days | p=62
Bandeau Swimsuit | Straps in the bag for when you need them | p=52
Tarn Bikini | Ties that stay tied in a waterfall | p=46; i=bikini
Racing Trunks | Short, flat and quick | p=26; i=briefs
Snorkel & Mask Set | Dry top, wide lens, no leaks | p=38; i=diving-mask; Size=; Material=Silicone and glass
Cold-Water Goggles | Seal once, forget about them | p=22; i=goggles; Size=; Material=Silicone`,
  },
  {
    category: 'sport-leisure/swim-fitness',
    seller: 'ridgeway-outfitters',
    noun: 'piece of kit',
    icon: 'boxing-glove',
    props: ['stopwatch', 'running-shirt', 'sports-medal'],
    stages: ['plinth', 'disc', 'sweep'],
    price: [12, 90],
    weightGrams: 420,
    options: [{ name: 'Colour', values: ['Red', 'Black', 'Teal', 'Mustard'], take: [2, 3] }],
    attributes: { Material: 'Vegan leather', Use: 'Home and gym' },
    story: [
      'Made for people who train twice a week and mean it.',
      'Stitched with bonded thread at the three places where they all fail.',
      'Washes, dries and comes back for more.',
    ],
    care: 'Air after use; wash at 30 °C where marked.',
    highlights: ['Reinforced seams', 'Washable', 'Two year guarantee', 'No logos'],
    items: `
Sparring Gloves 12 oz | Padded where it matters to the other person | p=48
Bag Gloves | Quick on, quick off, easy to wipe | p=32
Training Vest | Breathes, dries and does not chafe | p=24; i=running-shirt; Material=Recycled polyester; c=Moss,Sky,Coral
Judo Suit | Pearl weave, pre-shrunk, white belt included | p=46; i=martial-arts-uniform; Material=Cotton; Colour=
Track Stopwatch | Big buttons, two laps, one battery | p=26; i=stopwatch; Colour=; Material=ABS
Ballet Practice Shoes | Split sole, soft leather, sewn elastic | p=22; i=ballet-shoes; c=Blush,Black
Prize Day Cup | Engraved free, polished often | p=42; i=trophy; Colour=; Material=Nickel silver
Finisher’s Medal Hanger | Somewhere to put them at last | p=18; i=sports-medal; Colour=; Material=Oak`,
  },
];
