// Value added tax of the European Union's members and the United Kingdom, dated, with the law each row comes from. State of January 2026;
// the members' own texts are gathered in the Commission's "Taxes in Europe" database. Which goods a reduced rate is for is not in here.

import { assert } from '../../../kernel/assert.ts';
import { parseDay } from '../../../kernel/calendar/civil.ts';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import type { SourcedRate } from './decision.ts';

/** Country; valid from; standard, reduced and second reduced rate, super-reduced below 5 %; the source. A dash: there is none. */
const ROWS = `
AT 1995-01-01 20   10   -    -   | UStG 1994 § 10
AT 2016-01-01 20   10   13   -   | UStG 1994 § 10 (3), Steuerreformgesetz 2015/2016
BE 1996-01-01 21   6    12   -   | Royal Decree 20 of 20 July 1970
BG 2011-04-01 20   9    -    -   | ZDDS art. 66
CY 2014-01-13 19   5    9    -   | VAT Law 95(I)/2000, amended by 160(I)/2012
CZ 2013-01-01 21   15   -    -   | Act 235/2004 § 47, amended by 500/2012
CZ 2015-01-01 21   15   10   -   | Act 235/2004 § 47, amended by 262/2014
CZ 2024-01-01 21   12   -    -   | Act 235/2004 § 47, amended by 349/2023
DE 2007-01-01 19   7    -    -   | UStG § 12, Haushaltsbegleitgesetz 2006
DE 2020-07-01 16   5    -    -   | UStG § 28, Zweites Corona-Steuerhilfegesetz
DE 2021-01-01 19   7    -    -   | UStG § 12, § 28 expired
DK 1992-01-01 25   -    -    -   | Momsloven § 33
EE 2009-07-01 20   9    -    -   | KMS § 15
EE 2024-01-01 22   9    5    -   | KMS § 15, amended 2023
EE 2025-01-01 22   13   9    -   | KMS § 15, amended 2023
EE 2025-07-01 24   13   9    -   | KMS § 15, amended by the Security Tax Act 2024
ES 2012-09-01 21   10   -    4   | Ley 37/1992 arts. 90 and 91, RDL 20/2012
FI 2013-01-01 24   10   14   -   | AVL 1501/1993 §§ 84 to 85a
FI 2024-09-01 25.5 10   14   -   | AVL 1501/1993 § 84, amended 2024
FI 2026-01-01 25.5 10   13.5 -   | AVL 1501/1993 § 85, amended 2025
FR 2000-04-01 19.6 5.5  -    2.1 | CGI arts. 278 to 281
FR 2012-01-01 19.6 5.5  7    2.1 | CGI art. 279, Loi 2011-1978
FR 2014-01-01 20   5.5  10   2.1 | CGI arts. 278 to 281, Loi 2012-1510
GB 2011-01-04 20   5    -    -   | VATA 1994 s. 2, Finance (No. 2) Act 2010
GR 2011-01-01 23   13   6.5  -   | Law 2859/2000 art. 21, Law 3899/2010
GR 2015-07-20 23   13   6    -   | Law 2859/2000 art. 21, Law 4334/2015
GR 2016-06-01 24   13   6    -   | Law 2859/2000 art. 21, Law 4389/2016
HR 2014-01-01 25   13   5    -   | Zakon o PDV art. 38, NN 148/13
HU 2012-01-01 27   18   5    -   | Act CXXVII of 2007 § 82
IE 2012-01-01 23   13.5 9    4.8 | VATCA 2010 s. 46, Finance Act 2012
IE 2020-09-01 21   13.5 9    4.8 | VATCA 2010 s. 46, Financial Provisions (Covid-19) Act 2020
IE 2021-03-01 23   13.5 9    4.8 | VATCA 2010 s. 46
IT 2013-10-01 22   10   -    4   | DPR 633/1972 art. 16, DL 98/2011
IT 2016-01-01 22   10   5    4   | DPR 633/1972 art. 16, Legge 208/2015
LT 2009-09-01 21   9    5    -   | PVMĮ art. 19
LT 2026-01-01 21   12   5    -   | PVMĮ art. 19, Law XV-287
LU 2012-01-01 15   6    12   3   | Loi TVA of 12 February 1979 arts. 39 and 40
LU 2015-01-01 17   8    14   3   | Loi TVA arts. 39 and 40, Loi of 19 December 2014
LU 2023-01-01 16   7    13   3   | Loi of 26 October 2022
LU 2024-01-01 17   8    14   3   | Loi TVA arts. 39 and 40, Loi of 26 October 2022 expired
LV 2012-07-01 21   12   -    -   | PVN likums s. 41
LV 2018-01-01 21   12   5    -   | PVN likums s. 41 (21)
MT 2011-01-01 18   7    5    -   | VAT Act cap. 406, Eighth Schedule
NL 2001-01-01 19   6    -    -   | Wet OB 1968 art. 9
NL 2012-10-01 21   6    -    -   | Wet OB 1968 art. 9, amended 2012
NL 2019-01-01 21   9    -    -   | Wet OB 1968 art. 9, Belastingplan 2019
PL 2011-01-01 23   8    5    -   | Ustawa o VAT arts. 41 and 146a
PT 2011-01-01 23   13   6    -   | CIVA art. 18, Lei 55-A/2010
RO 2010-07-01 24   9    5    -   | Codul fiscal, OUG 58/2010
RO 2016-01-01 20   9    5    -   | Codul fiscal art. 291
RO 2017-01-01 19   9    5    -   | Codul fiscal art. 291
RO 2025-08-01 21   11   -    -   | Codul fiscal art. 291, Law 141/2025
SE 1996-01-01 25   12   6    -   | Mervärdesskattelag ch. 9 (formerly ch. 7)
SI 2013-07-01 22   9.5  -    -   | ZDDV-1 art. 41, ZIPRS1314-A
SI 2020-01-01 22   9.5  5    -   | ZDDV-1 art. 41
SK 2007-01-01 19   10   -    -   | Act 222/2004 § 27
SK 2011-01-01 20   10   -    -   | Act 222/2004 § 27, § 85j
SK 2025-01-01 23   19   5    -   | Act 222/2004 § 27, Act 278/2024
`;

/** A rate's name in each column. */
const CATEGORIES = ['standard', 'reduced', 'reduced_second', 'super_reduced'] as const;

function readRows(): readonly SourcedRate[] {
  return ROWS.trim()
    .split('\n')
    .flatMap((row) => {
      const [columns = '', source = ''] = row.split(' | ');
      const [country = '', from = '', ...percents] = columns.split(/\s+/);
      const fromDay = parseDay(from);
      assert(fromDay !== null && percents.length >= CATEGORIES.length, `a row of rates is unreadable: ${row}`);
      return CATEGORIES.map((category, index) => {
        const percent = parseDecimal(percents[index] ?? '');
        return { country, category, name: 'VAT', percent, fromDay, source };
      });
    });
}

/** A rate that a row no longer has ends with that row: its percent is null from there on. */
export const euVatRates: readonly SourcedRate[] = readRows();
