import { ApiParam } from '@nestjs/swagger';
import type { CallerRequest } from '@fajiao/platform';

/** The bank that the path names and whose signature was checked; in test mode, under its own id for that. */
export const bankOf = ({ actor }: Pick<CallerRequest, 'actor'>): string => actor.id.slice('bank:'.length);

/** The path's parameter for the document, where the code takes the signer instead. */
export const ApiBank = ApiParam({ name: 'bank', schema: { type: 'string' }, example: 'bank-a' });
