import type { ProductLine } from '../product-line.ts';

const sizes = ['XS', 'S', 'M', 'L', 'XL'];

export const fashionClothes: ProductLine[] = [
  {
    category: 'fashion/womenswear',
    seller: 'marlowe-and-finch',
    noun: 'dress',
    icon: 'dress',
    props: ['womans-hat', 'handbag', 'womans-sandal'],
    stages: ['sweep', 'window', 'arch'],
    price: [58, 135],
    weightGrams: 420,
    options: [
      { name: 'Colour', values: ['Ink', 'Forest', 'Rust', 'Blush', 'Plum', 'Mustard', 'Sky'], take: [2, 3] },
      { name: 'Size', values: sizes, take: [4, 5] },
    ],
    attributes: { Material: 'Organic cotton', Fit: 'Regular', Pockets: 'Yes' },
    story: [
      'Cut on the bias, so that it moves with you and forgives a good lunch.',
      'There are two pockets in the side seams, deep enough for a phone and a hand.',
      'The cloth is deadstock from a shirt mill, which is why we make each colour only once.',
      'French seams throughout: it is as neat inside as out.',
    ],
    care: 'Machine wash at 30 °C, hang to dry, iron while it is slightly damp. We mend everything we sell.',
    highlights: ['Deep side pockets', 'French seams', 'Cut in small runs', 'Free mending', 'Made in Portugal'],
    items: `
Orchard Tea Dress | A swing skirt and a neckline that behaves | p=89
Market Day Shirt Dress | Buttons all the way, belt optional | p=86
Slow Sunday Jersey Dress | Soft as a T-shirt, and made like one | p=64; Material=Organic jersey
Station Wagon Dress | Throw it on, add boots, catch the train | p=78
Salt Air Sundress | Thin straps, a full skirt, good in a breeze | p=72; Material=Linen
Long Weekend Dress | Ankle length and loose, from beach to table | p=95; Material=Linen
Evensong Dress | The one for weddings you have to dance at | p=128; Material=Cupro satin
Allotment Pinafore | Wide straps and four pockets, one for the trowel | p=84; Material=Cotton drill`,
  },
  {
    category: 'fashion/womenswear',
    seller: 'marlowe-and-finch',
    noun: 'top',
    icon: 'womans-clothes',
    props: ['jeans', 'sunglasses', 'scarf'],
    stages: ['flat', 'sweep', 'window'],
    price: [28, 68],
    weightGrams: 220,
    options: [
      { name: 'Colour', values: ['Chalk', 'Ink', 'Berry', 'Sage', 'Coral', 'Lilac'], take: [2, 4] },
      { name: 'Size', values: sizes, take: [4, 5] },
    ],
    attributes: { Material: 'Organic cotton', Fit: 'Relaxed' },
    story: [
      'The neckline is bound by hand so that it keeps its shape after the fiftieth wash.',
      'Heavy enough not to be see-through, light enough to layer.',
      'Cut a little long at the back for people who sit down and get up again.',
    ],
    care: 'Machine wash at 40 °C with similar colours. Reshape while damp.',
    highlights: ['Bound neckline', 'Not see-through', 'Organic cotton', 'Generous size range'],
    items: `
Everyday Boxy Tee | The T-shirt we wear to work, which is a cutting room | p=32
Wrap-Front Blouse | Ties at the side, stays shut on a bicycle | p=58; Material=Viscose
Breton Boat-Neck | Stripes since 1998, by way of Brittany | p=44
Puff-Sleeve Top | A little drama at the shoulder, none at the waist | p=48
Silk Camisole | Under a jacket or under nothing at all | p=64; Material=Silk`,
  },
  {
    category: 'fashion/womenswear',
    seller: 'marlowe-and-finch',
    noun: 'robe',
    icon: 'kimono',
    props: ['hot-beverage', 'lotus', 'cherry-blossom'],
    stages: ['arch', 'sweep', 'disc'],
    price: [64, 120],
    weightGrams: 480,
    options: [
      { name: 'Colour', values: ['Ink', 'Plum', 'Forest', 'Rose'], take: [2, 3] },
      { name: 'Size', values: ['S/M', 'L/XL'] },
    ],
    attributes: { Material: 'Cotton lawn', Fit: 'Loose', Pockets: 'Yes' },
    story: [
      'Printed from our own drawings on cotton lawn so fine that it feels cool in July.',
      'Wide sleeves that can be tied back for washing up.',
      'The belt is sewn on, and so cannot be lost.',
    ],
    care: 'Machine wash at 30 °C.',
    highlights: ['Own print', 'Cool cotton lawn', 'Sewn-on belt', 'Two pockets'],
    items: `
Peony House Robe | For breakfasts that last until noon | p=86
Night Garden Robe | Dark flowers, deep pockets | p=92
Short Wrap Jacket | A robe that goes out in the daytime | p=78`,
  },
  {
    category: 'fashion/womenswear',
    seller: 'marlowe-and-finch',
    noun: 'coat',
    icon: 'coat',
    props: ['scarf', 'gloves', 'womans-boot'],
    stages: ['sweep', 'window', 'arch'],
    price: [120, 260],
    weightGrams: 1400,
    options: [
      { name: 'Colour', values: ['Tan', 'Ink', 'Charcoal', 'Forest', 'Burgundy'], take: [2, 3] },
      { name: 'Size', values: sizes, take: [4, 5] },
    ],
    attributes: { Material: 'Recycled wool', Lining: 'Viscose', Pockets: 'Four' },
    story: [
      'The wool is respun in Prato from last year’s coats, and is the warmer for it.',
      'Half-lined in a stripe that you will show people.',
      'The sleeves are long enough; we checked with tall friends.',
    ],
    care: 'Brush often, clean seldom. We replace lost buttons for ever.',
    highlights: ['Recycled wool', 'Inside pocket for a phone', 'Spare buttons sewn in', 'Lifetime buttons'],
    items: `
City Walk Coat | Single-breasted, straight and good with everything | p=195
Boiled Wool Jacket | As easy as a cardigan, as smart as a blazer | p=138
Harbour Trench | A storm flap, a belt and a proper collar | p=210; Material=Cotton gabardine
Barn Coat | Corduroy collar, big pockets, no ceremony | p=148; Material=Waxed cotton`,
  },
  {
    category: 'fashion/menswear',
    seller: 'marlowe-and-finch',
    noun: 'T-shirt',
    icon: 't-shirt',
    props: ['jeans', 'billed-cap', 'sunglasses'],
    stages: ['flat', 'sweep', 'disc'],
    price: [22, 42],
    weightGrams: 210,
    options: [
      { name: 'Colour', values: ['Chalk', 'Black', 'Olive', 'Navy', 'Mustard', 'Sky', 'Rust'], take: [3, 4] },
      { name: 'Size', values: ['S', 'M', 'L', 'XL', 'XXL'], take: [4, 5] },
    ],
    attributes: { Material: 'Organic cotton', Weight: '210 g/m²', Fit: 'Regular' },
    story: [
      'Knitted on slow old machines that leave air in the cloth.',
      'A proper ribbed collar that lies flat after a year of washing.',
      'Pre-shrunk, so that the size you buy is the size you keep.',
    ],
    care: 'Machine wash at 40 °C. Dries overnight.',
    highlights: ['Pre-shrunk', 'Ribbed collar', 'Side-seamed', 'Fairtrade organic cotton'],
    items: `
Plain Good Tee | The one you will buy three of | p=28
Slub Pocket Tee | A little uneven on purpose, like a good loaf | p=32
Garment-Dyed Tee | Colour that already looks lived in | p=34
Pocket Tee | A pocket for a pencil, in the right place | p=30
Long-Sleeve Henley | Three buttons and a warm wrist | p=38; Weight=260 g/m²
Harbour Stripe Tee | Stripes that meet at the seams | p=34
Heavy Rugby Shirt | Twill collar, rubber buttons, no team | p=62; Weight=340 g/m²`,
  },
  {
    category: 'fashion/menswear',
    seller: 'marlowe-and-finch',
    noun: 'shirt',
    icon: 'necktie',
    props: ['mans-shoe', 'watch', 'briefcase'],
    stages: ['flat', 'window', 'sweep'],
    price: [48, 96],
    weightGrams: 300,
    options: [
      { name: 'Colour', values: ['Sky', 'Navy', 'Charcoal', 'Burgundy'], take: [2, 3] },
      { name: 'Collar', values: ['15', '15½', '16', '16½', '17'], take: [4, 5] },
    ],
    attributes: { Material: 'Two-fold cotton', Fit: 'Tailored' },
    story: [
      'Eight stitches to the centimetre and split yokes, because shoulders are not alike.',
      'The collar holds its roll without stiffeners.',
      'Sold with a tie woven from the same yarn, in case you are short of time.',
    ],
    care: 'Wash at 40 °C, iron damp. New cuffs and collars at cost.',
    highlights: ['Split yoke', 'Shell buttons', 'Matching tie included', 'Recuffing service'],
    items: `
Friday Shirt & Tie | For interviews, christenings and Fridays | p=84
Oxford Shirt & Knitted Tie | Soft collar, square end, no fuss | p=82
Board Room Stripe Shirt | A fine stripe that survives a long meeting | p=88
Wedding Guest Set | Shirt, tie and a small square for the pocket | p=96`,
  },
  {
    category: 'fashion/menswear',
    seller: 'marlowe-and-finch',
    noun: 'pair of jeans',
    icon: 'jeans',
    props: ['t-shirt', 'hiking-boot', 'billed-cap'],
    stages: ['sweep', 'flat', 'window'],
    price: [62, 110],
    weightGrams: 780,
    options: [
      { name: 'Colour', values: ['Denim', 'Ink', 'Black', 'Tan'], take: [2, 3] },
      { name: 'Waist', values: ['30', '32', '34', '36', '38'], take: [4, 5] },
    ],
    attributes: { Material: 'Organic denim', Weight: '13 oz', Fit: 'Straight' },
    story: [
      'Rope-dyed denim that fades where you bend, not where a machine has scrubbed it.',
      'Pocket bags of pillow ticking: they will outlast the knees.',
      'Bring them back and we will patch, darn or shorten them.',
    ],
    care: 'Wash rarely, cold and inside out.',
    highlights: ['Rope-dyed denim', 'Hidden rivets', 'Free repairs', 'Strong pocket bags'],
    items: `
Yardman Jean | Straight, mid-rise and made to be knelt in | p=88
Selvedge Work Jean | Unwashed, turned up, yours by spring | p=110; Weight=14 oz
Summer Linen Trouser | A drawstring that looks like a decision | p=78; Material=Linen; Weight=; c=Tan,Ink,Forest
Tapered Railway Jean | Room above, neat below | p=92
Five-Pocket Cord | The weekend’s answer to denim | p=84; Material=Cotton corduroy; Weight=; c=Tan,Forest,Burgundy`,
  },
  {
    category: 'fashion/menswear',
    seller: 'marlowe-and-finch',
    noun: 'pair of shorts',
    icon: 'shorts',
    props: ['sunglasses', 'thong-sandal', 't-shirt'],
    stages: ['disc', 'sweep', 'flat'],
    price: [34, 62],
    weightGrams: 260,
    options: [
      { name: 'Colour', values: ['Olive', 'Navy', 'Coral', 'Sky', 'Tan'], take: [2, 4] },
      { name: 'Size', values: ['S', 'M', 'L', 'XL'] },
    ],
    attributes: { Material: 'Cotton twill', Fit: 'Regular' },
    story: [
      'Long enough to sit down in, short enough to swim in.',
      'The drawcord is knotted, tipped and does not vanish.',
      'One back pocket has a button, for the train ticket.',
    ],
    care: 'Machine wash at 40 °C.',
    highlights: ['Elastic and drawcord', 'Buttoned back pocket', 'Quick to dry', 'Free mending'],
    items: `
Jetty Swim Shorts | Recycled nylon, dry before the ice cream is finished | p=46; Material=Recycled nylon
Sunday League Shorts | Soft, roomy and kind after lunch | p=38
Linen Shorts | For heatwaves and hopeful Aprils | p=52; Material=Linen
Allotment Shorts | Double-seated, with a loop for string | p=56`,
  },
];
