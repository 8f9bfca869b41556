import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { ActRequest, CallerRequest } from './act-request';
import { stateOf } from './request-state';

const actOf = (_data: unknown, context: ExecutionContext): ActRequest => {
  const { act } = stateOf(context.switchToHttp().getRequest<Request>());
  if (!act) throw new Error('the request has not been read yet');
  return act;
};

/** Injects the {@link ActRequest} of a writing operation. */
export const Act = createParamDecorator(actOf);

/** Injects the {@link CallerRequest} of a reading operation. */
export const Caller = createParamDecorator((data: unknown, context: ExecutionContext): CallerRequest =>
  actOf(data, context),
);
