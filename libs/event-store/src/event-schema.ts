import type { DomainEvent } from '@fajiao/kernel';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** How one type of event is stored. */
export interface EventSchema {
  /** Version that is written today, from 1. */
  readonly version: number;
  /** Dotted paths of personal fields, `[]` for each element of a list: `party.name`, `items[].owner`. */
  readonly personal?: readonly string[];
  /** `upcasters[n]` makes version n + 1 out of version n, purely; it sees personal fields opened (null: key destroyed). */
  readonly upcasters?: Readonly<Record<number, (data: JsonObject) => JsonObject>>;
}

export type EventSchemas<E extends DomainEvent> = { readonly [T in E['type']]: EventSchema };
