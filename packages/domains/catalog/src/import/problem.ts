/** Something wrong in one row of a file. `column` is a field's key. */
export interface RowProblem {
  row: number;
  column: string | null;
  value: string;
  code: string;
  message: string;
}

/** Every way in which a row is wrong, in the words that the file of errors shows. */
export const problemTexts = {
  handle_missing: 'The row names no product: fill the handle or the SKU',
  handle_scattered: 'Rows of one product must follow each other, and this handle came before',
  handle_invalid: 'A handle has 1 to 200 characters',
  product_unknown: 'No product has this SKU, and without a handle none can be made',
  title_missing: 'A new product needs a title',
  text_too_long: 'This text is too long',
  category_missing: 'A new product needs a category',
  category_unknown: 'There is no such category',
  category_inactive: 'This category takes no new products',
  status_unknown: 'A status is draft, published or archived',
  attribute_invalid: 'An attribute is written Name: value',
  image_invalid: 'An image is an http or https address, or one of your uploads',
  image_failed: 'This image could not be fetched; the product was saved without it',
  too_many_images: 'A product has at most 100 images',
  option_name_missing: 'A value needs the name of its option',
  option_value_missing: 'Every variant needs a value of each option',
  option_name_twice: 'Two options have the same name',
  variant_twice: 'Another row of this product has the same options',
  too_many_variants: 'A product has at most 100 variants',
  sku_missing: 'A variant needs a SKU',
  sku_twice: 'This SKU came before in this file',
  sku_taken: 'Another of your products has this SKU',
  barcode_invalid: 'A barcode is a GTIN of 8, 12, 13 or 14 digits with a right check digit',
  weight_invalid: 'A weight is a whole number of grams',
  stock_invalid: 'Stock is a whole number, 0 or more',
  variant_image_invalid: 'The product has no image at this place',
  price_missing: 'A new variant needs a price',
  price_invalid: 'A price is a positive number such as 12.50',
  compare_at_too_low: 'The price before must be higher than the price',
  other_row_wrong: 'Another row of this product is wrong, so the product was left out',
  file_broken: 'The file cannot be read from here on: a quotation mark is not closed, or a row is too long',
  not_written: 'This product could not be written just now; import the file again',
} as const;
export type ProblemCode = keyof typeof problemTexts;

export const problem = (row: number, code: ProblemCode, column: string | null = null, value = ''): RowProblem => ({
  row,
  column,
  value: value.slice(0, 300),
  code,
  message: problemTexts[code],
});
