import type { ProductLine } from '../product-line.ts';
import { beauty } from './beauty.ts';
import { fashionClothes } from './fashion-clothes.ts';
import { fashionExtras } from './fashion-extras.ts';
import { food } from './food.ts';
import { homeRooms } from './home-rooms.ts';
import { homeTable } from './home-table.ts';
import { kitchen } from './kitchen.ts';
import { outdoors } from './outdoors.ts';
import { paperCraftMusic } from './paper-craft-music.ts';
import { playAndTech } from './play-and-tech.ts';

/** Everything the twelve shops sell. */
export const productLines: ProductLine[] = [
  ...kitchen,
  ...homeTable,
  ...homeRooms,
  ...fashionClothes,
  ...fashionExtras,
  ...beauty,
  ...food,
  ...outdoors,
  ...playAndTech,
  ...paperCraftMusic,
];
