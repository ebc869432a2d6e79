// The report of refused rows, as CSV by RFC 4180: read for showing, while the file itself stays as the server made it.

export function readCsv(csv: string, mostRows: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let index = 0; index < csv.length && rows.length < mostRows; index += 1) {
    const letter = csv[index]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (csv[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',') endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (rows.length < mostRows && (cell !== '' || row.length > 0)) endRow();
  return rows;
}
