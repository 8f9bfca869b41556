/** Those fields that hold something: what nobody told is not in an event at all, which could not be written with it. */
export function ifAny<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
export function ifAny(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}
