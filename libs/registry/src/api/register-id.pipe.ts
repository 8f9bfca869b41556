import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { platformProblem } from '@fajiao/platform';
import { REGISTER_ID } from './dto/fields';

/** Id of a person or unit in a path. */
@Injectable()
export class RegisterIdParam implements PipeTransform<string, string> {
  transform(text: string, { data: parameter = '' }: ArgumentMetadata): string {
    if (typeof text !== 'string' || !REGISTER_ID.test(text))
      throw platformProblem('input.invalid', { errors: [{ parameter, code: 'field.format' }] });
    return text;
  }
}
