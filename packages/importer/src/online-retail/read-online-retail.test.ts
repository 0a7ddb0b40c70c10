import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readOnlineRetail } from './read-online-retail.ts';
import { totals } from './report.ts';

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const read = async (rows: string[], first = header) =>
  await readOnlineRetail(Readable.from([[first, ...rows, ''].join('\n')]), { compressed: false });
const row = (
  invoice: string,
  code: string,
  description: string,
  quantity: number,
  price: number,
  customer = '17850.0',
  date = '2010-12-01 08:26:00',
) => `${invoice},${code},${description},${quantity},${date},${price},${customer},United Kingdom`;

describe('a file that is not what it should be', () => {
  it.each([
    ['another header', [], 'A,B,C', 'Line 1'],
    ['a missing column', [row('1', '22423', 'CAKESTAND', 1, 2), '2,22423,CAKESTAND,1'], header, 'Line 3: 4 columns'],
    [
      'a quantity that is a word',
      ['1,22423,CAKESTAND,one,2010-12-01 08:26:00,2,1,EIRE'],
      header,
      'Line 2: Quantity "one"',
    ],
    ['half a piece', ['1,22423,CAKESTAND,1.5,2010-12-01 08:26:00,2,1,EIRE'], header, 'Line 2: Quantity "1.5"'],
    ['a date of another kind', ['1,22423,CAKESTAND,1,01/12/2010 08:26,2,1,EIRE'], header, 'Line 2: InvoiceDate'],
    ['no price', ['1,22423,CAKESTAND,1,2010-12-01 08:26:00,,1,EIRE'], header, 'Line 2: UnitPrice'],
    ['no invoice', [',22423,CAKESTAND,1,2010-12-01 08:26:00,2,1,EIRE'], header, 'Line 2: InvoiceNo'],
    ['an open quote', ['1,22423,"CAKESTAND,1,2010-12-01 08:26:00,2,1,EIRE'], header, 'Line'],
  ])('%s', async (_, rows, first, message) => {
    await expect(read(rows, first)).rejects.toThrow(message);
  });

  it('is empty, cut off or not compressed', async () => {
    await expect(readOnlineRetail(Readable.from(['']), { compressed: false })).rejects.toThrow('empty');
    const whole = gzipSync([header, row('1', '22423', 'CAKESTAND', 1, 2)].join('\n'));
    const cut = Readable.from([whole.subarray(0, whole.length - 12)]);
    await expect(readOnlineRetail(cut, { compressed: true })).rejects.toThrow('gzip');
    await expect(readOnlineRetail(Readable.from([header]), { compressed: true })).rejects.toThrow('gzip');
  });
});

describe('cleaning', () => {
  it('gives every row one fate', async () => {
    const { report } = await read([
      row('1', '22423', 'REGENCY CAKESTAND 3 TIER', 2, 12.75),
      row('1', 'POST', 'POSTAGE', 1, 18),
      row('1', 'M', 'Manual', 1, 5),
      row('1', 'BANK CHARGES', 'Bank Charges', -1, 15),
      row('1', 'gift_0001_20', 'Dotcomgiftshop Gift Voucher £20.00', 1, 16.67),
      row('1', 'WHAT', 'SOMETHING', 1, 1),
      row('2', '22423', '', -5, 0, ''),
      row('3', '22423', 'REGENCY CAKESTAND 3 TIER', 1, 0),
      row('4', '22423', 'damaged', 1, 3),
      row('4', '22423', '?', 1, 3),
      row('5', '99999', '', 1, 3),
      row('C6', '22423', 'REGENCY CAKESTAND 3 TIER', -1, 12.75),
      row('C7', '22423', 'REGENCY CAKESTAND 3 TIER', -50, 12.75),
      row('C8', '22423', 'REGENCY CAKESTAND 3 TIER', -1, 12.75, '12345.0'),
      row('C9', 'D', 'Discount', -1, 27.5),
    ]);
    expect(report.taken).toEqual({ 'order-line': 1, 'cancellation-matched': 1 });
    expect(report.refused).toEqual({
      fee: 4,
      'gift-voucher': 1,
      'unknown-code': 1,
      'cancellation-unmatched': 2,
      'quantity-not-positive': 1,
      'price-not-positive': 1,
      'junk-description': 2,
      'no-description': 1,
    });
    const { taken, refused } = totals(report);
    expect(taken + refused).toBe(report.rowsRead);
    expect(report.rowsRead).toBe(15);
  });

  it('takes the most frequent name, tidied, and the median price', async () => {
    const { products } = await read([
      row('1', '85123A', 'WHITE HANGING HEART T-LIGHT HOLDER ', 6, 2.55),
      row('2', '85123a', 'WHITE HANGING HEART T-LIGHT HOLDER', 6, 2.95),
      row('3', '85123A', 'CREAM HANGING HEART T-LIGHT HOLDER', 6, 99),
    ]);
    expect(products).toMatchObject([
      {
        sourceRef: '85123A',
        title: 'White Hanging Heart T-Light Holder',
        alsoKnownAs: ['Cream Hanging Heart T-Light Holder'],
        category: 'gift-shop/candles-lights',
        colour: 'white',
        option: null,
        variants: [{ sku: '85123A', price: 295 }],
      },
    ]);
  });

  it('makes letters variants where the names say so, and only there', async () => {
    const { products } = await read([
      row('1', '84997A', 'GREEN 3 PIECE POLKADOT CUTLERY SET', 1, 4.15),
      row('1', '84997B', 'RED 3 PIECE POLKADOT CUTLERY SET', 1, 4.15),
      row('1', '84997C', 'BLUE 3 PIECE POLKADOT CUTLERY SET', 1, 3.75),
      row('1', '90000A', 'PEARL NECKLACE', 1, 5),
      row('1', '90000B', 'TIN ROBOT', 1, 6),
    ]);
    expect(products.map(({ sourceRef, option }) => [sourceRef, option])).toEqual([
      ['84997', 'Colour'],
      ['90000A', null],
      ['90000B', null],
    ]);
    expect(products[0]?.title).toBe('3 Piece Polkadot Cutlery Set');
    expect(products[0]?.variants.map(({ value }) => value)).toEqual(['Green', 'Red', 'Blue']);
  });

  it('takes cancelled units from the latest earlier order and drops what is left empty', async () => {
    const data = await read([
      row('1', '22423', 'REGENCY CAKESTAND', 4, 12, '17850.0', '2010-12-01 08:00:00'),
      row('2', '22423', 'REGENCY CAKESTAND', 3, 12, '17850.0', '2010-12-02 08:00:00'),
      row('C3', '22423', 'REGENCY CAKESTAND', -5, 12, '17850.0', '2010-12-03 08:00:00'),
      row('4', '22423', 'REGENCY CAKESTAND', 9, 12, '17850.0', '2010-12-04 08:00:00'),
    ]);
    const orders = [...data.orders()].map(({ sourceRef, lines }) => [sourceRef, lines.map(({ quantity }) => quantity)]);
    expect(orders).toEqual([
      ['1', [2]],
      ['4', [9]],
    ]);
    expect(data.orderCount).toBe(2);
  });

  it('adds equal lines up and keeps orders of unknown customers', async () => {
    const data = await read([
      row('1', '22423', 'REGENCY CAKESTAND', 1, 12, ''),
      row('1', '22423', 'REGENCY CAKESTAND', 2, 12, ''),
      row('1', '22423', 'REGENCY CAKESTAND', 1, 10, ''),
    ]);
    expect([...data.orders()]).toMatchObject([
      {
        customer: '',
        country: 'GB',
        lines: [
          { sku: '22423', quantity: 3, unitPrice: 1200 },
          { sku: '22423', quantity: 1, unitPrice: 1000 },
        ],
      },
    ]);
    expect(data.customers).toEqual([]);
  });
});
