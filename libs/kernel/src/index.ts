export * from './decider';
export {
  addMinutes,
  instantMillis,
  instantOfMillis,
  InvalidInstant,
  parseInstant,
  printShanghai,
  type Instant,
} from './instant';
export {
  addDays,
  addMonths,
  addYears,
  civilDateOf,
  daysBetween,
  fullYearsBetween,
  InvalidCivilDate,
  parseCivilDate,
  startOfDay,
  weekdayOf,
  yearOf,
  type CivilDate,
} from './civil-date';
export { InvalidCalendar, WorkingCalendar, type CalendarYear, type Due } from './calendar';
export {
  chineseAmount,
  fen,
  InvalidAmount,
  minusFen,
  parseYuan,
  printTenThousandYuan,
  printYuan,
  sumFen,
  type Fen,
} from './money';
export {
  birthDateOf,
  checkDigit11_10,
  hmacHex,
  isCitizenId,
  isUnifiedSocialCreditCode,
  isUuid,
  sha256Hex,
  uuid5,
} from './identifiers';
export { systemClock, type Clock } from './clock';
