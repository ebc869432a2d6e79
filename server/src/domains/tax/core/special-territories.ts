// Where a member state's ordinary VAT rates do not hold: outside the Union's VAT territory (Directive 2006/112/EC art. 6) or with rates of
// their own (arts. 104 and 105, national law). What is due there is not known here, so no tax is charged and the decision says why.
import type { SpecialTerritory } from './decision.ts';

export const specialTerritories: readonly SpecialTerritory[] = [
  { country: 'AT', name: 'Jungholz', postcode: /^6691$/ },
  { country: 'AT', name: 'Mittelberg', postcode: /^699[123]$/ },
  { country: 'DE', name: 'Büsingen', postcode: /^78266$/ },
  { country: 'DE', name: 'Heligoland', postcode: /^27498$/ },
  { country: 'ES', name: 'Canary Islands', postcode: /^3[58]\d{3}$/ },
  { country: 'ES', name: 'Ceuta', postcode: /^51\d{3}$/ },
  { country: 'ES', name: 'Melilla', postcode: /^52\d{3}$/ },
  { country: 'FI', name: 'Åland', postcode: /^22\d{3}$/ },
  { country: 'FR', name: 'Overseas departments', postcode: /^97\d{3}$/ },
  { country: 'GR', name: 'Mount Athos', postcode: /^630 ?8[67]$/ },
  { country: 'IT', name: "Campione d'Italia", postcode: /^22061$/ },
  { country: 'IT', name: 'Livigno', postcode: /^2304[12]$/ },
  { country: 'PT', name: 'Madeira', postcode: /^9[0-4]\d{2}(-?\d{3})?$/ },
  { country: 'PT', name: 'Azores', postcode: /^9[5-9]\d{2}(-?\d{3})?$/ },
];
