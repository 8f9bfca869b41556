import { printShanghai, type Instant } from '@fajiao/kernel';

const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END = 0x06054b50;

/** Sets the date of every entry of a zip (APPNOTE 4.3.7, 4.3.12) to an instant, in Chinese time. In place. */
export function fixDates(zip: Buffer, at: Instant): Buffer {
  const stamp = dosTime(at);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('not a zip');
  let place = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(place) !== CENTRAL_ENTRY) throw new Error(`no entry of the zip at ${place}`);
    const local = zip.readUInt32LE(place + 42);
    if (zip.readUInt32LE(local) !== LOCAL_ENTRY) throw new Error(`no file of the zip at ${local}`);
    zip.writeUInt32LE(stamp, local + 10);
    zip.writeUInt32LE(stamp, place + 12);
    place += 46 + zip.readUInt16LE(place + 28) + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return zip;
}

/** Two-second steps from 1980 on, as MS-DOS counts. */
function dosTime(at: Instant): number {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    printShanghai(at).match(/\d+/g) ?? []
  ).map(Number);
  const date = ((Math.max(year, 1980) - 1980) << 9) | (month << 5) | day;
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  return ((date << 16) | time) >>> 0;
}
