import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { isCitizenId, isUnifiedSocialCreditCode } from '@fajiao/kernel';
import { Text } from '@fajiao/platform';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength, MinLength, ValidateBy } from 'class-validator';

// Fields that several forms of the deciding side share.

/** A long text of a form. */
export const FormText = (): PropertyDecorator => Text({ max: 10_000 });

/** A short text: a name, a reason in a line. */
export const Line = (): PropertyDecorator => Text({ max: 500 });

/** What a list is searched for; no control characters, which no record holds. */
export const SearchText = (): PropertyDecorator => applyDecorators(Text({ max: 200 }), Matches(/^\P{Cc}*$/u));

/** A list of short texts. */
export function Lines(example: readonly string[]): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(200),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(500, { each: true }),
    ApiProperty({ type: [String], example }),
  );
}

/** A person of the staff, by id. */
export function StaffId(example = 'officer-1'): PropertyDecorator {
  return applyDecorators(Text({ max: 100 }), ApiProperty({ example }));
}

/** People of the staff, by id. How many and who is the law's to say. */
export function StaffIds(example: readonly string[] = ['officer-1', 'officer-2']): PropertyDecorator {
  return applyDecorators(Lines(example));
}

/** SHA-256 in lower-case hex. */
export function Sha256(): PropertyDecorator {
  return applyDecorators(
    Matches(/^[0-9a-f]{64}$/),
    ApiProperty({
      pattern: '^[0-9a-f]{64}$',
      example: '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455',
    }),
  );
}

/** 公民身份号码, with its check character. */
export function CitizenId(): PropertyDecorator {
  return applyDecorators(
    holds('citizenId', isCitizenId),
    ApiProperty({ minLength: 18, maxLength: 18, example: '140922198503120018' }),
  );
}

/** 统一社会信用代码, with its check character. */
export function CreditCode(beginning = ''): PropertyDecorator {
  return applyDecorators(
    holds('creditCode', (text) => text.startsWith(beginning) && isUnifiedSocialCreditCode(text)),
    ApiProperty({ minLength: 18, maxLength: 18, example: beginning ? '92140922MA0K12ABXA' : '91140922MA0K34CD5E' }),
  );
}

/** Texts by person. */
export function TextsByPerson(): PropertyDecorator {
  const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '' && value.length <= 10_000;
  return applyDecorators(
    ValidateBy({
      name: 'isObject',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText),
      },
    }),
    ApiProperty({
      type: 'object',
      additionalProperties: { type: 'string' },
      example: { 'head-1': '同意', 'head-2': '同意', 'head-3': '建议减轻' },
    }),
  );
}

/** One of a few words by person. */
export function WordsByPerson(words: readonly string[]): PropertyDecorator {
  const isWord = (value: unknown) => typeof value === 'string' && words.includes(value);
  return applyDecorators(
    ValidateBy({
      name: 'isObject',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isWord),
      },
    }),
    ApiPropertyOptional({
      type: 'object',
      additionalProperties: { type: 'string', enum: [...words] },
      example: undefined,
    }),
  );
}

/** Nothing to be said unless another field says so. */
export function OnlyWith(field: string, word: string): PropertyDecorator {
  return ValidateBy({
    name: 'onlyWith',
    validator: {
      validate: (value, args) =>
        value === undefined || (args?.object as Readonly<Record<string, unknown>> | undefined)?.[field] === word,
    },
  });
}

/** Nothing to be said where another field says something. */
export function NotWith(field: string): PropertyDecorator {
  return ValidateBy({
    name: 'onlyWith',
    validator: {
      validate: (value, args) =>
        value === undefined || (args?.object as Readonly<Record<string, unknown>> | undefined)?.[field] === undefined,
    },
  });
}

function holds(name: string, test: (text: string) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: (value) => typeof value === 'string' && test(value) } });
}
