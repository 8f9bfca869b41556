import type { CivilDate, Fen } from '@fajiao/kernel';
import type { PartyKind, ThresholdKind } from './party-kind';

export const PENALTY_KINDS = [
  'warning',
  'public-criticism',
  'fine',
  'confiscation-of-gains',
  'confiscation-of-goods',
  'licence-suspension',
  'downgrade',
  'licence-revocation',
  'business-restriction',
  'suspension',
  'closure',
  'practice-ban',
  'publication',
] as const;
/** The words for penalties (APL-9; publication by its own statute). */
export type PenaltyKind = (typeof PENALTY_KINDS)[number];

/** Both ends are inside. */
export interface FineRange {
  readonly min: Fen;
  readonly max: Fen;
}

/** From `fromFen` of the base on, the fine is so many times the base. */
export interface GainsMultiple {
  readonly base: 'gains' | 'turnover';
  readonly min: number;
  readonly max: number;
  readonly fromFen: Fen;
}

/** A tier of the discretion benchmark (裁量基准, APL-34). */
export interface Tier {
  readonly tier: string;
  readonly when: string;
  /** null: no fine. */
  readonly fineFen: FineRange | null;
  /** Opens the penalties of serious circumstances (情节严重). */
  readonly serious?: boolean;
  /** Only for a party that was not fined under the item before, at all or within so many months (首次, 一年内再次). */
  readonly firstTime?: { readonly withinMonths?: number };
  /** Only for these; for all where nothing is said. */
  readonly subjects?: readonly PartyKind[];
}

/** Natural persons who are punished besides the organisation, each in a case of their own. */
export interface ResponsiblePersons {
  readonly who: string;
  readonly mandatory: boolean;
  readonly fineFen: FineRange;
  readonly mustIfGains?: readonly PenaltyKind[];
  /** One of these for a guide. */
  readonly mustIfGuide?: readonly PenaltyKind[];
}

/** An item of the catalogue: an unlawful act, what it is punished with, and how much of it. */
export interface OffenceItem {
  readonly code: string;
  readonly title: string;
  readonly statute: string;
  /** The article to its item, e.g. 第三十一条第（一）项. */
  readonly article: string;
  readonly subjects: readonly PartyKind[];
  /** A fact that must be found before a penalty is lawful. */
  readonly condition?: string;
  /** Looked into before a penalty is decided (APL-27). */
  readonly crimeCheck?: { readonly offence: string; readonly source: string };
  /** null: no fine. */
  readonly fineFen: FineRange | null;
  readonly fineFenBySubject?: Readonly<Record<ThresholdKind, FineRange>>;
  readonly gainsMultiple?: GainsMultiple;
  readonly must: readonly PenaltyKind[];
  readonly mustIfGains?: readonly PenaltyKind[];
  readonly mustIfGoods?: readonly PenaltyKind[];
  /** Orders that go with the case; they are no penalties. */
  readonly orders: readonly string[];
  /** Open only in a serious tier. */
  readonly serious: readonly PenaltyKind[];
  /** A fine of `seriousFineFen` is lawful only together with one of these. */
  readonly seriousMust?: readonly PenaltyKind[];
  readonly seriousFineFen?: FineRange;
  readonly suspensionMonths?: { readonly min: number; readonly max: number };
  readonly benchmark: readonly Tier[];
  readonly responsiblePersons?: ResponsiblePersons;
  /** Provisions that the same act also breaks, with a lower maximum: not applied (APL-29). */
  readonly competing?: readonly { readonly statute: string; readonly article: string; readonly fineFen: FineRange }[];
  /** Provisions of lower rank that name the same act and may not be applied. */
  readonly displaced?: readonly {
    readonly statute: string;
    readonly article: string;
    readonly fineFen: FineRange;
    readonly reason: string;
  }[];
  readonly note: string;
}

/** The whole catalogue as it holds from a day on. */
export interface CatalogueVersion {
  readonly profile: string;
  readonly effectiveFrom: CivilDate;
  readonly provenance: string;
  readonly penaltyKinds: Readonly<Record<string, string>>;
  readonly orderKinds: Readonly<Record<string, string>>;
  readonly items: readonly OffenceItem[];
  /** What the fields mean, for those who write the file. */
  readonly fields: Readonly<Record<string, string>>;
}

/** 互联网上网服务营业场所管理条例第三十一条, and the same down to its item: …第三十一条第（一）项. */
export function citationOf(item: Pick<OffenceItem, 'statute' | 'article'>): { article: string; full: string } {
  const article = /^第[^条]+条(之[一二三四五六七八九十]+)?/.exec(item.article)?.[0] ?? item.article;
  return { article: `${item.statute}${article}`, full: `${item.statute}${item.article}` };
}
