import { cellOf, recordOf } from './csv';

describe('a cell of an export', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 10', "'+86 10"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('that a spreadsheet would run is text: %j', (given, written) => expect(cellOf(given)).toBe(written));

  it.each<[string | number | null, string]>([
    ['示例网络服务中心', '示例网络服务中心'],
    ['-600.00', '-600.00'],
    [-5, '-5'],
    [null, ''],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
  ])('is otherwise written as it is: %j', (given, written) => expect(cellOf(given)).toBe(written));

  it('ends its record as the format wants it', () => expect(recordOf(['a', 1, null])).toBe('a,1,\r\n'));
});
