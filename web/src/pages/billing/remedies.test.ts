// Where what set an account aside is mended.
import { expect, test } from 'vitest';
import { remedyOf } from './remedies.ts';

test('what is missing is mended where it belongs', () => {
  expect(remedyOf('price.missing', 'acme').to).toBe('/console/prices');
  expect(remedyOf('currency.off', 'acme').to).toBe('/console/settings');
  expect(remedyOf('billing.too_many_lines', 'a/b').to).toBe('/console/customers/a%2Fb');
});

test('a reason that this page does not know leads to what its code is about, at last to the customer', () => {
  expect(remedyOf('price.unheard_of', 'acme').to).toBe('/console/prices');
  expect(remedyOf('tax.unknown_category', 'acme').to).toBe('/console/settings');
  expect(remedyOf('timeline.no_start', 'acme').to).toBe('/console/customers/acme');
});
