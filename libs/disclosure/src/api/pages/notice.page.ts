import { type Html, html } from '@fajiao/platform';
import { layout } from './layout';

/** A page that says why there is nothing to show. */
export const noticePage = (title: string, text: string): Html =>
  layout(
    title,
    html`<h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/disclosure/">返回公示列表</a></p>`,
  );

export const notFoundPage = (): Html => noticePage('没有这份决定', '没有公开过这份行政处罚决定，或者它已经撤下。');
