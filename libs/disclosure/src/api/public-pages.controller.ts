import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, Param, Query, UseFilters, UseInterceptors } from '@nestjs/common';
import { Operation } from '@fajiao/platform';
import { isUuid } from '@fajiao/kernel';
import { ApiExcludeController } from '@nestjs/swagger';
import { DisclosedDecisions } from '../read/disclosed-decisions.queries';
import { CachedByContent } from './cached-by-content.interceptor';
import { disclosureProblem } from './disclosure.messages';
import { PageFilter, PAGE_POLICY } from './page.filter';
import { entryPage, withdrawnPage } from './pages/entry.page';
import { listPage } from './pages/list.page';

const STYLE = readFileSync(join(__dirname, 'pages', 'style.css'), 'utf8');
const PAGE = 20;

/** The public site (公示网页). */
@ApiExcludeController()
@Controller('disclosure')
@UseFilters(PageFilter)
export class PublicPagesController {
  constructor(@Inject(DisclosedDecisions) private readonly decisions: DisclosedDecisions) {}

  @Get()
  @Operation('disclosure.listPage')
  @UseInterceptors(CachedByContent)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', PAGE_POLICY)
  async list(@Query('q') q: unknown, @Query('cursor') cursor: unknown): Promise<string> {
    const search = searchOf(q);
    const list = await this.decisions.list({
      limit: PAGE,
      ...(search && { q: search }),
      ...(typeof cursor === 'string' && { cursor }),
    });
    return listPage(list, search).markup;
  }

  @Get('decisions/:caseId.html')
  @Operation('disclosure.entryPage')
  @UseInterceptors(CachedByContent)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', PAGE_POLICY)
  async entry(@Param('caseId') caseId: string): Promise<string> {
    const entry = isUuid(caseId) ? await this.decisions.find(caseId) : undefined;
    if (!entry) throw disclosureProblem('disclosure.not-found');
    return (entry.status === 'withdrawn' ? withdrawnPage(entry) : entryPage(entry)).markup;
  }

  @Get('style.css')
  @Operation('disclosure.style')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  style(): string {
    return STYLE;
  }
}

/** What somebody typed: a page never answers that with an error. */
const searchOf = (q: unknown): string =>
  typeof q === 'string'
    ? Array.from(q.replace(/\p{Cc}/gu, '').trim())
        .slice(0, 100)
        .join('')
    : '';
